/**
 * How much paper the hall's printer has, as far as it tells: a sensor near the end of the roll, and
 * paper out. Remembered from the last print of this process alone; the server that prints is the one
 * that knows, and after a restart nobody does until the next paper.
 */
import type { HallId } from '../../shared/base/ids.ts';
import type { HallFacts } from '../../shared/hall/system-commands.ts';
import type { PrintFailure } from '../../shared/hall/paper-events.ts';

/** Where the sensor of a receipt printer sits: about a seventh of the roll is left. */
const NEAR_END_PERCENT = 15;
const FULL_PERCENT = 100;

/** What a print job tells of paper. */
export type PaperWord =
  | { readonly outcome: 'printed'; readonly isPaperLow: boolean }
  | { readonly outcome: 'failed' | 'unknown'; readonly reason: PrintFailure };

export interface PaperWatch {
  note(hall: HallId, outcome: PaperWord): void;
  papersOf(hall: HallId): HallFacts['papers'];
}

/** A memory of the last word of each hall's printer. */
export function paperWatch(): PaperWatch {
  const percents = new Map<HallId, number>();
  return {
    note(hall, outcome) {
      const percent = percentOf(outcome);
      if (percent !== null) percents.set(hall, percent);
    },
    papersOf(hall) {
      const percent = percents.get(hall);
      return percent === undefined ? [] : [{ device: 'printer', percent }];
    },
  };
}

/** Null where the outcome says nothing about paper. */
function percentOf(outcome: PaperWord): number | null {
  if (outcome.outcome === 'printed') return outcome.isPaperLow ? NEAR_END_PERCENT : FULL_PERCENT;
  return outcome.reason === 'paper-out' ? 0 : null;
}
