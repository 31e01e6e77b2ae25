/**
 * Who moves windows between the zones of a simulated day: nobody, a threshold rule as halls use it,
 * the adviser, and a mover who knows what will happen. All look every ten minutes under the same walls.
 * The adviser plays as the product does where everything it proposes is taken: the same candidates, a
 * window is left alone until its advice ends, and then goes back by itself. Moves are those that
 * somebody decides; the ways back are counted apart.
 */
import { MINUTE_MS } from '../../../base/time.ts';
import type { DrawnDay } from '../../simulation/day-draw.ts';
import type { Control, Engine } from '../../simulation/engine.ts';
import type { HallModel } from '../../simulation/hall-model.ts';
import { ZONES } from '../../simulation/hall-model.ts';
import { DAY_MS } from '../../simulation/scenario.ts';
import type { Scene } from '../scene.ts';
import { drawnFutures, search } from '../search.ts';
import type { SearchLimits } from '../search.ts';
import { knownScene, trueScene } from './known-hall.ts';
import { serves, wallOff } from './walls.ts';

export type MoverName = 'static' | 'threshold' | 'adviser' | 'clairvoyant';

export interface MoverOptions extends SearchLimits {
  readonly everyMs: number;
  readonly dwellMs: number;
  readonly movesMax: number;
  readonly few: number;
  readonly many: number;
  /** Fewer waiting than this: nobody looks. */
  readonly waitingMin: number;
  /** What is moved goes back after so long; Infinity: it stays until it is moved again. */
  readonly returnAfterMs: number;
  /** Whether a window may be kept where it is when its time is over. */
  readonly mayKeep: boolean;
  /** Of the least gain: what keeping must save, for nobody has to move for it. */
  readonly keepShare: number;
}

/** The shipped defaults of the policy. */
export const MOVER_OPTIONS: MoverOptions = {
  ...{ minGainMinutes: 40, minGainShare: 0.04, horizonMs: 75 * MINUTE_MS, stepsMax: 3 },
  ...{ everyMs: 10 * MINUTE_MS, dwellMs: 20 * MINUTE_MS, movesMax: 10 },
  ...{ few: 8, many: 24, waitingMin: 1, returnAfterMs: 75 * MINUTE_MS },
  ...{ mayKeep: true, keepShare: 0.25 },
};
/** Whose clerk may do less of a zone helps nobody there, as in the product. */
const COVERAGE_MIN = 0.25;

interface Move {
  readonly window: number;
  /** The zones that it serves from then on, as bits. */
  readonly scope: number;
}

/** Moves windows on the engine's own floor; one for each run of a day. */
export class Mover implements Control {
  nextAt: number;
  moves = 0;
  returns = 0;
  /** The zones of each window, as bits. */
  readonly scopes: Int32Array;
  readonly #hall: HallModel;
  readonly #day: DrawnDay;
  readonly #name: MoverName;
  readonly #options: MoverOptions;
  readonly #movedAt: Float64Array;
  readonly #isHere: readonly boolean[];
  /** Windows on loan: when they go back, and to which zones. */
  readonly #loans = new Map<number, { readonly untilAt: number; readonly scope: number }>();
  /** By window and zone, by popularity. */
  readonly #coverage: readonly (readonly number[])[];
  /** Windows whose advice ends now, with the zones that they have served under it. */
  readonly #ending = new Map<number, number>();
  #lookAt: number;

  constructor(hall: HallModel, day: DrawnDay, name: MoverName, options: MoverOptions) {
    this.#hall = hall;
    this.#day = day;
    this.#name = name;
    this.#options = options;
    this.#lookAt = name === 'static' ? Infinity : options.everyMs;
    this.nextAt = this.#lookAt;
    this.scopes = Int32Array.from(day.zoneOf, (zone) => 1 << zone);
    this.#movedAt = new Float64Array(day.floor.windows).fill(-Infinity);
    this.#isHere = day.floor.shifts.map((shifts) => shifts.length > 0);
    this.#coverage = coverageOf(day);
  }

