/** Rollouts: the quick walk in strict order and the engine say the same; newcomers come last. */
import { describe, expect, test } from 'vitest';
import { rollOut } from '../../../../shared/forecast/estimate/rollouts.ts';
import type { Situation, WaitingPerson } from '../../../../shared/forecast/estimate/situation.ts';
import { LOGNORMAL } from '../../../../shared/forecast/estimate/spread.ts';
import { rollOutStrict } from '../../../../shared/forecast/estimate/strict-rollouts.ts';
import { plainFloor } from '../../../../shared/forecast/simulation/floor.ts';
import { Chance } from '../../../../shared/forecast/simulation/random.ts';

const MINUTE = 60_000;
const NEVER = 1e-9;

function person(
  kind: number,
  minutesAgo: number,
  more: Partial<WaitingPerson> = {},
): WaitingPerson {
  const at = -minutesAgo * MINUTE;
  return {
    ...{ kind, arrivesAt: at, placeAt: at, orderKey: at, orderSeq: minutesAgo },
    ...{ promiseAt: Infinity, overtaken: 0, slotAt: Infinity, greenAt: Infinity },
    ...{ callableAt: -Infinity, creditMs: 0, ...more },
  };
}

/** A hall without chance: every service takes its factor. */
function situation(windows: number, kinds: number, more: Partial<Situation> = {}): Situation {
  const floor = plainFloor(windows, kinds, MINUTE);
  floor.factor.fill(10 * MINUTE);
  floor.expectedMs.fill(10 * MINUTE);
  return {
    ...{ at: 0, floor, sds: new Float64Array(kinds).fill(NEVER), spread: LOGNORMAL },
    ...{
      rules: { kind: 'strict' },
      promiseSlackMs: 0,
      noShowShare: 0,
      byHandShare: 0,
      waiting: [],
      booked: [],
    },
    ...{ newcomers: [], coming: [], busy: Array.from({ length: windows }, () => null) },
    shiftsOf: () => Array.from({ length: windows }, () => [[-Infinity, Infinity] as const]),
    ...more,
  };
}

const options = { rollouts: 1, seed: 1 };
const minutes = (rows: readonly Float64Array[]) =>
  rows.map((row) => [...row].map((ms) => Math.round(ms / MINUTE)));

describe('in strict order', () => {
  test('each is called when those before are through', () => {
    const { waiting, newcomers } = rollOutStrict(
      situation(2, 1, {
        waiting: [0, 1, 2, 3, 4].map((ago) => person(0, 9 - ago)),
        newcomers: [[0]],
      }),
      options,
    );
    expect(minutes(waiting)).toEqual([[0], [0], [10], [10], [20]]);
    expect(minutes(newcomers)).toEqual([[20]]);
  });

  test('a window that is busy or at lunch is waited for', () => {
    const length = { logMs: Math.log(10 * MINUTE), sd: NEVER };
    const { waiting } = rollOutStrict(
      situation(2, 1, {
        waiting: [person(0, 5), person(0, 4)],
        busy: [{ length, elapsedMs: 4 * MINUTE, isCalled: false }, null],
        shiftsOf: () => [[[-Infinity, Infinity]], [[15 * MINUTE, Infinity]]],
      }),
      options,
    );
    expect(minutes(waiting)).toEqual([[6], [15]]);
  });

  test('an appointment at its slot and a green channel come first, a slot not before its time', () => {
    const slot = { slotAt: 10 * MINUTE, orderKey: 10 * MINUTE, callableAt: 5 * MINUTE };
    const { waiting } = rollOutStrict(
      situation(1, 1, {
        waiting: [
          person(0, 5),
          person(0, 4, slot),
          person(0, 3, { greenAt: -MINUTE }),
          person(0, 2),
        ],
      }),
      options,
    );
    expect(minutes(waiting)).toEqual([[20], [10], [0], [30]]);
  });

  test('whom no window may call is never called, and nobody waits for it', () => {
    const hall = situation(1, 2, { waiting: [person(1, 5), person(0, 4)], newcomers: [[0], [1]] });
    hall.floor.may.set([1, 0]);
    const { waiting, newcomers } = rollOutStrict(hall, options);
    expect(minutes(waiting)).toEqual([[Infinity], [0]]);
    expect(minutes(newcomers)).toEqual([[10], [Infinity]]);
  });

  test('a credit that comes later passes those who have waited less than it', () => {
    const parts = [{ fromAt: 0, untilAt: 4 * 3_600_000, perMs: 1 / MINUTE }];
    const coming = [{ parts, kinds: [0], creditMs: 60 * MINUTE }];
    const { waiting } = rollOutStrict(
      situation(1, 1, { waiting: [person(0, 90), person(0, 1)], coming }),
      options,
    );
    const [first, second] = minutes(waiting);
    expect(first).toEqual([0]);
    expect(second?.[0]).toBeGreaterThan(60);
  });
});

