/** What trials of the estimate add up to. */
import type { BASELINES } from './baselines.ts';
import type { Trial } from './estimate-trial.ts';
import type { Goal } from './goal.ts';

const COVERAGE = 0.9;
/** A group with fewer says nothing of four per cent. */
const GROUP_MIN = 300;

type Told = (trial: Trial) => number;

export function minutes(ms: number): string {
  return (ms / 60_000).toFixed(2);
}

export function share(value: number): string {
  return `${(100 * value).toFixed(1)} %`;
}

/** Mean absolute error, ms. */
export function errorOf(trials: readonly Trial[], told: Told = ({ p50Ms }) => p50Ms): number {
  const sum = trials.reduce((all, trial) => all + Math.abs(trial.waitedMs - told(trial)), 0);
  return sum / Math.max(1, trials.length);
}

/** The error of the best of these formulas, ms. */
export function bestOf(
  trials: readonly Trial[],
  names: readonly (typeof BASELINES)[number][],
): number {
  return Math.min(...names.map((name) => errorOf(trials, ({ baselines }) => baselines[name])));
}

/** Of those that have a floor what it errs by, what the estimate and the best of the formulas do, ms. */
export function besideFloor(
  trials: readonly Trial[],
  names: readonly (typeof BASELINES)[number][],
): { readonly floor: number; readonly own: number; readonly best: number } {
  const known = trials.filter(({ floorP50Ms }) => floorP50Ms !== null);
  const floor = errorOf(known, ({ floorP50Ms }) => floorP50Ms ?? 0);
  return { floor, own: errorOf(known), best: bestOf(known, names) };
}

/** Who had to wait; who finds a window idle is told so, and it is so. */
export function waitedOf(trials: readonly Trial[]): Trial[] {
  return trials.filter(({ isDirect }) => !isDirect);
}

/** The share that waited no longer than the bound. */
export function coverageOf(trials: readonly Trial[], bound: Told = ({ p90Ms }) => p90Ms): number {
  const covered = trials.filter((trial) => trial.waitedMs <= bound(trial)).length;
  return covered / Math.max(1, trials.length);
}

/** Of the groups that are large enough the share farthest from nine in ten. */
export function farthestOf(trials: readonly Trial[], group: (trial: Trial) => number): number {
  const shares = [...Map.groupBy(trials, group).values()]
    .filter(({ length }) => length >= GROUP_MIN)
    .map((rows) => coverageOf(rows));
  const distance = (share: number) => Math.abs(share - COVERAGE);
  return shares.reduce((far, share) => (distance(share) > distance(far) ? share : far), COVERAGE);
}

/** A goal of the form nine in ten, by so much more or less. */
export function within(name: string, value: number, margin: number): Goal {
  const goal = `${share(COVERAGE)} +- ${(100 * margin).toFixed(1)}`;
  return { name, value: share(value), goal, isMet: Math.abs(value - COVERAGE) <= margin };
}
