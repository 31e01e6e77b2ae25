/** Sums of samples, the same for the simulator, the estimate, advice and the shadow run. */

/** 0 of nothing. */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let index = 0; index < values.length; index += 1) total += values[index] ?? 0;
  return total;
}

/** 0 of nothing. */
export function mean(values: ArrayLike<number>): number {
  return values.length === 0 ? 0 : sum(values) / values.length;
}

/** Between two order statistics in proportion; `sorted` ascending. 0 of nothing. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const place = share * (sorted.length - 1);
  const low = Math.floor(place);
  const below = sorted[low] ?? 0;
  const part = place - low;
  if (part === 0 || below === Infinity) return below;
  return below + part * ((sorted[low + 1] ?? below) - below);
}

/** The middle value, the higher of two; null of nothing. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted[Math.floor(sorted.length / 2)];
  return middle ?? null;
}
