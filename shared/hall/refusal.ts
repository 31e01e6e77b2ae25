/**
 * Why a command was not done. A refusal is a value: it changes nothing, is decided again on a retry,
 * and every code has one sentence in each language (text/refusals.ts).
 */
export const REFUSALS = [
  'not-allowed',
  'hall-closed',
  'day-not-open',
  'day-already-open',
  'unknown-item',
  'unknown-package',
  'unknown-class',
  'class-needs-approval',
  'unknown-window',
  'unknown-ticket',
  'unknown-case',
  'unknown-clerk',
  'unknown-tag',
  'unknown-zone',
  'no-items',
  'items-twice',
  'too-many-cases',
  'no-window-for-items',
  'window-taken',
  'window-closed',
  'window-busy',
  'window-paused',
  'window-not-paused',
  'clerk-at-other-window',
  'not-your-window',
  'no-window-open',
  'no-ticket-at-window',
  'nobody-waiting',
  'ticket-over',
  'already-waiting',
  'already-called',
  'already-serving',
  'not-serving',
  'recall-too-soon',
  'call-again-first',
  'too-late-to-undo',
  'case-finished',
  'case-not-finished',
  'not-certified',
  'already-rated',
  'prompt-over',
  'rating-expired',
  'rating-not-here',
  'already-printed',
  'no-printer',
  'return-in-the-past',
  'nothing-due',
] as const;

export type RefusalCode = (typeof REFUSALS)[number];

export interface Refusal {
  readonly refused: RefusalCode;
  /** What the sentence needs: a number, a window, seconds left. */
  readonly detail?: string;
}

/** A refusal as a value. */
export function refused(code: RefusalCode, detail?: string): Refusal {
  return detail === undefined ? { refused: code } : { refused: code, detail };
}
