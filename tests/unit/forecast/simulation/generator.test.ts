// The benchmark's days: the hall that is described, the same for everybody who asks with the same seed.
import { describe, expect, test } from 'vitest';
import { drawDay } from '../../../../shared/forecast/simulation/day-draw.ts';
import {
  MEAN_SERVICE_MS,
  apportion,
  hallModel,
} from '../../../../shared/forecast/simulation/hall-model.ts';
import { figuresOf } from '../../../../shared/forecast/simulation/metrics.ts';
import { POLICIES, policyOf } from '../../../../shared/forecast/simulation/policies.ts';
import { runDay } from '../../../../shared/forecast/simulation/run-day.ts';
import { SCENARIOS, variantsOf } from '../../../../shared/forecast/simulation/scenario.ts';
import type { ScenarioName } from '../../../../shared/forecast/simulation/scenario.ts';
import { must } from '../../../../shared/base/assert.ts';

const hall = hallModel();
const scenario = (name: ScenarioName) => must(variantsOf(name)[0], name);

describe('the hall', () => {
  test('has 805 items in 15 departments that take 11.3 minutes on average', () => {
    expect(hall.items).toHaveLength(805);
    expect(new Set(hall.items.map(({ department }) => department)).size).toBe(15);
    const sum = (of: (item: (typeof hall.items)[number]) => number) =>
      hall.items.reduce((total, item) => total + of(item), 0);
    expect(sum(({ share }) => share)).toBeCloseTo(1, 9);
    expect(sum(({ share, meanMs }) => share * meanMs)).toBeCloseTo(MEAN_SERVICE_MS, 3);
  });

  test('windows are given by need, one to each at least', () => {
    expect(apportion(12, [0.5, 0.3, 0.2])).toEqual([6, 3, 3]);
    expect(apportion(3, [0.98, 0.01, 0.01])).toEqual([1, 1, 1]);
  });
});

describe('a day', () => {
  test('is the same for the same seed and another for another', () => {
    const drawn = (seed: number) =>
      drawDay(hall, scenario('S1'), seed).visitors.map(({ arrivesAt, workMs }) => [
        arrivesAt,
        workMs,
      ]);
    expect(drawn(5)).toEqual(drawn(5));
    expect(drawn(5)).not.toEqual(drawn(6));
  });

  test.each(SCENARIOS)(
    '%s serves everybody under every policy, within the limit of passes',
    (name) => {
      const day = drawDay(hall, scenario(name), 3);
      const strict = [runDay(hall, day, policyOf('fifo'))];
      for (const policy of POLICIES) {
        const figures = figuresOf([runDay(hall, day, policyOf(policy))], strict);
        const isWalled = policy === 'departments' || policy === 'zones';
        if (!isWalled) expect(figures.unserved, policy).toBe(0);
        if (policy === 'promise') expect(figures.overtaken.max).toBeLessThanOrEqual(10);
        if (policy === 'fifo') expect(figures.harm5 + figures.overtaken.max).toBe(0);
      }
    },
  );

  test('orders by service are quicker on average than strict order, walls are slower', () => {
    const mean = (name: (typeof POLICIES)[number]) => {
      const days = [1, 2, 3, 4, 5, 6].map((seed) =>
        runDay(hall, drawDay(hall, scenario('S1'), seed), policyOf(name)),
      );
      return figuresOf(days, days).mean;
    };
    expect(mean('promise')).toBeLessThan(mean('fifo'));
    expect(mean('clairvoyant')).toBeLessThan(mean('sept'));
    expect(mean('sept')).toBeLessThan(mean('promise'));
    expect(mean('departments')).toBeGreaterThan(mean('zones'));
  });
});
