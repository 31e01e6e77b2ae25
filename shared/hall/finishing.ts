/**
 * A case ends with its outcome, and with the last one of the stop the visitor goes on or is done.
 * Finishing a case opens its prompt in the same decision: no command ends a case at a window without
 * one. An outcome that the visitor must know of prints its slip in that decision too.
 */
import type { CaseId, StaffNo } from '../base/ids.ts';
import { ticketOfCase } from '../base/ids.ts';
import type { OpenHallWindow } from './at-window.ts';
import { openWindowFor } from './at-window.ts';
import { isCertified } from './certificates.ts';
import type { FinishCase } from './visit-commands.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import { isRefusal } from './decision.ts';
import type { HallEvent } from './events.ts';
import { afterStop, draftsHere } from './itinerary.ts';
import { resultOf } from './outcomes.ts';
import type { Refusal } from './refusal.ts';
import { refused } from './refusal.ts';
import { slipFor } from './slips.ts';
import type { Case, Ticket } from './ticket.ts';
import { refusalOf } from './ticket-moves.ts';

const FIRST_SERVICE = 1;

/** Ends one case with its outcome; the prompt and the slip follow, and the end of the visit. */
export function finishCase(day: Day, command: FinishCase, ctx: CommandContext): Decision {
  const found = servedCase(day, command.case, 'finishCase', ctx);
  if (isRefusal(found)) return found;
  const { ticket, row, open } = found;
  const { clerk } = open.session;
  const { outcome } = command;
  if (row.stop !== ticket.stop && !mayComeEarly(day, ticket, row, clerk)) {
    return refused('not-eligible-here', row.id);
  }
  const isLast = draftsHere(ticket).every(({ id }) => id === row.id);
  // What the chief said belongs to the record of what was done; nobody can add it afterwards.
  const isAsking = ticket.state.status === 'serving' && ticket.state.consult !== null;
  if (isLast && isAsking) return refused('consult-open', ticket.id);
  const result = resultOf(day, ticket, row, command);
  if (isRefusal(result)) return result;
  const about = { ticket: ticket.id, window: open.window.no, case: row.id } as const;
  const serviceSeq = FIRST_SERVICE;
  const events: HallEvent[] = [
    { type: 'CaseFinished', ...about, item: row.item, serviceSeq, outcome, clerk, ...result },
    { type: 'PromptOpened', ...about, serviceSeq, clerk },
    ...slipFor(day, ticket, row, { outcome }),
  ];
  if (isLast) events.push(afterStop(day, ticket, open.window.no, row.id, ctx.at));
  return events;
}

/** What was left to a later window may be done here after all; an agent's next turn may not. */
function mayComeEarly(day: Day, ticket: Ticket, row: Case, clerk: StaffNo): boolean {
  return ticket.agent === null && isCertified(day, clerk, row.item);
}

export interface ServedCase {
  readonly ticket: Ticket;
  readonly row: Case;
  readonly open: OpenHallWindow;
}

/** An unfinished case of the visitor at a window where the one who asks may act. */
export function servedCase(
  day: Day,
  id: CaseId,
  move: 'finishCase' | 'recodeCase' | 'tickMaterial' | 'planStop',
  ctx: CommandContext,
): ServedCase | Refusal {
  const ticket = day.tickets.get(ticketOfCase(id));
  const row = ticket?.cases.find((one) => one.id === id);
  if (!ticket || !row) return refused('unknown-case', id);
  if (ticket.state.status !== 'serving') return refusalOf(ticket, move);
  const open = openWindowFor(day, ticket.state.window, ctx);
  if (isRefusal(open)) return open;
  if (row.state.status !== 'draft') return refused('case-finished', id);
  return { ticket, row, open };
}
