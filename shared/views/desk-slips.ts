/** The slips that visitors of a window took along, so that one can be printed again. */
import type { CaseId, TicketId, WindowNo } from '../base/ids.ts';
import { must } from '../base/assert.ts';
import type { Day } from '../hall/day.ts';
import { windowOf } from '../hall/fold-windows.ts';
import type { SlipKind } from '../hall/paper-events.ts';
import type { PrintState, Ticket } from '../hall/ticket.ts';
import { ticketAt } from '../hall/window.ts';
import type { Names } from '../text/language.ts';

const SLIPS_MAX = 6;

export interface DeskSlip {
  readonly ticket: TicketId;
  readonly case: CaseId;
  readonly item: Names;
  readonly kind: SlipKind;
  readonly status: PrintState['status'];
}

/** Slips of the visitor here, then of the last one; each case once, by its newest paper. */
export function deskSlips(day: Day, no: WindowNo): DeskSlip[] {
  const window = windowOf(day, no);
  const ids = [ticketAt(window), window.lastTicket].filter((id) => id !== null);
  const tickets = [...new Set(ids)].flatMap((id) => day.tickets.get(id) ?? []);
  return tickets.flatMap((ticket) => slipsOf(day, ticket)).slice(0, SLIPS_MAX);
}

function slipsOf(day: Day, ticket: Ticket): DeskSlip[] {
  return ticket.cases.flatMap((row) => {
    const slip = ticket.slips.findLast((one) => one.case === row.id);
    if (!slip) return [];
    const item = must(day.plan.items.get(row.item), row.item).name;
    return [{ ticket: ticket.id, case: row.id, item, kind: slip.kind, status: slip.print.status }];
  });
}
