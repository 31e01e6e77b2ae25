/**
 * What could be changed in a hall now: an open window serves another zone, or one more; a closed one
 * opens with somebody who is here and certified; a pause that is about to begin begins later. Only
 * what the hall's core would accept, and only where the clerk could really help: uncertified people
 * are never thought of.
 */
import type { StaffNo, WindowNo, ZoneCode } from '../../base/ids.ts';
import type { AdviceChange } from '../../hall/advice.ts';
import { tryChanges } from '../../hall/advice-changes.ts';
import { isCertified } from '../../hall/certificates.ts';
import type { WindowKind, ZoneScope } from '../../hall/config.ts';
import type { Day } from '../../hall/day.ts';
import { isRefusal } from '../../hall/decision.ts';
import { canServe, inScope } from '../../hall/routing/eligible.ts';
import type { HallWindow } from '../../hall/window.ts';
import { clerkAt } from '../../hall/window.ts';

/** One change, the zone that it is meant for, and the day as it would stand. */
export interface Candidate {
  readonly change: AdviceChange;
  readonly zone: ZoneCode;
}

/** Windows of other kinds serve what they are there for. */
const MOVABLE: ReadonlySet<WindowKind> = new Set(['undifferentiated', 'surge', 'accessible']);
/** A clerk who may handle less of a zone's wishes than this helps nobody there. */
const COVERAGE_MIN = 0.25;
const CANDIDATES_MAX = 60;
/** For each closed window and zone the most able of those who are free. */
const CLERKS_MAX = 2;

export interface CandidateLimits {
  /** Windows of other advice: left alone. */
  readonly taken: ReadonlySet<WindowNo>;
  /** Clerks who are in the hall and sit nowhere. */
  readonly present: readonly StaffNo[];
  readonly at: number;
}

/** Everything worth trying, zones with the longest queues first; at most 60. */
export function candidates(day: Day, limits: CandidateLimits): Candidate[] {
  const zones = zonesByQueue(day);
  const windows = [...day.windows.values()].filter((window) => !limits.taken.has(window.no));
  const found = zones.flatMap((zone) =>
    windows.flatMap((window) => forWindow(day, window, zone, limits)),
  );
  return found
    .filter(({ change }) => !isRefusal(tryChanges(day, [change], limits.at, 'candidate')))
    .slice(0, CANDIDATES_MAX);
}

function zonesByQueue({ waiting, plan }: Day): ZoneCode[] {
  const counts = new Map<ZoneCode, number>();
  for (const { zone } of waiting) counts.set(zone, (counts.get(zone) ?? 0) + 1);
  const zones = plan.config.zones.map(({ code }) => code).filter((code) => counts.has(code));
  return zones.sort((left, right) => (counts.get(right) ?? 0) - (counts.get(left) ?? 0));
}

function forWindow(
  day: Day,
  window: HallWindow,
  zone: ZoneCode,
  { present }: CandidateLimits,
): Candidate[] {
  const place = day.plan.windows.get(window.no);
  if (!place || place.retired) return [];
  const { no, zones, state } = window;
  const clerk = clerkAt(window);
  const isIn = inScope(zones, zone);
  if (clerk === null) return openings(day, window, zone, present);
  const changes: Candidate[] = [];
  const isPausing = 'pauseAfter' in state && state.pauseAfter !== null;
  if (isPausing && isIn) changes.push({ change: { kind: 'pauseLater', window: no }, zone });
  const isFree = state.status !== 'paused' && MOVABLE.has(place.kind);
  if (isIn || !isFree || coverageOf(day, clerk, zone) < COVERAGE_MIN) return changes;
  const assign = (scope: ZoneScope): Candidate => ({
    change: { kind: 'assign', window: no, zones: scope },
    zone,
  });
  changes.push(assign([zone]));
  if (zones !== 'all' && zones.length < 3) changes.push(assign([...zones, zone]));
  return changes;
}

/** A closed window opens for the zone with the clerks who can do most of what waits there. */
function openings(
  day: Day,
  window: HallWindow,
  zone: ZoneCode,
  present: readonly StaffNo[],
): Candidate[] {
  const place = day.plan.windows.get(window.no);
  const isOwn = inScope(window.zones, zone);
  if (!place || place.kind === 'collection' || (!isOwn && !MOVABLE.has(place.kind))) return [];
  const opened = { ...window, zones: isOwn ? window.zones : [zone] };
  const able = present
    .map((clerk) => ({ clerk, served: servedBy(day, opened, clerk, zone) }))
    .filter(({ served }) => served > 0)
    .sort((left, right) => right.served - left.served)
    .slice(0, CLERKS_MAX);
  const zones = isOwn ? {} : { zones: [zone] };
  return able.map(({ clerk }) => ({
    change: { kind: 'open', window: window.no, clerk, ...zones },
    zone,
  }));
}

function servedBy(day: Day, window: HallWindow, clerk: StaffNo, zone: ZoneCode): number {
  const waiting = day.waiting.filter((ticket) => ticket.zone === zone);
  return waiting.filter((ticket) => canServe(day, ticket, window, clerk)).length;
}

/** The share of the zone's wishes, by popularity, that the clerk is certified for today. */
export function coverageOf(day: Day, clerk: StaffNo, zone: ZoneCode): number {
  let all = 0;
  let known = 0;
  for (const item of day.plan.config.items) {
    if (item.zone !== zone || item.retired) continue;
    all += item.popularity;
    if (isCertified(day, clerk, item.code)) known += item.popularity;
  }
  return all > 0 ? known / all : 0;
}
