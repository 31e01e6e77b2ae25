/**
 * A batch of estimates and a search for advice stay within what they may cost, whatever comes to the
 * hall. Looks at the queue and plays are counted, not time, so that the machine does not matter.
 */
import { describe, expect, test } from 'vitest';
import type { Scene } from '../../../../shared/forecast/advise/scene.ts';
import { drawnFutures, search } from '../../../../shared/forecast/advise/search.ts';
import { LOOKS_MAX } from '../../../../shared/forecast/estimate/estimate.ts';
import { ROLLOUTS_LEAST, rollOut } from '../../../../shared/forecast/estimate/rollouts.ts';
import type { Situation, Stream } from '../../../../shared/forecast/estimate/situation.ts';
import { LOGNORMAL } from '../../../../shared/forecast/estimate/spread.ts';
import { thinned } from '../../../../shared/forecast/estimate/thinning.ts';
import { plainFloor } from '../../../../shared/forecast/simulation/floor.ts';

const MINUTE = 60_000;
const WINDOWS = 12;
const KINDS = 6;
const PROMISE = { kind: 'promise', overtakenMax: 5, otherZoneFactor: 0.7 } as const;
const ZONES = { kind: 'zones', overflowAfterMs: 20 * MINUTE } as const;

/** So many come in ten minutes, and go on coming like that. */
const stream = (people: number, creditMs = 0): Stream => ({
  parts: [{ fromAt: 0, untilAt: 180 * MINUTE, perMs: people / (10 * MINUTE) }],
  kinds: [0, 1, 2, 3, 4, 5],
  creditMs,
});

/** Ten minutes a service at twelve windows, two for each of six zones; nobody takes the last kind. */
function hall(rules: Situation['rules'], people: number, coming: readonly Stream[]): Situation {
  const floor = plainFloor(WINDOWS, KINDS + 1, MINUTE);
  for (let cell = 0; cell < floor.may.length; cell += 1) {
    const kind = cell % (KINDS + 1);
    const window = Math.floor(cell / (KINDS + 1));
    floor.may[cell] = kind < KINDS ? 1 : 0;
    floor.own[cell] = kind === window % KINDS ? 1 : 0;
    floor.expectedMs[cell] = (6 + kind) * MINUTE;
    floor.factor[cell] = (6 + kind) * MINUTE;
  }
  const waiting = Array.from({ length: people }, (_, index) => {
    const at = (index - people) * 1_000;
    return {
      ...{ kind: index % (KINDS + 1), arrivesAt: at, placeAt: at, orderKey: at, orderSeq: index },
      ...{ promiseAt: 3 * index * MINUTE, overtaken: 0, creditMs: 0 },
      ...{ slotAt: Infinity, greenAt: Infinity, callableAt: -Infinity },
    };
  });
  return {
    ...{ at: 0, floor, sds: new Float64Array(KINDS + 1).fill(0.6), spread: LOGNORMAL, rules },
    ...{ promiseSlackMs: 15 * MINUTE, noShowShare: 0.05, waiting, coming, booked: [] },
    ...{ newcomers: [[0, 1], [5]], busy: Array.from({ length: WINDOWS }, () => null) },
    shiftsOf: () => Array.from({ length: WINDOWS }, () => [[-Infinity, Infinity] as const]),
  };
}

describe('400 wait and 600 come in ten minutes', () => {
  test.each([PROMISE, ZONES])('a batch under $kind ends within its bound', (rules) => {
    const options = { rollouts: 40, seed: 1 };
    const flood = hall(rules, 400, [stream(600)]);
    const { looks, waiting, newcomers } = rollOut(flood, { ...options, looksMax: LOOKS_MAX });
    expect(looks).toBeLessThan(1.5 * LOOKS_MAX);
    const played = waiting[0]?.length ?? 0;
    expect(played).toBeGreaterThanOrEqual(ROLLOUTS_LEAST);
    expect(newcomers.map(({ length }) => length)).toEqual([2 * played, played]);
    // The first are called at once, flood or not; whom nobody can serve is never called.
    expect(Math.max(...(waiting[0] ?? []))).toBeLessThan(60 * MINUTE);
    expect(new Set(waiting[KINDS])).toEqual(new Set([Infinity]));
  });

  test('a tighter bound plays no fewer than twelve, and lets fewer come', () => {
    const flood = hall(PROMISE, 400, [stream(600)]);
    const [tight, loose] = [1, LOOKS_MAX].map((looksMax) =>
      rollOut(flood, { rollouts: 16, seed: 1, looksMax }),
    );
    expect(tight?.waiting[0]).toHaveLength(ROLLOUTS_LEAST);
    expect(tight?.looks).toBeLessThan((loose?.looks ?? 0) / 2);
    expect(Number.isFinite(tight?.waiting[200]?.[0])).toBe(true);
  });

  test('where nothing is dear all rollouts are played, the same with a bound as without', () => {
    const calm = hall(PROMISE, 20, [stream(5)]);
    const options = { rollouts: 20, seed: 2 };
    expect(rollOut(calm, { ...options, looksMax: LOOKS_MAX })).toEqual(rollOut(calm, options));
  });
});

describe('a flood is thinned', () => {
  const perMs = (streams: readonly Stream[]) => streams.map(({ parts }) => parts[0]?.perMs ?? 0);

  test('what the windows can serve comes as it is', () => {
    const coming = [stream(5), stream(3), stream(2, MINUTE)];
    expect(thinned(hall(ZONES, 0, coming))).toBe(coming);
  });

  test('of more the largest stream is cut, small ones and those with a credit stay', () => {
    const coming = [stream(600), stream(3), stream(40, MINUTE)];
    const [flood = 0, ...others] = perMs(thinned(hall(ZONES, 0, coming)));
    expect(others).toEqual(perMs(coming).slice(1));
    // Twelve windows at 8.5 minutes serve 14.1 in ten minutes; half as many again, less the three.
    expect(flood * 10 * MINUTE).toBeCloseTo((1.5 * WINDOWS * 10) / 8.5 - 3, 5);
  });
});

test('a search for advice that would be too dear tries three candidates on few futures', () => {
  let plays = 0;
  const situation = hall(PROMISE, 30, [stream(15)]);
  const scene: Scene = {
    situation: {
      ...situation,
      shiftsOf: (rollout) => {
        plays += 1;
        return situation.shiftsOf(rollout);
      },
    },
    ...{ zoneOfKind: new Int32Array(KINDS + 1), zones: 1 },
    windowNos: Array.from({ length: WINDOWS }, (_, index) => index + 1),
  };
  const horizonMs = 75 * MINUTE;
  const limits = { minGainMinutes: 10, minGainShare: 0, horizonMs, stepsMax: 3 };
  const futures = drawnFutures(scene, { few: 2, many: 24, seed: 1 }, horizonMs);
  const options = () => Array.from({ length: 20 }, (_, candidate) => ({ candidate, scene }));
  const playsOf = (looksMax: number) => {
    plays = 0;
    search({ base: scene, limits: { ...limits, looksMax }, futures, options });
    return plays;
  };
  // One play more is the look at the shifts of the floor that every option returns to.
  expect(playsOf(1)).toBe(1 + 2 + 12 + 3 * 2);
  expect(playsOf(Infinity)).toBe(1 + 2 + 24 + 20 * 2);
});
