/**
 * Who moves windows between the zones of a simulated day: nobody, a threshold rule as halls use it,
 * the adviser, and a mover who knows what will happen. All look every ten minutes, all under the same
 * walls, and every assignment is counted as a move, the way back included.
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

export const MOVERS = ['static', 'threshold', 'adviser', 'clairvoyant'] as const;
export type MoverName = (typeof MOVERS)[number];

export interface MoverOptions extends SearchLimits {
  readonly everyMs: number;
  readonly dwellMs: number;
  readonly movesMax: number;
  readonly few: number;
  readonly many: number;
  /** Fewer waiting than this: nobody looks. */
  readonly waitingMin: number;
  /** Whether a window may serve a zone besides its own; otherwise one zone alone. */
  readonly hasShared: boolean;
}

/** The shipped defaults of the policy. */
export const MOVER_OPTIONS: MoverOptions = {
  ...{ minGainMinutes: 40, minGainShare: 0.04, horizonMs: 75 * MINUTE_MS, stepsMax: 2 },
  ...{ everyMs: 10 * MINUTE_MS, dwellMs: 20 * MINUTE_MS, movesMax: 10 },
  ...{ few: 8, many: 24, waitingMin: 3, hasShared: true },
};

interface Move {
  readonly window: number;
  /** The zones that it serves from then on, as bits. */
  readonly scope: number;
}

/** Moves windows on the engine's own floor; one for each run of a day. */
export class Mover implements Control {
  nextAt: number;
  moves = 0;
  /** The zones of each window, as bits. */
  readonly scopes: Int32Array;
  readonly #hall: HallModel;
  readonly #day: DrawnDay;
  readonly #name: MoverName;
  readonly #options: MoverOptions;
  readonly #movedAt: Float64Array;
  readonly #isHere: readonly boolean[];

  constructor(hall: HallModel, day: DrawnDay, name: MoverName, options: MoverOptions) {
    this.#hall = hall;
    this.#day = day;
    this.#name = name;
    this.#options = options;
    this.nextAt = name === 'static' ? Infinity : options.everyMs;
    this.scopes = Int32Array.from(day.zoneOf, (zone) => 1 << zone);
    this.#movedAt = new Float64Array(day.floor.windows).fill(-Infinity);
    this.#isHere = day.floor.shifts.map((shifts) => shifts.length > 0);
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
    this.nextAt = at + this.#options.everyMs;
    if (at > DAY_MS || this.moves >= this.#options.movesMax) return;
    if (engine.queue.length < this.#options.waitingMin) return;
    for (const { window, scope } of this.#decide(engine, at)) {
      this.scopes[window] = scope;
      this.#movedAt[window] = at;
      this.moves += 1;
    }
    this.wall(engine.floor);
  }

  #decide(engine: Engine, at: number): Move[] {
    const stepsMax = Math.min(this.#options.stepsMax, this.#options.movesMax - this.moves);
    if (this.#name === 'threshold') return this.#byThreshold(engine, at);
    const known = knownScene(this.#hall, this.#day, engine, at);
    const untilAt = at + this.#options.horizonMs;
    const limits = { ...this.#options, stepsMax };
    const searched = (base: Scene, futures: Parameters<typeof search>[0]['futures']) =>
      search<Move>({
        ...{ base, limits, futures },
        options: (taken) => this.#choices(base, taken, at),
      }).map(({ candidate }) => candidate);
    if (this.#name === 'clairvoyant') {
      const { scene, future } = trueScene(known, this.#day, engine, untilAt);
      return searched(scene, { few: [future], many: [future] });
    }
    const counts = { few: this.#options.few, many: this.#options.many, seed: this.#day.seed };
    return searched(known, drawnFutures(known, { ...counts, seed: counts.seed + at }, untilAt));
  }

  /** Every window that may move, to a zone with a longer queue alone or besides its own. */
  #choices(base: Scene, taken: readonly Move[], at: number) {
    const scopes = Int32Array.from(this.scopes);
    for (const move of taken) scopes[move.window] = move.scope;
    const found: { candidate: Move; scene: Scene }[] = [];
    const couldHelp = this.#helpers(base, scopes);
    const add = (window: number, scope: number) => {
      if (scope === scopes[window]) return;
      const moved = Int32Array.from(scopes);
      moved[window] = scope;
      found.push({ candidate: { window, scope }, scene: this.#sceneWith(base, moved) });
    };
    for (let window = 0; window < scopes.length; window += 1) {
      if (taken.some((move) => move.window === window) || !this.#mayMove(window, at)) continue;
      for (let zone = 0; zone < ZONES; zone += 1) {
        if (!couldHelp(window, zone)) continue;
        add(window, 1 << zone);
        if (this.#options.hasShared) add(window, (scopes[window] ?? 0) | (1 << zone));
      }
    }
    return found;
  }

  #helpers({ situation }: Scene, scopes: Int32Array): (window: number, zone: number) => boolean {
    const { kinds, floor } = this.#day;
    const load = this.#loads(situation.waiting, (window) => this.#isHere[window] === true, scopes);
    return (window, zone) => {
      const others = load.filter(
        (_, other) => serves(scopes[window] ?? 0, other) && other !== zone,
      );
      if (others.length > 0 && (load[zone] ?? 0) <= Math.min(...others)) return false;
      return situation.waiting.some(
        ({ kind }) => kinds[kind]?.zone === zone && floor.may[window * floor.kinds + kind] === 1,
      );
    };
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
    return (
      this.#isHere[window] === true && at - (this.#movedAt[window] ?? 0) >= this.#options.dwellMs
    );
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
