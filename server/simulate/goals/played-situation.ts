/**
 * A simulated hall in mid-day as a situation for rollouts, seen with what was learned or with the true
 * parameters: the latter is the floor that no estimate can go below but by luck.
 */
import { HALF_HOUR_MS, HOUR_MS } from '../../../shared/base/time.ts';
import type { Learned } from '../../../shared/forecast/estimate/learn.ts';
import { expectedBetween, levelOf } from '../../../shared/forecast/estimate/arrivals.ts';
import type { Span } from '../../../shared/forecast/estimate/rosters.ts';
import { patternOf } from '../../../shared/forecast/estimate/rosters.ts';
import { lengthOf } from '../../../shared/forecast/estimate/service-times.ts';
import type { Length } from '../../../shared/forecast/estimate/service-times.ts';
import type { Busy, Situation, Stream } from '../../../shared/forecast/estimate/situation.ts';
import type { Spread } from '../../../shared/forecast/estimate/spread.ts';
import type { Engine } from '../../../shared/forecast/simulation/engine.ts';
import type { Shift } from '../../../shared/forecast/simulation/floor.ts';
import type { HallModel } from '../../../shared/forecast/simulation/hall-model.ts';
import { NO_SHOW_MS, NO_SHOW_SHARE } from '../../../shared/forecast/simulation/scenario.ts';
import type { Visitor } from '../../../shared/forecast/simulation/visitor.ts';
import { startOfDay } from '../../../shared/calendar/business-date.ts';
import { clerkOf, itemsOf, zoneOfKind } from './observed-play.ts';
import type { StaffedDay, TrialOrder } from './staffed-days.ts';
import { orderOf } from './staffed-days.ts';
import { trueSpread, trueStreams } from './estimate-truth.ts';

/** A number that nobody answers, as the windows show it. */
const MISSED: Length = { logMs: Math.log(NO_SHOW_MS), sd: 1e-6 };

/** What is believed of lengths, people and rosters. */
export interface Beliefs {
  readonly factor: Float64Array;
  readonly sds: Float64Array;
  readonly spread: Spread;
  readonly noShowShare: number;
  readonly noShowMs: number;
  readonly byHandShare: number;
  /** Share of its time that a service takes while more wait than there are windows. */
  readonly paceUnderLoad: number;
  readonly shiftsAt: (at: number) => (rollout: number) => readonly (readonly Shift[])[];
  readonly streamsAt: (at: number) => readonly Stream[];
}

/** What a hall has learned, for one of its days. */
export function learnedBeliefs(hall: HallModel, day: StaffedDay, learned: Learned): Beliefs {
  const { drawn, opensAt, date } = day;
  const { floor, kinds } = drawn;
  const { times, rosters } = learned;
  const factor = new Float64Array(floor.factor.length);
  const items = kinds.map((kind) => itemsOf(hall, kind));
  const sds = Float64Array.from(items, (row) => lengthOf(times, row, null).sd);
  for (let window = 0; window < floor.windows; window += 1) {
    for (const [kind, row] of items.entries()) {
      factor[window * floor.kinds + kind] = Math.exp(lengthOf(times, row, clerkOf(window)).logMs);
    }
  }
  const midnightMs = startOfDay(date) - opensAt;
  const toShift = ([fromMs, untilMs]: Span): Shift => [midnightMs + fromMs, midnightMs + untilMs];
  return {
    ...{ factor, sds, spread: times.spread },
    ...{ noShowShare: learned.noShowShare, noShowMs: learned.noShowMs },
    byHandShare: learned.byHandShare,
    paceUnderLoad: 1,
    shiftsAt: (at) => (rollout) => {
      return floor.shifts.map((today, window) => {
        if (today.length === 0) return [];
        const isHere = today.some(([fromAt, untilAt]) => fromAt <= at && at < untilAt);
        const pattern = patternOf(rosters, rollout, clerkOf(window), at - midnightMs);
        const spans = pattern?.map(toShift) ?? [[at, Infinity] as const];
        const [first, ...rest] = spans;
        if (!first) return [[at, Infinity] as const];
        if (isHere) return [[Math.min(first[0], at), first[1]] as const, ...rest];
        // Away now: back when that day's pattern has a clerk back, or soon.
        const back = spans.filter(([fromAt]) => fromAt > at);
        return back.length > 0 ? back : [[at + 20 * 60_000, Infinity] as const];
      });
    },
    streamsAt: (at) => streamsOf(day, learned, at),
  };
}

