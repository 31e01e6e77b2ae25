/**
 * A situation with what advice asks besides: whose zone is whose, and which window is which, for an
 * option may have a window more. Made of a live day here; the simulator makes its own.
 */
import type { Day } from '../../hall/day.ts';
import { clerkAt } from '../../hall/window.ts';
import type { Learned } from '../estimate/learn.ts';
import { likelyOpenings } from '../estimate/live-shifts.ts';
import { liveSituation } from '../estimate/live-situation.ts';
import type { LiveFacts } from '../estimate/live-situation.ts';
import type { Situation } from '../estimate/situation.ts';

export interface Scene {
  readonly situation: Situation;
  /** Index of the zone by kind. */
  readonly zoneOfKind: ArrayLike<number>;
  readonly zones: number;
  /** The numbers of the situation's windows, in its order. */
  readonly windowNos: readonly number[];
}

/** The scene of a hall's day; zones in the configuration's order. Null while nobody works. */
export function sceneOf(day: Day, learned: Learned, facts: LiveFacts): Scene | null {
  const live = liveSituation(day, learned, facts);
  if (!live) return null;
  const { situation, tickets } = live;
  const { zones } = day.plan.config;
  const places = new Map(zones.map(({ code }, index) => [code, index]));
  const zoneOfKind = new Int32Array(situation.floor.kinds);
  // Streams stand in the order of the zones, one or two for each; so do the newcomers.
  situation.newcomers.forEach((kinds, zone) => {
    for (const kind of kinds) zoneOfKind[kind] = zone;
  });
  for (const { kinds, zone } of zonedStreams(situation, zones.length)) {
    for (const kind of kinds) zoneOfKind[kind] = zone;
  }
  tickets.forEach(({ zone }, index) => {
    const kind = situation.waiting[index]?.kind;
    if (kind !== undefined) zoneOfKind[kind] = places.get(zone) ?? 0;
  });
  const openings = likelyOpenings(day, learned.rosters, facts.at);
  const windowNos = [...day.windows.values()]
    .filter((window) => clerkAt(window) !== null || openings.has(window.no))
    .map(({ no }): number => no);
  return { situation, zoneOfKind, zones: zones.length, windowNos };
}

/** The plain stream of each zone comes first, its stream of priority visitors, if any, after it. */
function zonedStreams({ coming }: Situation, zones: number) {
  let zone = -1;
  return coming.flatMap(({ kinds, creditMs }) => {
    if (creditMs === 0) zone += 1;
    return zone >= 0 && zone < zones ? [{ kinds, zone }] : [];
  });
}
