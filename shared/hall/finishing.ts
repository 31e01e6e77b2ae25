/**
 * A case ends with its outcome, and with the last one the visit is done. Finishing a case opens its
 * prompt in the same decision: no command ends a case at a window without one.
 */
import { ticketOfCase } from '../base/ids.ts';
import { openWindowFor } from './at-window.ts';
import type { FinishCase } from './commands.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import { isRefusal } from './decision.ts';
import type { HallEvent } from './events.ts';
import { refused } from './refusal.ts';
import type { RefusalCode } from './refusal.ts';
import { MOVES } from './ticket.ts';

const FIRST_SERVICE = 1;

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
