/**
 * Hold: the visitor pays, copies or fetches something, and the clerk serves others meanwhile. Back in
 * time, the visitor takes the next free turn of the same clerk, after a while of anybody skilled. Not
 * back long after the time named, it counts as a missed call.
 */
import type { StaffNo } from '../base/ids.ts';
import { hallTime, nextDate, startOfDay } from '../calendar/business-date.ts';
import { openWindowFor, ticketThere, windowOfClerk } from './at-window.ts';
import { consultLeft } from './consulting.ts';
import type { HoldTicket } from './visit-commands.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import { isRefusal } from './decision.ts';
import type { EventOf, HallEvent } from './events.ts';
import { lastCloseAt } from './opening.ts';
import { refused } from './refusal.ts';
import { isGreen } from './routing/place.ts';
import type { Ticket } from './ticket.ts';
import { refusalOf } from './ticket-moves.ts';

/** Lets the visitor at the window go for a while. */
export function holdTicket(day: Day, command: HoldTicket, ctx: CommandContext): Decision {
  const open = openWindowFor(day, command.window, ctx);
  if (isRefusal(open)) return open;
  const ticket = ticketThere(day, open.window);
  if (isRefusal(ticket)) return ticket;
  if (ticket.state.status !== 'serving') return refusalOf(ticket, 'holdTicket');
  const latestAt = latestReturn(day, ctx.at);
  const usualAt = Math.min(ctx.at + day.plan.config.policy.holdReturnMs, latestAt);
  const returnByAt = command.returnBy ?? usualAt;
  if (returnByAt <= ctx.at) return refused('return-in-the-past');
  if (returnByAt > latestAt) return refused('return-too-late', hallTime(latestAt));
  const { reason } = command;
  const { clerk } = open.session;
  return [
    ...consultLeft(ticket),
    { type: 'TicketHeld', ticket: ticket.id, window: open.window.no, clerk, reason, returnByAt },
  ];
}

/** Nobody comes back to a hall that has gone home: the day's closing, after it midnight. */
function latestReturn(day: Day, at: number): number {
  const closeAt = day.plan.config.policy.alwaysOpen ? null : lastCloseAt(day.plan, day.date);
  return closeAt !== null && closeAt > at ? closeAt : startOfDay(nextDate(day.date));
}

/** The held visitor is back; nobody waits for a clerk who is away. */
export function returned(
  day: Day,
  ticket: Ticket,
  clerk: StaffNo,
  at: number,
): EventOf<'TicketReturned'> {
  const status = windowOfClerk(day, clerk)?.state.status ?? 'closed';
  const isThere = status !== 'closed' && status !== 'paused';
  const affinityUntilAt = isThere ? at + day.plan.config.policy.holdAffinityMs : at;
  return { type: 'TicketReturned', ticket: ticket.id, clerk, affinityUntilAt };
}

/** Holds whose grace is over: a miss each, and void with the last one that the policy allows. */
export function lapsedHolds(day: Day, at: number): HallEvent[] {
  const { holdGraceMs, missesBeforeVoid } = day.plan.config.policy;
  return [...day.tickets.values()].flatMap((row): HallEvent[] => {
    const { id: ticket, state, misses } = row;
    if (state.status !== 'held' || state.returnByAt + holdGraceMs > at) return [];
    const isVoid = misses + 1 >= missesBeforeVoid;
    const greenEnded = isGreen(row, at) ? ({ greenEnded: true } as const) : {};
    const lapsed: HallEvent = { type: 'HoldLapsed', ticket, ...greenEnded };
    return isVoid ? [lapsed, { type: 'TicketVoided', ticket }] : [lapsed];
  });
}
