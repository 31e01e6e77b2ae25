/**
 * The hall's clock as a page knows it: told by the server's beats, carried on by the browser's
 * monotonic clock (a wrong or corrected wall clock changes nothing), at the hall's own speed.
 */
export class HallClock {
  speed = 1;
  #at: number | null = null;
  #heardAt = 0;
  readonly #monotonicNow: () => number;

  constructor(monotonicNow: () => number = () => performance.now()) {
    this.#monotonicNow = monotonicNow;
  }

  /** Takes what the server said: epoch ms and how many hall seconds pass in one of ours. */
  hear(at: number, speed: number): void {
    this.#at = at;
    this.speed = speed;
    this.#heardAt = this.#monotonicNow();
  }

  /** The hall's time, epoch ms; the browser's own until the server was heard once. */
  now(): number {
    if (this.#at === null) return Date.now();
    return this.#at + (this.#monotonicNow() - this.#heardAt) * this.speed;
  }
}
