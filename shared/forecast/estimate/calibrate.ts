/**
 * Keeps p90 honest by what past forecasts were worth (split conformal prediction): each past visitor's
 * score is (waited − p50) / (p90 − p50 + 1 min); the 0.9 quantile of the scores is how far above
 * p50 the next p90 must lie in the same measure. Per zone once it has enough visitors.
 */
import type { ZoneCode } from '../../base/ids.ts';

/** One forecast with what came of it, as the rollouts gave it, uncorrected. */
export interface Outcome {
  readonly zone: ZoneCode;
  readonly p50Ms: number;
  readonly rawP90Ms: number;
  readonly waitedMs: number;
}

export interface Calibration {
  readonly hall: number;
  readonly zones: ReadonlyMap<ZoneCode, number>;
  readonly outcomes: number;
}

export const UNCALIBRATED: Calibration = { hall: 1, zones: new Map(), outcomes: 0 };

const MARGIN_MS = 60_000;
const COVERAGE = 0.9;
const ZONE_OUTCOMES_MIN = 300;
/** With fewer nothing is corrected. */
const HALL_OUTCOMES_MIN = 50;
/** A factor beyond these is a broken day, not a lesson. */
const FACTOR_MIN = 0.25;
const FACTOR_MAX = 4;

/**
 * The factors that past outcomes ask for. Who was told no wait at all teaches nothing of how far
 * waits spread: with many of them the bound would be too near for all who do wait.
 */
export function calibrate(told: readonly Outcome[]): Calibration {
  const outcomes = told.filter(({ rawP90Ms }) => rawP90Ms > 0);
  if (outcomes.length < HALL_OUTCOMES_MIN) return UNCALIBRATED;
  const zones = new Map<ZoneCode, number>();
  for (const [zone, rows] of Map.groupBy(outcomes, (row) => row.zone)) {
    if (rows.length >= ZONE_OUTCOMES_MIN) zones.set(zone, factorOf(rows));
  }
  return { hall: factorOf(outcomes), zones, outcomes: outcomes.length };
}

/** The corrected p90; never below p50. */
export function calibratedP90(
  { hall, zones }: Calibration,
  zone: ZoneCode,
  p50Ms: number,
  rawP90Ms: number,
): number {
  const factor = zones.get(zone) ?? hall;
  if (factor === 1) return Math.max(p50Ms, rawP90Ms);
  return p50Ms + Math.max(0, factor * (rawP90Ms - p50Ms + MARGIN_MS));
}

/** The conformal quantile: the ⌈(n + 1)·0.9⌉-th smallest score. */
function factorOf(outcomes: readonly Outcome[]): number {
  const scores = outcomes
    .map(({ p50Ms, rawP90Ms, waitedMs }) => (waitedMs - p50Ms) / (rawP90Ms - p50Ms + MARGIN_MS))
    .sort((left, right) => left - right);
  const rank = Math.min(scores.length, Math.ceil((scores.length + 1) * COVERAGE));
  const factor = scores[rank - 1] ?? 1;
  return Math.min(FACTOR_MAX, Math.max(FACTOR_MIN, factor));
}
