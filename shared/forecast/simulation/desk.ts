/** The window that asks, in the simulator: one object, moved from window to window. */
import type { Desk } from '../../hall/routing/pick.ts';
import type { Floor } from './floor.ts';
import type { Visitor } from './visitor.ts';

export class FloorDesk implements Desk<Visitor> {
  readonly floor: Floor;
  window = 0;
  at = 0;
  /** Whether it expects what will be; for a reference. */
  isKnowing = false;
  /** Whether anybody of the run may be called only from some instant on. */
  hasSlots = true;
  #row = 0;
  readonly #may: Uint8Array;
  readonly #own: Uint8Array;
  readonly #expectedMs: Float64Array;
  #leastMs = 0;
  /** By kind: how many windows that are open may take it. */
  readonly #open: Int32Array;

  constructor(floor: Floor) {
    this.floor = floor;
    this.#may = floor.may;
    this.#own = floor.own;
    this.#expectedMs = floor.expectedMs;
    this.#open = new Int32Array(floor.kinds);
  }

  get leastMs(): number {
    return this.isKnowing ? 0 : this.#leastMs;
  }

  /** Counts anew who may take what, after windows opened, closed or changed. */
  count(isOpen: Uint8Array): void {
    const { kinds, windows } = this.floor;
    this.#open.fill(0);
    this.#leastMs = Infinity;
    for (const ms of this.#expectedMs) if (ms < this.#leastMs) this.#leastMs = ms;
    for (let window = 0, cell = 0; window < windows; window += 1) {
      if (isOpen[window] !== 1) {
        cell += kinds;
        continue;
      }
      for (let kind = 0; kind < kinds; kind += 1, cell += 1) {
        if (this.#may[cell] === 1) this.#open[kind] = (this.#open[kind] ?? 0) + 1;
      }
    }
  }

  /** The window that asks next, at the instant `at`. */
  moveTo(window: number, at: number): this {
    this.window = window;
    this.at = at;
    this.#row = window * this.floor.kinds;
    return this;
  }

  mayCall(visitor: Visitor): boolean {
    if (this.#may[this.#row + visitor.kind] !== 1) return false;
    return !this.hasSlots || visitor.callableAt <= this.at;
  }

  expectedMs(visitor: Visitor): number {
    if (this.isKnowing) return this.trueMs(visitor);
    return this.#expectedMs[this.#row + visitor.kind] ?? 1;
  }

  isOwn(visitor: Visitor): boolean {
    return this.#own[this.#row + visitor.kind] === 1;
  }

  scarcity({ kind }: Visitor): number {
    return this.#open[kind] ?? 0;
  }

  /** What the service would really take; for references that know the future. */
  trueMs(visitor: Visitor): number {
    if (!visitor.shows) return this.floor.noShowMs;
    return visitor.workMs * (this.floor.factor[this.#row + visitor.kind] ?? 1);
  }
}
