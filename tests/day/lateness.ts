/**
 * How late this machine runs a timer that is due: what any process here waits for its turn. On a
 * machine that others keep busy, latencies of the hall cannot be better than a few of such waits.
 */
const EVERY_MS = 20;
const SAMPLES_MAX = 100_000;

export interface LatenessMeter {
  /** Lateness of each timer so far, ms, sorted. */
  samplesMs(): number[];
  stop(): void;
}

/** Starts measuring. */
export function measureLateness(): LatenessMeter {
  const samples: number[] = [];
  let dueMs = performance.now() + EVERY_MS;
  const timer = setInterval(() => {
    const now = performance.now();
    if (samples.length < SAMPLES_MAX) samples.push(Math.max(0, now - dueMs));
    dueMs = now + EVERY_MS;
  }, EVERY_MS);
  return {
    samplesMs: () => samples.toSorted((left, right) => left - right),
    stop: () => clearInterval(timer),
  };
}
