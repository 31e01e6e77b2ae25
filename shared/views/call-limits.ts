/** The numbers of the order that held when a call was made, for its explanation. */
import type { Day } from '../hall/day.ts';

export interface CallLimits {
  /** K: nobody is overtaken more often. */
  readonly overtakenMax: number;
  readonly zoneOverflowMs: number;
  /** What a score keeps of its worth in another zone. */
  readonly otherZoneFactor: number;
}

/** Of that version of the rules; null where the day does not know it. */
export function callLimits(day: Day, version: number): CallLimits | null {
  const policy = day.plans.get(version)?.config.policy;
  if (!policy) return null;
  const { overtakenMax, zoneOverflowMs, otherZoneFactor } = policy;
  return { overtakenMax, zoneOverflowMs, otherZoneFactor };
}
