// The checkers themselves are tried: each seeded bug, in the log or in the machine, must be noticed
// by the invariant that it breaks, while the whole run passes all of them.
import { describe, expect, test } from 'vitest';
import { must } from '../../shared/base/assert.ts';
import { seededRandom } from '../../shared/base/seeded-random.ts';
import { INVARIANTS, faultsOf } from './invariants.ts';
import type { Run } from './journal.ts';
import { LOG_BUGS } from './log-bugs.ts';
import type { BentEntry, Log } from './log-bugs.ts';
import { MACHINE_BUGS } from './machine-bugs.ts';
import { play } from './play.ts';
import type { Act } from './random-pick.ts';
import { variedHall } from './varied-hall.ts';

const HOURS = ['10', '11', '12', '13', '14', '15', '16', '17', '18', '19', '20', '21', '22', '23'];
const HALL = variedHall({
  ...{ callsBeforeNoShow: 1, recallGapMs: 0, holdAffinityMs: 3_600_000 },
  ...{ overtakenMax: 1, promiseSlackMs: 60 * 60_000 },
});
/** A slot with one place in every hour, so that two want the same one. */
const CONFIG = {
  ...HALL,
  // Colleagues who may do the same, so that one may be called by the wrong one of them.
  staff: HALL.staff.map((person) => ({
    ...person,
    certifiedDepartments: HALL.departments.map(({ code }) => code),
    excludedItems: [],
  })),
  slots: HALL.slots.map((plan) => ({
    ...plan,
    times: HOURS.map((hour) => `${hour}:00`),
    capacity: 1,
  })),
};
const ACTS = 2_500;
/** Days that together give every seeded bug something to spoil. */
const SEEDS = [32, 30, 31];
const KIND_NAMES = Object.keys(INVARIANTS);

/** The day's acts fit into its hours: minutes pass seldom, and mostly nothing longer. */
function shortJump(below: (limit: number) => number): number {
  const jump = 10 + below(490);
  return jump % 10 > 7 && below(4) > 0 ? jump - (jump % 10) : jump;
}

function seededActs(seed: number): Act[] {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  return Array.from({ length: ACTS }, () => ({
    ...{ kind: below(997), first: below(9_999), second: below(9_999), jump: shortJump(below) },
  }));
}

const named = (start: string) =>
  must(
    KIND_NAMES.find((name) => name.startsWith(start)),
    start,
  );

const played = new Map<number, Run>();

function wholeDay(seed: number): Run {
  const run = played.get(seed) ?? play(CONFIG, seededActs(seed));
  played.set(seed, run);
  return run;
}

describe('seeded days', () => {
  test.each(SEEDS)('day %i is whole', (seed) => {
    expect(faultsOf(wholeDay(seed))).toEqual([]);
  });

  test.each(LOG_BUGS)('%s: noticed by %s', (_, invariant, bend) => {
    const noticed = SEEDS.some((seed) => {
      const run = wholeDay(seed);
      const entries = structuredClone(run.entries) as unknown as BentEntry[];
      const log: Log = { entries, day: { ...run.day } };
      bend(log);
      const faults = INVARIANTS[named(invariant)]?.({ ...run, ...(log as unknown as Run) });
      return faults !== undefined && faults.length > 0;
    });
    expect(noticed).toBe(true);
  });

  test.each(MACHINE_BUGS)('%s: noticed by %s', (_, invariant, machine) => {
    const noticed = SEEDS.some((seed) => {
      const faults = INVARIANTS[named(invariant)]?.(play(CONFIG, seededActs(seed), machine));
      return faults !== undefined && faults.length > 0;
    });
    expect(noticed).toBe(true);
  });

  test('every invariant has its bug', () => {
    const tried = [...LOG_BUGS, ...MACHINE_BUGS].map(([, invariant]) => named(invariant));
    expect(KIND_NAMES.filter((name) => !tried.includes(name))).toEqual([]);
  });
});