/** Visitors still to come, with and without priority, as past days and the last hour have them expected. */
function streamsOf({ drawn, opensAt }: StaffedDay, { arrivals }: Learned, at: number): Stream[] {
  const [sample] = arrivals.samples.filter(({ creditMs }) => creditMs > 0);
  const share =
    arrivals.samples.filter(({ creditMs }) => creditMs > 0).length /
    Math.max(1, arrivals.samples.length);
  return [0, 1, 2].flatMap((zone): Stream[] => {
    const code = zoneOfKind({ zone });
    const own = drawn.visitors.filter(({ kind }) => drawn.kinds[kind]?.zone === zone);
    const before = own.filter(({ arrivesAt }) => arrivesAt <= at);
    const lastHour = before.filter(({ arrivesAt }) => arrivesAt > at - HOUR_MS).length;
    const level = levelOf(arrivals, code, lastHour, opensAt + at);
    const parts = Array.from({ length: 6 }, (_, index) => {
      const fromAt = at + index * HALF_HOUR_MS;
      const untilAt = fromAt + HALF_HOUR_MS;
      const expected = expectedBetween(arrivals, code, opensAt + fromAt, opensAt + untilAt);
      return { fromAt, untilAt, perMs: (level * expected) / HALF_HOUR_MS };
    });
    const kinds = before.map(({ kind }) => kind).slice(-24);
    const times = (by: number) => parts.map((part) => ({ ...part, perMs: part.perMs * by }));
    return [
      { parts: times(1 - share), kinds, creditMs: 0 },
      ...(sample ? [{ parts: times(share), kinds, creditMs: sample.creditMs }] : []),
    ];
  });
}

/** The true parameters of services and rosters, and what past days say of who comes. */
export function trueBeliefs(day: StaffedDay, streamsAt: Beliefs['streamsAt']): Beliefs {
  const { floor, kinds, scenario } = day.drawn;
  const { spread, logMean, sd } = trueSpread(scenario);
  const factor = new Float64Array(floor.factor.length);
  for (let cell = 0; cell < factor.length; cell += 1) {
    factor[cell] = (floor.expectedMs[cell] ?? 1) * Math.exp(logMean);
  }
  return {
    ...{ factor, sds: new Float64Array(kinds.length).fill(sd), spread },
    ...{ noShowShare: NO_SHOW_SHARE, noShowMs: NO_SHOW_MS, streamsAt },
    ...{ byHandShare: scenario.byHand, paceUnderLoad: scenario.paceUnderLoad },
    shiftsAt: () => () => floor.shifts,
  };
}

/** All but the dice: the level of the day too. */
export function allBeliefs(hall: HallModel, day: StaffedDay): Beliefs {
  return trueBeliefs(day, (at) => trueStreams(hall, day, at));
}

/** The moment of a day that is asked about. */
export interface Moment {
  readonly at: number;
  readonly order: TrialOrder;
  readonly serving: readonly (Visitor | null)[];
  /** Kinds that a newcomer might be, by group. */
  readonly newcomers: readonly (readonly number[])[];
}

/** The hall as it stands. */
export function playedSituation(
  { drawn }: StaffedDay,
  engine: Engine,
  { at, order, serving, newcomers }: Moment,
  beliefs: Beliefs,
): Situation {
  const { floor } = drawn;
  const { factor, sds, spread, noShowShare, noShowMs, byHandShare, paceUnderLoad } = beliefs;
  // Whoever is served while many wait was called while many waited.
  const pace = engine.queue.length > floor.windows ? paceUnderLoad : 1;
  const busy = Array.from(serving, (visitor, window): Busy | null => {
    if (!visitor || (engine.windows.endAt[window] ?? Infinity) === Infinity) return null;
    const cell = window * floor.kinds + visitor.kind;
    const logMs = Math.log((factor[cell] ?? 1) * pace);
    const own: Length = { logMs, sd: sds[visitor.kind] ?? 0 };
    const length = visitor.shows ? own : MISSED;
    return { length, elapsedMs: at - visitor.calledAt, isCalled: false };
  });
  const { rules, promiseSlackMs } = orderOf(order);
  return {
    ...{ at, sds, spread, noShowShare, byHandShare, paceUnderLoad, busy, booked: [], newcomers },
    floor: { ...floor, factor, noShowMs },
    rules,
    promiseSlackMs: promiseSlackMs ?? 0,
    waiting: engine.queue,
    shiftsOf: beliefs.shiftsAt(at),
    coming: beliefs.streamsAt(at),
  };
}
