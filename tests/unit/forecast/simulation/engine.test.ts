// The lean engine in halls small enough to count by hand: two windows, minutes as numbers.
import { describe, expect, test } from 'vitest';
import { Engine } from '../../../../shared/forecast/simulation/engine.ts';
import type { EngineOptions } from '../../../../shared/forecast/simulation/engine.ts';
import { plainFloor } from '../../../../shared/forecast/simulation/floor.ts';
import type { Floor } from '../../../../shared/forecast/simulation/floor.ts';
import { byRules } from '../../../../shared/forecast/simulation/policies.ts';
import { Visitor } from '../../../../shared/forecast/simulation/visitor.ts';

const STRICT: EngineOptions = {
  ...{ choose: byRules({ kind: 'strict' }), promiseSlackMs: null, overflowAfterMs: 0 },
};

function floor(windows: number, more: Partial<Floor> = {}): Floor {
  return { ...plainFloor(windows, 2, 1), ...more };
}

/** Arrivals as [at, service, kind]. */
function people(...rows: (readonly [at: number, service: number, kind?: number])[]): Visitor[] {
  return rows.map(([at, service, kind = 0], index) => new Visitor(kind, at, service, index));
}

const calls = (visitors: readonly Visitor[]) => visitors.map(({ calledAt }) => calledAt);

describe('a day', () => {
  test('strict order: whoever came first is called first, at the window that is free', () => {
    const visitors = people([0, 10], [1, 4], [2, 5], [3, 1]);
    const engine = new Engine(floor(2), STRICT);
    engine.run(visitors, 0);
    expect(calls(visitors)).toEqual([0, 1, 5, 10]);
    expect(visitors.map(({ window }) => window)).toEqual([0, 1, 1, 0]);
    expect(engine.events).toBe(12);
    expect(engine.at).toBe(11);
  });

  test('a number that nobody answers costs little', () => {
    const visitors = people([0, 10], [1, 4]);
    const [first] = visitors;
    if (first) first.shows = false;
    new Engine(floor(1), STRICT).run(visitors, 0);
    expect(calls(visitors)).toEqual([0, 1]);
  });

  test('a window at lunch finishes whom it serves and calls again afterwards', () => {
    const shifts = [[[-Infinity, 5] as const, [20, Infinity] as const]];
    const visitors = people([0, 8], [1, 4]);
    new Engine(floor(1, { shifts }), STRICT).run(visitors, 0);
    expect(calls(visitors)).toEqual([0, 20]);
  });

  test('nobody is called by a window that may not serve them', () => {
    const may = Uint8Array.from([1, 0, 0, 1]);
    const visitors = people([0, 10, 0], [1, 10, 0], [2, 5, 1], [3, 1, 1]);
    const engine = new Engine(floor(2, { may }), STRICT);
    engine.run(visitors, 0);
    expect(calls(visitors)).toEqual([0, 10, 2, 7]);
    expect(visitors.map(({ passedElsewhere }) => passedElsewhere)).toEqual([0, 2, 0, 0]);
    expect(visitors.every(({ overtaken }) => overtaken === 0)).toBe(true);
  });

  test('another zone helps from the overflow on, even where the window was idle all the time', () => {
    const own = Uint8Array.from([1, 0, 0, 1]);
    const visitors = people([0, 30, 0], [1, 5, 0]);
    const options: EngineOptions = {
      choose: byRules({ kind: 'zones', overflowAfterMs: 15 }),
      promiseSlackMs: null,
      overflowAfterMs: 15,
    };
    new Engine(floor(2, { own }), options).run(visitors, 0);
    expect(calls(visitors)).toEqual([0, 16]);
  });

  test('an appointment is not called before its time, and idle windows wake for it', () => {
    const visitors = people([0, 5], [1, 5]);
    const [booked] = visitors;
    if (booked) Object.assign(booked, { slotAt: 30, callableAt: 25, placeAt: 30, orderKey: 30 });
    new Engine(floor(2), STRICT).run(visitors, 0);
    expect(calls(visitors)).toEqual([25, 1]);
  });

  test('a hand passes by right, not by choice', () => {
    const visitors = people([0, 10], [1, 5], [2, 5]);
    const byHand = (_: number, candidates: number) => candidates - 1;
    const engine = new Engine(floor(1), { ...STRICT, byHand });
    engine.run(visitors, 0);
    expect(calls(visitors)).toEqual([0, 15, 10]);
    expect(visitors[1]).toMatchObject({ overtaken: 0, passedByRight: 1 });
  });
});

describe('a live state', () => {
  test('is played on from what remains, and stops at the horizon', () => {
    const waiting = people([0, 6], [1, 4]);
    const coming = people([12, 1]);
    const engine = new Engine(floor(2), STRICT);
    const rest = [3, 0];
    engine.run(coming, 10, 15, {
      ...{ at: 10, waiting, remainingMs: rest, expectedRemainingMs: rest },
    });
    expect(calls(waiting)).toEqual([10, 13]);
    expect(calls(coming)).toEqual([-1]);
    expect(engine.queue).toEqual(coming);
  });

  test('whoever acts in between acts at the own instants', () => {
    const asked: number[] = [];
    const control = {
      nextAt: 5,
      act: (_: Engine, at: number) => {
        asked.push(at);
        control.nextAt = at + 5;
      },
    };
    new Engine(floor(1), { ...STRICT, control }).run(people([0, 8], [1, 4]), 0);
    expect(asked).toEqual([5, 10]);
  });
});

describe('promises', () => {
  const PROMISE: EngineOptions = {
    choose: byRules({ kind: 'promise', overtakenMax: 2, otherZoneFactor: 1 }),
    promiseSlackMs: 1_000_000,
    overflowAfterMs: 0,
  };

  test('are the wait in strict order and the slack', () => {
    const expectedMs = Float64Array.from([10, 10]);
    const visitors = people([0, 10], [1, 10], [2, 10]);
    new Engine(floor(1, { expectedMs }), PROMISE).run(visitors, 0);
    expect(visitors.map(({ strictWaitMs }) => strictWaitMs)).toEqual([0, 9, 19]);
    expect(visitors[2]?.promiseAt).toBe(2 + 19 + 1_000_000);
  });

  test('nobody is passed more often than the limit says', () => {
    const expectedMs = Float64Array.from([600_000, 40_000]);
    const shorts = [3, 4, 5, 6, 7].map((at) => [at, 40_000, 1] as const);
    const visitors = people([0, 600_000, 0], [1, 600_000, 0], ...shorts);
    const engine = new Engine(floor(1, { expectedMs }), { ...PROMISE, promiseSlackMs: 9e9 });
    engine.run(visitors, 0);
    expect(Math.max(...visitors.map(({ overtaken }) => overtaken))).toBe(2);
    expect(visitors[1]?.calledBy).toBe('overtaken-limit');
  });
});
