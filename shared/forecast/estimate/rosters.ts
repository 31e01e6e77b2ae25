/**
 * When clerks worked on past days: the hall knows no duty roster, but lunch, breaks and openings come
 * back much as they were. A rollout takes one past day's pattern as a whole, so that lunch in halves
 * stays in halves. Instants are ms since the day's midnight.
 */
import type { BusinessDate, StaffNo, WindowNo } from '../../base/ids.ts';
import { startOfDay } from '../../calendar/business-date.ts';
import type { ObservedDay, ObservedSession } from '../observed/observed-day.ts';

/** From when until when somebody called. */
export type Span = readonly [fromMs: number, untilMs: number];

export interface Roster {
  readonly date: BusinessDate;
  readonly byClerk: ReadonlyMap<StaffNo, readonly Span[]>;
  /** Sessions as they were opened, with who opened them. */
  readonly openings: ReadonlyMap<
    WindowNo,
    readonly { readonly fromMs: number; readonly clerk: StaffNo }[]
  >;
}

/** Shorter pauses are part of the work. */
const PAUSE_MIN_MS = 3 * 60_000;

/** The pattern of one day. */
export function rosterOf({ date, sessions, untilAt }: ObservedDay): Roster {
  const midnight = startOfDay(date);
  const byClerk = new Map<StaffNo, Span[]>();
  const openings = new Map<WindowNo, { fromMs: number; clerk: StaffNo }[]>();
  for (const session of sessions) {
    const { window, clerk, openedAt } = session;
    const opened = openings.get(window) ?? [];
    opened.push({ fromMs: openedAt - midnight, clerk });
    openings.set(window, opened);
    const spans = byClerk.get(clerk) ?? [];
    for (const [fromAt, toAt] of workedIn(session, untilAt)) {
      spans.push([fromAt - midnight, toAt - midnight]);
    }
    byClerk.set(clerk, spans);
  }
  for (const spans of byClerk.values()) spans.sort(([left], [right]) => left - right);
  return { date, byClerk, openings };
}

function workedIn({ openedAt, closedAt, pauses }: ObservedSession, untilAt: number): Span[] {
  const spans: Span[] = [];
  const endAt = closedAt ?? untilAt;
  let fromAt = openedAt;
  for (const pause of pauses) {
    const toAt = pause.toAt ?? endAt;
    if (toAt - pause.fromAt < PAUSE_MIN_MS) continue;
    if (pause.fromAt > fromAt) spans.push([fromAt, pause.fromAt]);
    fromAt = Math.max(fromAt, toAt);
  }
  if (endAt > fromAt) spans.push([fromAt, endAt]);
  return spans;
}

/**
 * How the clerk worked on the day of the n-th rollout; where the clerk was not there or had gone by
 * now, on the day before it, and so on. Null: on none.
 */
export function patternOf(
  rosters: readonly Roster[],
  rollout: number,
  clerk: StaffNo,
  nowMs: number,
): Span[] | null {
  for (let step = 0; step < rosters.length; step += 1) {
    const roster = rosters[(rollout + step) % rosters.length];
    const spans = spansAfter(roster?.byClerk.get(clerk), nowMs);
    if (spans) return spans;
  }
  return null;
}

/**
 * From `nowMs` on, as that day's pattern has it; the last span never ends, for whoever closes serves
 * who waits first. Null: the pattern says nothing of now.
 */
export function spansAfter(spans: readonly Span[] | undefined, nowMs: number): Span[] | null {
  if (!spans) return null;
  const rest = spans.filter(([, untilMs]) => untilMs > nowMs);
  const last = rest.at(-1);
  if (!last) return null;
  return rest.map((span) => [
    Math.max(span[0], nowMs),
    span === last ? Number.POSITIVE_INFINITY : span[1],
  ]);
}
