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
  /** Where the windows of each kind begin in the two lists below. */
  readonly #from: Int32Array;
  readonly #window: Int32Array;
  readonly #expectedMs: Float64Array;

  constructor(floor: Floor) {
    const { windows, kinds } = floor;
    this.#floor = floor;
    this.#freeAt = new Float64Array(windows);
    this.#from = new Int32Array(kinds + 1);
    this.#window = new Int32Array(windows * kinds);
    this.#expectedMs = new Float64Array(windows * kinds);
    this.reload();
  }

  /** After the floor's tables were changed. */
  reload(): void {
    const { windows, kinds, may, expectedMs } = this.#floor;
    let place = 0;
    for (let kind = 0; kind < kinds; kind += 1) {
      this.#from[kind] = place;
      for (let window = 0, cell = kind; window < windows; window += 1, cell += kinds) {
        if (may[cell] !== 1) continue;
        this.#window[place] = window;
        this.#expectedMs[place] = expectedMs[cell] ?? 0;
        place += 1;
      }
    }
    this.#from[kinds] = place;
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
    const freeAt = this.#freeAt;
    const windowAt = this.#window;
    const end = this.#from[kind + 1] ?? 0;
    let best = -1;
    let bestAt = Infinity;
    for (let place = this.#from[kind] ?? 0; place < end; place += 1) {
      const at = freeAt[windowAt[place] ?? 0] ?? Infinity;
      if (at < bestAt) {
        best = place;
        bestAt = at;
      }
    }
    if (best >= 0) freeAt[windowAt[best] ?? 0] = bestAt + (this.#expectedMs[best] ?? 0);
    return bestAt;
  }
}