  /** The walls as they stand. */
  wall(
    floor: Pick<Engine['floor'], 'windows' | 'kinds' | 'may' | 'own'>,
    scopes = this.scopes,
  ): void {
    const { floor: certified, kinds } = this.#day;
    wallOff(
      floor,
      certified.may,
      kinds.map(({ zone }) => zone),
      scopes,
      this.#isHere,
    );
  }

  act(engine: Engine, at: number): void {
    const isEnding = this.#giveBack(at);
    if (at >= this.#lookAt || (isEnding && this.#options.mayKeep)) {
      this.#lookAt = at + this.#options.everyMs;
      if (at <= DAY_MS) this.#move(engine, at);
    }
    const backAt = [...this.#loans.values()].map(({ untilAt }) => untilAt);
    this.nextAt = Math.min(this.#lookAt, ...backAt);
    this.wall(engine.floor);
  }

  /** Windows whose time is over go back; whether any did. */
  #giveBack(at: number): boolean {
    this.#ending.clear();
    for (const [window, { untilAt, scope }] of this.#loans) {
      if (untilAt > at) continue;
      this.#ending.set(window, this.scopes[window] ?? 0);
      this.scopes[window] = scope;
      this.#loans.delete(window);
      this.returns += 1;
    }
    return this.#ending.size > 0;
  }

  #move(engine: Engine, at: number): void {
    const { movesMax, waitingMin, returnAfterMs } = this.#options;
    const isUsedUp = this.moves >= movesMax && this.#ending.size === 0;
    if (isUsedUp || engine.queue.length < waitingMin) return;
    const returns = this.#name !== 'threshold' && returnAfterMs < Infinity;
    this.wall(engine.floor);
    for (const { window, scope } of this.#decide(engine, at)) {
      const before = this.scopes[window] ?? 0;
      if (returns) this.#loans.set(window, { untilAt: at + returnAfterMs, scope: before });
      this.scopes[window] = scope;
      this.#movedAt[window] = at;
      // Who stays where he is has not moved.
      if (this.#isKept({ window, scope })) this.returns -= 1;
      else this.moves += 1;
    }
  }

  #decide(engine: Engine, at: number): Move[] {
    const { stepsMax } = this.#options;
    if (this.#name === 'threshold') return this.#byThreshold(engine, at);
    const known = knownScene(this.#hall, this.#day, engine, at);
    const untilAt = at + this.#options.horizonMs;
    const limits = { ...this.#options, stepsMax };
    const searched = (base: Scene, futures: Parameters<typeof search>[0]['futures']) =>
      search<Move>({
        ...{ base, limits, futures },
        leastMinutes: (move) =>
          limits.minGainMinutes * (this.#isKept(move) ? this.#options.keepShare : 1),
        options: (taken) => this.#choices(base, taken, at),
      }).map(({ candidate }) => candidate);
    if (this.#name === 'clairvoyant') {
      const { scene, future } = trueScene(known, this.#day, engine, untilAt);
      return searched(scene, { few: [future], many: [future] });
    }
    const counts = { few: this.#options.few, many: this.#options.many, seed: this.#day.seed };
    return searched(known, drawnFutures(known, { ...counts, seed: counts.seed + at }, untilAt));
  }

  #isKept({ window, scope }: Move): boolean {
    return this.#ending.get(window) === scope;
  }

  /** Every window that may move, to a zone where somebody waits, alone or besides its own. */
  #choices(base: Scene, taken: readonly Move[], at: number) {
    const scopes = Int32Array.from(this.scopes);
    for (const move of taken) scopes[move.window] = move.scope;
    const found: { candidate: Move; scene: Scene }[] = [];
    const { kinds } = this.#day;
    const decided = taken.filter((move) => !this.#isKept(move)).length;
    const movesLeft = this.#options.movesMax - this.moves - decided;
    const waiting = new Set(base.situation.waiting.map(({ kind }) => kind));
    const wanted = new Set([...waiting].map((kind) => kinds[kind]?.zone ?? 0));
    const add = (window: number, scope: number) => {
      if (movesLeft <= 0 && !this.#isKept({ window, scope })) return;
      const moved = Int32Array.from(scopes);
      moved[window] = scope;
      if (this.#strands(waiting, scopes, moved)) return;
      found.push({ candidate: { window, scope }, scene: this.#sceneWith(base, moved) });
    };
    for (const [window, scope] of scopes.entries()) {
      if (taken.some((move) => move.window === window) || !this.#mayMove(window, at)) continue;
      for (const zone of wanted) {
        if (serves(scope, zone) || (this.#coverage[window]?.[zone] ?? 0) < COVERAGE_MIN) continue;
        add(window, 1 << zone);
        add(window, scope | (1 << zone));
      }
    }
    return found;
  }

  /** Whether somebody who waits has a window before and none after. */
  #strands(waiting: ReadonlySet<number>, before: Int32Array, after: Int32Array): boolean {
    const { kinds, floor } = this.#day;
    const isServed = (scopes: Int32Array, kind: number) =>
      scopes.some(
        (scope, window) =>
          this.#isHere[window] === true &&
          floor.may[window * floor.kinds + kind] === 1 &&
          serves(scope, kinds[kind]?.zone ?? 0),
      );
    return [...waiting].some((kind) => isServed(before, kind) && !isServed(after, kind));
  }

  /** Waiting visitors for each window, by zone. */
  #loads(
    waiting: readonly { readonly kind: number }[],
    counts: (window: number) => boolean,
    scopes: Int32Array,
  ): number[] {
    const { kinds } = this.#day;
    const people = Array.from({ length: ZONES }, () => 0);
    for (const { kind } of waiting) {
      const zone = kinds[kind]?.zone ?? 0;
      people[zone] = (people[zone] ?? 0) + 1;
    }
    return people.map((count, zone) => {
      const windows = scopes.filter((scope, window) => counts(window) && serves(scope, zone));
      return count / Math.max(0.5, windows.length);
    });
  }

  #mayMove(window: number, at: number): boolean {
    const isSettled = at - (this.#movedAt[window] ?? 0) >= this.#options.dwellMs;
    return this.#isHere[window] === true && isSettled && !this.#loans.has(window);
  }

  #sceneWith(base: Scene, scopes: Int32Array): Scene {
    const { floor } = base.situation;
    const walled = { ...floor, may: new Uint8Array(floor.may), own: new Uint8Array(floor.own) };
    this.wall(walled, scopes);
    return { ...base, situation: { ...base.situation, floor: walled } };
  }

  /** From the zone with the shortest queue per window to the longest, when that is thrice as long. */
  #byThreshold(engine: Engine, at: number): Move[] {
    const { kinds, floor } = this.#day;
    const isOpen = (window: number) => engine.windows.open[window] === 1;
    const load = this.#loads(engine.queue, isOpen, this.scopes);
    const long = load.indexOf(Math.max(...load));
    const short = load.indexOf(Math.min(...load));
    const isUneven = (load[long] ?? 0) >= 3 && (load[long] ?? 0) >= 3 * (load[short] ?? 0);
    const own = [...this.scopes.keys()].filter(
      (window) => this.scopes[window] === 1 << short && isOpen(window),
    );
    if (!isUneven || own.length <= 1) return [];
    const able = (window: number) =>
      engine.queue.filter(
        ({ kind }) => kinds[kind]?.zone === long && floor.may[window * floor.kinds + kind] === 1,
      ).length;
    const [best] = own
      .filter((window) => this.#mayMove(window, at) && able(window) > 0)
      .sort((left, right) => able(right) - able(left));
    return best === undefined ? [] : [{ window: best, scope: 1 << long }];
  }
}

/** The share of each zone's wishes that each window's clerk is certified for. */
function coverageOf({ floor, kinds }: DrawnDay): number[][] {
  const all = Array.from({ length: ZONES }, () => 0);
  const known = floor.shifts.map(() => Array.from({ length: ZONES }, () => 0));
  for (const [kind, { zone, items }] of kinds.entries()) {
    const share = items[0]?.share ?? 0;
    all[zone] = (all[zone] ?? 0) + share;
    known.forEach((own, window) => {
      if (floor.may[window * floor.kinds + kind] === 1) own[zone] = (own[zone] ?? 0) + share;
    });
  }
  return known.map((own) => own.map((share, zone) => share / Math.max(1e-9, all[zone] ?? 0)));
}
