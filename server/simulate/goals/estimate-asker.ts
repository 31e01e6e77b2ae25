/**
 * Asks about visitors of a played day, one of so many: at the moment before it arrives what a newcomer
 * is told, at the moment after what its own ticket is told, from what stands in the hall then. An
 * engine's control, so the day itself is not changed by it.
 */
import { HALF_HOUR_MS } from '../../../shared/base/time.ts';
import { zoneCode } from '../../../shared/base/ids.ts';
import type { Calibration } from '../../../shared/forecast/estimate/calibrate.ts';
import { calibratedP90 } from '../../../shared/forecast/estimate/calibrate.ts';
import type { Learned } from '../../../shared/forecast/estimate/learn.ts';
import { playOn } from '../../../shared/forecast/estimate/play-on.ts';
import type { Waits } from '../../../shared/forecast/estimate/rollouts.ts';
import { quantile } from '../../../shared/forecast/statistics.ts';
import type { Control, Engine } from '../../../shared/forecast/simulation/engine.ts';
import { MEAN_SERVICE_MS } from '../../../shared/forecast/simulation/hall-model.ts';
import type { HallModel } from '../../../shared/forecast/simulation/hall-model.ts';
import type { Visitor } from '../../../shared/forecast/simulation/visitor.ts';
import { BASELINES, baselinesOf } from './baselines.ts';
import type { Baseline } from './baselines.ts';
import { kindsOfZones } from './estimate-newcomers.ts';
import type { Band, Calibrations, NewcomerBands, Trial, TrialOptions } from './estimate-trial.ts';
import type { Beliefs } from './played-situation.ts';
import { allBeliefs, learnedBeliefs, playedSituation, trueBeliefs } from './played-situation.ts';
import type { StaffedDay } from './staffed-days.ts';

/** Beyond the longest day: whoever was called has a wait in every rollout. */
const HORIZON_MS = 24 * 3_600_000;
/** Arrivals are whole ms. */
const MOMENT_MS = 0.5;

export type AskerOptions = Pick<
  TrialOptions,
  'every' | 'rollouts' | 'order' | 'floor' | 'floorEvery' | 'hasNewcomers'
>;

type Asked = Omit<Trial, 'waitedMs'> & { readonly visitor: Visitor };

export class Asker implements Control {
  nextAt = Infinity;
  readonly #hall: HallModel;
  readonly #day: StaffedDay;
  readonly #learned: Learned;
  readonly #calibrations: Calibrations;
  readonly #options: AskerOptions;
  readonly #sampled: readonly Visitor[];
  readonly #asked: Asked[] = [];
  readonly #startedAt: Float64Array;
  readonly #ends = new Map<string, number>();
  readonly #meanMs: number;
  /** What the next visitor was told before it came. */
  #newcomer: NewcomerBands | null = null;
  #isBefore = false;
  #believed: { readonly learned: Beliefs; readonly truth: Beliefs | null } | null = null;
  #kindsOfZones: readonly (readonly number[])[] | null = null;

  constructor(
    hall: HallModel,
    day: StaffedDay,
    learned: Learned,
    calibrations: Calibrations,
    options: AskerOptions,
  ) {
    this.#hall = hall;
    this.#day = day;
    this.#learned = learned;
    this.#calibrations = calibrations;
    this.#options = options;
    const { visitors, seed, floor } = day.drawn;
    this.#sampled = visitors.filter((_, index) => index % options.every === seed % options.every);
    this.#startedAt = new Float64Array(floor.windows).fill(-1);
    this.#meanMs = learned.meanServiceMs ?? MEAN_SERVICE_MS;
    this.#turn();
  }

  started(window: number, at: number, serviceMs: number): void {
    this.#startedAt[window] = at;
    this.#ends.set(`${String(window)}/${String(at)}`, at + serviceMs);
  }

  ends(): Map<Visitor, number> {
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
    if (visitor && this.#isBefore) {
      this.#newcomer = this.#askBefore(engine, visitor, at);
      this.#isBefore = false;
      this.nextAt = visitor.arrivesAt + MOMENT_MS;
      return;
    }
    if (visitor) this.#ask(engine, visitor, at);
    this.#turn();
  }

