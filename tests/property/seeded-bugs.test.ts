// The checkers themselves are tried: each seeded bug, in the log or in the machine, must be noticed
// by the invariant that it breaks, while the whole run passes all of them.
import { beforeAll, describe, expect, test } from 'vitest';
import { must } from '../../shared/base/assert.ts';
import { seededRandom } from '../../shared/base/seeded-random.ts';
import { smallHall } from '../helpers/small-hall.ts';
import { INVARIANTS, faultsOf } from './invariants.ts';
import type { Run } from './journal.ts';
import { LOG_BUGS } from './log-bugs.ts';
import type { BentEntry, Log } from './log-bugs.ts';
import { MACHINE_BUGS } from './machine-bugs.ts';
import { play } from './play.ts';
import type { Act } from './random-day.ts';

const CONFIG = smallHall({ callsBeforeNoShow: 1, recallGapMs: 0 });
const ACTS = 2_500;
const KIND_NAMES = Object.keys(INVARIANTS);

function seededActs(seed: number): Act[] {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  return Array.from({ length: ACTS }, () => ({
    ...{ kind: below(997), first: below(9_999), second: below(9_999), jump: 3 + below(496) },
  }));
}

const named = (start: string) =>
  must(
    KIND_NAMES.find((name) => name.startsWith(start)),
    start,
  );

describe('the seeded day', () => {
  const whole: { run?: Run } = {};
  beforeAll(() => {
    whole.run = play(CONFIG, seededActs(20));
  });

  test('is whole', () => {
    expect(faultsOf(must(whole.run, 'the run'))).toEqual([]);
  });

  test.each(LOG_BUGS)('%s: noticed by %s', (_, invariant, bend) => {
    const run = must(whole.run, 'the run');
    const entries = structuredClone(run.entries) as unknown as BentEntry[];
    const log: Log = { entries, day: { ...run.day } };
    bend(log);
    const name = named(invariant);
    expect(INVARIANTS[name]?.({ ...run, ...(log as unknown as Run) })).not.toEqual([]);
  });

  test.each(MACHINE_BUGS)('%s: noticed by %s', (_, invariant, machine) => {
    const run = play(CONFIG, seededActs(20), machine);
    expect(INVARIANTS[named(invariant)]?.(run)).not.toEqual([]);
  });

  test('every invariant has its bug', () => {
    const tried = [...LOG_BUGS, ...MACHINE_BUGS].map(([, invariant]) => named(invariant));
    expect(KIND_NAMES.filter((name) => !tried.includes(name))).toEqual([]);
  });
});
