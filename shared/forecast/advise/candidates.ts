/**
 * What could be changed in a hall now: an open window serves another zone, or one more; a closed one
 * opens with somebody who is free or sits at a quiet window; a pause or a break begins later; the
 * walls between the zones open. Only what the hall's core would accept, and only where furniture and
 * certificates let the clerk really help: uncertified people are never thought of.
 */
import type { StaffNo, WindowNo, ZoneCode } from '../../base/ids.ts';
import type { AdviceChange } from '../../hall/advice.ts';
import { windowOfChange } from '../../hall/advice.ts';
import { tryChanges } from '../../hall/advice-changes.ts';
import type { Day } from '../../hall/day.ts';
import { isRefusal } from '../../hall/decision.ts';
import { canServe, inScope } from '../../hall/routing/eligible.ts';
import type { HallWindow } from '../../hall/window.ts';
import { clerkAt } from '../../hall/window.ts';
import type { BreakMoved } from './breaks.ts';

/** Changes that belong together, and the zone that they are meant for. */
export interface Candidate {
  readonly changes: readonly AdviceChange[];
  readonly zone: ZoneCode;
}

/** Helps a zone: who may handle this share of its wishes, or so many of those who wait there now. */
const COVERAGE_MIN = 0.25;
const SERVED_MIN = 3;
const CANDIDATES_MAX = 60;
/** For each closed window and zone the most able of those who are free, and of quiet windows. */
const CLERKS_MAX = 2;

export interface CandidateLimits {
  /** Windows of other advice: left alone. */
  readonly taken: ReadonlySet<WindowNo>;
  /** Clerks who are in the hall and sit nowhere. */
  readonly present: readonly StaffNo[];
  /** Clerks who are usually here at this time and were not seen today. */
  readonly usual?: readonly StaffNo[];
  /** Breaks that could be moved. */
  readonly breaks?: readonly BreakMoved[];
  /** Whether the order of calls may be proposed. */
  readonly hasOrder?: boolean;
  readonly at: number;
}

/** Everything worth trying, zones with the longest queues first; at most 60. */
export function candidates(day: Day, limits: CandidateLimits): Candidate[] {
  const zones = zonesByQueue(day);
  const windows = [...day.windows.values()].filter((window) => !limits.taken.has(window.no));
  const found = zones.flatMap((zone) => [
    ...windows.flatMap((window) => forWindow(day, window, zone, limits)),
    ...breaksFor(day, zone, limits),
  ]);
  const [longest] = zones;
  const order: AdviceChange = { kind: 'order', routing: 'zones' };
  const isOrder = limits.hasOrder === true && longest !== undefined;
  const all = isOrder ? [{ changes: [order], zone: longest }, ...found] : found;
  return all
    .filter(({ changes }) => !isRefusal(tryChanges(day, changes, limits.at, 'candidate')))
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
  limits: CandidateLimits,
): Candidate[] {
  const place = day.plan.windows.get(window.no);
  if (!place || place.retired || place.kind === 'collection') return [];
  const { no, zones, state } = window;
  const clerk = clerkAt(window);
  const isIn = inScope(zones, zone);
  if (clerk === null) return openings(day, window, zone, limits);
  const changes: AdviceChange[] = [];
  const isPausing = 'pauseAfter' in state && state.pauseAfter !== null;
  if (isPausing && isIn) changes.push({ kind: 'pauseLater', window: no });
  if (!isIn && state.status !== 'paused' && isHelp(day, window, clerk, zone)) {
    changes.push({ kind: 'assign', window: no, zones: [zone] });
    const isMore = zones !== 'all' && zones.length < 3;
    if (isMore) changes.push({ kind: 'assign', window: no, zones: [...zones, zone] });
  }
  return changes.map((change) => ({ changes: [change], zone }));
}

