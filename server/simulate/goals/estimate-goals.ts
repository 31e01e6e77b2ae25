/**
 * The goals of the estimate: P1 and P2 on the hall with certificates, lunch and absence (S4), P3 on the
 * one that is not as any model assumes (S8). Learned and predicted by the product's own code.
 */
import { must } from '../../../shared/base/assert.ts';
import { variantsOf } from '../../../shared/forecast/simulation/scenario.ts';
import type { ScenarioName } from '../../../shared/forecast/simulation/scenario.ts';
import { BASELINES } from './baselines.ts';
import type { Trial } from './estimate-trial.ts';
import { estimateTrial } from './estimate-trial.ts';
import { atMost, figure } from './goal.ts';
import type { Goal, GoalContext, GoalGroup } from './goal.ts';

const EVERY = 3;
const ROLLOUTS = 64;
/** What screens in halls show today. */
const USUAL = ['moving-average', 'les', 'hol'] as const;
const COVERAGE = 0.9;
/** A group with fewer says nothing of four per cent. */
const GROUP_MIN = 300;

export const estimateGoals: GoalGroup = { name: 'estimate', run: estimateFigures };

/** The figures of P1, P2 and P3. */
function estimateFigures(context: GoalContext): Goal[] {
  const plain = trial(context, 'S4');
  const odd = trial(context, 'S8');
  const error = errorOf(plain, ({ p50Ms }) => p50Ms);
  const floor = errorOf(plain, ({ floorP50Ms }) => floorP50Ms);
  const best = bestBaseline(plain, ['ql-hall', 'ql-zone', 'ql-skills']);
  const oddError = errorOf(odd, ({ p50Ms }) => p50Ms);
  const oddFloor = errorOf(odd, ({ floorP50Ms }) => floorP50Ms);
  const waited = plain.filter(({ isDirect }) => !isDirect);
  const overall = coverageOf(waited);
  const zones = [...Map.groupBy(waited, ({ zone }) => zone).values()];
  const halfHours = [...Map.groupBy(waited, ({ halfHour }) => halfHour).values()];
  return [
    atMost('P1 S4 MAE / floor of true parameters', error / floor, 1.015, 3),
    atMost('P1 S4 MAE / best queue-length formula', error / best, 0.52, 3),
    figure('P1 S4 floor / best queue-length formula', (floor / best).toFixed(3)),
    figure('P1 S4 MAE, floor, best formula, min', [error, floor, best].map(minutes).join(' ')),
    within('P2 S4 p90 coverage', overall, 0.015),
    within('P2 S4 p90 coverage, farthest zone', farthest(zones), 0.04),
    within('P2 S4 p90 coverage, farthest half hour', farthest(halfHours), 0.04),
    figure(
      'P2 S4 p90 coverage, uncorrected',
      share(coverageOf(waited, ({ rawP90Ms }) => rawP90Ms)),
    ),
    atMost('P3 S8 MAE / best baseline', oddError / bestBaseline(odd, BASELINES), 0.65, 3),
    figure(
      'P3 S8 MAE / best of last ten, LES, HOL',
      (oddError / bestBaseline(odd, USUAL)).toFixed(3),
    ),
    figure('P3 S8 floor / best baseline', (oddFloor / bestBaseline(odd, BASELINES)).toFixed(3)),
  ];
}

function trial({ hall, seeds, progress }: GoalContext, name: ScenarioName): Trial[] {
  const scenario = must(variantsOf(name)[0], name);
  const onDay = (done: number, of: number) => progress(`estimates ${name}`, done / of);
  return estimateTrial(hall, scenario, { seeds, every: EVERY, rollouts: ROLLOUTS, onDay });
}

function minutes(ms: number): string {
  return (ms / 60_000).toFixed(2);
}

function share(value: number): string {
  return `${(100 * value).toFixed(1)} %`;
}

/** Mean absolute error, ms. */
function errorOf(trials: readonly Trial[], told: (trial: Trial) => number): number {
  const sum = trials.reduce((all, trial) => all + Math.abs(trial.waitedMs - told(trial)), 0);
  return sum / Math.max(1, trials.length);
}

function bestBaseline(trials: readonly Trial[], names: readonly (typeof BASELINES)[number][]) {
  return Math.min(...names.map((name) => errorOf(trials, ({ baselines }) => baselines[name])));
}

/** Of those who had to wait; who finds a window idle is told so, and it is so. */
function coverageOf(
  trials: readonly Trial[],
  bound: (trial: Trial) => number = ({ p90Ms }) => p90Ms,
): number {
  const covered = trials.filter((trial) => trial.waitedMs <= bound(trial)).length;
  return covered / Math.max(1, trials.length);
}

function farthest(groups: readonly (readonly Trial[])[]): number {
  const shares = groups
    .filter(({ length }) => length >= GROUP_MIN)
    .map((group) => coverageOf(group));
  const distance = (share: number) => Math.abs(share - COVERAGE);
  return shares.reduce((far, share) => (distance(share) > distance(far) ? share : far), COVERAGE);
}

function within(name: string, value: number, margin: number): Goal {
  const goal = `${share(COVERAGE)} +- ${(100 * margin).toFixed(1)}`;
  return { name, value: share(value), goal, isMet: Math.abs(value - COVERAGE) <= margin };
}
