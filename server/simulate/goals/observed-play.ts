/** A played day as a hall would have seen it: who came, was called, took how long, with whom. */
import type { StaffNo, WindowNo, ZoneCode } from '../../../shared/base/ids.ts';
import {
  departmentCode,
  itemCode,
  staffNo,
  ticketId,
  windowNo,
  zoneCode,
} from '../../../shared/base/ids.ts';
import type {
  ObservedDay,
  ObservedItem,
  ObservedService,
  ObservedSession,
  ObservedTicket,
} from '../../../shared/forecast/observed/observed-day.ts';
import type { Kind } from '../../../shared/forecast/simulation/day-draw.ts';
import type { HallModel } from '../../../shared/forecast/simulation/hall-model.ts';
import type { CatalogueItem } from '../../../shared/forecast/estimate/service-times.ts';
import { DAY_MS, NO_SHOW_MS } from '../../../shared/forecast/simulation/scenario.ts';
import type { Visitor } from '../../../shared/forecast/simulation/visitor.ts';
import type { StaffedDay } from './staffed-days.ts';

/** The catalogue of the simulated hall says ten minutes of everything: it tells nothing. */
export function emptyCatalogue({ items }: HallModel): CatalogueItem[] {
  return items.map(({ department }, index) => ({
    code: codeOf(index),
    department: departmentCode(`D${String(department)}`),
    expectedMinutes: 10,
  }));
}

export const zoneOfKind = ({ zone }: Pick<Kind, 'zone'>): ZoneCode => zoneCode(`Z${String(zone)}`);
export const clerkOf = (window: number): StaffNo => staffNo(`C${String(window)}`);
const windowOf = (window: number): WindowNo => windowNo(window + 1);
const codeOf = (index: number) => itemCode(`I${String(index)}`);

/** The items of a kind as the hall's catalogue has them. */
export function itemsOf(hall: HallModel, { items }: Kind): ObservedItem[] {
  return items.map((item) => ({
    item: codeOf(hall.items.indexOf(item)),
    department: departmentCode(`D${String(item.department)}`),
    stop: 1,
  }));
}

/** What was seen of the day; `endsAt` by visitor, −1 where nobody served it. */
export function observedPlay(
  hall: HallModel,
  day: StaffedDay,
  endsAt: ReadonlyMap<Visitor, number>,
): ObservedDay {
  const { drawn, opensAt, date } = day;
  const known = new Map(drawn.kinds.map((kind, index) => [index, itemsOf(hall, kind)]));
  const tickets = drawn.visitors.map((visitor, index) => {
    const items = known.get(visitor.kind) ?? [];
    const zone = zoneOfKind(drawn.kinds[visitor.kind] ?? { zone: 0 });
    return ticketOf(visitor, index, items, zone, day, endsAt.get(visitor) ?? -1);
  });
  const untilAt = opensAt + DAY_MS;
  return {
    ...{ date, untilAt, isClosed: true, tickets, grants: [], assumed: [] },
    services: servicesOf(day, known, endsAt),
    sessions: sessionsOf(day, untilAt),
  };
}

function ticketOf(
  visitor: Visitor,
  index: number,
  items: readonly ObservedItem[],
  zone: ZoneCode,
  { opensAt }: StaffedDay,
  endedAt: number,
): ObservedTicket {
  const arrivedAt = opensAt + visitor.arrivesAt;
  const isServed = visitor.shows && visitor.calledAt >= 0;
  const calledAt = visitor.calledAt < 0 ? null : opensAt + visitor.calledAt;
  return {
    ...{ id: ticketId(`T${String(index)}`), series: 'B', zone, items, package: null },
    ...{ arrivedAt, queuedAt: arrivedAt, class: null, creditMs: visitor.creditMs },
    ...{ slotAt: null, slotRight: null, greenAt: null, isAccessible: false, agent: null },
    ...{ isCarried: false, firstCalledAt: calledAt, startedAt: isServed ? calledAt : null },
    endedAt: endedAt < 0 ? null : opensAt + endedAt,
    end: isServed ? 'served' : calledAt === null ? 'expired' : 'missed',
    ...{ misses: visitor.shows ? 0 : 1, stepAways: 0 },
  };
}

function servicesOf(
  { drawn, opensAt }: StaffedDay,
  known: ReadonlyMap<number, readonly ObservedItem[]>,
  endsAt: ReadonlyMap<Visitor, number>,
): ObservedService[] {
  const called = drawn.visitors.filter(({ calledAt }) => calledAt >= 0);
  const next = new Map<number, number>();
  const rows: ObservedService[] = [];
  for (const visitor of called.sort((left, right) => right.calledAt - left.calledAt)) {
    const { window, calledAt, shows } = visitor;
    const ends = endsAt.get(visitor) ?? calledAt + NO_SHOW_MS;
    const nextAt = next.get(window);
    const calledOn = opensAt + calledAt;
    rows.push({
      ...{ ticket: ticketId(`T${String(visitor.orderSeq)}`), window: windowOf(window) },
      ...{ clerk: clerkOf(window), zone: zoneOfKind(drawn.kinds[visitor.kind] ?? { zone: 0 }) },
      ...{ waitedFromAt: opensAt + visitor.arrivesAt, calledAt: calledOn },
      ...{ startedAt: shows ? calledOn : null, endedAt: opensAt + ends },
      ...{ end: shows ? 'done' : 'missed', items: known.get(visitor.kind) ?? [] },
      ...{ finishedCases: shows ? 1 : 0, stop: 1 },
      rule: visitor.calledBy === 'by-hand' ? 'by-hand' : 'longest-wait',
      ...{ nextCalledAt: nextAt === undefined ? null : opensAt + nextAt, nextStartedAt: null },
      somebodyWaited: nextAt === ends,
    });
    next.set(window, calledAt);
  }
  return rows.reverse();
}

function sessionsOf({ drawn, opensAt }: StaffedDay, untilAt: number): ObservedSession[] {
  return drawn.floor.shifts.flatMap((shifts, window): ObservedSession[] => {
    if (shifts.length === 0) return [];
    const pauses = shifts.slice(1).map(([fromMs], index) => ({
      reason: 'lunch' as const,
      fromAt: opensAt + (shifts[index]?.[1] ?? 0),
      toAt: opensAt + fromMs,
      returnAt: null,
    }));
    const scopes = [{ fromAt: opensAt, zones: 'all' as const, lane: 'any' as const }];
    const clerk = clerkOf(window);
    return [
      { window: windowOf(window), clerk, openedAt: opensAt, closedAt: untilAt, pauses, scopes },
    ];
  });
}