/** Whether the clerk at this window, put into the zone, could do much of what is wanted there. */
function isHelp(day: Day, window: HallWindow, clerk: StaffNo, zone: ZoneCode): boolean {
  const moved = { ...window, zones: [zone] };
  if (servedBy(day, moved, clerk, zone) >= SERVED_MIN) return true;
  return coverageOf(day, moved, clerk, zone) >= COVERAGE_MIN;
}

/** A closed window opens for the zone: with who is free, who usually is here, or from a quiet window. */
function openings(
  day: Day,
  window: HallWindow,
  zone: ZoneCode,
  { present, usual = [], taken }: CandidateLimits,
): Candidate[] {
  const { no } = window;
  const isOwn = inScope(window.zones, zone);
  const opened = { ...window, zones: isOwn ? window.zones : [zone] };
  const zones = isOwn ? {} : { zones: [zone] };
  const able = (clerks: readonly StaffNo[]) =>
    clerks
      .map((clerk) => ({ clerk, served: servedBy(day, opened, clerk, zone) }))
      .filter(({ served }) => served > 0)
      .sort((left, right) => right.served - left.served)
      .slice(0, CLERKS_MAX)
      .map(({ clerk }) => clerk);
  const open = (clerk: StaffNo): AdviceChange => ({ kind: 'open', window: no, clerk, ...zones });
  const quiet = new Map(quietWindows(day, zone, taken).map((row) => [row.clerk, row.no]));
  return [
    ...able(present).map((clerk) => [open(clerk)]),
    ...able(usual).map((clerk) => [{ ...open(clerk), isUsual: true } as const]),
    ...able([...quiet.keys()]).flatMap((clerk) => {
      const left = quiet.get(clerk);
      return left === undefined ? [] : [[{ kind: 'close', window: left } as const, open(clerk)]];
    }),
  ].map((changes) => ({ changes, zone }));
}

/** Open windows that nobody who waits wants, and that would not help the zone where they are. */
function quietWindows(day: Day, zone: ZoneCode, taken: ReadonlySet<WindowNo>) {
  return [...day.windows.values()].flatMap((window) => {
    const { no, state } = window;
    if (state.status !== 'idle' || state.pauseAfter !== null || taken.has(no)) return [];
    const { clerk } = state.session;
    const isWanted = day.waiting.some((ticket) => canServe(day, ticket, window, clerk));
    const served = servedBy(day, { ...window, zones: [zone] }, clerk, zone);
    return isWanted || served >= SERVED_MIN ? [] : [{ no, clerk }];
  });
}

/** Breaks of windows that serve the zone. */
function breaksFor(day: Day, zone: ZoneCode, { breaks = [], taken }: CandidateLimits): Candidate[] {
  return breaks.flatMap((change) => {
    const window = day.windows.get(change.window);
    const isThere = window !== undefined && inScope(window.zones, zone);
    return isThere && !taken.has(change.window) ? [{ changes: [change], zone }] : [];
  });
}

function servedBy(day: Day, window: HallWindow, clerk: StaffNo, zone: ZoneCode): number {
  const waiting = day.waiting.filter((ticket) => ticket.zone === zone);
  return waiting.filter((ticket) => canServe(day, ticket, window, clerk)).length;
}

/** The share of the zone's wishes, by popularity, that the clerk may handle at that window today. */
export function coverageOf(day: Day, window: HallWindow, clerk: StaffNo, zone: ZoneCode): number {
  let all = 0;
  let known = 0;
  for (const { code, popularity, retired, zone: own } of day.plan.config.items) {
    if (own !== zone || retired) continue;
    all += popularity;
    const seeker = { series: 'A', package: null, cases: [{ item: code }] } as const;
    if (canServe(day, seeker, window, clerk)) known += popularity;
  }
  return all > 0 ? known / all : 0;
}

/** The windows and clerks that a candidate takes. */
export function takenBy({ changes }: Candidate): {
  readonly windows: readonly WindowNo[];
  readonly clerks: readonly StaffNo[];
} {
  return {
    windows: changes.flatMap((change) => windowOfChange(change) ?? []),
    clerks: changes.flatMap((change) => ('clerk' in change ? change.clerk : [])),
  };
}
