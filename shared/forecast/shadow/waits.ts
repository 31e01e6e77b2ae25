/** Waits in figures: of visitors, in the order in which they are given. */
import { quantile } from '../statistics.ts';

export interface WaitFigures {
  readonly visitors: number;
  readonly meanMs: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly maxMs: number;
  readonly sumMs: number;
}

/** All 0 where there is nobody. */
export function waitFigures(waitsMs: readonly number[]): WaitFigures {
  const sorted = Float64Array.from(waitsMs).sort();
  const sumMs = sorted.reduce((sum, wait) => sum + wait, 0);
  const visitors = sorted.length;
  return {
    ...{ visitors, sumMs, meanMs: visitors === 0 ? 0 : sumMs / visitors },
    p50Ms: visitors === 0 ? 0 : quantile(sorted, 0.5),
    p95Ms: visitors === 0 ? 0 : quantile(sorted, 0.95),
    maxMs: sorted.at(-1) ?? 0,
  };
}
