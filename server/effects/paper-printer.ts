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
  /** The lines of a clerk's words, by their hash. */
  readonly wordsOf: (hall: HallId, hash: string) => Promise<readonly string[]>;
}

/** The printing of one job, as the effect calls it. */
export function paperPrinter({ printer, publicUrl, tokenOf, wordsOf }: PaperPrinter) {
  return async (day: Day, job: PaperJob): Promise<PrintOutcome> => {
    if (!printer) return { outcome: 'failed', reason: 'unreachable' };
    const qrUrl = `${publicUrl}/phone/#${tokenOf(job.hall, job.date, job.ticket)}`;
    const hash = missingHashOf(day, job);
    const words = hash === null ? [] : await wordsOf(job.hall, hash);
    const { jobId, bytes } = paperOf(day, job, qrUrl, words);
    return printJob({ ...printer, jobId, bytes });
  };
}

function missingHashOf(day: Day, { ticket, slipOf }: PaperJob): string | null {
  const state = day.tickets.get(ticket)?.cases.find(({ id }) => id === slipOf)?.state;
  return state?.status === 'finished' ? state.result.missingHash : null;
}

function paperOf(
  day: Day,
  job: PaperJob,
  qrUrl: string,
  words: readonly string[],
): { jobId: string; bytes: Buffer } {
  if (job.slipOf !== null) {
    const slip = slipPaper(day, job, job.slipOf, qrUrl, words);
    return { jobId: slip.jobId, bytes: slipBytes(slip, PAPER_MM) };
  }
  const paper = ticketPaper(day, job, qrUrl);
  return { jobId: paper.jobId, bytes: ticketBytes(paper, PAPER_MM) };
}
