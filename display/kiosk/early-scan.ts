import type { Scan } from './scanned-code.ts';

const KEPT_MS = 10_000;

/** A slip scanned before the line was up: kept for a moment, for later it would surprise somebody. */
export class EarlyScan {
  #scan: Scan | null = null;
  #keptAt = 0;

  keep(scan: Scan | null): void {
    this.#scan = scan;
    this.#keptAt = performance.now();
  }

  /** Given out once, and only soon. */
  take(): Scan | null {
    const scan = performance.now() - this.#keptAt < KEPT_MS ? this.#scan : null;
    this.#scan = null;
    return scan;
  }
}
