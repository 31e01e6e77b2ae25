/** Draws from a seeded generator: the shapes in which visitors differ. Pure but for the generator. */
import type { Random } from '../../shared/base/seeded-random.ts';

/** True with the given probability. */
export function happens(random: Random, probability: number): boolean {
  return random() < probability;
}

/** Between two bounds, evenly. */
export function between(random: Random, low: number, high: number): number {
  return low + (high - low) * random();
}

/** One of the rows, in proportion to its weight; undefined when no weight is positive. */
export function weighted<T>(
  random: Random,
  rows: readonly T[],
  weight: (row: T) => number,
): T | undefined {
  const total = rows.reduce((sum, row) => sum + Math.max(0, weight(row)), 0);
  let left = random() * total;
  for (const row of rows) {
    left -= Math.max(0, weight(row));
    if (left < 0) return row;
  }
  return rows.findLast((row) => weight(row) > 0);
}

/** Lognormal with this mean and coefficient of variation: sigma² = ln(1 + cv²). */
export function lognormal(random: Random, mean: number, cv: number): number {
  const variance = Math.log(1 + cv * cv);
  return mean * Math.exp(Math.sqrt(variance) * normal(random) - variance / 2);
}

/** Standard normal by Box and Muller. */
function normal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return radius * Math.cos(2 * Math.PI * random());
}
