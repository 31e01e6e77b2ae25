/**
 * Newcomers in the quick walk of strict order: they stand behind everybody who is here, so each is
 * called by the first window that may call it and has nobody else. They take nobody's place.
 */
import type { Situation } from './situation.ts';

export class StrictGhosts {
  /** By zone: every ghost's wait of every rollout; Infinity where none came. */
  readonly waits: readonly Float64Array[];
  /** How many of this rollout were not called yet. */
  open = 0;
  readonly #floor: Situation['floor'];
  readonly #kinds: Int32Array;
  readonly #zones: Int32Array;
  /** The place among its zone's, and how many there are. */
  readonly #places: Int32Array;
  readonly #counts: Int32Array;
  /** Those not called yet, in the first `open` places. */
  readonly #left: Int32Array;
  #rollout = 0;

  constructor({ floor, newcomers }: Pick<Situation, 'floor' | 'newcomers'>, rollouts: number) {
    this.#floor = floor;
    this.waits = newcomers.map((kinds) => new Float64Array(rollouts * kinds.length).fill(Infinity));
    this.#kinds = Int32Array.from(newcomers.flat());
    this.#zones = Int32Array.from(newcomers.flatMap((kinds, zone) => kinds.map(() => zone)));
    this.#places = Int32Array.from(newcomers.flatMap((kinds) => [...kinds.keys()]));
    this.#counts = Int32Array.from(newcomers, (kinds) => kinds.length);
    this.#left = new Int32Array(this.#kinds.length);
  }

  begin(rollout: number): void {
    this.#rollout = rollout;
    this.open = this.#left.length;
    for (let ghost = 0; ghost < this.open; ghost += 1) this.#left[ghost] = ghost;
  }

  /** The window would call each of them now, `waitMs` from the beginning. */
  call(window: number, waitMs: number): void {
    const { kinds, may } = this.#floor;
    let left = 0;
    for (let index = 0; index < this.open; index += 1) {
      const ghost = this.#left[index] ?? 0;
      if (may[window * kinds + (this.#kinds[ghost] ?? 0)] === 1) this.#note(ghost, waitMs);
      else {
        this.#left[left] = ghost;
        left += 1;
      }
    }
    this.open = left;
  }

  #note(ghost: number, waitMs: number): void {
    const zone = this.#zones[ghost] ?? 0;
    const row = this.waits[zone];
    const place = this.#rollout * (this.#counts[zone] ?? 0) + (this.#places[ghost] ?? 0);
    if (row) row[place] = waitMs;
  }
}
