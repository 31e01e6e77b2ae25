/** Figures of advice from the outcomes of many futures: mean gain, its 80 % interval, p90 by zone. */
import { mean, quantile } from '../statistics.ts';
import type { Outcome } from './option-run.ts';

/** The middle 80 %. */
const LOW = 0.1;
const HIGH = 0.9;

/** Saved until the horizon; low and high hold eight of ten futures. */
export interface Gain {
  /** By the cost that options are compared by. */
  readonly costMinutes: number;
  /** Visitor-minutes of waiting. */
  readonly minutes: number;
  readonly lowMinutes: number;
  readonly highMinutes: number;
  /** `costMinutes` as a share of the cost without the option. */
  readonly share: number;
}

/** Compares an option with the base, future by future. */
export function gainOf(base: readonly Outcome[], option: readonly Outcome[]): Gain {
  const gains = Float64Array.from(base, (outcome, index) => {
    return outcome.waitedMinutes - (option[index]?.waitedMinutes ?? outcome.waitedMinutes);
  });
  const minutes = mean(gains);
  const cost = mean(base.map((outcome) => outcome.costMinutes));
  const costMinutes = cost - mean(option.map((outcome) => outcome.costMinutes));
  gains.sort();
  return {
    costMinutes,
    minutes,
    lowMinutes: quantile(gains, LOW),
    highMinutes: quantile(gains, HIGH),
    share: cost > 0 ? costMinutes / cost : 0,
  };
}

/** A quantile of a zone's waits: the median over the futures, and the middle 80 %. */
export interface ZoneBand {
  readonly ms: number;
  readonly lowMs: number;
  readonly highMs: number;
}

/** Of each future's `share` quantile in that zone; null where nobody was there in any future. */
export function zoneBand(
  outcomes: readonly Outcome[],
  zone: number,
  share: number,
): ZoneBand | null {
  const rows = outcomes.flatMap(({ waits }) => {
    const own = waits[zone] ?? [];
    if (own.length === 0) return [];
    return [quantile([...own].sort(byValue), share)];
  });
  if (rows.length === 0) return null;
  rows.sort(byValue);
  return { ms: quantile(rows, 0.5), lowMs: quantile(rows, LOW), highMs: quantile(rows, HIGH) };
}

function byValue(left: number, right: number): number {
  return left - right;
}
