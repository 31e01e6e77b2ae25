/**
 * Changing the way of a visit while it is under way: the clerk leaves cases to another window, or a
 * manager lets an agent finish the whole batch in one turn.
 */
import { isCertified } from './certificates.ts';
import type { GrantBatch, PlanStop } from './visit-commands.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import { isRefusal } from './decision.ts';
import { servedCase } from './finishing.ts';
import { draftsHere, draftsOf, leftToLater } from './itinerary.ts';
import { isTakeable } from './reach.ts';
import { refused } from './refusal.ts';
import type { Case } from './ticket.ts';
import { refusalIf } from './ticket-moves.ts';

/** Leaves cases of this window visit to later ones; the visitor keeps number and arrival. */
export function planStop(day: Day, command: PlanStop, ctx: CommandContext): Decision {
  const ids = [...new Set(command.cases)];
  const [first] = ids;
  if (first === undefined) return refused('no-items');
  const found = servedCase(day, first, 'planStop', ctx);
  if (isRefusal(found)) return found;
  const { ticket } = found;
  const rows: Case[] = [];
  for (const id of ids) {
    const row = ticket.cases.find((one) => one.id === id);
    if (!row) return refused('unknown-case', id);
    if (row.state.status !== 'draft') return refused('case-finished', id);
    if (row.stop !== ticket.stop) return refused('already-there', id);
    rows.push(row);
  }
  if (rows.length === draftsHere(ticket).length) return refused('last-case-stays');
  return leftToLater(day, ticket, rows);
}

/** The whole batch in one turn, if one window and clerk can take all that is left. */
export function grantBatch(day: Day, command: GrantBatch): Decision {
  const ticket = day.tickets.get(command.ticket);
  if (!ticket) return refused('unknown-ticket', command.ticket);
  const illegal = refusalIf(ticket, 'grantBatch');
  if (illegal) return illegal;
  const drafts = draftsOf(ticket);
  const isBatch = ticket.agent !== null && drafts.some(({ stop }) => stop !== ticket.stop);
  if (!isBatch) return refused('not-a-batch', ticket.id);
  const items = drafts.map(({ item }) => item);
  if (!isTakeable(day, ticket, ticket.stop, items)) return refused('no-window-for-items');
  if (ticket.state.status === 'called' || ticket.state.status === 'serving') {
    const { clerk } = ticket.state;
    const missing = items.find((item) => !isCertified(day, clerk, item));
    if (missing !== undefined) return refused('not-certified', missing);
  }
  return [{ type: 'BatchGranted', ticket: ticket.id }];
}
