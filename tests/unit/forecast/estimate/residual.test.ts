/** What remains of a service, and the shape of its lengths. */
import { describe, expect, test } from 'vitest';
import { normalQuantile } from '../../../../shared/forecast/estimate/normal-quantile.ts';
import { remainingAt } from '../../../../shared/forecast/estimate/residual.ts';
import {
  LOGNORMAL,
  drawn,
  meanFactor,
  shareBelow,
  spreadOf,
} from '../../../../shared/forecast/estimate/spread.ts';

const MINUTE = 60_000;
const LENGTH = { logMs: Math.log(10 * MINUTE), sd: 0.63 };
const SHARES = Array.from({ length: 999 }, (_, index) => (index + 0.5) / 999);
const mean = (elapsed: number) =>
  SHARES.reduce((sum, u) => sum + remainingAt(LENGTH, LOGNORMAL, elapsed * MINUTE, u), 0) /
  SHARES.length /
  MINUTE;

test('the quantiles of the normal distribution', () => {
  expect(normalQuantile(0.5)).toBeCloseTo(0, 9);
  expect(normalQuantile(0.9)).toBeCloseTo(1.281551566, 6);
  expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306, 6);
});

describe('what remains', () => {
  test('of a service that has just begun is the whole', () => {
    expect(mean(0)).toBeCloseTo(10 * Math.exp(0.63 ** 2 / 2), 0);
  });

  test('shrinks at first, then grows: who has stayed long stays long', () => {
    expect(mean(4)).toBeLessThan(mean(0));
    expect(mean(30)).toBeGreaterThan(mean(10));
    expect(mean(200)).toBeGreaterThan(mean(60));
  });

  test('agrees with the lognormal’s own mean of what remains', () => {
    // E[X − t | X > t] of LogNormal(ln 10, .63) at t = 10, by numeric integration.
    expect(mean(10)).toBeGreaterThan(7.6);
    expect(mean(10)).toBeLessThan(8.6);
  });

  test('is never nothing, however the chance falls', () => {
    for (const elapsed of [0.001, 1, 10, 100, 1_000]) {
      for (const u of [0, 0.5, 0.999_999]) {
        const ms = remainingAt(LENGTH, LOGNORMAL, elapsed * MINUTE, u);
        expect(ms).toBeGreaterThan(0);
        expect(Number.isFinite(ms)).toBe(true);
      }
    }
  });
});

describe('the spread', () => {
  test('of nothing seen is the lognormal', () => {
    expect(spreadOf([])).toBe(LOGNORMAL);
  });

  test('of much seen is what was seen', () => {
    const even = Array.from({ length: 20_000 }, (_, index) => (index / 20_000) * 2 - 1);
    const spread = spreadOf(even);
    expect(drawn(spread, 0.95)).toBeCloseTo(0.9, 1);
    expect(drawn(spread, 0.05)).toBeCloseTo(-0.9, 1);
  });

  test('tells shares and lengths alike', () => {
    for (const u of [0.1, 0.33, 0.5, 0.9])
      expect(shareBelow(LOGNORMAL, drawn(LOGNORMAL, u))).toBeCloseTo(u, 6);
    expect(shareBelow(LOGNORMAL, -9)).toBe(0);
    expect(shareBelow(LOGNORMAL, 9)).toBeLessThan(1);
  });

  test('has its mean above its middle', () => {
    expect(meanFactor(LOGNORMAL, 0.63)).toBeCloseTo(Math.exp(0.63 ** 2 / 2), 1);
  });
});
