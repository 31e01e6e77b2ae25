/**
 * Looks for the changes that save most: every candidate is tried on a few futures, the best of them on
 * fresh ones, so that the one that was merely lucky does not keep its luck. The winner stands, and
 * the next is looked for on top of it. Below the hall's least gain nothing is said.
 */
import type { Gain } from './figures.ts';
import { gainOf } from './figures.ts';
import type { Future } from './futures.ts';
import { futureOf } from './futures.ts';
import type { Outcome } from './option-run.ts';
import { OptionRun, drainMs } from './option-run.ts';
import type { Scene } from './scene.ts';

export interface SearchLimits {
  readonly minGainMinutes: number;
  readonly minGainShare: number;
  readonly horizonMs: number;
  /** Steps taken one on top of the other. */
  readonly stepsMax: number;
  /** Looks at the queue for the whole search: fewer futures, candidates and steps rather than more. */
  readonly looksMax?: number;
}

/** Futures for all candidates, and fresh ones for the best few. */
export interface Futures {
  readonly few: readonly Future[];
  readonly many: readonly Future[];
}

/** Drawn futures of a scene. */
export function drawnFutures(
  base: Scene,
  counts: { readonly few: number; readonly many: number; readonly seed: number },
  untilAt: number,
): Futures {
  const draw = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => futureOf(base, counts.seed, from + index, untilAt));
  return { few: draw(0, counts.few), many: draw(counts.few, counts.many) };
}

/** How many of the screened candidates are measured again. */
const FINALISTS = 3;
/** A candidate that screens below this share of the least gain is dropped. */
const SCREEN_SHARE = 0.5;
/** Fresh futures at least, however dear they are. */
const MANY_MIN = 12;

/** One step of the answer: the candidate, its gain on top of those before, and all outcomes. */
export interface Step<Candidate> {
  readonly candidate: Candidate;
  readonly gain: Gain;
  readonly before: readonly Outcome[];
  readonly after: readonly Outcome[];
}

export interface Search<Candidate> {
  readonly base: Scene;
  readonly limits: SearchLimits;
  readonly futures: Futures;
  /** The visitor-minutes that this candidate must save; left out: as the limits have it. */
  leastMinutes?(candidate: Candidate): number;
  /** What may be done on top of the steps taken, each with its scene; bounded by the caller. */
  options(
    taken: readonly Candidate[],
  ): readonly { readonly candidate: Candidate; readonly scene: Scene }[];
}

/** The best steps, best first; empty where nothing is worth a move. */
export function search<Candidate>(question: Search<Candidate>): Step<Candidate>[] {
  const { base, limits, futures, options } = question;
  const { horizonMs, stepsMax, minGainMinutes, minGainShare, looksMax = Infinity } = limits;
  const untilAt = base.situation.at + horizonMs;
  const drain = drainMs(base);
  let looks = 0;
  const play = (scene: Scene, list: readonly Future[]) => {
    const run = new OptionRun(scene, drain);
    const outcomes = list.map((future) => run.play(future, untilAt));
    looks += run.looks;
    return outcomes;
  };
  const steps: Step<Candidate>[] = [];
  let few = play(base, futures.few);
  const fewLooks = Math.max(1, looks);
  const each = fewLooks / Math.max(1, futures.few.length);
  // Half of what may be looked at is for the fresh futures: of the base and of the finalists.
  const payable = Math.floor(looksMax / 2 / (each * (1 + FINALISTS)));
  const fresh = futures.many.slice(0, Math.max(MANY_MIN, payable));
  let many = play(base, fresh);
  const finalLooks = each * fresh.length * FINALISTS;
  while (steps.length < stepsMax) {
    const screened = Math.floor((looksMax - looks - finalLooks) / fewLooks);
    // The first step tries as many as there are finalists, whatever it costs.
    if (screened < FINALISTS && steps.length > 0) break;
    const isWorth = (candidate: Candidate, { costMinutes, minutes, share }: Gain, part = 1) => {
      const least = question.leastMinutes?.(candidate) ?? minGainMinutes;
      const leastShare = minGainShare * Math.min(1, least / Math.max(1, minGainMinutes));
      return Math.min(costMinutes, minutes) >= least * part && share >= leastShare * part;
    };
    const rows = options(steps.map(({ candidate }) => candidate))
      .slice(0, Math.max(FINALISTS, screened))
      .map((option) => ({ ...option, gain: gainOf(few, play(option.scene, futures.few)) }))
      .filter(({ candidate, gain }) => isWorth(candidate, gain, SCREEN_SHARE))
      .sort((left, right) => right.gain.costMinutes - left.gain.costMinutes)
      .slice(0, FINALISTS);
    let best: Step<Candidate> | null = null;
    let scene: Scene | null = null;
    for (const row of rows) {
      const after = play(row.scene, fresh);
      const gain = gainOf(many, after);
      if (!isWorth(row.candidate, gain) || gain.costMinutes <= (best?.gain.costMinutes ?? 0))
        continue;
      best = { candidate: row.candidate, gain, before: many, after };
      scene = row.scene;
    }
    if (!best || !scene) break;
    steps.push(best);
    few = play(scene, futures.few);
    many = [...best.after];
  }
  return steps;
}
