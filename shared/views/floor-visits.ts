/**
 * What the manager's floor tells of visits: how often a visitor had to move, who is held or asks for
 * a chief, wrong picks at the kiosk. Sums always stand with what they are counted of.
 */
import type { ItemCode, StaffNo, TicketId, WindowNo } from '../base/ids.ts';
import type { HoldReason } from '../hall/command-words.ts';
import type { Day } from '../hall/day.ts';
import type { Names } from '../text/language.ts';
import type { ClerkCard } from './people.ts';
import { clerkCard } from './people.ts';

const HELD_MAX = 40;
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
