/** The visit at the window begins: the visitor arrives, and more cases are added as they come. */
import { caseId } from '../base/ids.ts';
import type { AtWindow } from './hall-commands.ts';
import type { AddCase } from './visit-commands.ts';
import { openWindowFor, ticketThere } from './at-window.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import { isRefusal } from './decision.ts';
import { isCertified } from './certificates.ts';
import { countedItems, usedUpQuota } from './quotas.ts';
import { refused } from './refusal.ts';
import { refusalOf } from './ticket-moves.ts';

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
  if (ticket.state.status !== 'called') return refusalOf(ticket, 'startService');
  const { clerk } = open.session;
  return [{ type: 'ServiceStarted', ticket: ticket.id, window: open.window.no, clerk }];
}

/** One more matter for the visitor at the window, if this clerk may handle it and the day takes it. */
export function addCase(day: Day, command: AddCase, ctx: CommandContext): Decision {
  const open = openWindowFor(day, command.window, ctx);
  if (isRefusal(open)) return open;
  const ticket = ticketThere(day, open.window);
  if (isRefusal(ticket)) return ticket;
  if (ticket.state.status !== 'serving') return refusalOf(ticket, 'addCase');
  const { casesPerTicketMax } = day.plan.config.policy;
  const item = day.plan.items.get(command.item);
  if (!item || item.retired) return refused('unknown-item', command.item);
  if (ticket.cases.length >= casesPerTicketMax) {
    return refused('too-many-cases', String(casesPerTicketMax));
  }
  if (!isCertified(day, open.session.clerk, command.item)) {
    return refused('not-certified', command.item);
  }
  const isCounted = countedItems(ticket).has(command.item);
  const usedUp = isCounted ? null : usedUpQuota(day, [command.item]);
  if (usedUp) return usedUp;
  const id = caseId(`${ticket.id}-${String(ticket.cases.length + 1)}`);
  return [{ type: 'CaseAdded', ticket: ticket.id, case: id, item: command.item }];
}
