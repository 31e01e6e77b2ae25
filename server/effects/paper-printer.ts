/** Prints a ticket's paper on the hall's printer; without one the kiosk shows number and QR. */
import type { BusinessDate, HallId, TicketId } from '../../shared/base/ids.ts';
import type { Day } from '../../shared/hall/day.ts';
import { ticketBytes } from '../printer/ticket-bytes.ts';
import type { PrintOutcome } from '../printer/transport.ts';
import { printJob } from '../printer/transport.ts';
import type { PaperJob } from './printing.ts';
import { ticketPaper } from './ticket-paper.ts';

const PAPER_MM = 80;

export interface PaperPrinter {
  readonly printer: { readonly host: string; readonly port: number } | null;
  /** The address under which visitors' phones reach the hall. */
  readonly publicUrl: string;
  readonly tokenOf: (hall: HallId, date: BusinessDate, ticket: TicketId) => string;
}

/** The printing of one job, as the effect calls it. */
export function paperPrinter({ printer, publicUrl, tokenOf }: PaperPrinter) {
  return async (day: Day, job: PaperJob): Promise<PrintOutcome> => {
    if (!printer) return { outcome: 'failed', reason: 'unreachable' };
    const token = tokenOf(job.hall, job.date, job.ticket);
    const paper = ticketPaper(day, job, `${publicUrl}/phone/#${token}`);
    return printJob({ ...printer, jobId: paper.jobId, bytes: ticketBytes(paper, PAPER_MM) });
  };
}
