// What a printer answers to DLE EOT 1–4 (real-time status, ESC/POS), and what it means to a hall.
// Every answer is one byte with fixed bits 0xx1xx10; other bytes (automatic status) are not ours.
import type { PrintFailure } from '../../shared/hall/paper-events.ts';

/** DLE EOT 1, 2, 3, 4: printer, cause of being offline, cause of an error, paper sensor. */
export const STATUS_REQUEST = Buffer.from([0x10, 4, 1, 0x10, 4, 2, 0x10, 4, 3, 0x10, 4, 4]);
export const STATUS_BYTES = 4;

export type PrinterState = 'ok' | 'paper-low' | 'paper-out' | 'cover-open' | 'offline';

/** True for a byte that can be an answer to DLE EOT. */
export function isStatusByte(byte: number): boolean {
  return (byte & 0x93) === 0x12;
}

/** Reads the four answers in the order asked; the cause that people can mend comes first. */
export function printerState(answers: readonly number[]): PrinterState {
  const [printer = 0, offline = 0, error = 0, paper = 0] = answers;
  if (offline & 0x04) return 'cover-open';
  if (offline & 0x20 || paper & 0x60) return 'paper-out';
  if (printer & 0x08 || offline & 0x40 || error & 0x68) return 'offline';
  return paper & 0x0c ? 'paper-low' : 'ok';
}

/** Why nothing can be printed in this state, or null when it can. */
export function printFailureOf(state: PrinterState): PrintFailure | null {
  return state === 'ok' || state === 'paper-low' ? null : state;
}
