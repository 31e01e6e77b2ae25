/**
 * The papers of one ticket, for whoever shows a kiosk its code: the ticket's own and the slips of its
 * cases, what became of each, and how many more copies a kiosk prints. Names the matters, so it is
 * given for the ticket's key alone.
 */
import type { CaseId, TicketId } from '../base/ids.ts';
import { must } from '../base/assert.ts';
import type { Day } from '../hall/day.ts';
import type { SlipKind } from '../hall/paper-events.ts';
import { needsTicketPaper, slipCopiesLeft, ticketCopiesLeft } from '../hall/printing.ts';
import { slipKindOf } from '../hall/slips.ts';
import type { PrintState, Ticket } from '../hall/ticket.ts';
import type { Names } from '../text/language.ts';

interface Paper {
  readonly print: PrintState;
  readonly copiesLeft: number;
}

export interface SlipPaper extends Paper {
  readonly case: CaseId;
  readonly kind: SlipKind;
  readonly item: Names;
}

export interface TicketPapers {
  readonly ticket: TicketId;
  /** The ticket's own; null once it is over and its paper is of no use. */
  readonly own: Paper | null;
  /** One for each case that left a slip, in the order of the cases. */
  readonly slips: readonly SlipPaper[];
}

/** What there is to print again. */
export function ticketPapers(day: Day, ticket: Ticket): TicketPapers {
  const { print } = ticket;
  const own = needsTicketPaper(ticket) ? { print, copiesLeft: ticketCopiesLeft(ticket) } : null;
  const slips = ticket.cases.flatMap((row): SlipPaper[] => {
    const kind = slipKindOf(row);
    if (kind === null) return [];
    const last = ticket.slips.findLast((slip) => slip.case === row.id);
    return [
      {
        ...{ case: row.id, kind, item: must(day.plan.items.get(row.item), row.item).name },
        print: last?.print ?? { status: 'none' },
        copiesLeft: slipCopiesLeft(ticket, row.id),
      },
    ];
  });
  return { ticket: ticket.id, own, slips };
}
