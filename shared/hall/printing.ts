/**
 * Paper: a ticket or a slip printed again, and what became of each print job. A kiosk prints a slip
 * again only for whoever showed the ticket's own code (the shell proves it and says so), and papers
 * again only so often; staff at a desk see who stands before them and are not limited.
 */
import { ticketOfCase } from '../base/ids.ts';
import type { RecordPrint } from './system-commands.ts';
import type { ReprintSlip, ReprintTicket } from './visit-commands.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import type { Refusal } from './refusal.ts';
import { refused } from './refusal.ts';
import { hasSlip, slipFor } from './slips.ts';
import type { Case, Ticket } from './ticket.ts';

/** So often a kiosk prints one paper again; one that did not come out is not counted. */
export const COPIES_MAX = 3;
const TICKET_NEEDED: ReadonlySet<string> = new Set(['waiting', 'called', 'held', 'noShow']);

/** Whether the paper of the ticket itself is still of use. */
export function needsTicketPaper({ state }: Ticket): boolean {
  return TICKET_NEEDED.has(state.status);
}

/** How many more copies of the ticket a kiosk prints; who came back after a miss has one besides. */
export function ticketCopiesLeft({ reprints, print, misses }: Ticket): number {
  const isOut = print.status !== 'failed' && print.status !== 'none';
  return Math.max(isOut ? 0 : 1, COPIES_MAX + misses - reprints);
}

/** How many more copies of a case's slip a kiosk prints; the first paper is not a copy. */
export function slipCopiesLeft({ slips }: Ticket, id: Case['id']): number {
  const out = slips.filter((slip) => slip.case === id && slip.print.status !== 'failed');
  return Math.min(COPIES_MAX, COPIES_MAX + 1 - out.length);
}

/** Asks for the paper again (补打): the same number, a new print job. */
export function reprintTicket(day: Day, command: ReprintTicket, { by }: CommandContext): Decision {
  const ticket = day.tickets.get(command.ticket);
  if (!ticket) return refused('unknown-ticket', command.ticket);
  const kiosk = by.kind === 'kiosk' ? by.device : ticket.kiosk;
  if (kiosk === null) return refused('no-printer');
  if (!needsTicketPaper(ticket)) return refused('ticket-over');
  if (by.kind === 'kiosk' && ticketCopiesLeft(ticket) <= 0) return copiesUsedUp();
  const job = `${ticket.id}/${String(ticket.reprints + 1)}`;
  return [{ type: 'ReprintRequested', ticket: ticket.id, job, kiosk }];
}

/** Asks for a slip again (补打): it was lost, or the paper had run out. */
export function reprintSlip(day: Day, command: ReprintSlip, { by }: CommandContext): Decision {
  const isKiosk = by.kind === 'kiosk';
  if (isKiosk && command.isShown !== true) return refused('ticket-not-shown');
  const ticket = day.tickets.get(ticketOfCase(command.case));
  const row = ticket?.cases.find(({ id }) => id === command.case);
  if (!ticket || !row) return refused('unknown-case', command.case);
  if (row.state.status !== 'finished') return refused('case-not-finished');
  const last = ticket.slips.findLast((slip) => slip.case === row.id);
  if (last?.print.status === 'waiting') return refused('slip-printing');
  if (!hasSlip(row.state.outcome)) return refused('no-slip');
  if (isKiosk && slipCopiesLeft(ticket, row.id) <= 0) return copiesUsedUp();
  const device = isKiosk ? by.device : undefined;
  const wanted = slipFor(day, ticket, row, { outcome: row.state.outcome, kiosk: device });
  return wanted.length > 0 ? wanted : refused('no-printer');
}

function copiesUsedUp(): Refusal {
  return refused('copies-used-up', String(COPIES_MAX));
}

/** What became of a print job, told by the printing effect. */
export function recordPrint(day: Day, command: RecordPrint): Decision {
  const ticket = day.tickets.get(command.ticket);
  if (!ticket) return refused('unknown-ticket', command.ticket);
  const prints = [ticket.print, ...ticket.slips.map(({ print }) => print)];
  const isWanted = prints.some((row) => row.status === 'waiting' && row.job === command.job);
  if (!isWanted) return refused('already-printed');
  const { job } = command;
  switch (command.outcome) {
    case 'printed':
      return [{ type: 'TicketPrinted', ticket: ticket.id, job }];
    case 'unknown':
      return [{ type: 'PrintUnknown', ticket: ticket.id, job }];
    case 'failed':
      return [
        { type: 'PrintFailed', ticket: ticket.id, job, reason: command.reason ?? 'unreachable' },
      ];
  }
}
