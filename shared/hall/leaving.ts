/** Leaving the queue and coming back to it: the visitor cancels, or returns after a miss or a hold. */
import type { CancelTicket, ReactivateTicket } from './visit-commands.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import type { EventOf } from './events.ts';
import { returned } from './holding.ts';
import { keyBehind, waitingIn } from './queue-places.ts';
import { refused } from './refusal.ts';
import { isAtSlot } from './routing/place.ts';
import { promiseFor } from './routing/promise.ts';
import type { Ticket } from './ticket.ts';
import { refusalIf } from './ticket-moves.ts';
import type { Promised } from './visit-events.ts';

/**
 * The visitor gives the ticket up: abandoned, not missed. An appointment only until some time before
 * its slot, so that its place can be taken by others; staff may later too.
 */
export function cancelTicket(day: Day, command: CancelTicket, ctx: CommandContext): Decision {
  const { at, by } = ctx;
  const ticket = day.tickets.get(command.ticket);
  if (!ticket || (by.kind === 'visitor' && by.ticket !== ticket.id)) {
    return refused('unknown-ticket', command.ticket);
  }
  const illegal = refusalIf(ticket, 'cancelTicket');
  if (illegal) return illegal;
  const { bookCancelBeforeMs } = day.plan.config.policy;
  const isBooked = ticket.state.status === 'booked';
  const lastAt = (ticket.appointment?.slotAt ?? Infinity) - bookCancelBeforeMs;
  if (isBooked && by.kind === 'visitor' && at > lastAt) return refused('too-late-to-cancel');
  return [{ type: 'TicketCancelled', ticket: ticket.id }];
}

/**
 * The visitor is back. After a missed call: behind a few waiting ones, after a second miss at the
 * tail; an appointment whose slot has come is called in that place like everybody's number. After a
 * hold: in the old place, for the same clerk first.
 */
export function reactivateTicket(
  day: Day,
  command: ReactivateTicket,
  { at, by }: CommandContext,
): Decision {
  const ticket = day.tickets.get(command.ticket);
  if (!ticket || (by.kind === 'visitor' && by.ticket !== ticket.id)) {
    return refused('unknown-ticket', command.ticket);
  }
  const illegal = refusalIf(ticket, 'reactivateTicket');
  if (illegal) return illegal;
  if (ticket.state.status === 'held') return [returned(day, ticket, ticket.state.clerk, at)];
  const place = placeOfReturn(day, ticket, at);
  const promise = promiseOfReturn(day, ticket, place, at);
  return [{ type: 'TicketReactivated', ticket: ticket.id, ...place, ...promise }];
}

/** A later place is a new promise; whoever kept the place, or the slot, keeps the promise too. */
function promiseOfReturn(
  day: Day,
  ticket: Ticket,
  { orderKey, right }: Pick<EventOf<'TicketReactivated'>, 'orderKey' | 'right'>,
  at: number,
): Partial<Promised> {
  const isLater = orderKey > ticket.orderKey || right !== undefined;
  return isLater ? promiseFor(day, { ...ticket, orderKey, creditMs: 0 }, at) : {};
}

function placeOfReturn(
  day: Day,
  ticket: Ticket,
  at: number,
): Pick<EventOf<'TicketReactivated'>, 'orderKey' | 'right'> {
  const isFirst = isAtSlot(ticket, at);
  const lost = isFirst ? ({ right: 'walkIn' } as const) : {};
  if (ticket.misses > 1) return { orderKey: Math.max(at, ticket.orderKey), ...lost };
  const { reactivatedBehindTickets: count } = day.plan.config.policy;
  const others = waitingIn(day, ticket);
  if (!isFirst) return { orderKey: keyBehind(others, count, ticket.orderKey) };
  // It stood before all of these, whatever their keys; with nobody to let pass it still does.
  const last = others[Math.min(count, others.length) - 1];
  return last ? { orderKey: last.orderKey, ...lost } : { orderKey: ticket.orderKey };
}
