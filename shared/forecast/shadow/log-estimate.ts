/**
 * The estimate on a foreign log, day by day in order: learned from the days before, each visitor told
 * a wait on arrival, corrected by the outcomes of the last ten days, and held against what happened,
 * beside the simple rules. The rollouts are the product's own. Of a long log a share of the visitors,
 * evenly spread, is asked; every day is learned from.
 */
import { UNCALIBRATED, calibrate, calibratedP90 } from '../estimate/calibrate.ts';
import type { Outcome } from '../estimate/calibrate.ts';
import { LEARNED_DAYS_MAX, learn } from '../estimate/learn.ts';
import type { Learned } from '../estimate/learn.ts';
import { bandOf } from '../estimate/quantiles.ts';
import { rollOut } from '../estimate/rollouts.ts';
import type { Busy, Situation, WaitingPerson } from '../estimate/situation.ts';
import type { ObservedDay } from '../observed/observed-day.ts';
import type { Baseline } from './log-baselines.ts';
import { baselinesAt, waitOf } from './log-baselines.ts';
import { Crew } from './log-crew.ts';
import { WatchedDay, presenceAt } from './log-moment.ts';
import type { Moment } from './log-moment.ts';
import type { ReplayVisit } from './visits.ts';

/** One visitor: what was told, what the simple rules would have told, and what happened. */
export interface ToldVisit extends Outcome {
  /** When it was told, epoch ms. */
  readonly arrivesAt: number;
  readonly p90Ms: number;
  readonly baselines: Readonly<Record<Baseline, number>>;
  /** The same rules with the visitor's own queue alone. */
  readonly ownQueue: Readonly<Record<Baseline, number>>;
}

export interface LogEstimateOptions {
  readonly rollouts: number;
  /** Of every so many visitors one is asked; 1: everybody. */
  readonly stride: number;
  /** Learns anew after so many days; 1 if left out. A year of days need not be learned 300 times. */
  readonly learnEveryDays?: number;
}

const CALIBRATED_DAYS = 10;

/** One day after the other; the first day teaches and is not asked. */
export class LogEstimate {
  readonly #options: LogEstimateOptions;
  readonly #past: ObservedDay[] = [];
  #outcomes: (readonly ToldVisit[])[] = [];
  #asked = 0;
  #learned: Learned | null = null;
  #daysSince = 0;

  constructor(options: LogEstimateOptions) {
    this.#options = options;
  }

  /** Asks the day's visitors, then learns from it. */
  day(today: ObservedDay): ToldVisit[] {
    const told = this.#past.length === 0 ? [] : this.#tell(today);
    this.#past.push(today);
    if (this.#past.length > LEARNED_DAYS_MAX) this.#past.shift();
    this.#outcomes = [...this.#outcomes, told].slice(-CALIBRATED_DAYS);
    return told;
  }

  #learnedSo(past: readonly ObservedDay[]): Learned {
    const { learnEveryDays = 1 } = this.#options;
    this.#daysSince += 1;
    if (this.#learned && this.#daysSince < learnEveryDays) return this.#learned;
    this.#daysSince = 0;
    // Who has gone when called costs nobody any time, and nobody knows beforehand who will.
    this.#learned = { ...learn([], past), noShowShare: goneShare(past), noShowMs: GONE_MS };
    return this.#learned;
  }

  #tell(today: ObservedDay): ToldVisit[] {
    const past = this.#past;
    const learned = this.#learnedSo(past);
    const crew = new Crew(past, today, learned);
    const watched = new WatchedDay(today);
    const calibration =
      this.#outcomes.flat().length > 0 ? calibrate(this.#outcomes.flat()) : UNCALIBRATED;
    return watched.visits.flatMap((visit) => {
      if (visit.real === null) return [];
      this.#asked += 1;
      if (this.#asked % this.#options.stride !== 0) return [];
      const moment = watched.at(visit);
      const situation = situationAt(crew, learned, today, moment, visit);
      const waits = rollOut(situation, { rollouts: this.#options.rollouts, seed: this.#asked });
      const band = bandOf(waits.newcomers[0] ?? new Float64Array());
      if (!band) return [];
      const { zone } = visit.kind;
      const { p50Ms, p90Ms: rawP90Ms } = band;
      const p90Ms = calibratedP90(calibration, zone, p50Ms, rawP90Ms);
      const known = knownAt(crew, today, moment);
      return [
        {
          ...{ zone, p50Ms, rawP90Ms, p90Ms, waitedMs: waitOf(visit) },
          arrivesAt: visit.arrivesAt,
          baselines: baselinesAt(known),
          ownQueue: baselinesAt({
            ...known,
            called: known.called.filter((other) => isSameQueue(other, visit)),
            waiting: known.waiting.filter((other) => isSameQueue(other, visit)),
          }),
        },
      ];
    });
  }
}

const GONE_MS = 1_000;

/** Tickets that left without being called. */
function goneShare(days: readonly ObservedDay[]): number {
  const tickets = days.flatMap((day) => day.tickets);
  const gone = tickets.filter(({ end, firstCalledAt }) => end === 'abandoned' && !firstCalledAt);
  return tickets.length === 0 ? 0 : gone.length / tickets.length;
}

function situationAt(
  crew: Crew,
  learned: Learned,
  today: ObservedDay,
  { at, waiting, serving }: Moment,
  visit: ReplayVisit,
): Situation {
  const shifts = new Map<number, ReturnType<Crew['shifts']>>();
  const count = Math.max(1, learned.rosters.length);
  return {
    ...{ at, floor: crew.floor, sds: crew.sds, spread: learned.times.spread },
    rules: { kind: 'strict' },
    promiseSlackMs: 0,
    noShowShare: learned.noShowShare,
    waiting: waiting.map((other, index) => person(crew, other, index)),
    busy: crew.servers.map(({ window, clerk }): Busy | null => {
      const service = serving.get(window);
      if (service?.clerk !== clerk) return null;
      const length = crew.lengthOf(service.items, clerk);
      return { length, elapsedMs: at - service.calledAt, isCalled: service.startedAt === null };
    }),
    newcomers: [[crew.kindOf(visit.kind.items)]],
    ...{ coming: [], booked: [] },
    shiftsOf(rollout) {
      const index = rollout % count;
      const known = shifts.get(index) ?? crew.shifts(today, at, index);
      shifts.set(index, known);
      return known;
    },
  };
}

function person(crew: Crew, visit: ReplayVisit, orderSeq: number): WaitingPerson {
  const { arrivesAt, placeAt, creditMs, slotAt, callableAt, greenAt, kind } = visit;
  return {
    ...{ arrivesAt, placeAt, creditMs, slotAt, callableAt, greenAt, orderSeq },
    kind: crew.kindOf(kind.items),
    orderKey: placeAt - creditMs,
    promiseAt: Infinity,
    overtaken: 0,
  };
}

function knownAt(crew: Crew, today: ObservedDay, { at, called, waiting, serving }: Moment) {
  const open = today.sessions.filter((session) => presenceAt(session, at) === 'open');
  return {
    ...{ at, called, waiting },
    openWindows: open.length,
    isSomeWindowFree: open.some(({ window }) => !serving.has(window)),
    meanServiceMs: crew.meanServiceMs,
  };
}

function isSameQueue({ kind }: ReplayVisit, other: ReplayVisit): boolean {
  return kind.items[0]?.item === other.kind.items[0]?.item;
}
