/**
 * The estimate on trial: day after day a simulated hall learns from its last sixty days, tells arriving
 * visitors their wait, and is held to what came. Beside it the same rollouts with the true parameters,
 * the usual formulas, and what kiosk and paper would have told. Waits in ms; whoever finds a window
 * idle counts with a wait of 0 for all but what was told before.
 */
import { zoneCode } from '../../../shared/base/ids.ts';
import type { Calibration, Outcome } from '../../../shared/forecast/estimate/calibrate.ts';
import { calibrate } from '../../../shared/forecast/estimate/calibrate.ts';
import { LEARNED_DAYS_MAX, learn } from '../../../shared/forecast/estimate/learn.ts';
import type { ObservedDay } from '../../../shared/forecast/observed/observed-day.ts';
import type { HallModel } from '../../../shared/forecast/simulation/hall-model.ts';
import type { Scenario } from '../../../shared/forecast/simulation/scenario.ts';
import type { Visitor } from '../../../shared/forecast/simulation/visitor.ts';
import type { Baseline } from './baselines.ts';
import { Asker } from './estimate-asker.ts';
import { emptyCatalogue, observedPlay } from './observed-play.ts';
import type { StaffedDay, TrialOrder } from './staffed-days.ts';
import { playDay, staffedDay } from './staffed-days.ts';

const CALIBRATION_DAYS = 10;

export interface TrialOptions {
  readonly seeds: readonly number[];
  /** One of so many visitors is asked about. */
  readonly every: number;
  readonly rollouts: number;
  readonly order: TrialOrder;
  /** What the rollouts of the floor know: true parameters, all but the dice; null plays none. */
  readonly floor: 'parameters' | 'all' | null;
  /** Of those who are asked about one of so many has a floor. */
  readonly floorEvery: number;
  /** Whether it is asked what a newcomer would have been told. */
  readonly hasNewcomers: boolean;
  readonly onDay?: (done: number, of: number) => void;
}

/** A wait as it is told. */
export interface Band {
  readonly p50Ms: number;
  readonly rawP90Ms: number;
  readonly p90Ms: number;
}

/** What is told to a newcomer at the moment before; nobody knows yet that it is this one. */
export interface NewcomerBands {
  /** Of the zone, whatever is wanted. */
  readonly zone: Band;
  /** Of the windows that may serve what is wanted. */
  readonly group: Band;
}

/** One visitor's forecasts and what came. */
export interface Trial extends Band {
  readonly zone: number;
  readonly halfHour: number;
  readonly waitedMs: number;
  readonly isDirect: boolean;
  /** Null where it was not played. */
  readonly floorP50Ms: number | null;
  readonly baselines: Readonly<Record<Baseline, number>>;
  /** Null where it was not asked, and for whom a credit brings forward. */
  readonly newcomer: NewcomerBands | null;
}

/** What is corrected by its own past. */
export interface Calibrations {
  readonly own: Calibration;
  readonly zone: Calibration;
  readonly group: Calibration;
}

/** Every forecast of the seeds' days; the days before the first seed are the first history. */
export function estimateTrial(hall: HallModel, scenario: Scenario, options: TrialOptions): Trial[] {
  const { seeds, onDay } = options;
  const catalogue = emptyCatalogue(hall);
  const past: ObservedDay[] = [];
  const recent: Trial[][] = [];
  const trials: Trial[] = [];
  const first = seeds[0] ?? 0;
  const warmUp = Array.from(
    { length: LEARNED_DAYS_MAX },
    (_, day) => first - LEARNED_DAYS_MAX + day,
  );
  [...warmUp, ...seeds].forEach((seed, place) => {
    const day = staffedDay(hall, scenario, seed, place);
    const isAsked = place >= LEARNED_DAYS_MAX - CALIBRATION_DAYS;
    const learned = learn(catalogue, past);
    const asker = new Asker(hall, day, learned, calibrationsOf(recent.flat()), options);
    const ends = playWatched(day, asker, options.order, isAsked);
    past.push(observedPlay(hall, day, ends));
    if (past.length > LEARNED_DAYS_MAX) past.shift();
    if (!isAsked) return;
    const own = asker.trials();
    recent.push(own);
    if (recent.length > CALIBRATION_DAYS) recent.shift();
    if (place < LEARNED_DAYS_MAX) return;
    trials.push(...own);
    onDay?.(place - LEARNED_DAYS_MAX + 1, seeds.length);
  });
  return trials;
}

/** A hall corrects newcomers by newcomers, whether they had to wait or not. */
function calibrationsOf(recent: readonly Trial[]): Calibrations {
  const waited = recent.filter(({ isDirect }) => !isDirect);
  const told = (which: 'zone' | 'group') =>
    recent.flatMap((trial) => (trial.newcomer ? [outcomeOf(trial, trial.newcomer[which])] : []));
  return {
    own: calibrate(waited.map((trial) => outcomeOf(trial, trial))),
    zone: calibrate(told('zone')),
    group: calibrate(told('group')),
  };
}

function outcomeOf({ zone, waitedMs }: Trial, { p50Ms, rawP90Ms }: Band): Outcome {
  return { zone: zoneCode(String(zone)), p50Ms, rawP90Ms, waitedMs };
}

/** Plays the day and notes when each service ended. */
function playWatched(
  day: StaffedDay,
  asker: Asker,
  order: TrialOrder,
  isAsked: boolean,
): Map<Visitor, number> {
  playDay(day, order, {
    onStart: (window, at, serviceMs) => asker.started(window, at, serviceMs),
    ...(isAsked && { control: asker }),
  });
  return asker.ends();
}
