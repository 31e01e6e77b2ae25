/**
 * Two floors on the same futures, as "what if" and the measuring of advice play them. A long queue
 * makes a future dear: then there are fewer, never fewer than eight, so that the worker is free again
 * soon on any machine and the same question has the same answer.
 */
import type { Future } from './futures.ts';
import type { Outcome } from './option-run.ts';
import { OptionRun, drainMs } from './option-run.ts';
import type { Scene } from './scene.ts';

/** Looks at the queue for both floors together: about what a batch of estimates may cost. */
const LOOKS_MAX = 16_000_000;
const FUTURES_LEAST = 8;

/** Future by future; as many rows as were played. */
export interface Pair {
  readonly before: readonly Outcome[];
  readonly after: readonly Outcome[];
}

/** Plays `countMax` futures at most; `futureAt` draws the n-th. Waits of both count until `untilAt`. */
export function playedPair(
  base: Scene,
  changed: Scene,
  futureAt: (index: number) => Future,
  { countMax, untilAt, looksMax = LOOKS_MAX }: PairLimits,
): Pair {
  const drain = drainMs(base);
  const [one, other] = [new OptionRun(base, drain), new OptionRun(changed, drain)];
  const before: Outcome[] = [];
  const after: Outcome[] = [];
  for (let index = 0; index < countMax; index += 1) {
    if (index >= FUTURES_LEAST && one.looks + other.looks >= looksMax) break;
    const future = futureAt(index);
    before.push(one.play(future, untilAt));
    after.push(other.play(future, untilAt));
  }
  return { before, after };
}

export interface PairLimits {
  readonly countMax: number;
  readonly untilAt: number;
  readonly looksMax?: number;
}
