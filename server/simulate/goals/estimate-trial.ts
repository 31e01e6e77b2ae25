/**
 * The estimate on trial: day after day a simulated hall learns from its last twenty days, tells arriving
 * visitors their wait, and is held to what came. Beside it the same rollouts with the true parameters,
 * and the usual formulas. Waits in ms; whoever finds a window idle counts with a wait of 0 for all.
 */
import { HALF_HOUR_MS } from '../../../shared/base/time.ts';
import { zoneCode } from '../../../shared/base/ids.ts';
import type { Calibration, Outcome } from '../../../shared/forecast/estimate/calibrate.ts';
import { calibrate, calibratedP90 } from '../../../shared/forecast/estimate/calibrate.ts';
import type { Learned } from '../../../shared/forecast/estimate/learn.ts';
import { LEARNED_DAYS_MAX, learn } from '../../../shared/forecast/estimate/learn.ts';
import { playOn } from '../../../shared/forecast/estimate/play-on.ts';
import { quantile } from '../../../shared/forecast/statistics.ts';
import type { ObservedDay } from '../../../shared/forecast/observed/observed-day.ts';
import type { Engine } from '../../../shared/forecast/simulation/engine.ts';
import { MEAN_SERVICE_MS } from '../../../shared/forecast/simulation/hall-model.ts';
import type { HallModel } from '../../../shared/forecast/simulation/hall-model.ts';
import type { Scenario } from '../../../shared/forecast/simulation/scenario.ts';
import type { Visitor } from '../../../shared/forecast/simulation/visitor.ts';
import type { Baseline } from './baselines.ts';
import { baselinesOf } from './baselines.ts';
import { emptyCatalogue, observedPlay } from './observed-play.ts';
import type { Beliefs } from './played-situation.ts';
import { learnedBeliefs, playedSituation, trueBeliefs } from './played-situation.ts';
import type { StaffedDay } from './staffed-days.ts';
import { playDay, staffedDay } from './staffed-days.ts';

const CALIBRATION_DAYS = 10;
/** Beyond the longest day: whoever was called has a wait in every rollout. */
const HORIZON_MS = 24 * 3_600_000;

export interface TrialOptions {
  readonly seeds: readonly number[];
  /** One of so many visitors is asked about. */
  readonly every: number;
  readonly rollouts: number;
  readonly onDay?: (done: number, of: number) => void;
}

/** One visitor's forecasts and what came. */
export interface Trial {
  readonly zone: number;
  readonly halfHour: number;
  readonly waitedMs: number;
  readonly isDirect: boolean;
  readonly p50Ms: number;
  readonly rawP90Ms: number;
  readonly p90Ms: number;
  readonly floorP50Ms: number;
  readonly baselines: Readonly<Record<Baseline, number>>;
}

/** Every forecast of the seeds' days; the days before the first seed are the first history. */
export function estimateTrial(hall: HallModel, scenario: Scenario, options: TrialOptions): Trial[] {
  const { seeds, onDay } = options;
  const catalogue = emptyCatalogue(hall);
  const past: ObservedDay[] = [];
  const outcomes: Outcome[][] = [];
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
    const calibration = calibrate(outcomes.flat());
    const asker = new Asker(hall, day, learned, calibration, options);
    const ends = playWatched(day, asker, isAsked);
    past.push(observedPlay(hall, day, ends));
    if (past.length > LEARNED_DAYS_MAX) past.shift();
    if (!isAsked) return;
    const own = asker.trials();
    outcomes.push(own.filter(({ isDirect }) => !isDirect).map(outcomeOf));
    if (outcomes.length > CALIBRATION_DAYS) outcomes.shift();
    if (place < LEARNED_DAYS_MAX) return;
    trials.push(...own);
    onDay?.(place - LEARNED_DAYS_MAX + 1, seeds.length);
  });
  return trials;
}

function outcomeOf({ zone, p50Ms, rawP90Ms, waitedMs }: Trial): Outcome {
  return { zone: zoneCode(String(zone)), p50Ms, rawP90Ms, waitedMs };
}

/** Plays the day and notes when each service ended. */
function playWatched(day: StaffedDay, asker: Asker, isAsked: boolean): Map<Visitor, number> {
  const engine = playDay(day, {
    onStart: (window, at, serviceMs) => asker.started(window, at, serviceMs),
    ...(isAsked && { control: asker }),
  });
  return asker.endsOf(engine);
}

