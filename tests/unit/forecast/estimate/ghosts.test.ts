/**
 * What is told to who comes now is what would be told to them a moment later, with a ticket: tried in
 * random halls without chance, under each order, against somebody who really stands there.
 */
import { expect, test } from 'vitest';
import { visitorOf } from '../../../../shared/forecast/estimate/person-visitor.ts';
import { rollOut } from '../../../../shared/forecast/estimate/rollouts.ts';
import type { Situation, WaitingPerson } from '../../../../shared/forecast/estimate/situation.ts';
import { LOGNORMAL } from '../../../../shared/forecast/estimate/spread.ts';
import { plainFloor } from '../../../../shared/forecast/simulation/floor.ts';
import { Chance } from '../../../../shared/forecast/simulation/random.ts';
import { StrictWait } from '../../../../shared/forecast/simulation/strict-wait.ts';
import { mean } from '../../../../shared/forecast/statistics.ts';
import { residualMs } from '../../../../shared/hall/routing/promise.ts';

const MINUTE = 60_000;
const SURE = 1e-9;
const SLACK_MS = 10 * MINUTE;
const KINDS = 4;
const PROMISE = { kind: 'promise', overtakenMax: 10, otherZoneFactor: 0.4 } as const;
const ZONES = { kind: 'zones', overflowAfterMs: 20 * MINUTE } as const;

const person = (kind: number, at: number, orderSeq: number, promiseAt: number): WaitingPerson => ({
  ...{ kind, orderSeq, promiseAt, arrivesAt: at, placeAt: at, orderKey: at, overtaken: 0 },
  ...{ slotAt: Infinity, greenAt: Infinity, callableAt: -Infinity, creditMs: 0 },
});

/** All services take what is expected; half an hour's visitors wait, and more come as they are named. */
function hall(chance: Chance, rules: Situation['rules']): Situation {
  const windows = 2 + chance.index(5);
  const floor = plainFloor(windows, KINDS, MINUTE);
  const expectedMs = Array.from({ length: KINDS }, () => (3 + chance.next() * 20) * MINUTE);
  for (let cell = 0; cell < windows * KINDS; cell += 1) {
    floor.may[cell] = chance.happens(0.7) ? 1 : 0;
    floor.own[cell] = chance.happens(0.5) ? 1 : 0;
    floor.expectedMs[cell] = expectedMs[cell % KINDS] ?? MINUTE;
    floor.factor[cell] = expectedMs[cell % KINDS] ?? MINUTE;
  }
  const waiting = Array.from({ length: 5 + chance.index(30) }, () => -chance.next() * 30 * MINUTE)
    .sort((left, right) => left - right)
    .map((at, index) => person(chance.index(KINDS), at, index, at + (15 + index) * MINUTE));
  const booked = Array.from({ length: 60 }, (_, index) => {
    return person(chance.index(KINDS), chance.next() * 60 * MINUTE, 1_000 + index, Infinity);
  });
  return {
    ...{ at: 0, floor, sds: new Float64Array(KINDS).fill(SURE), spread: LOGNORMAL, rules },
    ...{ promiseSlackMs: SLACK_MS, noShowShare: 0, waiting, booked, coming: [] },
    newcomers: [[0], [1], [2], [3]],
    busy: Array.from({ length: windows }, () => ({
      length: { logMs: Math.log(10 * MINUTE), sd: SURE },
      ...{ elapsedMs: chance.next() * 5 * MINUTE, isCalled: false },
    })),
    shiftsOf: () => Array.from({ length: windows }, () => [[-Infinity, Infinity] as const]),
  };
}

const options = { rollouts: 1, seed: 1 };
const seconds = (ms: number) => Math.round(ms / 1_000 + 0.05);

/** The wait of one of the kind who is the last to have come. */
function standing(situation: Situation, kind: number, promiseAt: number): number {
  const waiting = [...situation.waiting, person(kind, 0, 999, promiseAt)];
  return rollOut({ ...situation, waiting }, options).waiting.at(-1)?.[0] ?? -1;
}

/** What strict order would bring the newcomer, and the slack. */
function promiseOf({ floor, waiting, busy }: Situation, kind: number): number {
  const strict = new StrictWait({ ...floor, shifts: [] });
  busy.forEach((row, window) =>
    strict.setFree(window, residualMs(10 * MINUTE, row?.elapsedMs ?? 0)),
  );
  const [last, ...others] = [person(kind, 0, 999, Infinity), ...waiting].map((row) =>
    visitorOf(row),
  );
  if (!last) throw new Error('nobody');
  return strict.of(others, last, 0) + SLACK_MS;
}

test.each([
  ['strict order', { kind: 'strict' } as const],
  ['zones', ZONES],
])('[fair] %s: who comes now waits as one who stands there', (_, rules) => {
  for (let seed = 1; seed <= 25; seed += 1) {
    const situation = hall(new Chance(seed), rules);
    const told = rollOut(situation, options).newcomers.map(([ms = -1]) => ms);
    const waited = told.map((_ms, kind) => standing(situation, kind, Infinity));
    expect(told.map(seconds)).toEqual(waited.map(seconds));
  }
});

test('[fair] promises: who comes now waits as one who stands there, be it short or long', () => {
  const apartMs: number[] = [];
  for (let seed = 1; seed <= 40; seed += 1) {
    const situation = hall(new Chance(seed), PROMISE);
    rollOut(situation, options).newcomers.forEach(([ms = -1], kind) => {
      const waitedMs = standing(situation, kind, promiseOf(situation, kind));
      if (ms < Infinity) apartMs.push(Math.abs(waitedMs - ms));
    });
  }
  expect(apartMs.length).toBeGreaterThan(100);
  // A ghost does not make those who come after it wait, so their promises may be a little sooner.
  const same = apartMs.filter((ms) => ms < 1_000).length;
  expect(same / apartMs.length).toBeGreaterThan(0.9);
  expect(mean(apartMs)).toBeLessThan(MINUTE);
});
