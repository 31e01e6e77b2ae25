import type { PrintedTicket } from '../../shared/views/printed-ticket.ts';
import { escposStream } from './escpos-stream.ts';
import { layoutTicket } from './ticket-layout.ts';
import type { PaperMm, TicketLine } from './ticket-layout.ts';

/** The whole ESC/POS stream of a ticket, from reset to cut. Pure: same ticket, same bytes. */
export function ticketBytes(ticket: PrintedTicket, paperMm: PaperMm): Buffer {
  return linesToBytes(layoutTicket(ticket, paperMm));
}

function linesToBytes(lines: readonly TicketLine[]): Buffer {
  const stream = escposStream();
  for (const line of lines) {
    if (line.kind === 'gap') {
      stream.feedDots(line.dots);
    } else if (line.kind === 'qr') {
      stream.align('center');
      stream.qr(line.content, line.moduleDots);
    } else {
      stream.align(line.align);
      stream.size(line.width, line.height);
      stream.bold(line.bold);
      stream.text(line.text);
    }
  }
  stream.size(1, 1);
  return stream.finish();
}
