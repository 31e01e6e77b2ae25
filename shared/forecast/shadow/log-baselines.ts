/**
 * What simple rules would have told an arriving visitor, for comparison: the mean of the last ten
 * waits, the wait of whoever entered service last (LES), the elapsed wait of the head of the line
 * (HOL), and (queue + 1) × mean service / open windows (QL); Ibrahim and Whitt 2009.
 */
import type { ReplayVisit } from './visits.ts';

export const BASELINES = ['moving-average', 'les', 'hol', 'queue-length'] as const;
export type Baseline = (typeof BASELINES)[number];

/** What is known at an arrival. */
export interface Known {
  readonly at: number;
  /** Called before, newest last. */
  readonly called: readonly ReplayVisit[];
  /** Waiting now, oldest first. */
  readonly waiting: readonly ReplayVisit[];
  readonly openWindows: number;
  readonly isSomeWindowFree: boolean;
  readonly meanServiceMs: number;
}

const LAST = 10;

/** The wait that each rule tells, ms. */
export function baselinesAt(known: Known): Record<Baseline, number> {
  const { at, called, waiting, openWindows, isSomeWindowFree, meanServiceMs } = known;
  const last = called.slice(-LAST).map(waitOf);
  const [oldest] = waiting;
  const queue = ((waiting.length + 1) * meanServiceMs) / Math.max(1, openWindows);
  return {
    'moving-average': last.reduce((sum, wait) => sum + wait, 0) / Math.max(1, last.length),
    les: last.at(-1) ?? 0,
    hol: oldest ? at - oldest.arrivesAt : 0,
    'queue-length': isSomeWindowFree && waiting.length === 0 ? 0 : queue,
  };
}

/** From the arrival to the call, ms; 0 for whoever was not called. */
export function waitOf({ real, arrivesAt }: ReplayVisit): number {
  return real ? Math.max(0, real.calledAt - arrivesAt) : 0;
}
