/**
 * Calling the chief officer to the window: the visitor stays, the clerk waits for the word, and the
 * desk shows since when. The window's clerk, a manager or a chief says how it ended, before the last
 * case here does; a hold or a transfer ends it unanswered.
 */
import type { StaffNo } from '../base/ids.ts';
import { openWindowFor, ticketThere } from './at-window.ts';
import { isCertified } from './certificates.ts';
import type { ConsultChief, EndConsult } from './visit-commands.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import { isRefusal } from './decision.ts';
import type { EventOf } from './events.ts';
import { draftsHere } from './itinerary.ts';
import { refused } from './refusal.ts';
import type { Ticket } from './ticket.ts';
import { refusalOf } from './ticket-moves.ts';
import { clerkAt } from './window.ts';

/** Asks for a chief who may handle one of the cases here; none named: any of them. */
export function consultChief(day: Day, command: ConsultChief, ctx: CommandContext): Decision {
  const open = openWindowFor(day, command.window, ctx);
  if (isRefusal(open)) return open;
  const ticket = ticketThere(day, open.window);
  if (isRefusal(ticket)) return ticket;
  const { state } = ticket;
  if (state.status !== 'serving') return refusalOf(ticket, 'consultChief');
  if (state.consult) return refused('already-consulting');
  const items = draftsHere(ticket).map(({ item }) => item);
  const { chief } = command;
  const canHelp = day.plan.config.staff.some(
    ({ staffNo, retired }) =>
      !retired &&
      (chief === undefined || staffNo === chief) &&
      staffNo !== open.session.clerk &&
      isChief(day, staffNo) &&
      items.some((item) => isCertified(day, staffNo, item)),
  );
  if (!canHelp) return refused('no-chief-here', chief);
  const about = { ticket: ticket.id, window: open.window.no } as const;
  return [{ type: 'ConsultStarted', ...about, ...(chief !== undefined && { chief }) }];
}

/** The chief has approved or not; the clerk goes on. */
export function endConsult(day: Day, command: EndConsult, { by }: CommandContext): Decision {
  const window = day.windows.get(command.window);
  if (!window) return refused('unknown-window', String(command.window));
  const isOwn = by.kind === 'clerk' && clerkAt(window) === by.staffNo;
  const mayEnd =
    isOwn || by.kind === 'manager' || (by.kind === 'clerk' && isChief(day, by.staffNo));
  if (!mayEnd) return refused('not-your-window');
  const ticket = ticketThere(day, window);
  if (isRefusal(ticket)) return ticket;
  if (ticket.state.status !== 'serving') return refusalOf(ticket, 'endConsult');
  if (!ticket.state.consult) return refused('not-consulting');
  const { approved } = command;
  return [{ type: 'ConsultEnded', ticket: ticket.id, window: window.no, approved }];
}

/** The visitor leaves the window before the chief has answered: the record says so. */
export function consultLeft({ id, state }: Ticket): EventOf<'ConsultEnded'>[] {
  if (state.status !== 'serving' || state.consult === null) return [];
  const about = { ticket: id, window: state.window } as const;
  return [{ type: 'ConsultEnded', ...about, approved: false, unanswered: true }];
}

function isChief(day: Day, staffNo: StaffNo): boolean {
  return day.plan.staff.get(staffNo)?.role === 'chief';
}
