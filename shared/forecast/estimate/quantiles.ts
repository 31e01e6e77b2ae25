/** Quantiles of the waits of many rollouts. */
import type { WaitEstimate } from '../../hall/estimates.ts';

/** p50 and p90; null where a tenth or more of the rollouts saw no call. Sorts in place. */
export function bandOf(waits: Float64Array): WaitEstimate | null {
  if (waits.length === 0) return null;
  waits.sort();
  const p90Ms = quantile(waits, 0.9);
  return p90Ms === Infinity ? null : { p50Ms: quantile(waits, 0.5), p90Ms };
}

/** Between two order statistics in proportion; `sorted` ascending. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const place = share * (sorted.length - 1);
  const low = Math.floor(place);
  const below = sorted[low] ?? 0;
  const part = place - low;
  if (part === 0 || below === Infinity) return below;
  return below + part * ((sorted[low + 1] ?? below) - below);
}
