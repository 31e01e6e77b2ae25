/**
 * How long the wait of a zone is, in one word. Pure. It speaks of the one who has waited longest,
 * which everybody can check for themselves; what a newcomer may expect is a forecast's business.
 */
export type WaitBand = 'none' | 'short' | 'medium' | 'long';

const SHORT_MINUTES = 15;
const MEDIUM_MINUTES = 30;

/** The band of so many minutes; `null` when nobody waits. */
export function waitBand(longestMinutes: number | null): WaitBand {
  if (longestMinutes === null) return 'none';
  if (longestMinutes < SHORT_MINUTES) return 'short';
  return longestMinutes < MEDIUM_MINUTES ? 'medium' : 'long';
}
