/**
 * How the waiting of a zone stands, in one word. Pure. It speaks of what a newcomer may expect; where
 * nobody knows that, of the one who has waited longest, which everybody can check for themselves.
 * Where no window is open nobody is served, however short anybody has waited: that comes first.
 */
export type WaitBand = 'shut' | 'none' | 'short' | 'medium' | 'long';

const SHORT_MINUTES = 15;
const MEDIUM_MINUTES = 30;

/** With so many waiting for each open window, the wait is not short even if nobody waited yet. */
const CROWDED_PER_WINDOW = 5;

/** What is known of a zone's waiting. */
export interface Waiting {
  /** Since the longest waiting one came; `null` when nobody waits. */
  readonly longestMinutes: number | null;
  readonly people: number;
  readonly openWindows: number;
  /** The wait to expect for who comes now; `null` where nobody knows. */
  readonly expectedMinutes?: number | null;
}

/** The band of a zone. */
export function waitBand({
  longestMinutes,
  people,
  openWindows,
  expectedMinutes = null,
}: Waiting): WaitBand {
  if (openWindows < 1) return 'shut';
  if (expectedMinutes !== null) {
    if (expectedMinutes < 1 && people === 0) return 'none';
    if (expectedMinutes < SHORT_MINUTES) return 'short';
    return expectedMinutes < MEDIUM_MINUTES ? 'medium' : 'long';
  }
  if (longestMinutes === null) return 'none';
  if (longestMinutes < SHORT_MINUTES && people > CROWDED_PER_WINDOW * openWindows) return 'medium';
  if (longestMinutes < SHORT_MINUTES) return 'short';
  return longestMinutes < MEDIUM_MINUTES ? 'medium' : 'long';
}
