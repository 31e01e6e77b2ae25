// A hall that knows its service times less well: the same days, other expectations.
import { describe, expect, test } from 'vitest';
import { must } from '../../../../shared/base/assert.ts';
import { MINUTE_MS } from '../../../../shared/base/time.ts';
import { drawDay } from '../../../../shared/forecast/simulation/day-draw.ts';
import { hallModel } from '../../../../shared/forecast/simulation/hall-model.ts';
import { KNOWLEDGE } from '../../../../shared/forecast/simulation/knowledge.ts';
import type { Knowledge } from '../../../../shared/forecast/simulation/knowledge.ts';
import { figuresOf } from '../../../../shared/forecast/simulation/metrics.ts';
import { policyOf } from '../../../../shared/forecast/simulation/policies.ts';
import { runDay } from '../../../../shared/forecast/simulation/run-day.ts';
import { variantsOf } from '../../../../shared/forecast/simulation/scenario.ts';

const hall = hallModel();
const scenario = must(variantsOf('S1')[0], 'S1');
const draw = (knowledge: Knowledge, seed = 3) => drawDay(hall, scenario, seed, knowledge);
const run = (knowledge: Knowledge, policy: 'fifo' | 'promise', seed = 3) =>
  runDay(hall, draw(knowledge, seed), policyOf(policy));

describe('what is known of service times', () => {
  test.each(KNOWLEDGE)('%s: the same visitors at the same clerks', (k) => {
    expect(draw(k).visitors).toEqual(draw('true').visitors);
    expect(draw(k).floor.factor).toEqual(draw('true').floor.factor);
  });

  test('true is what a draw gives by itself', () => {
    expect(drawDay(hall, scenario, 3).floor).toEqual(draw('true').floor);
  });

  test('an item is off by the same factor on every day, by a fifth or so', () => {
    const errors = (seed: number) => {
      const { floor, kinds } = draw('learned', seed);
      return new Map(
        kinds.map(({ items, meanMs }, kind) => [items, (floor.expectedMs[kind] ?? 0) / meanMs]),
      );
    };
    const byItem = (seed: number) =>
      new Map([...errors(seed)].map(([items, error]) => [items[0], error]));
    const [one, other] = [byItem(3), byItem(4)];
    const both = [...one].filter(([item]) => other.has(item));
    expect(both.length).toBeGreaterThan(20);
    for (const [item, error] of both) expect(other.get(item)).toBeCloseTo(error, 9);
    const logs = [...one.values()].map(Math.log);
    const spread = Math.sqrt(logs.reduce((sum, log) => sum + log * log, 0) / logs.length);
    expect(spread).toBeGreaterThan(0.15);
    expect(spread).toBeLessThan(0.28);
  });

  test('departments: all items of one take the same, and the mean of its visitors', () => {
    const { floor, kinds } = draw('departments');
    const lengths = kinds.map(({ items }, kind) => [items[0]?.department, floor.expectedMs[kind]]);
    const byDepartment = Map.groupBy(lengths, ([department]) => department);
    for (const [, rows] of byDepartment) expect(new Set(rows.map(([, ms]) => ms)).size).toBe(1);
    expect(byDepartment.size).toBe(15);
    const third = hall.items.filter(({ department }) => department === 2);
    const share = third.reduce((sum, item) => sum + item.share, 0);
    const mean = third.reduce((sum, item) => sum + item.share * item.meanMs, 0) / share;
    expect(must(byDepartment.get(2)?.[0]?.[1], 'department 2')).toBeCloseTo(mean, 3);
  });

  test('none: ten minutes for everybody everywhere', () => {
    expect(new Set(draw('none').floor.expectedMs)).toEqual(new Set([10 * MINUTE_MS]));
  });

  test('who knows less waits longer, and nobody is passed more often than the limit', () => {
    const seeds = [1, 2, 3, 4, 5, 6];
    const strict = seeds.map((seed) => run('true', 'fifo', seed));
    const figures = (k: Knowledge) =>
      figuresOf(
        seeds.map((seed) => run(k, 'promise', seed)),
        strict,
      );
    expect(figures('true').mean).toBeLessThan(figures('none').mean);
    for (const k of KNOWLEDGE) expect(figures(k).overtaken.max).toBeLessThanOrEqual(10);
  });
});
