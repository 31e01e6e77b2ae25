/**
 * Breaks that could be moved. The hall knows no duty roster: a clerk's break is the gap in which past
 * days saw nobody at work, when it lies at about the same time on most of them. Moving one is played
 * by shifting that gap in every rollout; whether the clerk agrees is for people.
 */
import type { StaffNo, WindowNo } from '../../base/ids.ts';
import { MINUTE_MS } from '../../base/time.ts';
import { startOfDay } from '../../calendar/business-date.ts';
import type { AdviceChange } from '../../hall/advice.ts';
import type { Day } from '../../hall/day.ts';
import { clerkAt, pauseOf } from '../../hall/window.ts';
import { median } from '../statistics.ts';
import type { Roster } from '../estimate/rosters.ts';
import type { Shift } from '../simulation/floor.ts';
import type { Scene } from './scene.ts';

export type BreakMoved = Extract<AdviceChange, { kind: 'moveBreak' }>;

/** Shorter gaps are no lunch. */
const BREAK_MIN_MS = 15 * MINUTE_MS;
/** Seen on so many days, and on this share of the clerk's days, a break is usual. */
const DAYS_MIN = 3;
const USUAL_SHARE = 0.6;
/** On those days it began within this of its usual time. */
const SPREAD_MS = 20 * MINUTE_MS;
const BY_MS = 30 * MINUTE_MS;

export interface UsualBreak {
  /** Since midnight. */
  readonly fromMs: number;
  readonly lengthMs: number;
}

/** The clerk's usual break that begins within so long after `nowMs`, ms since midnight; or null. */
export function usualBreak(
  rosters: readonly Roster[],
  clerk: StaffNo,
  nowMs: number,
  withinMs: number,
): UsualBreak | null {
  const found: UsualBreak[] = [];
  let worked = 0;
  for (const { byClerk } of rosters) {
    const spans = byClerk.get(clerk);
    if (!spans) continue;
    worked += 1;
    spans.forEach(([, untilMs], index) => {
      const back = spans[index + 1]?.[0];
      const isNext = untilMs > nowMs && untilMs <= nowMs + withinMs;
      const lengthMs = (back ?? untilMs) - untilMs;
      if (lengthMs >= BREAK_MIN_MS && isNext) found.push({ fromMs: untilMs, lengthMs });
    });
  }
  if (found.length < DAYS_MIN || found.length < worked * USUAL_SHARE) return null;
  const fromMs = median(found.map((row) => row.fromMs)) ?? 0;
  const lengthMs = median(found.map((row) => row.lengthMs)) ?? 0;
  const near = found.filter((row) => Math.abs(row.fromMs - fromMs) <= SPREAD_MS);
  return near.length >= found.length * USUAL_SHARE ? { fromMs, lengthMs } : null;
}

/**
 * For each open window whose clerk's break is near: begin it later, or sooner. Later only where it would
 * still end within the horizon: a break pushed out of sight would look like work gained.
 */
export function breakMoves(
  day: Day,
  rosters: readonly Roster[],
  at: number,
  horizonMs: number,
): BreakMoved[] {
  const nowMs = at - startOfDay(day.date);
  return [...day.windows.values()].flatMap((window): BreakMoved[] => {
    const clerk = clerkAt(window);
    if (clerk === null || pauseOf(window) !== null) return [];
    const usual = usualBreak(rosters, clerk, nowMs, horizonMs);
    if (usual === null) return [];
    const { fromMs, lengthMs } = usual;
    const moved = (byMs: number): BreakMoved => ({
      ...{ kind: 'moveBreak', window: window.no, clerk, byMs },
    });
    const later = fromMs + BY_MS + lengthMs <= nowMs + horizonMs ? [moved(BY_MS)] : [];
    const sooner = fromMs - BY_MS > nowMs ? [moved(-BY_MS)] : [];
    return [...later, ...sooner];
  });
}

/** The scene with the window's next break begun so much later or sooner, and as long as it was. */
export function withBreakMoved(scene: Scene, window: WindowNo, byMs: number): Scene {
  const { situation, windowNos } = scene;
  const index = windowNos.indexOf(window);
  const known: (readonly (readonly Shift[])[])[] = [];
  return {
    ...scene,
    situation: {
      ...situation,
      shiftsOf(rollout) {
        known[rollout] ??= situation
          .shiftsOf(rollout)
          .map((shifts, row) => (row === index ? shifted(shifts, byMs, situation.at) : shifts));
        return known[rollout];
      },
    },
  };
}

/** The first gap after `at` moved; what would lie before now or beyond the next shift is cut. */
function shifted(shifts: readonly Shift[], byMs: number, at: number): Shift[] {
  const first = shifts.findIndex(([, untilAt], index) => {
    const next = shifts[index + 1];
    return next !== undefined && untilAt > at && next[0] - untilAt >= BREAK_MIN_MS;
  });
  const before = shifts[first];
  const after = shifts[first + 1];
  if (!before || !after) return [...shifts];
  const leavesAt = Math.max(at, before[1] + byMs);
  const backAt = leavesAt + (after[0] - before[1]);
  const rest: Shift[] = backAt < after[1] ? [[backAt, after[1]]] : [];
  return [...shifts.slice(0, first), [before[0], leavesAt], ...rest, ...shifts.slice(first + 2)];
}
