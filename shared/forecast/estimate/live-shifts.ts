/**
 * When the windows will call, as one past day suggests: who is here works on until that day's next
 * break; who is paused comes back when announced, else as that day; who is not here yet opens as that
 * day. A clerk who was not seen today long after the usual time is not expected any more.
 */
import type { StaffNo, WindowNo } from '../../base/ids.ts';
import { MINUTE_MS } from '../../base/time.ts';
import { startOfDay } from '../../calendar/business-date.ts';
import type { Day } from '../../hall/day.ts';
import { clerkAt } from '../../hall/window.ts';
import type { Shift } from '../simulation/floor.ts';
import type { LiveWindow } from './live-situation.ts';
import type { Roster } from './rosters.ts';
import { patternOf } from './rosters.ts';

/** A clerk later than this is absent. */
const LATE_MS = 30 * MINUTE_MS;
/** Whoever is late from a pause comes soon. */
const OVERDUE_MS = 3 * MINUTE_MS;
/** A pause of which nothing is known. */
const PAUSE_MS = 20 * MINUTE_MS;

/** Closed windows that past days saw opened later than now, with who opened them last. */
export function likelyOpenings(
  day: Day,
  rosters: readonly Roster[],
  at: number,
): Map<WindowNo, StaffNo> {
  const nowMs = at - startOfDay(day.date);
  const here = new Set([...day.windows.values()].map((window) => clerkAt(window)));
  const found = new Map<WindowNo, StaffNo>();
  for (const { no, state } of day.windows.values()) {
    if (state.status !== 'closed') continue;
    const wasOpen = state.sinceAt > 0;
    for (let index = rosters.length - 1; index >= 0 && !found.has(no); index -= 1) {
      const opened = rosters[index]?.openings.get(no) ?? [];
      const isLate = !wasOpen && nowMs > (opened[0]?.fromMs ?? 0) + LATE_MS;
      const next = opened.find(({ fromMs }) => fromMs > nowMs - LATE_MS);
      if (next && !isLate && !here.has(next.clerk)) found.set(no, next.clerk);
    }
  }
  return found;
}

export interface ShiftTime {
  readonly at: number;
  readonly midnightAt: number;
  readonly rollout: number;
}

/** The windows' shifts as the rollout's past day had them; without one everybody works on. */
export function shiftsOf(
  windows: readonly LiveWindow[],
  rosters: readonly Roster[],
  openings: ReadonlyMap<WindowNo, StaffNo>,
  { at, midnightAt, rollout }: ShiftTime,
): (readonly Shift[])[] {
  return windows.map(({ window, clerk }) => {
    const { state, no } = window;
    const nowMs = at - midnightAt;
    if (state.status === 'closed') {
      const opened = openings.has(no)
        ? (rosters[rollout % rosters.length]?.openings.get(no) ?? [])
        : [];
      const next = opened.find(({ fromMs }) => fromMs > nowMs - LATE_MS);
      return next ? [[Math.max(at, midnightAt + next.fromMs), Infinity]] : [];
    }
    const pattern = patternOf(rosters, rollout, clerk, nowMs);
    const spans = (pattern ?? [[nowMs, Infinity] as const]).map(([fromMs, untilMs]): Shift => [
      midnightAt + fromMs,
      midnightAt + untilMs,
    ]);
    if (state.status !== 'paused') return startingNow(spans, at);
    const { returnAt, sinceAt } = state.pause;
    if (returnAt !== null) return after(spans, Math.max(returnAt, at + OVERDUE_MS));
    const usual = spans.find(([fromAt]) => fromAt > at)?.[0];
    return after(spans, usual ?? Math.max(sinceAt + PAUSE_MS, at + OVERDUE_MS));
  });
}

/** Whoever is here is here, though that day had a break now. */
function startingNow(spans: readonly Shift[], at: number): Shift[] {
  const [first, ...rest] = spans;
  if (!first || first[0] <= at) return [...spans];
  return [[at, first[1]], ...rest];
}

/** Nothing before the return. */
function after(spans: readonly Shift[], returnAt: number): Shift[] {
  const rest = spans
    .filter(([, untilAt]) => untilAt > returnAt)
    .map(([fromAt, untilAt]): Shift => [Math.max(fromAt, returnAt), untilAt]);
  const [first, ...more] = rest;
  return first ? [[returnAt, first[1]], ...more] : [[returnAt, Infinity]];
}
