// Formulas, draws and intervals against values that are known.
import { describe, expect, test } from 'vitest';
import { dayInterval, ratioOf } from '../../../../shared/forecast/simulation/bootstrap.ts';
import {
  allenCunneenWait,
  erlangB,
  erlangC,
  mmcWait,
} from '../../../../shared/forecast/simulation/erlang.ts';
import { squaredDiscrimination } from '../../../../shared/forecast/simulation/fairness.ts';
import { Chance, sigmaOf } from '../../../../shared/forecast/simulation/random.ts';

describe('formulas', () => {
  test('Erlang B and C are those of the tables', () => {
    expect(erlangB(5, 3)).toBeCloseTo(0.11005, 5);
    expect(erlangC(2, 1)).toBeCloseTo(1 / 3, 12);
    expect(erlangC(1, 0.7)).toBeCloseTo(0.7, 12);
  });

  test('twelve windows at nine tenths wait 5.334 where a service takes ten', () => {
    expect(mmcWait(12, 10.8, 10)).toBeCloseTo(5.334, 3);
    expect(allenCunneenWait(12, 10.8, 10, 1, 1)).toBeCloseTo(5.334, 3);
    expect(allenCunneenWait(12, 10.8, 10, 1, 0)).toBeCloseTo(2.667, 3);
  });

  test('a load that windows cannot carry is refused', () => {
    expect(() => erlangC(3, 3)).toThrow('not below');
  });
});

describe('draws', () => {
  const many = (draw: (chance: Chance) => number, count = 40_000) => {
    const chance = new Chance(7);
    const values = Array.from({ length: count }, () => draw(chance));
    const mean = values.reduce((sum, value) => sum + value, 0) / count;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count;
    return { mean, cv: Math.sqrt(variance) / mean };
  };

  test('the same parts give the same stream, others another', () => {
    const first = (...parts: number[]) => new Chance(...parts).next();
    expect(first(1, 2)).toBe(first(1, 2));
    expect(new Set([first(1, 2), first(2, 1), first(1), first(1, 3)]).size).toBe(4);
  });

  test('have the mean and spread they are asked for', () => {
    const lognormal = many((chance) => chance.lognormal(sigmaOf(0.7)));
    expect(lognormal.mean).toBeCloseTo(1, 1);
    expect(lognormal.cv).toBeCloseTo(0.7, 1);
    for (const cv of [0.7, 1.4]) {
      const gamma = many((chance) => chance.gamma(cv));
      expect(gamma.mean).toBeCloseTo(1, 1);
      expect(Math.abs(gamma.cv - cv)).toBeLessThan(0.06);
    }
    const poisson = many((chance) => chance.poisson(9));
    expect(poisson.mean).toBeCloseTo(9, 0);
    expect(poisson.cv).toBeCloseTo(1 / 3, 1);
  });
});

describe('intervals and fairness', () => {
  test('an interval of days holds the mean, and is a point where all days are alike', () => {
    const ones = new Float64Array(30).fill(1);
    expect(dayInterval(30, ratioOf(ones, ones))).toEqual([1, 1]);
    const waits = Float64Array.from({ length: 30 }, (_, day) => day);
    const [low, high] = dayInterval(30, ratioOf(waits, ones));
    expect(low).toBeLessThan(14.5);
    expect(high).toBeGreaterThan(14.5);
    expect(high - low).toBeLessThan(9);
  });

  test('nobody alone is treated unfairly; whoever is passed is', () => {
    const alone = { arrivesAt: 0, calledAt: 0, endsAt: 10 };
    expect(squaredDiscrimination([alone])).toBe(0);
    const inOrder = [alone, { arrivesAt: 1, calledAt: 10, endsAt: 12 }];
    const later = { arrivesAt: 2, calledAt: 10, endsAt: 20 };
    const passed = [...inOrder.slice(0, 1), later, { arrivesAt: 1, calledAt: 20, endsAt: 22 }];
    expect(squaredDiscrimination(passed)).toBeGreaterThan(squaredDiscrimination([...inOrder]));
  });
});
