/** p90 is held to what past forecasts were worth. */
import { describe, expect, test } from 'vitest';
import { zoneCode } from '../../../../shared/base/ids.ts';
import type { Outcome } from '../../../../shared/forecast/estimate/calibrate.ts';
import {
  UNCALIBRATED,
  calibrate,
  calibratedP90,
} from '../../../../shared/forecast/estimate/calibrate.ts';

const MINUTE = 60_000;
const A = zoneCode('a');
const B = zoneCode('b');

/** Told 10 and 19 minutes, so that the measure is 10; waited 10 + 10·x for x even in [0, most). */
const outcomes = (count: number, zone: typeof A, most: number): Outcome[] =>
  Array.from({ length: count }, (_, index) => ({
    zone,
    ...{ p50Ms: 10 * MINUTE, rawP90Ms: 19 * MINUTE },
    waitedMs: (10 + (10 * most * (index + 1)) / count) * MINUTE,
  }));

describe('the factor', () => {
  test('of few outcomes changes nothing', () => {
    expect(calibrate(outcomes(49, A, 3))).toEqual(UNCALIBRATED);
    expect(calibratedP90(UNCALIBRATED, A, 10, 19)).toBe(19);
  });

  test('covers nine in ten of those it was learned from', () => {
    const past = outcomes(200, A, 2);
    const calibration = calibrate(past);
    const p90 = calibratedP90(calibration, A, 10 * MINUTE, 19 * MINUTE);
    const covered = past.filter(({ waitedMs }) => waitedMs <= p90).length;
    expect(covered / past.length).toBeCloseTo(0.9, 1);
    expect(p90).toBeGreaterThan(19 * MINUTE);
  });

  test('narrows what was told too wide', () => {
    const p90 = calibratedP90(calibrate(outcomes(200, A, 0.5)), A, 10 * MINUTE, 19 * MINUTE);
    expect(p90).toBeLessThan(19 * MINUTE);
    expect(p90).toBeGreaterThanOrEqual(10 * MINUTE);
  });

  test('is a zone’s own from 300 on, before that the hall’s', () => {
    const calibration = calibrate([...outcomes(300, A, 2), ...outcomes(299, B, 0.5)]);
    expect([...calibration.zones.keys()]).toEqual([A]);
    expect(calibratedP90(calibration, B, 0, 9 * MINUTE)).toBe(calibration.hall * 10 * MINUTE);
    expect(calibration.zones.get(A)).toBeGreaterThan(calibration.hall);
  });

  test('of a broken day stays within bounds', () => {
    expect(calibrate(outcomes(100, A, 1_000)).hall).toBe(4);
    expect(calibrate(outcomes(100, A, 0.001)).hall).toBe(0.25);
  });
});
