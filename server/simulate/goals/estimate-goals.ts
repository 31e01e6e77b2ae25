/**
 * The goals of the estimate: P1 and P2 on the hall with certificates, lunch and absence (S4), P3 on the
 * one that is not as any model assumes (S8). Learned and predicted by the product's own code. Beside
 * them, as figures, what kiosk and paper tell newcomers, and the same hall under promises.
 */
import { must } from '../../../shared/base/assert.ts';
import { variantsOf } from '../../../shared/forecast/simulation/scenario.ts';
import type { ScenarioName } from '../../../shared/forecast/simulation/scenario.ts';
import { BASELINES } from './baselines.ts';
import {
  besideFloor,
  bestOf,
  coverageOf,
  errorOf,
  farthestOf,
  minutes,
  share,
  waitedOf,
  within,
} from './estimate-figures.ts';
import type { NewcomerBands, Trial, TrialOptions } from './estimate-trial.ts';
import { estimateTrial } from './estimate-trial.ts';
import { atMost, figure } from './goal.ts';
import type { Goal, GoalContext, GoalGroup } from './goal.ts';

const STRICT = { every: 3, rollouts: 64, order: 'strict', hasNewcomers: true } as const;
/** Under promises every rollout plays all who come later: fewer days, fewer visitors. */
const PROMISE = { every: 12, rollouts: 64, order: 'promise', hasNewcomers: true } as const;
const PROMISE_DAYS = 60;
/** Calls by hand are dear to play: one of so many is enough for a floor. */
const ODD_FLOOR_EVERY = 4;
/** What screens in halls show today. */
const USUAL = ['moving-average', 'les', 'hol'] as const;
const QUEUE_LENGTH = ['ql-hall', 'ql-zone', 'ql-skills'] as const;

export const estimateGoals: GoalGroup = {
  name: 'estimate',
  run: (context) => [...known(context), ...promised(context), ...odd(context)],
};

/** P1 and P2. */
function known(context: GoalContext): Goal[] {
  const trials = trial(context, 'S4', { ...STRICT, floor: 'parameters', floorEvery: 1 });
  const { own: error, floor, best } = besideFloor(trials, QUEUE_LENGTH);
  const waited = waitedOf(trials);
  const farthestZone = farthestOf(waited, ({ zone }) => zone);
  const farthestTime = farthestOf(waited, ({ halfHour }) => halfHour);
  const raw = coverageOf(waited, ({ rawP90Ms }) => rawP90Ms);
  return [
    atMost('P1 S4 MAE / floor of true parameters', error / floor, 1.015, 3),
    atMost('P1 S4 MAE / best queue-length formula', error / best, 0.52, 3),
    figure('P1 S4 floor / best queue-length formula', (floor / best).toFixed(3)),
    figure('P1 S4 MAE, floor, best formula, min', [error, floor, best].map(minutes).join(' ')),
    ...newcomers('P1 S4', trials),
    within('P2 S4 p90 coverage', coverageOf(waited), 0.015),
    within('P2 S4 p90 coverage, farthest zone', farthestZone, 0.04),
    within('P2 S4 p90 coverage, farthest half hour', farthestTime, 0.04),
    figure('P2 S4 p90 coverage, uncorrected', share(raw)),
    ...newcomersCovered('P2 S4', trials),
  ];
}

/** The same hall under promises. */
function promised({ seeds, ...context }: GoalContext): Goal[] {
  const few = { ...context, seeds: seeds.slice(0, PROMISE_DAYS) };
  const trials = trial(few, 'S4', { ...PROMISE, floor: null, floorEvery: 1 });
  const waited = waitedOf(trials);
  const error = errorOf(trials);
  const best = bestOf(trials, QUEUE_LENGTH);
  return [
    figure('P1 S4 promise MAE, best formula, min', [error, best].map(minutes).join(' ')),
    figure('P1 S4 promise MAE / best queue-length formula', (error / best).toFixed(3)),
    ...newcomers('P1 S4 promise', trials),
    figure('P2 S4 promise p90 coverage', share(coverageOf(waited))),
    ...newcomersCovered('P2 S4 promise', trials),
  ];
}

/** P3. */
function odd(context: GoalContext): Goal[] {
  const trials = trial(context, 'S8', {
    ...{ ...STRICT, hasNewcomers: false, floor: 'all', floorEvery: ODD_FLOOR_EVERY },
  });
  const error = errorOf(trials);
  const { own, floor, best } = besideFloor(trials, BASELINES);
  return [
    atMost('P3 S8 MAE / best baseline', error / bestOf(trials, BASELINES), 0.65, 3),
    figure('P3 S8 MAE / best of last ten, LES, HOL', (error / bestOf(trials, USUAL)).toFixed(3)),
    figure('P3 S8 MAE / floor that knows all but the dice', (own / floor).toFixed(3)),
    figure('P3 S8 that floor / best baseline', (floor / best).toFixed(3)),
    figure('P3 S8 MAE, floor, best baseline, min', [own, floor, best].map(minutes).join(' ')),
  ];
}

function trial(
  { hall, seeds, progress }: GoalContext,
  name: ScenarioName,
  options: Omit<TrialOptions, 'seeds' | 'onDay'>,
): Trial[] {
  const scenario = must(variantsOf(name)[0], name);
  const what = `estimates ${name} ${options.order}`;
  const onDay = (done: number, of: number) => progress(what, done / of);
  return estimateTrial(hall, scenario, { ...options, seeds, onDay });
}

type Newcomer = Trial & { readonly newcomer: NewcomerBands };

/** Those who were told a wait before they came; a credit's is another's. */
function newcomersOf(trials: readonly Trial[]): Newcomer[] {
  return trials.flatMap((row) => (row.newcomer ? [{ ...row, newcomer: row.newcomer }] : []));
}

/** What was told before the ticket against what the ticket was told. */
function newcomers(name: string, trials: readonly Trial[]): Goal[] {
  const told = newcomersOf(trials);
  const own = errorOf(told);
  const group = told.map((row) => ({ ...row, ...row.newcomer.group }));
  const zone = told.map((row) => ({ ...row, ...row.newcomer.zone }));
  const values = [own, errorOf(group), errorOf(zone)].map(minutes);
  return [figure(`${name} MAE of phone, paper, zone, min`, values.join(' '))];
}

/** Of those who were told a wait at all. */
function newcomersCovered(name: string, trials: readonly Trial[]): Goal[] {
  return (['group', 'zone'] as const).map((which) => {
    const told = newcomersOf(trials)
      .map((row) => ({ ...row, ...row.newcomer[which] }))
      .filter(({ rawP90Ms }) => rawP90Ms > 0);
    const what = which === 'group' ? 'paper' : 'zone';
    return figure(`${name} p90 coverage of ${what}`, share(coverageOf(told)));
  });
}
