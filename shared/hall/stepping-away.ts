/** Stepping away: the visitor lets some of the others in the queue pass, and keeps the number. */
import type { StepAway } from './visit-commands.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import { keyBehind, waitingIn } from './queue-places.ts';
import { refused } from './refusal.ts';
import { isAtSlot } from './routing/place.ts';
import { promiseFor } from './routing/promise.ts';
import { refusalIf } from './ticket-moves.ts';

/** Places the ticket behind so many of those who wait after it, as often as the policy allows. */
export function stepAway(day: Day, command: StepAway, { at, by }: CommandContext): Decision {
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
  // Whose slot has come stands before all the others, whatever the place in the order.
  const isFirst = isAtSlot(ticket, at);
  const place = isFirst ? -1 : day.waiting.indexOf(ticket);
  const later = new Set(day.waiting.slice(place + 1));
  const behind = waitingIn(day, ticket).filter((other) => later.has(other));
  const last = behind[Math.min(command.pass, behind.length) - 1];
  if (!last) return refused('nobody-to-let-pass');
  const pass = Math.min(command.pass, behind.length);
  if (isFirst) {
    const { orderKey } = last;
    const promise = promiseFor(day, { ...ticket, orderKey, creditMs: 0 }, at);
    return [
      { type: 'TicketSteppedAway', ticket: ticket.id, pass, orderKey, right: 'walkIn', ...promise },
    ];
  }
  const orderKey = keyBehind(behind, pass, ticket.orderKey);
  const promise = promiseFor(day, { ...ticket, orderKey, creditMs: 0 }, at);
  return [{ type: 'TicketSteppedAway', ticket: ticket.id, pass, orderKey, ...promise }];
}
