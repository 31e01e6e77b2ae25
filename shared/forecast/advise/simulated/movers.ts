/**
 * Who moves windows between the zones of a simulated day: nobody, a threshold rule as halls use it,
 * the adviser, and a mover who knows what will happen. All look every ten minutes, all under the same
 * walls, and every assignment is counted as a move, the way back included.
 */
import type { DrawnDay } from '../../simulation/day-draw.ts';
import type { Control, Engine } from '../../simulation/engine.ts';
import type { HallModel } from '../../simulation/hall-model.ts';
import { MINUTE_MS, ZONES } from '../../simulation/hall-model.ts';
import { DAY_MS } from '../../simulation/scenario.ts';
import type { Scene } from '../scene.ts';
import { drawnFutures, search } from '../search.ts';
import type { SearchLimits } from '../search.ts';
import { knownScene, trueScene } from './known-hall.ts';
import { wallOff } from './walls.ts';

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
}

/** The shipped defaults of the policy. */
export const MOVER_OPTIONS: MoverOptions = {
  ...{ minGainMinutes: 40, minGainShare: 0.04, horizonMs: 75 * MINUTE_MS, stepsMax: 2 },
  ...{ everyMs: 10 * MINUTE_MS, dwellMs: 20 * MINUTE_MS, movesMax: 10 },
  ...{ few: 8, many: 24, waitingMin: 3 },
};

interface Move {
  readonly window: number;
  readonly zone: number;
}

/** Moves windows on the engine's own floor; one for each run of a day. */
export class Mover implements Control {
  nextAt: number;
  moves = 0;
  readonly zoneOfWindow: Int32Array;
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
    this.zoneOfWindow = Int32Array.from(day.zoneOf);
    this.#movedAt = new Float64Array(day.floor.windows).fill(-Infinity);
    this.#isHere = day.floor.shifts.map((shifts) => shifts.length > 0);
  }

  /** The walls as they stand. */
  wall(
    floor: Pick<Engine['floor'], 'windows' | 'kinds' | 'may' | 'own'>,
    zones = this.zoneOfWindow,
  ): void {
    const { floor: certified, kinds } = this.#day;
    wallOff(
      floor,
      certified.may,
      kinds.map(({ zone }) => zone),
      zones,
      this.#isHere,
    );
  }

  act(engine: Engine, at: number): void {
    this.nextAt = at + this.#options.everyMs;
    if (at > DAY_MS || this.moves >= this.#options.movesMax) return;
    if (engine.queue.length < this.#options.waitingMin) return;
    for (const { window, zone } of this.#decide(engine, at)) {
      this.zoneOfWindow[window] = zone;
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

  /** Every window that may move, to every zone where its clerk can do something. */
  #choices(base: Scene, taken: readonly Move[], at: number) {
    const zones = Int32Array.from(this.zoneOfWindow);
    for (const move of taken) zones[move.window] = move.zone;
    const found: { candidate: Move; scene: Scene }[] = [];
    for (let window = 0; window < zones.length; window += 1) {
      if (taken.some((move) => move.window === window) || !this.#mayMove(window, at)) continue;
      for (let zone = 0; zone < ZONES; zone += 1) {
        if (zone === zones[window]) continue;
        const moved = Int32Array.from(zones);
        moved[window] = zone;
        found.push({ candidate: { window, zone }, scene: this.#sceneWith(base, moved) });
      }
    }
    return found;
  }

  #mayMove(window: number, at: number): boolean {
    return (
      this.#isHere[window] === true && at - (this.#movedAt[window] ?? 0) >= this.#options.dwellMs
    );
  }

  #sceneWith(base: Scene, zones: Int32Array): Scene {
    const { floor } = base.situation;
    const walled = { ...floor, may: new Uint8Array(floor.may), own: new Uint8Array(floor.own) };
    this.wall(walled, zones);
    return { ...base, situation: { ...base.situation, floor: walled } };
  }

  /** From the zone with the shortest queue per window to the longest, when that is thrice as long. */
  #byThreshold(engine: Engine, at: number): Move[] {
    const { kinds, floor } = this.#day;
    const waiting = Array.from({ length: ZONES }, () => 0);
    const windows = Array.from({ length: ZONES }, () => 0);
    for (const { kind } of engine.queue) {
      const zone = kinds[kind]?.zone ?? 0;
      waiting[zone] = (waiting[zone] ?? 0) + 1;
    }
    this.zoneOfWindow.forEach((zone, window) => {
      if (engine.windows.open[window] === 1) windows[zone] = (windows[zone] ?? 0) + 1;
    });
    const load = waiting.map((count, zone) => count / Math.max(0.5, windows[zone] ?? 0));
    const long = load.indexOf(Math.max(...load));
    const short = load.indexOf(Math.min(...load));
    const isUneven = (load[long] ?? 0) >= 3 && (load[long] ?? 0) >= 3 * (load[short] ?? 0);
    if (!isUneven || (windows[short] ?? 0) <= 1) return [];
    const able = (window: number) =>
      engine.queue.filter(
        ({ kind }) => kinds[kind]?.zone === long && floor.may[window * floor.kinds + kind] === 1,
      ).length;
    const movable = [...this.zoneOfWindow.keys()].filter(
      (window) =>
        this.zoneOfWindow[window] === short &&
        engine.windows.open[window] === 1 &&
        this.#mayMove(window, at) &&
        able(window) > 0,
    );
    const [best] = movable.sort((left, right) => able(right) - able(left));
    return best === undefined ? [] : [{ window: best, zone: long }];
  }
}
