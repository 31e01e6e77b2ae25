/**
 * What the manager's floor tells of visits: how often a visitor had to move, who is held or asks for
 * a chief, calls out of the order of arrival, wrong picks at the kiosk. Sums always stand with what
 * they are counted of.
 */
import type { ItemCode, StaffNo, TicketId, WindowNo } from '../base/ids.ts';
import type { HoldReason } from '../hall/commands.ts';
import type { Day } from '../hall/day.ts';
import type { CallRule } from '../hall/events.ts';
import type { Names } from '../text/language.ts';
import type { ClerkCard } from './people.ts';
import { clerkCard } from './people.ts';

const HELD_MAX = 40;
const JUMPS_MAX = 20;
const WRONG_PICKS_MAX = 8;

export interface VisitSums {
  /** Visits that were served at least once. */
  readonly served: number;
  /** Windows of them all: the goal is one for each. */
  readonly windows: number;
  readonly transfers: number;
  readonly requeues: number;
  /** Closed cases, and those of them closed by the clerk who took them: 一岗办结. */
  readonly closed: number;
  readonly closedByTaker: number;
  /** Cases taken with gaps, and one-time notices given. */
  readonly gaps: number;
  readonly notices: number;
}

export interface FloorHold {
  readonly ticket: TicketId;
  readonly window: WindowNo;
  readonly clerk: ClerkCard;
  readonly reason: HoldReason;
  readonly returnByAt: number;
}

/** A call that was not the next in order of arrival, and by which right. */
export interface JumpRow {
  readonly callSeq: number;
  readonly at: number;
  readonly ticket: TicketId;
  readonly window: WindowNo;
  readonly rule: CallRule;
  readonly creditMs: number;
  readonly passedCount: number;
  readonly passed: readonly TicketId[];
  readonly reason: string | null;
  readonly approvedBy: string | null;
}

export interface WrongPick {
  readonly item: ItemCode;
  readonly name: Names;
  readonly count: number;
}

/** The day's visits in sums. */
export function visitSums(day: Day): VisitSums {
  const sums = {
    served: 0,
    windows: 0,
    transfers: 0,
    requeues: 0,
    closed: 0,
    closedByTaker: 0,
    gaps: 0,
    notices: 0,
  };
  for (const ticket of day.tickets.values()) {
    sums.transfers += ticket.transfers;
    sums.requeues += ticket.requeues;
    if (ticket.windowsVisited.length > 0) sums.served += 1;
    sums.windows += ticket.windowsVisited.length;
    for (const { state, takenBy } of ticket.cases) {
      if (state.status !== 'finished') continue;
      if (state.outcome === 'closed') sums.closed += 1;
      if (state.outcome === 'closed' && state.clerk === takenBy) sums.closedByTaker += 1;
      if (state.outcome === 'acceptedWithGaps') sums.gaps += 1;
      if (state.outcome === 'supplement') sums.notices += 1;
    }
  }
  return sums;
}

/** Held visitors, whoever must be back first on top. */
export function floorHolds(day: Day): FloorHold[] {
  const rows: FloorHold[] = [];
  for (const { id, state } of day.tickets.values()) {
    if (state.status !== 'held') continue;
    const { window, reason, returnByAt } = state;
    rows.push({ ticket: id, window, clerk: clerkCard(day, state.clerk), reason, returnByAt });
  }
  return rows.sort((left, right) => left.returnByAt - right.returnByAt).slice(0, HELD_MAX);
}

/** Calls that passed an earlier arrival, newest first; a shortened list with its true length. */
export function jumps(day: Day): { readonly count: number; readonly newest: readonly JumpRow[] } {
  const rows: JumpRow[] = [];
  for (const { callSeq, at, ticket, window, why } of day.calls) {
    if (!why || (why.rule === 'longest-wait' && (why.passedCount ?? 0) === 0)) continue;
    rows.push({
      ...{ callSeq, at, ticket, window },
      rule: why.rule,
      creditMs: why.creditMs,
      passedCount: why.passedCount ?? 0,
      passed: why.passed ?? [],
      reason: why.reason ?? null,
      approvedBy: why.approvedBy ?? null,
    });
  }
  return { count: rows.length, newest: rows.reverse().slice(0, JUMPS_MAX) };
}

/** Items that visitors chose by mistake, the most confusing first. */
export function wrongPicks(day: Day): WrongPick[] {
  return [...day.wrongPicks]
    .flatMap(([item, count]) => {
      const name = day.plan.items.get(item)?.name;
      return name ? [{ item, name, count }] : [];
    })
    .sort((left, right) => right.count - left.count)
    .slice(0, WRONG_PICKS_MAX);
}

/** Emergency certificates of the day. */
export function grantRows(day: Day): { readonly clerk: ClerkCard; readonly items: number }[] {
  return [...day.grants].map(([clerk, items]: [StaffNo, ReadonlySet<ItemCode>]) => ({
    clerk: clerkCard(day, clerk),
    items: items.size,
  }));
}
