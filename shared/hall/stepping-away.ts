/** Stepping away: the visitor lets some of the others in the zone pass, and keeps the number. */
import type { StepAway } from './visit-commands.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import { keyBehind, waitingIn } from './queue-places.ts';
import { refused } from './refusal.ts';
import { refusalIf } from './ticket-moves.ts';

/** Places the ticket behind so many of those who wait after it, as often as the policy allows. */
export function stepAway(day: Day, command: StepAway, { by }: CommandContext): Decision {
  const ticket = day.tickets.get(command.ticket);
  if (!ticket || (by.kind === 'visitor' && by.ticket !== ticket.id)) {
    return refused('unknown-ticket', command.ticket);
  }
  const illegal = refusalIf(ticket, 'stepAway');
  if (illegal) return illegal;
  const { stepAwayTicketsMax, stepAwayTimesMax } = day.plan.config.policy;
  if (ticket.stepAways >= stepAwayTimesMax) return refused('step-away-limit');
  if (command.pass > stepAwayTicketsMax) {
    return refused('step-away-limit', String(stepAwayTicketsMax));
  }
  const place = day.waiting.indexOf(ticket);
  const behind = waitingIn(day, ticket.zone).filter((other) => day.waiting.indexOf(other) > place);
  if (behind.length === 0) return refused('nobody-to-let-pass');
  const pass = Math.min(command.pass, behind.length);
  const orderKey = keyBehind(behind, pass, ticket.orderKey);
  return [{ type: 'TicketSteppedAway', ticket: ticket.id, pass, orderKey }];
}
