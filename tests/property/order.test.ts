// The choosing function by itself: people come, some desks call, for hours. Whoever waits is called
// within a bound, nobody is passed too often, and no desk calls whom it may not.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Contender, Desk, OrderRules } from '../../shared/hall/routing/pick.ts';
import { isByChoice, pick } from '../../shared/hall/routing/pick.ts';

const MINUTE_MS = 60_000;
const RUNS = 200;
const TIMEOUT_MS = 120_000;

interface Person extends Contender {
  overtaken: number;
  readonly expectedMs: number;
  readonly kind: number;
  readonly ahead: number;
}

interface Called {
  readonly person: Person;
  readonly rule: string;
  readonly kinds: number;
  readonly callsSince: number;
}

/** A step: how long after the one before, and a newcomer's matter or the desk that asks. */
const steps = fc.array(
  fc.record({
    // Nobody comes in the same instant as another: who of them was first is nobody’s choice.
    laterMs: fc.integer({ min: 1, max: 4 * MINUTE_MS }),
    asks: fc.boolean(),
    kind: fc.nat(3),
    minutes: fc.integer({ min: 1, max: 60 }),
    promiseMinutes: fc.integer({ min: 0, max: 90 }),
    creditMinutes: fc.constantFrom(0, 0, 0, 0, 15),
  }),
  { minLength: 60, maxLength: 250, size: 'max' },
);
type Steps = typeof steps extends fc.Arbitrary<infer T> ? T : never;

/** Desk n calls kinds up to n + 1: the first is the choosiest. */
const mayCall = (kinds: number, kind: number) => kind <= kinds;

function played(day: Steps, rules: OrderRules, allMayCall: boolean, credits: boolean): Called[] {
  const queue: Person[] = [];
  const called: Called[] = [];
  const joined = new Map<Person, number>();
  let at = 0;
  for (const [orderSeq, step] of day.entries()) {
    at += step.laterMs;
    const kinds = allMayCall ? 3 : step.kind;
    if (!step.asks) {
      const creditMs = credits ? step.creditMinutes * MINUTE_MS : 0;
      const person: Person = {
        ...{ placeAt: at, orderKey: at - creditMs, orderSeq, overtaken: 0 },
        ...{ slotAt: Infinity, greenAt: Infinity, kind: step.kind, ahead: queue.length },
        promiseAt: at + step.promiseMinutes * MINUTE_MS,
        expectedMs: step.minutes * MINUTE_MS,
      };
      joined.set(person, called.length);
      queue.push(person);
      queue.sort((a, b) => a.orderKey - b.orderKey || a.orderSeq - b.orderSeq);
      continue;
    }
    const desk: Desk<Person> = {
      mayCall: ({ kind }) => mayCall(kinds, kind),
      expectedMs: (person) => person.expectedMs,
      isOwn: ({ kind }) => kind === kinds,
      scarcity: ({ kind }) => 4 - kind,
    };
    const found = pick(queue, desk, rules, at);
    if (!found) continue;
    const { row, rule } = found;
    queue.splice(queue.indexOf(row), 1);
    called.push({
      ...{ person: row, rule, kinds },
      callsSince: called.length - (joined.get(row) ?? 0),
    });
    if (rules.kind !== 'promise' || !isByChoice(rule, 0)) continue;
    for (const other of queue) {
      const isPassed = mayCall(kinds, other.kind) && other.placeAt < row.placeAt;
      if (isPassed) other.overtaken += 1;
    }
  }
  return called;
}

const promise = (overtakenMax: number): OrderRules => ({
  ...{ kind: 'promise', overtakenMax, otherZoneFactor: 0.4 },
});

describe('the order', () => {
  const check = (property: (day: Steps, limit: number) => void) => {
    fc.assert(fc.property(steps, fc.integer({ min: 1, max: 12 }), property), { numRuns: RUNS });
  };

  test(
    'strict is strict: nobody is called while a smaller key waits',
    () => {
      check((day) => {
        const called = played(day, { kind: 'strict' }, true, false);
        expect(called.every(({ person, callsSince }) => callsSince === person.ahead)).toBe(true);
      });
    },
    TIMEOUT_MS,
  );

  test(
    'no desk calls whom it may not',
    () => {
      check((day, limit) => {
        for (const rules of [{ kind: 'strict' } as const, promise(limit)]) {
          const called = played(day, rules, false, true);
          expect(called.every(({ person, kinds }) => mayCall(kinds, person.kind))).toBe(true);
        }
      });
    },
    TIMEOUT_MS,
  );

  test(
    'nobody is passed by choice more often than the limit, however few desks may call them',
    () => {
      check((day, limit) => {
        const called = played(day, promise(limit), false, true);
        expect(Math.max(0, ...called.map(({ person }) => person.overtaken))).toBeLessThanOrEqual(
          limit,
        );
      });
    },
    TIMEOUT_MS,
  );

  test('which holds by the limit alone: without it people are passed more often', () => {
    const [day] = fc.sample(steps, { numRuns: 1, seed: 7 });
    const most = (limit: number) => {
      const called = played(day ?? [], promise(limit), false, false);
      return Math.max(...called.map(({ person }) => person.overtaken));
    };
    expect(most(1)).toBe(1);
    expect(most(1_000)).toBeGreaterThan(1);
  });

  test(
    'nobody starves: called after those who were there before and as many more as the limit says',
    () => {
      check((day, limit) => {
        const called = played(day, promise(limit), true, false);
        for (const { person, callsSince } of called) {
          expect(callsSince).toBeLessThanOrEqual(person.ahead + limit);
        }
      });
    },
    TIMEOUT_MS,
  );

  test('a zone that overflows calls its own first, others only after so long a wait', () => {
    check((day, limit) => {
      const overflowAfterMs = limit * MINUTE_MS;
      const called = played(day, { kind: 'zones', overflowAfterMs }, true, false);
      expect(called.every(({ rule }) => rule === 'longest-wait')).toBe(true);
    });
  });
});
