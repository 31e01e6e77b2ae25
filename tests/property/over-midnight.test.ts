// The checker of what comes over midnight is tried itself: each bent log is noticed.
import { expect, test } from 'vitest';
import { businessDate, ticketId } from '../../shared/base/ids.ts';
import { smallHall } from '../helpers/small-hall.ts';
import type { Run } from './journal.ts';
import { eventsOf } from './journal.ts';
import { play } from './play.ts';
import { seededActs } from './seeded-acts.ts';
import { broughtOverOnce } from './visit-invariants.ts';

const day = play(smallHall(), seededActs(7, 600));

/** The run with its first ticket that came over changed, or told once more. */
function bent(fields: object, again: boolean): Run {
  const [first] = eventsOf(day, 'TicketBroughtOver');
  if (!first) throw new Error('nobody came over');
  const { entry, event } = first;
  const stored = entry.stored.flatMap((one) => {
    if (one.event !== event) return [one];
    const changed = { ...one, event: { ...event, ...fields } };
    return again ? [one, changed] : [changed];
  });
  const entries = day.entries.map((one) => (one === entry ? { ...entry, stored } : one));
  return { ...day, entries };
}

test('a whole day has each of them once', () => {
  expect(eventsOf(day, 'TicketBroughtOver').length).toBeGreaterThan(2);
  expect(broughtOverOnce(day)).toEqual([]);
});

test('twice, under a number of today, or from a day to come is noticed', () => {
  expect(broughtOverOnce(bent({}, true))).toHaveLength(1);
  expect(broughtOverOnce(bent({ ticket: ticketId('B001') }, false))).toHaveLength(1);
  expect(broughtOverOnce(bent({ fromDate: businessDate('2026-11-24') }, false))).toHaveLength(1);
});
