/**
 * What a policy made of a number of days. Waits in minutes, shares 0 to 1. Harm compares each visitor
 * with pooled strict order on the same draws. Overtaken counts passes by a window that could have
 * called the ticket and chose another; passes by windows that could not serve it stand apart.
 */
import { MINUTE_MS } from '../../base/time.ts';
import { mean, quantile } from '../statistics.ts';
import type { Interval } from './bootstrap.ts';
import { dayInterval, ratioOf } from './bootstrap.ts';
import type { DayResult } from './run-day.ts';

const LATE_MS = 5 * MINUTE_MS;

export interface Passes {
  readonly mean: number;
  readonly p95: number;
  readonly max: number;
}

export interface Figures {
  readonly days: number;
  readonly visitors: number;
  /** Nobody who came could serve them. */
  readonly unserved: number;
  readonly mean: number;
  readonly meanInterval: Interval;
  readonly p50: number;
  readonly p95: number;
  readonly dailyMax: number;
  readonly within10: number;
  readonly within15: number;
  readonly within30: number;
  readonly overtaken: Passes;
  readonly passedElsewhere: Passes;
  readonly passedByRight: Passes;
  /** Share that waited so many minutes more than in strict order. */
  readonly harm5: number;
  readonly harm10: number;
  /** Share called more than 5 min after their promise. */
  readonly late5: number;
  readonly utilisation: number;
  readonly overtime: number;
  /** Standard deviation of the discrimination (fairness.ts), minutes. */
  readonly raqfm: number;
}

/** The figures of a policy's days; `strict` are the same days in pooled strict order. */
export function figuresOf(results: readonly DayResult[], strict: readonly DayResult[]): Figures {
  const waits = served(results);
  const count = Math.max(1, waits.length);
  const within = (minutes: number) => shareOf(waits, (wait) => wait <= minutes * MINUTE_MS);
  const sums = waitSums(results);
  return {
    days: results.length,
    visitors: results.reduce((sum, { waitMs }) => sum + waitMs.length, 0),
    unserved: results.reduce((sum, { waitMs }) => sum + waitMs.filter((ms) => ms < 0).length, 0),
    mean: waits.reduce((sum, wait) => sum + wait, 0) / count / MINUTE_MS,
    meanInterval: dayInterval(results.length, ratioOf(sums.waits, sums.visitors)),
    p50: quantile(waits, 0.5) / MINUTE_MS,
    p95: quantile(waits, 0.95) / MINUTE_MS,
    dailyMax: meanOf(results, ({ waitMs }) => greatest(waitMs)) / MINUTE_MS,
    within10: within(10),
    within15: within(15),
    within30: within(30),
    overtaken: passes(results, ({ overtaken }) => overtaken),
    passedElsewhere: passes(results, ({ passedElsewhere }) => passedElsewhere),
    passedByRight: passes(results, ({ passedByRight }) => passedByRight),
    harm5: harmed(results, strict, 5) / count,
    harm10: harmed(results, strict, 10) / count,
    late5: late(results) / count,
    utilisation: meanOf(results, ({ utilisation }) => utilisation),
    overtime: meanOf(results, ({ overtimeMs }) => overtimeMs) / MINUTE_MS,
    raqfm: Math.sqrt(results.reduce((sum, day) => sum + day.unfairness, 0) / count) / MINUTE_MS,
  };
}

/** By day: minutes waited in all, and by how many. */
export function waitSums(results: readonly DayResult[]): {
  readonly waits: Float64Array;
  readonly visitors: Float64Array;
} {
  const waits = Float64Array.from(results, ({ waitMs }) =>
    waitMs.reduce((sum, ms) => sum + Math.max(0, ms) / MINUTE_MS, 0),
  );
  const visitors = Float64Array.from(
    results,
    ({ waitMs }) => waitMs.filter((ms) => ms >= 0).length,
  );
  return { waits, visitors };
}

/** All waits of the served, ms, sorted. */
export function served(results: readonly DayResult[]): Float64Array {
  const all = results.flatMap(({ waitMs }) => Array.from(waitMs).filter((ms) => ms >= 0));
  return Float64Array.from(all).sort();
}

function shareOf(values: Float64Array, is: (value: number) => boolean): number {
  return values.reduce((sum, value) => sum + (is(value) ? 1 : 0), 0) / Math.max(1, values.length);
}

function meanOf(results: readonly DayResult[], of: (day: DayResult) => number): number {
  return results.reduce((sum, day) => sum + of(day), 0) / Math.max(1, results.length);
}

function greatest(values: ArrayLike<number>): number {
  let most = 0;
  for (let index = 0; index < values.length; index += 1) most = Math.max(most, values[index] ?? 0);
  return most;
}

function passes(results: readonly DayResult[], of: (day: DayResult) => Int32Array): Passes {
  const all = Float64Array.from(results.flatMap((day) => Array.from(of(day)))).sort();
  return { mean: mean(all), p95: quantile(all, 0.95), max: greatest(all) };
}

function harmed(
  results: readonly DayResult[],
  strict: readonly DayResult[],
  minutes: number,
): number {
  let count = 0;
  for (const [place, { waitMs }] of results.entries()) {
    const other = strict[place]?.waitMs;
    for (let index = 0; index < waitMs.length; index += 1) {
      const more = (waitMs[index] ?? 0) - (other?.[index] ?? 0);
      if ((other?.[index] ?? -1) >= 0 && more > minutes * MINUTE_MS) count += 1;
    }
  }
  return count;
}

function late(results: readonly DayResult[]): number {
  return results.reduce(
    (sum, { lateMs }) => sum + lateMs.reduce((all, ms) => all + (ms > LATE_MS ? 1 : 0), 0),
    0,
  );
}
