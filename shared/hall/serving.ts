/**
 * The visit at the window: the visitor arrives, cases are added, each ends with its outcome, and
 * with the last one the visit is done. Finishing a case opens its prompt in the same decision: no
 * command ends a case at a window without one.
 */
import { caseId } from '../base/ids.ts';
import type { AddCase, AtWindow } from './commands.ts';
import { openWindowFor, ticketThere } from './at-window.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import { isRefusal } from './decision.ts';
import { isCertified } from './certificates.ts';
import { refused } from './refusal.ts';
import type { RefusalCode } from './refusal.ts';
import { MOVES } from './ticket.ts';

/** The visitor has come to the window. */
export function startService(
  day: Day,
  command: AtWindow<'startService'>,
  ctx: CommandContext,
): Decision {
  const open = openWindowFor(day, command.window, ctx);
  if (isRefusal(open)) return open;
  const ticket = ticketThere(day, open.window);
  if (isRefusal(ticket)) return ticket;
  if (ticket.state.status !== 'called') {
    return refused(MOVES[ticket.state.status].startService as RefusalCode, ticket.id);
  }
  const { clerk } = open.session;
  return [{ type: 'ServiceStarted', ticket: ticket.id, window: open.window.no, clerk }];
}

/** One more matter for the visitor at the window, if this clerk may handle it. */
export function addCase(day: Day, command: AddCase, ctx: CommandContext): Decision {
  const open = openWindowFor(day, command.window, ctx);
  if (isRefusal(open)) return open;
  const ticket = ticketThere(day, open.window);
  if (isRefusal(ticket)) return ticket;
  if (ticket.state.status !== 'serving') {
    return refused(MOVES[ticket.state.status].addCase as RefusalCode, ticket.id);
  }
  const { casesPerTicketMax } = day.plan.config.policy;
  if (!day.plan.items.has(command.item)) return refused('unknown-item', command.item);
  if (ticket.cases.length >= casesPerTicketMax) {
    return refused('too-many-cases', String(casesPerTicketMax));
  }
  if (!isCertified(day, open.session.clerk, command.item)) {
    return refused('not-certified', command.item);
  }
  const id = caseId(`${ticket.id}-${String(ticket.cases.length + 1)}`);
  return [{ type: 'CaseAdded', ticket: ticket.id, case: id, item: command.item }];
}