  /** The next visitor: before it arrives where that is asked, else after. */
  #turn(): void {
    const next = this.#sampled[this.#asked.length];
    this.#newcomer = null;
    this.#isBefore = this.#options.hasNewcomers && next?.creditMs === 0;
    this.nextAt = (next?.arrivesAt ?? Infinity) + (this.#isBefore ? -MOMENT_MS : MOMENT_MS);
  }

  #askBefore(engine: Engine, { kind }: Visitor, at: number): NewcomerBands {
    const { drawn } = this.#day;
    this.#kindsOfZones ??= kindsOfZones(this.#hall, this.#day, this.#learned);
    const zone = drawn.kinds[kind]?.zone ?? 0;
    const newcomers = [this.#kindsOfZones[zone] ?? [], [kind]];
    const waits = this.#play(engine, at, this.#believe().learned, newcomers);
    const { zone: ofZone, group } = this.#calibrations;
    return {
      zone: bandOf(waits.newcomers[0], ofZone, zone),
      group: bandOf(waits.newcomers[1], group, zone),
    };
  }

  #ask(engine: Engine, visitor: Visitor, at: number): void {
    const day = this.#day;
    const zone = day.drawn.kinds[visitor.kind]?.zone ?? 0;
    const halfHour = Math.floor(visitor.arrivesAt / HALF_HOUR_MS);
    const isDirect = visitor.calledAt >= 0;
    const about = { visitor, zone, halfHour, isDirect, newcomer: this.#newcomer };
    const { floor, floorEvery } = this.#options;
    const hasFloor = floor !== null && this.#asked.length % floorEvery === 0;
    if (isDirect) {
      const zero = { p50Ms: 0, rawP90Ms: 0, p90Ms: 0, baselines: NO_WAITS };
      this.#asked.push({ ...about, ...zero, floorP50Ms: hasFloor ? 0 : null });
      return;
    }
    const baselines = baselinesOf({ day, engine, visitor, at, meanMs: this.#meanMs });
    const { learned, truth } = this.#believe();
    const place = engine.queue.indexOf(visitor);
    const own = bandOf(
      this.#play(engine, at, learned, []).waiting[place],
      this.#calibrations.own,
      zone,
    );
    const known = hasFloor && truth ? this.#play(engine, at, truth, []).waiting[place] : undefined;
    const floorP50Ms = known ? quantile(known.sort(), 0.5) : null;
    this.#asked.push({ ...about, ...own, floorP50Ms, baselines });
  }

  #play(
    engine: Engine,
    at: number,
    beliefs: Beliefs,
    newcomers: readonly (readonly number[])[],
  ): Waits {
    const { rollouts, order } = this.#options;
    const now = { at, order, newcomers, serving: this.#serving() };
    const situation = playedSituation(this.#day, engine, now, beliefs);
    const seed = Math.floor(at) + this.#day.drawn.seed * 7_919;
    return playOn(situation, { rollouts, seed, horizonMs: HORIZON_MS });
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
    if (this.#believed) return this.#believed;
    const learned = learnedBeliefs(this.#hall, this.#day, this.#learned);
    this.#believed = { learned, truth: this.#truth(learned) };
    return this.#believed;
  }

  #truth({ streamsAt }: Beliefs): Beliefs | null {
    const { floor } = this.#options;
    if (floor === null) return null;
    return floor === 'all' ? allBeliefs(this.#hall, this.#day) : trueBeliefs(this.#day, streamsAt);
  }
}

const NO_WAITS = Object.fromEntries(BASELINES.map((name) => [name, 0])) as Record<Baseline, number>;

function bandOf(waits: Float64Array | undefined, by: Calibration, zone: number): Band {
  const sorted = waits?.sort() ?? new Float64Array();
  const p50Ms = quantile(sorted, 0.5);
  const rawP90Ms = quantile(sorted, 0.9);
  const p90Ms = calibratedP90(by, zoneCode(String(zone)), p50Ms, rawP90Ms);
  return { p50Ms, rawP90Ms, p90Ms };
}
