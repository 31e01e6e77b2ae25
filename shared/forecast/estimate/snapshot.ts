/**
 * What a worker must know of a day to estimate its waits: who waits, what goes on at the windows. Plain
 * data, small, taken in one go from the committed state; the configuration is told apart, once per
 * version. `dayOf` makes a day of it again, in which the hall's own rules can be asked.
 */
import type { BusinessDate, HallId, ItemCode, StaffNo, ZoneCode } from '../../base/ids.ts';
import { HOUR_MS } from '../../base/time.ts';
import type { Day } from '../../hall/day.ts';
import { emptyDay } from '../../hall/day.ts';
import type { Expectations } from '../../hall/expectations.ts';
import { NOTHING_LEARNED } from '../../hall/expectations.ts';
import { withRouting } from '../../hall/fold-advice.ts';
import { freshTicket } from '../../hall/fold-tickets.ts';
import type { Plan } from '../../hall/plan.ts';
import type { Routing } from '../../hall/policy.ts';
import type { Case, Ticket } from '../../hall/ticket.ts';
import type { HallWindow } from '../../hall/window.ts';
import { ticketAt } from '../../hall/window.ts';

/** Appointments further ahead say nothing of now. */
const BOOKED_AHEAD_MS = 3 * HOUR_MS;
/** More are not estimated: whoever stands behind them waits very long. */
const WAITING_MAX = 2_000;

type Kept =
  | 'id'
  | 'series'
  | 'number'
  | 'zone'
  | 'package'
  | 'language'
  | 'arrivedAt'
  | 'creditMs'
  | 'accessible'
  | 'appointment'
  | 'stop'
  | 'orderKey'
  | 'orderSeq'
  | 'green'
  | 'target'
  | 'affinity'
  | 'state'
  | 'firstCalledAt'
  | 'promiseAt'
  | 'fifoWaitMs'
  | 'overtaken';

export type TicketSnapshot = Pick<Ticket, Kept> & {
  readonly items: readonly (Pick<Case, 'item' | 'stop'> & { readonly isDraft: boolean })[];
};

export interface Snapshot {
  readonly hall: HallId;
  readonly date: BusinessDate;
  readonly configVersion: number;
  /** The order of calls now, which advice may have set over that of the configuration. */
  readonly routing: Routing;
  readonly seq: number;
  readonly at: number;
  readonly waiting: readonly TicketSnapshot[];
  readonly atWindows: readonly TicketSnapshot[];
  readonly booked: readonly TicketSnapshot[];
  readonly windows: readonly HallWindow[];
  readonly grants: ReadonlyMap<StaffNo, ReadonlySet<ItemCode>>;
  /** Visitors without an appointment that came in the last hour. */
  readonly lastHour: ReadonlyMap<ZoneCode, number>;
}

/** The day as it stands at `at`. */
export function snapshotOf(day: Day, at: number): Snapshot {
  const lastHour = new Map<ZoneCode, number>();
  const booked: TicketSnapshot[] = [];
  for (const ticket of day.tickets.values()) {
    const { appointment, arrivedAt, zone, state } = ticket;
    if (state.status === 'booked') {
      const { slotAt } = appointment ?? { slotAt: Infinity };
      if (slotAt < at + BOOKED_AHEAD_MS) booked.push(ticketSnapshot(ticket));
    } else if (arrivedAt > at - HOUR_MS && appointment === null) {
      lastHour.set(zone, (lastHour.get(zone) ?? 0) + 1);
    }
  }
  const atWindows = [...day.windows.values()].flatMap((window) => {
    const id = ticketAt(window);
    const ticket = id === null ? undefined : day.tickets.get(id);
    return ticket ? [ticketSnapshot(ticket)] : [];
  });
  return {
    hall: day.hall,
    date: day.date,
    configVersion: day.plan.config.version,
    routing: day.plan.config.policy.routing,
    seq: day.seq,
    at,
    waiting: day.waiting.slice(0, WAITING_MAX).map(ticketSnapshot),
    atWindows,
    booked,
    windows: [...day.windows.values()],
    grants: day.grants,
    lastHour,
  };
}

/** One ticket of it. */
export function ticketSnapshot(ticket: Ticket): TicketSnapshot {
  const { id, series, number, zone, language, arrivedAt, creditMs, accessible, stop } = ticket;
  const { appointment, orderKey, orderSeq, green, target, affinity, state } = ticket;
  const { firstCalledAt, promiseAt, fifoWaitMs, overtaken } = ticket;
  return {
    ...{ id, series, number, zone, language, arrivedAt, creditMs, accessible, stop },
    ...{ appointment, orderKey, orderSeq, green, target, affinity, state },
    ...{ firstCalledAt, promiseAt, fifoWaitMs, overtaken, package: ticket.package },
    items: ticket.cases.map((row) => ({
      item: row.item,
      stop: row.stop,
      isDraft: row.state.status === 'draft',
    })),
  };
}

/** A day with what the snapshot holds and what its hall expects of services, and nothing else. */
export function dayOf(
  snapshot: Snapshot,
  plan: Plan,
  expectations: Expectations = NOTHING_LEARNED,
): Day {
  const day = emptyDay(snapshot.hall, snapshot.date, withRouting(plan, snapshot.routing));
  day.expectations = expectations;
  day.phase = 'open';
  day.seq = snapshot.seq;
  day.lastAt = snapshot.at;
  for (const window of snapshot.windows) day.windows.set(window.no, window);
  for (const [clerk, items] of snapshot.grants) day.grants.set(clerk, new Set(items));
  for (const row of [...snapshot.waiting, ...snapshot.atWindows, ...snapshot.booked]) {
    const ticket = ticketFrom(row);
    day.tickets.set(ticket.id, ticket);
    if (ticket.state.status === 'waiting') day.waiting.push(ticket);
  }
  return day;
}

/** A ticket with what its snapshot holds. */
export function ticketFrom({ items, ...rest }: TicketSnapshot): Ticket {
  const cases = items.map(({ item, stop, isDraft }): Case => ({
    id: `${rest.id}-0` as Case['id'],
    ...{ item, stop, has: new Set(), takenBy: null },
    state: { status: isDraft ? 'draft' : 'dropped' },
  }));
  return freshTicket({ ...rest, cases });
}
