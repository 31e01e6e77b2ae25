/**
 * What another version of the rules would do to those who wait: when each is called as the rules
 * stand, and when under the others. Both are played on from the same instant with the same chances in
 * the same engine, so that a difference is the rules' and not the draw's.
 */
import type { TicketId } from '../../base/ids.ts';
import type { HallConfig } from '../../hall/config.ts';
import type { Day } from '../../hall/day.ts';
import { configPublished } from '../../hall/fold-hall.ts';
import type { PublishedChange } from '../../hall/hall-events.ts';
import { planOf } from '../../hall/plan.ts';
import { LOOKS_MAX } from '../estimate/estimate.ts';
import type { Learned } from '../estimate/learn.ts';
import { liveSituation } from '../estimate/live-situation.ts';
import { rollOut } from '../estimate/rollouts.ts';
import { quantile } from '../statistics.ts';
import type { Snapshot } from '../estimate/snapshot.ts';
import { dayOf } from '../estimate/snapshot.ts';

const ROLLOUTS = 48;

/** Medians from now on, ms. */
export interface WaitUnder {
  readonly ticket: TicketId;
  readonly beforeMs: number;
  readonly afterMs: number;
}

export interface OtherRules {
  readonly snapshot: Snapshot;
  readonly next: HallConfig;
  /** What publishing them would change of the tickets. */
  readonly changes: readonly PublishedChange[];
  readonly seed: number;
}

/**
 * By ticket, in the order of the queue; whoever is not called under either is left out. Null while no
 * window is open: then nothing can be said. `day` is the snapshot's.
 */
export function waitsUnder(
  day: Day,
  learned: Learned,
  { snapshot, next, changes, seed }: OtherRules,
): WaitUnder[] | null {
  const before = mediansOf(day, learned, snapshot, seed);
  const windows = snapshot.windows.map((window) => ({ ...window }));
  const other = dayOf({ ...snapshot, windows }, day.plan);
  other.plans.set(next.version, planOf(next));
  configPublished(other, { type: 'ConfigPublished', configVersion: next.version, changes });
  const after = mediansOf(other, learned, snapshot, seed);
  if (!before || !after) return null;
  return [...before].flatMap(([ticket, beforeMs]) => {
    const afterMs = after.get(ticket);
    return afterMs === undefined ? [] : [{ ticket, beforeMs, afterMs }];
  });
}

function mediansOf(
  day: Day,
  learned: Learned,
  { at, lastHour }: Snapshot,
  seed: number,
): Map<TicketId, number> | null {
  const live = liveSituation(day, learned, { at, lastHour });
  if (!live) return null;
  const options = { rollouts: ROLLOUTS, seed, looksMax: LOOKS_MAX };
  const { waiting } = rollOut(live.situation, options);
  return new Map(
    live.tickets.flatMap(({ id }, index) => {
      const waits = waiting[index]?.toSorted() ?? new Float64Array();
      const medianMs = waits.length > 0 ? quantile(waits, 0.5) : Infinity;
      return medianMs < Infinity ? [[id, medianMs] as const] : [];
    }),
  );
}
