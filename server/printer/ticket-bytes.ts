/** The whole ESC/POS stream of a paper, from reset to cut. Pure: same paper, same bytes. */
import type { PrintedSlip } from '../../shared/views/printed-slip.ts';
import type { PrintedTicket } from '../../shared/views/printed-ticket.ts';
import { escposStream } from './escpos-stream.ts';
import type { PaperLine, PaperMm } from './paper-lines.ts';
import { layoutSlip } from './slip-layout.ts';
import { layoutTicket } from './ticket-layout.ts';

/** A ticket's bytes. */
export function ticketBytes(ticket: PrintedTicket, paperMm: PaperMm): Buffer {
  return linesToBytes(layoutTicket(ticket, paperMm));
}

/** A slip's bytes. */
export function slipBytes(slip: PrintedSlip, paperMm: PaperMm): Buffer {
  return linesToBytes(layoutSlip(slip, paperMm));
}

function linesToBytes(lines: readonly PaperLine[]): Buffer {
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
