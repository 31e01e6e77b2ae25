/**
 * A manager has one waiting ticket called at a window, and says why. Order, a transfer's target and
 * an appointment's slot give way to the hand; certificates and the window's furniture do not.
 */
import { openWindowFor } from './at-window.ts';
import { callAt, freeToCall } from './calling.ts';
import type { CallTicket } from './visit-commands.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import { isRefusal } from './decision.ts';
import type { RefusalCode } from './refusal.ts';
import { refused } from './refusal.ts';
import { chooseByHand } from './routing/choose.ts';
import { MOVES } from './moves.ts';

/** Calls that ticket there, out of the order. */
export function callTicket(day: Day, command: CallTicket, ctx: CommandContext): Decision {
  const open = openWindowFor(day, command.window, ctx);
  if (isRefusal(open)) return open;
  const busy = freeToCall(open.window);
  if (busy) return busy;
  const ticket = day.tickets.get(command.ticket);
  if (!ticket) return refused('unknown-ticket', command.ticket);
  if (ticket.state.status !== 'waiting') {
    const { stepAway } = MOVES[ticket.state.status];
    return refused(stepAway as RefusalCode, ticket.id);
  }
  const { window, session } = open;
  const choice = chooseByHand(day, window, session.clerk, ticket, command.reason, ctx.at);
  return choice ? callAt(day, open, choice) : refused('not-eligible-here', ticket.id);
}
