/**
 * Sends a kiosk that nobody touches back to its first screen. Counts in steps of a second, so that a
 * page can show the last ten; a touch anywhere begins anew.
 */
const STEP_MS = 1_000;

export class IdleTimer {
  #touchedAt = 0;
  #timer: ReturnType<typeof setInterval> | null = null;
  readonly #limitMs: () => number | null;
  readonly #onStep: (leftMs: number | null) => void;

  /** `limitMs` null: nothing to go back from. `onStep` gets what is left, 0 when it is over. */
  constructor(limitMs: () => number | null, onStep: (leftMs: number | null) => void) {
    this.#limitMs = limitMs;
    this.#onStep = onStep;
  }

  start(): void {
    this.touch();
    this.#timer ??= setInterval(() => this.#step(), STEP_MS);
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  touch(): void {
    this.#touchedAt = Date.now();
  }

  #step(): void {
    const limitMs = this.#limitMs();
    if (limitMs === null) return this.#onStep(null);
    const leftMs = Math.max(0, limitMs - (Date.now() - this.#touchedAt));
    if (leftMs === 0) this.touch();
    this.#onStep(leftMs);
  }
}
