// Days into which visitors of the night before come over, at odd moments and now and then twice.
import { describe, expect, test } from 'vitest';
import { caseId, ticketId } from '../../shared/base/ids.ts';
import { businessDate } from '../../shared/base/ids.ts';
import { seededRandom } from '../../shared/base/seeded-random.ts';
import type { Day } from '../../shared/hall/day.ts';
import { decide } from '../../shared/hall/decide.ts';
import { evolve } from '../../shared/hall/evolve.ts';
import type { BringOver } from '../../shared/hall/system-commands.ts';
import { smallHall } from '../helpers/small-hall.ts';
import { faultsOf } from './invariants.ts';
import type { Run } from './journal.ts';
import { eventsOf } from './journal.ts';
import type { Machine } from './play.ts';
import { play } from './play.ts';
import type { Act } from './random-pick.ts';
import { of } from './random-pick.ts';
import { broughtOverOnce } from './visit-invariants.ts';

const ACTS = 900;
const SEEDS = [1, 2, 3, 4, 5, 6];

/** Whoever was still there the evening before, with what was left to do; some come a second time. */
function bringOver(day: Day): BringOver {
  const no = (day.seq % 7) + 1;
  const { code, zone } = of(day.plan.config.items, day.seq);
  const ticket = ticketId(`B00${String(no)}`);
  return {
    type: 'bringOver',
    fromDate: businessDate(day.seq % 5 === 0 ? '2026-11-20' : '2026-11-22'),
    tickets: [
      {
        ...{ ticket, series: 'B', number: no, zone, language: 'en' },
        arrivedAt: Math.max(0, day.lastAt - (day.seq % 60) * 60_000),
        ...(day.seq % 4 === 0 && { class: 'ELD', creditMs: 900_000 }),
        cases: [{ case: caseId(`${ticket}-${String((day.seq % 3) + 1)}`), item: code }],
      },
    ],
  };
}

/** Every third look of the ticker is the night instead. */
const nightly: Machine = {
  evolve,
  decide: (day, command, ctx) => {
    const isNight = command.type === 'tick' && command.facts === undefined && day.seq % 3 === 0;
    return decide(day, isNight && day.phase === 'open' ? bringOver(day) : command, ctx);
  },
};

function seededActs(seed: number): Act[] {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  return Array.from({ length: ACTS }, () => ({
    ...{ kind: below(997), first: below(9_999), second: below(9_999), jump: 3 + below(496) },
  }));
}

const runs = SEEDS.map((seed) => play(smallHall(), seededActs(seed), nightly));

/** A run with its first ticket that came over changed, or told once more. */
function bent(fields: object, again = false): Run {
  const run = runs.find((one) => eventsOf(one, 'TicketBroughtOver').length > 0);
  const [first] = run ? eventsOf(run, 'TicketBroughtOver') : [];
  if (!run || !first) throw new Error('nobody came over');
  const { entry, event } = first;
  const stored = entry.stored.flatMap((one) => {
    if (one.event !== event) return [one];
    const changed = { ...one, event: { ...event, ...fields } };
    return again ? [one, changed] : [changed];
  });
  return {
    ...run,
    entries: run.entries.map((one) => (one === entry ? { ...entry, stored } : one)),
  };
}

describe('manager 15: visitors of the night before', () => {
  test('every invariant holds of days into which they come', () => {
    for (const run of runs) expect([...faultsOf(run), ...broughtOverOnce(run)]).toEqual([]);
    const over = runs.flatMap((run) => eventsOf(run, 'TicketBroughtOver'));
    expect(over.length).toBeGreaterThan(15);
    const ids = new Set<string>(over.map(({ event }) => event.ticket));
    const called = runs.flatMap((run) => eventsOf(run, 'TicketCalled'));
    expect(called.some(({ event }) => ids.has(event.ticket))).toBe(true);
  });

  test('one who comes twice, under a number of today, or from a day to come is noticed', () => {
    expect(broughtOverOnce(bent({}, true))).toHaveLength(1);
    expect(broughtOverOnce(bent({ ticket: ticketId('B001') }))).toHaveLength(1);
    expect(broughtOverOnce(bent({ fromDate: businessDate('2026-11-24') }))).toHaveLength(1);
  });
});
