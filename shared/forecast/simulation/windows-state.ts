/**
 * The windows of a run: busy until when, waiting since when, on shift or away. Flat arrays by window,
 * searched in a line: halls have a few dozen windows, and a heap would not be quicker.
 */
import { residualMs } from '../../hall/routing/promise.ts';
import type { Floor } from './floor.ts';
import type { StrictWait } from './strict-wait.ts';

export class WindowsState {
  /** When the service ends; Infinity while there is none. */
  readonly endAt: Float64Array;
  /** Since when the window waits for somebody; Infinity while it is busy or away. */
  readonly idleSince: Float64Array;
  readonly busyMs: Float64Array;
  readonly open: Uint8Array;
  idle = 0;
  nextShiftAt = Infinity;
  readonly #floor: Floor;
  readonly #startedAt: Float64Array;
  readonly #meanMs: Float64Array;
  readonly #shift: Int32Array;

  constructor(floor: Floor) {
    const numbers = () => new Float64Array(floor.windows);
    this.#floor = floor;
    this.endAt = numbers();
    this.idleSince = numbers();
    this.busyMs = numbers();
    this.#startedAt = numbers();
    this.#meanMs = numbers();
    this.#shift = new Int32Array(floor.windows);
    this.open = new Uint8Array(floor.windows);
  }

  /** All windows without a visitor, at the instant a run starts. */
  reset(at: number): void {
    this.endAt.fill(Infinity);
    this.idleSince.fill(Infinity);
    this.busyMs.fill(0);
    this.#shift.fill(0);
    this.open.fill(0);
    this.idle = 0;
    this.turnShifts(at);
  }

  /** A service under way. */
  start(window: number, at: number, serviceMs: number, expectedMs: number): void {
    if (this.idleSince[window] !== Infinity) this.idle -= 1;
    this.idleSince[window] = Infinity;
    this.endAt[window] = at + serviceMs;
    this.#startedAt[window] = at;
    this.#meanMs[window] = expectedMs;
    this.busyMs[window] = (this.busyMs[window] ?? 0) + serviceMs;
  }

  /** The service is over: the window waits for somebody, or is away. */
  end(window: number, at: number): void {
    this.endAt[window] = Infinity;
    if (this.open[window] === 1) this.#waits(window, at);
  }

  /** Opens and closes what the roster says for this instant. */
  turnShifts(at: number): void {
    this.nextShiftAt = Infinity;
    for (let window = 0; window < this.#floor.windows; window += 1) {
      const shifts = this.#floor.shifts[window] ?? [];
      let index = this.#shift[window] ?? 0;
      while ((shifts[index]?.[1] ?? Infinity) <= at) index += 1;
      this.#shift[window] = index;
      const shift = shifts[index];
      const isOpen = shift !== undefined && shift[0] <= at;
      this.nextShiftAt = Math.min(this.nextShiftAt, (isOpen ? shift[1] : shift?.[0]) ?? Infinity);
      if (isOpen === (this.open[window] === 1)) continue;
      this.open[window] = isOpen ? 1 : 0;
      if (this.endAt[window] !== Infinity) continue;
      if (isOpen) this.#waits(window, at);
      else this.#leaves(window);
    }
  }

  /** The window that has waited longest after `since`, ties by number; −1 where none. */
  nextIdle(since: number, after: number): number {
    let best = -1;
    let bestSince = Infinity;
    for (let window = 0; window < this.#floor.windows; window += 1) {
      const idleSince = this.idleSince[window] ?? Infinity;
      if (idleSince < since || (idleSince === since && window <= after)) continue;
      if (idleSince < bestSince) {
        best = window;
        bestSince = idleSince;
      }
    }
    return best;
  }

  /** Tells the layout of the strict order when each window is expected to be free. */
  tell(strict: StrictWait, at: number): void {
    for (let window = 0; window < this.#floor.windows; window += 1) {
      const isBusy = this.endAt[window] !== Infinity;
      const elapsedMs = at - (this.#startedAt[window] ?? at);
      const freeAt = isBusy ? at + residualMs(this.#meanMs[window] ?? 0, elapsedMs) : at;
      const isOpen = this.open[window] === 1;
      strict.setFree(window, isOpen ? freeAt : Math.max(freeAt, this.#opensAt(window, at)));
    }
  }

  #opensAt(window: number, at: number): number {
    const shift = this.#floor.shifts[window]?.[this.#shift[window] ?? 0];
    return shift === undefined ? Infinity : Math.max(at, shift[0]);
  }

  #waits(window: number, at: number): void {
    if (this.idleSince[window] === Infinity) this.idle += 1;
    this.idleSince[window] = at;
  }

  #leaves(window: number): void {
    if (this.idleSince[window] !== Infinity) this.idle -= 1;
    this.idleSince[window] = Infinity;
  }
}
