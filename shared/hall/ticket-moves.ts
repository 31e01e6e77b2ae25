/** Asks the table of moves: why a move is not legal from the state that a ticket is in. */
import type { Refusal, RefusalCode } from './refusal.ts';
import { REFUSALS, refused } from './refusal.ts';
import { MOVES } from './moves.ts';
import type { Ticket, TicketStatus } from './ticket.ts';

type Move = keyof (typeof MOVES)[TicketStatus];

/** The refusal of a move, with the ticket's number; a legal one has none, which is a bug. */
export function refusalOf(ticket: Ticket, move: Move): Refusal {
  const refusal = refusalIf(ticket, move);
  if (!refusal) throw new Error(`${ticket.state.status} allows ${move}`);
  return refusal;
}

/** The refusal of a move, or null where the table allows it. */
export function refusalIf(ticket: Ticket, move: Move): Refusal | null {
  const to = MOVES[ticket.state.status][move];
  return isCode(to) ? refused(to, ticket.id) : null;
}

function isCode(to: TicketStatus | RefusalCode): to is RefusalCode {
  return REFUSALS.some((code) => code === to);
}
