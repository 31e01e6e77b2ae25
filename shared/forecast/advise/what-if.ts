/**
 * "What if": the waits of every zone as they would be after a manager's own changes, before anything
 * is applied. The same futures are played with and without them.
 */
import type { ZoneCode } from '../../base/ids.ts';
import type { AdviceChange, AdviceFigures } from '../../hall/advice.ts';
import { tryChanges } from '../../hall/advice-changes.ts';
import type { Day } from '../../hall/day.ts';
import { isRefusal } from '../../hall/decision.ts';
import type { Refusal } from '../../hall/refusal.ts';
import type { Learned } from '../estimate/learn.ts';
import type { LiveFacts } from '../estimate/live-situation.ts';
import { figuresOf } from './advise.ts';
import type { ZoneBand } from './figures.ts';
import { zoneBand } from './figures.ts';
import { futureOf } from './futures.ts';
import { playedPair } from './pair.ts';
import { sceneOf } from './scene.ts';

const ROLLOUTS = 32;
const P50 = 0.5;
const P90 = 0.9;

/** One zone's waits without and with the changes; `after` with its 80 % interval. */
export interface WhatIfZone {
  readonly zone: ZoneCode;
  readonly before: { readonly p50Ms: number; readonly p90Ms: number };
  readonly after: { readonly p50: ZoneBand; readonly p90: ZoneBand };
}

export interface WhatIf {
  readonly at: number;
  readonly figures: AdviceFigures;
  readonly zones: readonly WhatIfZone[];
  /** From past days, or from the catalogue's minutes alone. */
  readonly basis: Learned['basis'];
}

/** Plays the changes; refused as applying them would be. Null while nobody works in the hall. */
export function whatIf(
  day: Day,
  learned: Learned,
  facts: LiveFacts,
  changes: readonly AdviceChange[],
  seed: number,
): WhatIf | Refusal | null {
  const tried = tryChanges(day, changes, facts.at, 'what-if');
  if (isRefusal(tried)) return tried;
  const scenes = [sceneOf(day, learned, facts), sceneOf(tried.day, learned, facts)];
  const [base, changed] = scenes;
  if (!base || !changed) return null;
  const untilAt = facts.at + day.plan.config.policy.adviceHorizonMs;
  const { before, after } = playedPair(
    base,
    changed,
    (index) => futureOf(base, seed, index, untilAt),
    { countMax: ROLLOUTS, untilAt },
  );
  const zones = day.plan.config.zones.flatMap(({ code: zone }, index): WhatIfZone[] => {
    const was = [P50, P90].map((share) => zoneBand(before, index, share));
    const will = [P50, P90].map((share) => zoneBand(after, index, share));
    const [was50, was90] = was;
    const [p50, p90] = will;
    if (!was50 || !was90 || !p50 || !p90) return [];
    return [{ zone, before: { p50Ms: was50.ms, p90Ms: was90.ms }, after: { p50, p90 } }];
  });
  return { at: facts.at, figures: figuresOf(day, before, after), zones, basis: learned.basis };
}
