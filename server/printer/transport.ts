// Brings a job's bytes to a printer and says honestly what became of them.
//
//   connect ─▶ DLE EOT ─▶ bytes ─▶ (settle) ─▶ DLE EOT ─▶ end ─▶ printed
//      └──────────┴▶ failed: surely nothing on paper
//                             └────────────────┴▶ unknown: there may be paper, whole or half
//
// Assumes that the ticket is already committed: printing never decides whether a ticket exists.
// Every wait is bounded; the whole job takes at most the sum of its time-outs.
import type { PrintFailure } from '../../shared/hall/paper-events.ts';
import { openPrinter, PrinterGone } from './printer-socket.ts';
import type { PrinterAddress, PrinterSocket } from './printer-socket.ts';
import { printQueue } from './print-queue.ts';
import type { PrintQueue } from './print-queue.ts';
import { printFailureOf } from './printer-status.ts';
import type { PrinterState } from './printer-status.ts';

export type PrintTimeouts = {
  readonly connectMs: number;
  readonly statusMs: number;
  readonly sendMs: number;
  /** Wait before asking again: real printers answer while they still print; 0 for the simulator. */
  readonly settleMs: number;
  readonly closeMs: number;
};
export const PRINT_TIMEOUTS: PrintTimeouts = {
  connectMs: 2_000,
  statusMs: 2_000,
  sendMs: 5_000,
  settleMs: 0,
  closeMs: 1_000,
};

export type PrintJob = PrinterAddress & {
  readonly bytes: Buffer;
  readonly jobId: string;
  readonly timeouts?: Partial<PrintTimeouts> | undefined;
};
export type PrintOutcome =
  | { readonly outcome: 'printed'; readonly isPaperLow: boolean }
  | { readonly outcome: 'failed'; readonly reason: PrintFailure }
  | { readonly outcome: 'unknown'; readonly reason: PrintFailure };

const PRINTERS_MAX = 200;
const queues = new Map<string, PrintQueue<PrintOutcome>>();

/** Prints in turn. The same jobId again gives the first outcome unless that was `failed`. */
export async function printJob(job: PrintJob): Promise<PrintOutcome> {
  const timeouts = { ...PRINT_TIMEOUTS, ...job.timeouts };
  const outcome = await queueOf(job)?.add(job.jobId, () => print(job, timeouts));
  return outcome ?? { outcome: 'failed', reason: 'timeout' };
}

/** What the printer says of itself now; `away` when it does not answer in time. */
export async function printerStatus(
  to: PrinterAddress & { readonly timeouts?: Partial<PrintTimeouts> | undefined },
): Promise<PrinterState | 'away'> {
  const { connectMs, statusMs, closeMs } = { ...PRINT_TIMEOUTS, ...to.timeouts };
  let socket: PrinterSocket | undefined;
  try {
    socket = await openPrinter(to, connectMs);
    return await socket.askState(statusMs);
  } catch (error) {
    reasonOf(error);
    return 'away';
  } finally {
    await socket?.close(closeMs);
  }
}

async function print(job: PrintJob, timeouts: PrintTimeouts): Promise<PrintOutcome> {
  let socket: PrinterSocket | undefined;
  let mayStand = false;
  try {
    socket = await openPrinter(job, timeouts.connectMs);
    const before = printFailureOf(await socket.askState(timeouts.statusMs));
    if (before) return { outcome: 'failed', reason: before };
    mayStand = true;
    await socket.send(job.bytes, timeouts.sendMs);
    if (timeouts.settleMs > 0) await new Promise((done) => setTimeout(done, timeouts.settleMs));
    const state = await socket.askState(timeouts.statusMs);
    const after = printFailureOf(state);
    if (after) return { outcome: 'unknown', reason: after };
    return { outcome: 'printed', isPaperLow: state === 'paper-low' };
  } catch (error) {
    return { outcome: mayStand ? 'unknown' : 'failed', reason: reasonOf(error) };
  } finally {
    await socket?.close(timeouts.closeMs);
  }
}

function queueOf(to: PrinterAddress): PrintQueue<PrintOutcome> | undefined {
  const key = `${to.host}:${to.port}`;
  const known = queues.get(key);
  if (known || queues.size >= PRINTERS_MAX) return known;
  const queue = printQueue<PrintOutcome>((outcome) => outcome.outcome !== 'failed');
  queues.set(key, queue);
  return queue;
}

function reasonOf(error: unknown): PrintFailure {
  if (error instanceof PrinterGone) return error.reason;
  throw error;
}
