/**
 * Plays one option of the floor through a future and says what it cost: the minutes that visitors
 * wait until the horizon, those beyond half an hour once more, and what the queue that is left will
 * still wait. After the horizon every option counts as back at the floor it came from.
 */
import { MINUTE_MS } from '../../base/time.ts';
import { pick } from '../../hall/routing/pick.ts';
import { Engine } from '../simulation/engine.ts';
import type { Start } from '../simulation/engine.ts';
import type { Floor, Shift } from '../simulation/floor.ts';
import type { Visitor } from '../simulation/visitor.ts';
import type { Future } from './futures.ts';
import { rewind } from './futures.ts';
import type { Scene } from './scene.ts';

/** Waiting longer than this counts twice. */
const LONG_WAIT_MS = 30 * MINUTE_MS;

/** What became of one future. */
export interface Outcome {
  /** What options are compared by: see above. */
  readonly costMinutes: number;
  /** Minutes waited until the horizon alone, what a person would count. */
  readonly waitedMinutes: number;
  /** By zone, ms, of everybody who was there. */
  readonly waits: readonly number[][];
}

/** Minutes that each waiting person of a zone stands for, at the floor as it is without advice. */
export function drainMs(scene: Scene): Float64Array {
  const { situation, zoneOfKind, zones } = scene;
  const { floor } = situation;
  const shifts = situation.shiftsOf(0);
  const servers = new Float64Array(zones);
  const sums = new Float64Array(zones);
  const counts = new Float64Array(zones);
  for (let window = 0; window < floor.windows; window += 1) {
    if ((shifts[window] ?? []).length === 0) continue;
    const reached = new Set<number>();
    for (let kind = 0; kind < floor.kinds; kind += 1) {
      const cell = window * floor.kinds + kind;
      if (floor.may[cell] !== 1) continue;
      const zone = zoneOfKind[kind] ?? 0;
      reached.add(zone);
      sums[zone] = (sums[zone] ?? 0) + (floor.expectedMs[cell] ?? 0);
      counts[zone] = (counts[zone] ?? 0) + 1;
    }
    for (const zone of reached) servers[zone] = (servers[zone] ?? 0) + 1 / reached.size;
  }
  return sums.map((sum, zone) => {
    const mean = (counts[zone] ?? 0) > 0 ? sum / (counts[zone] ?? 1) : 10 * MINUTE_MS;
    return mean / Math.max(0.5, servers[zone] ?? 0);
  });
}

/** One option's floor, played through as many futures as wanted. */
export class OptionRun {
  readonly #scene: Scene;
  readonly #floor: Floor & { shifts: readonly (readonly Shift[])[] };
  readonly #engine: Engine;
  readonly #drainMs: Float64Array;

  /** `drain`: of the floor that every option returns to. */
  constructor(scene: Scene, drain: Float64Array) {
    const { floor, rules, promiseSlackMs } = scene.situation;
    this.#scene = scene;
    this.#drainMs = drain;
    this.#floor = { ...floor, shifts: [] };
    this.#engine = new Engine(this.#floor, {
      choose: (queue, desk, at) => pick(queue, desk, rules, at),
      promiseSlackMs: rules.kind === 'promise' ? promiseSlackMs : null,
      overflowAfterMs: rules.kind === 'zones' ? rules.overflowAfterMs : 0,
    });
  }

  /** Looks at the queue so far: what the plays cost, whatever the machine. */
  get looks(): number {
    return this.#engine.looks;
  }

  /** Plays the future from now to the horizon. */
  play(future: Future, untilAt: number): Outcome {
    const { situation } = this.#scene;
    rewind(future);
    this.#floor.shifts = situation.shiftsOf(future.rollout);
    this.#engine.run(future.arrivals, situation.at, untilAt, this.#startOf(future));
    return this.#outcome(future, untilAt);
  }

  #startOf({ waiting, remaining }: Future): Start {
    const { situation, windowNos } = this.#scene;
    const remainingMs = windowNos.map((no) => remaining.get(no)?.ms ?? 0);
    const expectedRemainingMs = windowNos.map((no) => remaining.get(no)?.expectedMs ?? 0);
    return { at: situation.at, waiting, remainingMs, expectedRemainingMs };
  }

  #outcome({ waiting, arrivals }: Future, untilAt: number): Outcome {
    const { situation, zoneOfKind, zones } = this.#scene;
    const waits: number[][] = Array.from({ length: zones }, () => []);
    const left = new Float64Array(zones);
    let costMs = 0;
    let waitedMs = 0;
    const count = (visitor: Visitor) => {
      const zone = zoneOfKind[visitor.kind] ?? 0;
      const fromAt = visitor.slotAt < Infinity ? visitor.slotAt : visitor.arrivesAt;
      const cameAt = Math.max(fromAt, visitor.arrivesAt);
      if (cameAt >= untilAt) return;
      let calledAt = visitor.calledAt;
      if (calledAt < 0) {
        const place = (left[zone] ?? 0) + 1;
        left[zone] = place;
        calledAt = untilAt + place * (this.#drainMs[zone] ?? 0);
      }
      const waitMs = Math.max(0, calledAt - cameAt);
      const beforeMs = Math.max(0, situation.at - cameAt);
      const longMs = (ms: number) => Math.max(0, ms - LONG_WAIT_MS);
      waitedMs += Math.max(0, Math.min(calledAt, untilAt) - Math.max(cameAt, situation.at));
      costMs += waitMs - beforeMs + longMs(waitMs) - longMs(beforeMs);
      waits[zone]?.push(waitMs);
    };
    for (const visitor of waiting) count(visitor);
    for (const visitor of arrivals) count(visitor);
    return { costMinutes: costMs / MINUTE_MS, waitedMinutes: waitedMs / MINUTE_MS, waits };
  }
}
