/**
 * How services spread around their expected length: a table of quantiles on the scale of
 * (log of the length − log-mean) / sd. Lognormal while little was seen, the hall's own shape as it
 * becomes known; so a hall whose services are not lognormal is not forced to be.
 */

import { normalQuantile } from './normal-quantile.ts';

/** Quantiles at (k + ½) / SPREAD_POINTS, ascending. */
export type Spread = readonly number[];

export const SPREAD_POINTS = 128;
/** So many observations weigh as much as the assumption of a lognormal. */
const PRIOR_OBSERVATIONS = 200;

/** The normal quantiles themselves. */
export const LOGNORMAL: Spread = Array.from({ length: SPREAD_POINTS }, (_, index) =>
  normalQuantile((index + 0.5) / SPREAD_POINTS),
);

/** The spread of what was seen, `residuals` in units of sd; sorts them in place. */
export function spreadOf(residuals: number[]): Spread {
  const count = residuals.length;
  if (count === 0) return LOGNORMAL;
  residuals.sort((left, right) => left - right);
  const weight = count / (count + PRIOR_OBSERVATIONS);
  return LOGNORMAL.map((normal, index) => {
    const place = ((index + 0.5) / SPREAD_POINTS) * count - 0.5;
    return weight * at(residuals, place) + (1 - weight) * normal;
  });
}

/** The value at share `u` of [0, 1), between two points in proportion. */
export function drawn(spread: Spread, u: number): number {
  return at(spread, u * SPREAD_POINTS - 0.5);
}

/** The share of services that are shorter than `z`: the inverse of `drawn`, 0 to 1. */
export function shareBelow(spread: Spread, z: number): number {
  let low = 0;
  let high = spread.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spread[middle] ?? Infinity) <= z) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return 0;
  if (low === spread.length) return 1 - 0.5 / SPREAD_POINTS;
  const before = spread[low - 1] ?? z;
  const after = spread[low] ?? z;
  const part = after > before ? (z - before) / (after - before) : 0;
  return (low - 0.5 + part) / SPREAD_POINTS;
}

/** Mean of exp(sd·z): how far the mean length lies above exp(log-mean). */
export function meanFactor(spread: Spread, sd: number): number {
  let sum = 0;
  for (const z of spread) sum += Math.exp(sd * z);
  return sum / spread.length;
}

function at(sorted: readonly number[], place: number): number {
  const last = sorted.length - 1;
  const held = Math.min(Math.max(place, 0), last);
  const low = Math.floor(held);
  const below = sorted[low] ?? 0;
  const above = sorted[Math.min(low + 1, last)] ?? below;
  return below + (held - low) * (above - below);
}
