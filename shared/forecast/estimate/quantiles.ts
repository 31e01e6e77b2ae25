/** Quantiles of the waits of many rollouts. */
import type { WaitEstimate } from '../../hall/estimates.ts';
import { quantile } from '../statistics.ts';

/** p50 and p90; null where a tenth or more of the rollouts saw no call. Sorts in place. */
export function bandOf(waits: Float64Array): WaitEstimate | null {
  if (waits.length === 0) return null;
  waits.sort();
  const p90Ms = quantile(waits, 0.9);
  return p90Ms === Infinity ? null : { p50Ms: quantile(waits, 0.5), p90Ms };
}
