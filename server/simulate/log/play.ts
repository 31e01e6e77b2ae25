/** Plays a log's days in every order of calls, and asks the estimate about its visitors. */
import type { BusinessDate } from '../../../shared/base/ids.ts';
import {
  foreignAbility,
  hallAbility,
  skillsSeen,
} from '../../../shared/forecast/shadow/abilities.ts';
import type { Baseline } from '../../../shared/forecast/shadow/log-baselines.ts';
import { BASELINES } from '../../../shared/forecast/shadow/log-baselines.ts';
import { LogEstimate } from '../../../shared/forecast/shadow/log-estimate.ts';
import type { ToldVisit } from '../../../shared/forecast/shadow/log-estimate.ts';
import type { OrderFigures } from '../../../shared/forecast/shadow/order-figures.ts';
import { OrderSums } from '../../../shared/forecast/shadow/order-figures.ts';
import type { LogOrder } from '../../../shared/forecast/shadow/orders.ts';
import { ordersFor, replayOrder } from '../../../shared/forecast/shadow/orders.ts';
import { Replay } from '../../../shared/forecast/shadow/replay.ts';
import { against } from '../../../shared/forecast/shadow/shadow.ts';
import type { WaitFigures } from '../../../shared/forecast/shadow/waits.ts';
import { waitFigures } from '../../../shared/forecast/shadow/waits.ts';
import { learnTimes } from '../../../shared/forecast/estimate/service-times.ts';
import { durationsOf } from '../../../shared/forecast/estimate/durations.ts';
import { LEARNED_DAYS_MAX } from '../../../shared/forecast/estimate/learn.ts';
import { isWait } from '../waited.ts';
import type { LogDay, LogDays } from './log-days.ts';

/** The strict replay against what really happened, ms. */
export interface ModelCheck {
  readonly real: WaitFigures;
  readonly errorMs: number;
  readonly biasMs: number;
  readonly neverCalled: number;
}

export interface OrdersPlayed {
  readonly orders: ReadonlyMap<LogOrder, OrderFigures>;
  readonly model: ModelCheck;
}

export type Progress = (done: number, all: number) => void;

/** Service times are learned anew after so many days of a foreign log. */
const LEARN_EVERY_DAYS = 5;

/** Every order on every day; expected times come from the days before. */
export function playOrders({ days, kind }: LogDays, onDay: Progress): OrdersPlayed {
  const zones = new Set(days.flatMap(({ observed }) => observed.tickets.map(({ zone }) => zone)));
  const hasCredits = days.some(({ observed }) => observed.tickets.some((row) => row.creditMs > 0));
  // A table tells who served what, not where walls stood: orders by zone would be made up.
  const names = ordersFor({ zones: kind === 'own' ? zones.size : 1, hasCredits });
  const sums = new Map(names.map((name) => [name, new OrderSums()]));
  const abilityOf = kind === 'table' ? foreignAbilities(days) : ownAbility;
  const model = { waits: [] as number[], error: 0, bias: 0, neverCalled: 0 };
  days.forEach((day, index) => {
    const replay = new Replay(day.observed, abilityOf(day, index));
    const strict = replay.run(replayOrder('fifo'));
    for (const name of names) {
      sums.get(name)?.add(name === 'fifo' ? strict : replay.run(replayOrder(name)), strict);
    }
    // A hall with zones as walls called so: that is what the replay must explain.
    const called = zones.size > 1 && kind === 'own' ? replay.run(asCalled()) : strict;
    const { real, errorMs, biasMs, waitsMs } = against(replay, called);
    for (const wait of waitsMs) model.waits.push(wait);
    model.error += errorMs * real.visitors;
    model.bias += biasMs * real.visitors;
    model.neverCalled += replay.neverCalled;
    onDay(index + 1, days.length);
  });
  const count = Math.max(1, model.waits.length);
  return {
    orders: new Map([...sums].map(([name, sum]) => [name, sum.figures()])),
    model: {
      real: waitFigures(model.waits),
      errorMs: model.error / count,
      biasMs: model.bias / count,
      neverCalled: model.neverCalled,
    },
  };
}

function asCalled() {
  return { ...replayOrder('fifo'), hasWalls: true, hasCredits: true };
}

