/** What became of the paper, in words and as one of four cases. Pure. */
import type { PrintState } from '../../shared/hall/ticket.ts';
import type { KioskText } from '../../shared/text/kiosk.ts';

export interface PrintWords {
  readonly state: 'printing' | 'printed' | 'failed' | 'unknown';
  readonly words: string;
  readonly help: string | null;
}

/**
 * `print` null: not heard of yet. A cut line means that nobody knows: then the visitor is asked to
 * keep the number rather than to wait for paper.
 */
export function printWords(print: PrintState | null, isLive: boolean, text: KioskText): PrintWords {
  switch (print?.status) {
    case 'printed':
      return { state: 'printed', words: text.printed, help: null };
    case 'failed':
      return {
        state: 'failed',
        words: text.printFailed[print.reason],
        help: text.printFailedHelp,
      };
    case 'none':
      return { state: 'failed', words: text.printFailed.offline, help: text.printFailedHelp };
    case 'unknown':
      return { state: 'unknown', words: text.printUnknown, help: null };
    case 'waiting':
    case undefined:
      return isLive
        ? { state: 'printing', words: text.printing, help: null }
        : { state: 'unknown', words: text.printUnknown, help: null };
  }
}
