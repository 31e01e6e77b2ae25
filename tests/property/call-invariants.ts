/** What must hold of every call: replayed it is the same (T11), and out of order it says why (T12). */
import { isDeepStrictEqual } from 'node:util';
import type { Day } from '../../shared/hall/day.ts';
import { emptyDay } from '../../shared/hall/day.ts';
import type { EventOf, StoredEvent } from '../../shared/hall/events.ts';
import { evolve } from '../../shared/hall/evolve.ts';
import { choose, chooseByHand } from '../../shared/hall/routing/choose.ts';
import type { Run } from './journal.ts';
import { eventsOf, logOf } from './journal.ts';

/** T11: the log folded to just before a call chooses the same ticket for the same reason. */
export function replayedCalls(run: Run): string[] {
  const { hall, date, plans } = run.day;
  const [plan] = plans.values();
  if (!plan) return ['a day without a plan'];
  const day = emptyDay(hall, date, plan);
  for (const [version, known] of plans) day.plans.set(version, known);
  const faults: string[] = [];
  for (const stored of logOf(run)) {
    const { event } = stored;
    if (event.type === 'TicketCalled' && !isSame(day, stored, event)) {
      faults.push(`${event.ticket} would not be called again`);
    }
    evolve(day, stored);
  }
  return faults;
}

function isSame(day: Day, { at }: StoredEvent, event: EventOf<'TicketCalled'>): boolean {
  const window = day.windows.get(event.window);
  const ticket = day.tickets.get(event.ticket);
  if (!window || !ticket) return false;
  const { rule, reason = '' } = event.why;
  const again =
    rule === 'by-hand'
      ? chooseByHand(day, window, event.clerk, ticket, reason, at)
      : choose(day, window, event.clerk, at);
  return again?.ticket === ticket && isDeepStrictEqual(again.why, event.why);
}

/** T12: who passes an earlier arrival has a right to it, and whoever gave it stands there. */
export function explained(run: Run): string[] {
  return eventsOf(run, 'TicketCalled').flatMap(({ entry, event }) => {
    const { rule, creditMs, passedCount = 0, approvedBy, reason, overtook } = event.why;
    const isByWait = rule === 'longest-wait' || rule === 'zone-overflow';
    const isByChoice = rule === 'best-score' || rule === 'overtaken-limit';
    const isByHand = entry.by.kind === 'manager' && entry.command.type === 'callTicket';
    const lacks =
      (isByWait && creditMs === 0 && passedCount > 0) ||
      (isByChoice && overtook === undefined) ||
      (rule === 'green-channel' && (approvedBy === undefined || reason === undefined)) ||
      (rule === 'by-hand') !== isByHand ||
      (rule === 'by-hand' && reason === undefined);
    return lacks ? [`${event.ticket} passed others by ${rule}`] : [];
  });
}
