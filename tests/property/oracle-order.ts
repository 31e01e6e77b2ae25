/**
 * The orders beyond the strict one, told once more and naively: sorts and filters, nothing shared with
 * the routing. Expected times come from the catalogue or from what the day has learned.
 */
import type { ItemCode } from '../../shared/base/ids.ts';
import type { ServiceItem } from '../../shared/hall/config.ts';
import type { Day } from '../../shared/hall/day.ts';
import type { Ticket } from '../../shared/hall/ticket.ts';

const MINUTE_MS = 60_000;

/** What the naive order must know of the window that asks. */
export interface Asking {
  readonly day: Day;
  readonly clerk: string;
  readonly at: number;
  /** Whether the ticket's matters belong to the window's own zones. */
  readonly isOwn: (ticket: Ticket) => boolean;
  /** How many windows that are open may call the ticket. */
  readonly windowsFor: (ticket: Ticket) => number;
  readonly dueItems: (ticket: Ticket) => readonly ItemCode[];
  readonly itemIn: (code: ItemCode) => ServiceItem | undefined;
}

const placeOf = ({ orderKey, creditMs }: Ticket) => orderKey + creditMs;

function minBy(list: readonly Ticket[], ...keys: ((ticket: Ticket) => number)[]): Ticket | null {
  const rows = list.map((ticket) => ({
    ticket,
    keys: [...keys.map((key) => key(ticket)), ticket.orderSeq],
  }));
  rows.sort((left, right) => {
    const place = left.keys.findIndex((key, index) => key !== right.keys[index]);
    return (left.keys[place] ?? 0) - (right.keys[place] ?? 0);
  });
  return rows[0]?.ticket ?? null;
}

/** By when the hall wants to have called the ticket. */
export function promiseOf({ day, at }: Asking, ticket: Ticket): number {
  const { arrivedAt, promiseAt, fifoWaitMs, green, orderKey } = ticket;
  const { promiseSlackMs } = day.plan.config.policy;
  const own = promiseAt ?? Math.max(arrivedAt, orderKey + promiseSlackMs);
  if (green === null || green.untilAt <= at) return own;
  const third = fifoWaitMs === null ? Infinity : 0.3 * fifoWaitMs;
  return Math.min(own, arrivedAt + Math.min(third, 5 * MINUTE_MS));
}

function scoreOf(asking: Asking, ticket: Ticket, before: readonly Ticket[]): number {
  const { day, clerk, isOwn, dueItems, itemIn } = asking;
  const { itemMs, clerkFactor, otherFactor = 1 } = day.expectations;
  const { config } = day.plan;
  const home = config.staff.find(({ staffNo }) => staffNo === clerk)?.homeZone ?? null;
  const minutes = dueItems(ticket).map((code) => {
    const item = itemIn(code);
    const away = home !== null && item !== undefined && item.zone !== home ? otherFactor : 1;
    const mean = itemMs[code] ?? (item?.expectedMinutes ?? 10) * MINUTE_MS;
    return mean * (clerkFactor[clerk] ?? 1) * away;
  });
  const summed = Math.max(
    minutes.reduce((sum, one) => sum + one, 0),
    MINUTE_MS / 2,
  );
  const expected = ticket.series === 'L' ? 3 * MINUTE_MS : summed;
  const worth = isOwn(ticket) ? 1 : config.policy.otherZoneFactor;
  const price = before.reduce((sum, passed) => sum + priceOf(asking, passed), 0);
  return worth / expected / (1 + price);
}

/** 15 % for the first pass, more the fewer are left, and for whom few windows may call. */
function priceOf({ day, windowsFor }: Asking, ticket: Ticket): number {
  const { overtakenMax } = day.plan.config.policy;
  const left = Math.max(overtakenMax - ticket.overtaken, 0.5);
  const few = Math.max(1, 10 / windowsFor(ticket));
  return (0.15 * few * overtakenMax) / left;
}

/** Overdue ones, or those who were passed as often as anybody may be; null when there is none. */
export function overdue(asking: Asking, able: readonly Ticket[]): Ticket | null {
  const { day, at } = asking;
  const atLimit = able.filter(({ overtaken }) => overtaken >= day.plan.config.policy.overtakenMax);
  const early = (ticket: Ticket) => (asking.isOwn(ticket) ? 2 * MINUTE_MS : 0);
  const due = able.filter((ticket) => promiseOf(asking, ticket) - early(ticket) <= at);
  const isGreen = ({ green }: Ticket) => green !== null && green.untilAt > at;
  const grant = ({ green }: Ticket) => green?.grantedAt ?? Infinity;
  if ([...atLimit, ...due].some(isGreen)) {
    return minBy(able.filter(isGreen), grant, ({ orderKey }) => orderKey);
  }
  if (atLimit.length > 0) return minBy(atLimit, placeOf);
  return minBy(
    due,
    (ticket) => promiseOf(asking, ticket),
    ({ orderKey }) => orderKey,
  );
}

/** The shortest service, its own zone's first, for the least passing of those before it. */
export function bestScore(asking: Asking, able: readonly Ticket[]): Ticket | null {
  const queue = [...able].sort(
    (left, right) => left.orderKey - right.orderKey || left.orderSeq - right.orderSeq,
  );
  const scores = new Map(
    queue.map((ticket, index) => [ticket, scoreOf(asking, ticket, queue.slice(0, index))]),
  );
  return minBy(
    able,
    (ticket) => -(scores.get(ticket) ?? 0),
    ({ orderKey }) => orderKey,
  );
}
