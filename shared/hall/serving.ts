/**
 * The visit at the window: the visitor arrives, cases are added, each ends with its outcome, and
 * with the last one the visit is done. Finishing a case opens its prompt in the same decision: no
 * command ends a case at a window without one.
 */
import { caseId, ticketOfCase } from '../base/ids.ts';
import type { AddCase, AtWindow, FinishCase } from './commands.ts';
import { openWindowFor, ticketThere } from './at-window.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import { isRefusal } from './decision.ts';
import type { HallEvent } from './events.ts';
import { isCertified } from './plan.ts';
import { refused } from './refusal.ts';
import type { RefusalCode } from './refusal.ts';
import { MOVES } from './ticket.ts';

const FIRST_SERVICE = 1;

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
  if (!isCertified(day.plan, open.session.clerk, command.item, day.date)) {
    return refused('not-certified', command.item);
  }
  const id = caseId(`${ticket.id}-${String(ticket.cases.length + 1)}`);
  return [{ type: 'CaseAdded', ticket: ticket.id, case: id, item: command.item }];
}

/** Ends one case with its outcome; with the last one the visit is done and may be rated. */
export function finishCase(day: Day, command: FinishCase, ctx: CommandContext): Decision {
  const ticket = day.tickets.get(ticketOfCase(command.case));
  const found = ticket?.cases.find((row) => row.id === command.case);
  if (!ticket || !found) return refused('unknown-case', command.case);
  if (ticket.state.status !== 'serving') {
    return refused(MOVES[ticket.state.status].finishCase as RefusalCode, ticket.id);
  }
  const open = openWindowFor(day, ticket.state.window, ctx);
  if (isRefusal(open)) return open;
  if (found.state.status !== 'draft') return refused('case-finished', found.id);
  const { clerk } = open.session;
  const about = { ticket: ticket.id, window: open.window.no, case: found.id } as const;
  const events: HallEvent[] = [
    {
      type: 'CaseFinished',
      ...about,
      item: found.item,
      serviceSeq: FIRST_SERVICE,
      outcome: command.outcome,
      clerk,
    },
    { type: 'PromptOpened', ...about, serviceSeq: FIRST_SERVICE, clerk },
  ];
  if (ticket.cases.every((row) => row === found || row.state.status !== 'draft')) {
    events.push({
      type: 'TicketFinished',
      ticket: ticket.id,
      window: open.window.no,
      promptDeadlineAt: ctx.at + day.plan.config.policy.promptMs,
    });
  }
  return events;
}