function ownAbility({ own }: LogDay) {
  if (!own) throw new Error('a hall has its own day');
  return hallAbility(own);
}

/** Skills from the whole log, times from the days before, learned anew every few days. */
function foreignAbilities(days: readonly LogDay[]) {
  const observed = days.map((day) => day.observed);
  const seen = skillsSeen(observed);
  let times = learnTimes([], []);
  return (_: LogDay, index: number) => {
    if (index > 0 && (index - 1) % LEARN_EVERY_DAYS === 0) {
      const past = observed.slice(Math.max(0, index - LEARNED_DAYS_MAX), index);
      times = learnTimes([], durationsOf(past).services);
    }
    return foreignAbility({ ...seen, times });
  };
}

export interface EstimateFigures {
  /** Visitors who were asked, and days on which. */
  readonly asked: number;
  readonly days: number;
  readonly meanWaitMs: number;
  readonly errorMs: number;
  readonly biasMs: number;
  /** Share called within the p90 that was told, and within the uncorrected one. */
  readonly coverage: number;
  readonly rawCoverage: number;
  /** Of those who waited or were told to: how many, and the share called within the p90. */
  readonly waited: { readonly count: number; readonly coverage: number };
  /** MAE of each simple rule: for the hall, or for the own queue, whichever is better. */
  readonly baselines: Readonly<Record<Baseline, number>>;
}

/** What was told on one day, by arrival. */
export interface ToldDay {
  readonly date: BusinessDate;
  readonly told: readonly ToldVisit[];
}

export interface EstimatesPlayed {
  readonly figures: EstimateFigures;
  /** Days on which somebody was asked. */
  readonly days: readonly ToldDay[];
}

const ROLLOUTS = 60;
/** A longer log is learned from every few days. */
const LEARNED_TIMES_MAX = 100;

/** Null where nobody can be asked: one day, or no estimates wanted. */
export function playEstimates(
  { days }: LogDays,
  estimates: number,
  onDay: Progress,
): EstimatesPlayed | null {
  const called = days.slice(1).reduce((sum, { observed }) => sum + observed.services.length, 0);
  if (estimates === 0 || called === 0) return null;
  const stride = Math.max(1, Math.ceil(called / estimates));
  const estimate = new LogEstimate({
    ...{ rollouts: ROLLOUTS, stride },
    learnEveryDays: Math.ceil(days.length / LEARNED_TIMES_MAX),
  });
  const played = days.map(({ observed }, index): ToldDay => {
    const told = estimate.day(observed);
    onDay(index + 1, days.length);
    return { date: observed.date, told };
  });
  const asked = played.filter(({ told }) => told.length > 0);
  if (asked.length === 0) return null;
  return {
    days: asked,
    figures: figuresOf(
      asked.flatMap(({ told }) => told),
      asked.length,
    ),
  };
}

function figuresOf(told: readonly ToldVisit[], days: number): EstimateFigures {
  const mean = (of: (row: ToldVisit) => number) =>
    told.reduce((sum, row) => sum + of(row), 0) / told.length;
  const off = (of: (row: ToldVisit) => number) => mean((row) => Math.abs(row.waitedMs - of(row)));
  const isIn = ({ waitedMs, p90Ms }: ToldVisit) => waitedMs <= p90Ms;
  const waited = told.filter(({ waitedMs, p90Ms }) => isWait(p90Ms, waitedMs));
  const better = (rule: Baseline) =>
    Math.min(
      off(({ baselines }) => baselines[rule]),
      off(({ ownQueue }) => ownQueue[rule]),
    );
  return {
    ...{ asked: told.length, days },
    meanWaitMs: mean(({ waitedMs }) => waitedMs),
    errorMs: off(({ p50Ms }) => p50Ms),
    biasMs: mean(({ waitedMs, p50Ms }) => waitedMs - p50Ms),
    coverage: mean((row) => Number(isIn(row))),
    rawCoverage: mean(({ waitedMs, rawP90Ms }) => Number(waitedMs <= rawP90Ms)),
    waited: {
      count: waited.length,
      coverage: waited.filter(isIn).length / Math.max(1, waited.length),
    },
    baselines: Object.fromEntries(BASELINES.map((rule) => [rule, better(rule)])) as Record<
      Baseline,
      number
    >,
  };
}
