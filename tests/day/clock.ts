/**
 * The hall's clock as a client knows it: from the beats of the live socket, and running on between
 * them. A beat can only come late, so of the last few the latest estimate is the truest.
 * `sleep` and `until` are in hall time and end early, without an error, when the day is stopped.
 */
const ESTIMATES_MAX = 5;
const TIMER_MS_MAX = 600_000;

export class HallClock {
  #speed: number;
  #estimates: number[] = [];
  readonly #stop: AbortSignal;
  readonly #wallMs: () => number;

  constructor(at: number, speed: number, stop: AbortSignal, wallMs = () => performance.now()) {
    this.#speed = speed;
    this.#stop = stop;
    this.#wallMs = wallMs;
    this.hear(at, speed);
  }

  get speed(): number {
    return this.#speed;
  }

  /** The hall said what time it is; `at` is epoch ms. */
  hear(at: number, speed: number): void {
    if (speed !== this.#speed) this.#estimates = [];
    this.#speed = speed;
    const zeroAt = at - this.#wallMs() * speed;
    this.#estimates = [...this.#estimates, zeroAt].slice(-ESTIMATES_MAX);
  }

  /** Epoch ms by the hall's clock. */
  now(): number {
    return Math.max(...this.#estimates) + this.#wallMs() * this.#speed;
  }

  /** Waits for that much hall time; returns at once when the day is stopped. */
  async sleep(hallMs: number): Promise<void> {
    await pause(hallMs / this.#speed, this.#stop);
  }

  /** Waits until the hall's clock shows `at`. */
  async until(at: number): Promise<void> {
    while (!this.#stop.aborted && this.now() < at) await this.sleep(at - this.now());
  }
}

/** Waits wall milliseconds, at most `TIMER_MS_MAX`; an aborted signal ends it early. */
export function pause(waitMs: number, stop?: AbortSignal): Promise<void> {
  if (stop?.aborted || !(waitMs > 0)) return Promise.resolve();
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      stop?.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, Math.min(waitMs, TIMER_MS_MAX));
    stop?.addEventListener('abort', finish, { once: true });
  });
}
