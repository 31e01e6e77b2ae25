/**
 * The wait to expect in strict order: the queue is laid out over the windows, each visitor at the one
 * that is free first, with expected times. One pass, O(queue × windows), no allocation. It is the
 * base of a promise, so it knows what a hall knows and nothing else.
 */
import type { Floor } from './floor.ts';
import type { Visitor } from './visitor.ts';

/** Lays a queue out; one for each engine, since it keeps its buffer. */
export class StrictWait {
  readonly #floor: Floor;
  readonly #freeAt: Float64Array;

  constructor(floor: Floor) {
    this.#floor = floor;
    this.#freeAt = new Float64Array(floor.windows);
  }

  /** Sets when the window is expected free; Infinity while it does not call. */
  setFree(window: number, freeAt: number): void {
    this.#freeAt[window] = freeAt;
  }

  /**
   * Expected wait, ms, of `last` behind those of `queue` that come before it in strict order, `queue`
   * being sorted so; Infinity where no window that calls may take it.
   */
  of(queue: readonly Visitor[], last: Visitor, at: number): number {
    for (const visitor of queue) {
      if (visitor === last) break;
      this.#take(visitor);
    }
    return Math.max(0, this.#take(last) - at);
  }

  /** The start at the window that is free first, which is then busy with it. */
  #take({ kind }: Visitor): number {
    const { windows, kinds, may, expectedMs } = this.#floor;
    const freeAt = this.#freeAt;
    let best = -1;
    let bestAt = Infinity;
    for (let window = 0, cell = kind; window < windows; window += 1, cell += kinds) {
      const at = freeAt[window] ?? Infinity;
      if (at < bestAt && may[cell] === 1) {
        best = window;
        bestAt = at;
      }
    }
    if (best >= 0) freeAt[best] = bestAt + (expectedMs[best * kinds + kind] ?? 0);
    return bestAt;
  }
}