describe('the engine and the quick walk agree', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('hall %i, without chance', (seed) => {
    const chance = new Chance(seed);
    const windows = 1 + chance.index(6);
    const kinds = 1 + chance.index(4);
    const ago = Array.from({ length: chance.index(40) }, () => chance.index(6_000) / 100);
    const hall = situation(windows, kinds, {
      waiting: ago
        .sort((left, right) => right - left)
        .map((minutesAgo) => {
          const isGreen = chance.happens(0.1);
          return person(chance.index(kinds), minutesAgo, isGreen ? { greenAt: -minutesAgo } : {});
        }),
      newcomers: [[0], [kinds - 1]],
      busy: Array.from({ length: windows }, () =>
        chance.happens(0.7)
          ? {
              length: { logMs: Math.log((20 + chance.index(999) / 100) * MINUTE), sd: NEVER },
              elapsedMs: chance.index(600) * 1_000,
              isCalled: false,
            }
          : null,
      ),
    });
    for (let cell = 0; cell < windows * kinds; cell += 1) {
      hall.floor.may[cell] = chance.happens(0.7) ? 1 : 0;
      hall.floor.factor[cell] = (3 + chance.index(2_000) / 100) * MINUTE;
    }
    const quick = rollOutStrict(hall, options);
    const engine = rollOut(hall, options);
    // Lengths spread by a billionth, so that no draw can hide a difference.
    const seconds = (waits: typeof quick) =>
      [...waits.waiting, ...waits.newcomers].map(([ms = -1]) => Math.round(ms / 1_000 + 0.05));
    expect(seconds(quick)).toEqual(seconds(engine));
  });

  test('and with chance on the whole', () => {
    const hall = situation(4, 1, {
      waiting: Array.from({ length: 30 }, (_, index) => person(0, 40 - index)),
      sds: Float64Array.of(0.63),
      noShowShare: 0.08,
    });
    const many = { rollouts: 2_000, seed: 3 };
    const mean = (row: Float64Array | undefined) =>
      [...(row ?? [])].reduce((sum, ms) => sum + ms / 2_000 / MINUTE, 0);
    const quick = mean(rollOutStrict(hall, many).waiting[29]);
    const engine = mean(rollOut(hall, many).waiting[29]);
    expect(Math.abs(quick - engine)).toBeLessThan(1.5);
  });
});

test('promises decide in the engine: who is short may come first, a promise is kept', () => {
  const hall = situation(1, 2, {
    rules: { kind: 'promise', overtakenMax: 10, otherZoneFactor: 0.7 },
    waiting: [person(0, 5, { promiseAt: 60 * MINUTE }), person(1, 4, { promiseAt: 60 * MINUTE })],
    newcomers: [[0]],
  });
  hall.floor.expectedMs.set([30 * MINUTE, 2 * MINUTE]);
  hall.floor.factor.set([30 * MINUTE, 2 * MINUTE]);
  const { waiting, newcomers } = rollOut(hall, options);
  expect(minutes(waiting)).toEqual([[2], [0]]);
  expect(minutes(newcomers)).toEqual([[32]]);
});
