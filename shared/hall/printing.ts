/** Paper: a ticket printed again, and what became of each print job, the slips' too. */
import { ticketOfCase } from '../base/ids.ts';
import type { RecordPrint } from './system-commands.ts';
import type { ReprintSlip, ReprintTicket } from './visit-commands.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import { refused } from './refusal.ts';
import { hasSlip, slipFor } from './slips.ts';

/** Asks for the paper again (补打): the same number, a new print job. */
export function reprintTicket(day: Day, command: ReprintTicket, { by }: CommandContext): Decision {
  const ticket = day.tickets.get(command.ticket);
  if (!ticket) return refused('unknown-ticket', command.ticket);
  const kiosk = by.kind === 'kiosk' ? by.device : ticket.kiosk;
  if (kiosk === null) return refused('no-printer');
  if (!['waiting', 'called', 'held', 'noShow'].includes(ticket.state.status))
    return refused('ticket-over');
  const job = `${ticket.id}/${String(ticket.reprints + 1)}`;
  return [{ type: 'ReprintRequested', ticket: ticket.id, job, kiosk }];
}

/** Asks for a slip again (补打): it was lost, or the paper had run out. */
export function reprintSlip(day: Day, command: ReprintSlip): Decision {
  const ticket = day.tickets.get(ticketOfCase(command.case));
  const row = ticket?.cases.find(({ id }) => id === command.case);
  if (!ticket || !row) return refused('unknown-case', command.case);
  if (row.state.status !== 'finished') return refused('case-not-finished');
  const last = ticket.slips.findLast((slip) => slip.case === row.id);
  if (last?.print.status === 'waiting') return refused('slip-printing');
  if (!hasSlip(row.state.outcome)) return refused('no-slip');
  const wanted = slipFor(day, ticket, row, row.state.outcome);
  return wanted.length > 0 ? wanted : refused('no-printer');
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
