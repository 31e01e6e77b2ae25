/** Leaving the queue and coming back to it: the visitor cancels, or returns after a missed call. */
import type { CancelTicket, ReactivateTicket } from './commands.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import { refused } from './refusal.ts';
import type { RefusalCode } from './refusal.ts';
import { MOVES } from './ticket.ts';
import type { Ticket } from './ticket.ts';

/** The visitor gives the ticket up: abandoned, not missed. */
export function cancelTicket(day: Day, command: CancelTicket, { by }: CommandContext): Decision {
  const ticket = day.tickets.get(command.ticket);
  if (!ticket || (by.kind === 'visitor' && by.ticket !== ticket.id)) {
    return refused('unknown-ticket', command.ticket);
  }
  const move = MOVES[ticket.state.status].cancelTicket;
  if (move !== 'abandoned') return refused(move as RefusalCode, ticket.id);
  return [{ type: 'TicketCancelled', ticket: ticket.id }];
}

/** A missed visitor is back: behind a few waiting ones, after a second miss at the tail. */
export function reactivateTicket(
  day: Day,
  command: ReactivateTicket,
  { at, by }: CommandContext,
): Decision {
  const ticket = day.tickets.get(command.ticket);
  if (!ticket || (by.kind === 'visitor' && by.ticket !== ticket.id)) {
    return refused('unknown-ticket', command.ticket);
  }
  const move = MOVES[ticket.state.status].reactivateTicket;
  if (move !== 'waiting') return refused(move as RefusalCode, ticket.id);
  return [
    { type: 'TicketReactivated', ticket: ticket.id, orderKey: orderKeyOfReturn(day, ticket, at) },
  ];
}

function orderKeyOfReturn(day: Day, ticket: Ticket, at: number): number {
  if (ticket.misses > 1) return at;
  const zone = day.waiting.filter((other) => other.zone === ticket.zone);
  const behind = zone[Math.min(day.plan.config.policy.reactivatedBehindTickets, zone.length) - 1];
  return Math.max(behind?.orderKey ?? 0, ticket.orderKey);
}
