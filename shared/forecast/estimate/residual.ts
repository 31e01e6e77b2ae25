/**
 * What remains of a service that has already lasted: drawn from the spread of those that last at
 * least as long. Where hardly any did, the lognormal's own tail goes on: its hazard at t is about
 * z / (sd·t), so the longer it has lasted the longer it will last.
 */
import type { Length } from './service-times.ts';
import type { Spread } from './spread.ts';
import { SPREAD_POINTS, drawn, shareBelow } from './spread.ts';

/** Nobody is gone at once. */
const REMAINING_MIN_MS = 2_000;
/** Above this share the table holds too few points. */
const TABLE_SHARE_MAX = 1 - 2 / SPREAD_POINTS;
const TAIL_Z_MIN = 0.5;

/** A whole length, `u` in [0, 1), ms. */
export function lengthAt({ logMs, sd }: Length, spread: Spread, u: number): number {
  return Math.exp(logMs + sd * drawn(spread, u));
}

/** What remains after `elapsedMs`, `u` in [0, 1), ms. */
export function remainingAt(
  { logMs, sd }: Length,
  spread: Spread,
  elapsedMs: number,
  u: number,
): number {
  if (elapsedMs <= 0) return Math.exp(logMs + sd * drawn(spread, u));
  const z = (Math.log(elapsedMs) - logMs) / sd;
  const below = shareBelow(spread, z);
  if (below > TABLE_SHARE_MAX) {
    const meanMs = (elapsedMs * sd) / Math.max(TAIL_Z_MIN, z);
    return Math.max(REMAINING_MIN_MS, -Math.log(1 - u) * meanMs);
  }
  const whole = Math.exp(logMs + sd * drawn(spread, below + (1 - below) * u));
  return Math.max(REMAINING_MIN_MS, whole - elapsedMs);
}
