/** Prints tickets and slips on the hall's printer; without one kiosk and phone show the same. */
import type { BusinessDate, HallId, TicketId } from '../../shared/base/ids.ts';
import type { Day } from '../../shared/hall/day.ts';
import { slipBytes, ticketBytes } from '../printer/ticket-bytes.ts';
import type { PrintOutcome } from '../printer/transport.ts';
import { printJob } from '../printer/transport.ts';
import type { PaperJob } from './printing.ts';
import { slipPaper } from './slip-paper.ts';
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
    const { jobId, bytes } = paperOf(
      day,
      job,
      `${publicUrl}/phone/#${tokenOf(job.hall, job.date, job.ticket)}`,
    );
    return printJob({ ...printer, jobId, bytes });
  };
}

function paperOf(day: Day, job: PaperJob, qrUrl: string): { jobId: string; bytes: Buffer } {
  if (job.slipOf !== null) {
    const slip = slipPaper(day, job, job.slipOf, qrUrl);
    return { jobId: slip.jobId, bytes: slipBytes(slip, PAPER_MM) };
  }
  const paper = ticketPaper(day, job, qrUrl);
  return { jobId: paper.jobId, bytes: ticketBytes(paper, PAPER_MM) };
}