class Asker {
  nextAt: number;
  readonly #hall: HallModel;
  readonly #day: StaffedDay;
  readonly #learned: Learned;
  readonly #calibration: Calibration;
  readonly #options: TrialOptions;
  readonly #sampled: Visitor[];
  readonly #asked: (Omit<Trial, 'waitedMs'> & { readonly visitor: Visitor })[] = [];
  readonly #startedAt: Float64Array;
  readonly #ends = new Map<string, number>();
  #beliefs: { readonly learned: Beliefs; readonly truth: Beliefs } | null = null;
  readonly #meanMs: number;

  constructor(
    hall: HallModel,
    day: StaffedDay,
    learned: Learned,
    calibration: Calibration,
    options: TrialOptions,
  ) {
    this.#hall = hall;
    this.#day = day;
    this.#learned = learned;
    this.#calibration = calibration;
    this.#options = options;
    this.#sampled = day.drawn.visitors.filter(
      (_, index) => index % options.every === day.drawn.seed % options.every,
    );
    this.nextAt = (this.#sampled[0]?.arrivesAt ?? Infinity) + 0.5;
    this.#startedAt = new Float64Array(day.drawn.floor.windows).fill(-1);
    this.#meanMs = learned.meanServiceMs ?? MEAN_SERVICE_MS;
  }

  started(window: number, at: number, serviceMs: number): void {
    this.#startedAt[window] = at;
    this.#ends.set(`${String(window)}/${String(at)}`, at + serviceMs);
  }

  endsOf(_engine: Engine): Map<Visitor, number> {
    const ends = new Map<Visitor, number>();
    for (const visitor of this.#day.drawn.visitors) {
      const end = this.#ends.get(`${String(visitor.window)}/${String(visitor.calledAt)}`);
      if (end !== undefined) ends.set(visitor, end);
    }
    return ends;
  }

  trials(): Trial[] {
    return this.#asked.flatMap(({ visitor, ...rest }) =>
      visitor.calledAt < 0 ? [] : [{ ...rest, waitedMs: visitor.calledAt - visitor.arrivesAt }],
    );
  }

  act(engine: Engine, at: number): void {
    const visitor = this.#sampled[this.#asked.length];
    if (visitor) this.#ask(engine, visitor, at);
    this.nextAt = (this.#sampled[this.#asked.length]?.arrivesAt ?? Infinity) + 0.5;
  }

  #ask(engine: Engine, visitor: Visitor, at: number): void {
    const day = this.#day;
    const zone = day.drawn.kinds[visitor.kind]?.zone ?? 0;
    const halfHour = Math.floor(visitor.arrivesAt / HALF_HOUR_MS);
    const about = { visitor, zone, halfHour };
    const isDirect = visitor.calledAt >= 0;
    const asked = { day, engine, visitor, at, meanMs: this.#meanMs };
    const baselines = baselinesOf(asked);
    if (isDirect) {
      const zero = { p50Ms: 0, rawP90Ms: 0, p90Ms: 0, floorP50Ms: 0 };
      const none = Object.fromEntries(Object.keys(baselines).map((name) => [name, 0]));
      this.#asked.push({ ...about, ...zero, isDirect, baselines: none as Trial['baselines'] });
      return;
    }
    const { learned, truth } = this.#believe();
    const place = engine.queue.indexOf(visitor);
    const waits = this.#play(engine, at, learned, place);
    const floor = this.#play(engine, at, truth, place);
    const p50Ms = quantile(waits, 0.5);
    const rawP90Ms = quantile(waits, 0.9);
    const p90Ms = calibratedP90(this.#calibration, zoneCode(String(zone)), p50Ms, rawP90Ms);
    const floorP50Ms = quantile(floor, 0.5);
    this.#asked.push({ ...about, isDirect, p50Ms, rawP90Ms, p90Ms, floorP50Ms, baselines });
  }

  #play(engine: Engine, at: number, beliefs: Beliefs, place: number): Float64Array {
    const { rollouts } = this.#options;
    const situation = playedSituation(this.#day, engine, this.#serving(), at, beliefs);
    const seed = Math.floor(at) + this.#day.drawn.seed * 7_919;
    const { waiting } = playOn(situation, { rollouts, seed, horizonMs: HORIZON_MS });
    return (waiting[place] ?? new Float64Array()).sort();
  }

  #serving(): (Visitor | null)[] {
    const { visitors } = this.#day.drawn;
    return Array.from(
      this.#startedAt,
      (at, window) =>
        visitors.find((one) => one.window === window && one.calledAt === at && at >= 0) ?? null,
    );
  }

  #believe() {
    if (this.#beliefs) return this.#beliefs;
    const learned = learnedBeliefs(this.#hall, this.#day, this.#learned);
    const truth = trueBeliefs(this.#day, learned.streamsAt);
    this.#beliefs = { learned, truth };
    return this.#beliefs;
  }
}
