/** Made-up days of a hall for learning: who served what how long, and nothing else. */
import {
  businessDate,
  departmentCode,
  itemCode,
  staffNo,
  ticketId,
  windowNo,
  zoneCode,
} from '../../../../shared/base/ids.ts';
import { startOfDay } from '../../../../shared/calendar/business-date.ts';
import type { CatalogueItem } from '../../../../shared/forecast/estimate/service-times.ts';
import type {
  ObservedDay,
  ObservedService,
  ObservedSession,
  ObservedTicket,
} from '../../../../shared/forecast/observed/observed-day.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

export interface Served {
  readonly items: readonly string[];
  readonly clerk: string;
  readonly minutes: number;
  /** Minutes until the next call, where somebody waited for it. */
  readonly gap?: number;
  readonly isMissed?: boolean;
  readonly ticket?: string;
}

const department = (item: string) => departmentCode(item.slice(0, 2));

export function catalogue(minutes: Readonly<Record<string, number>>): CatalogueItem[] {
  return Object.entries(minutes).map(([code, expectedMinutes]) => ({
    code: itemCode(code),
    department: department(code),
    expectedMinutes,
  }));
}

/** A day on which these were served, one after the other. */
export function pastDay(date: string, served: readonly Served[], more: Partial<ObservedDay> = {}) {
  const midnight = startOfDay(businessDate(date));
  const day: ObservedDay = {
    date: businessDate(date),
    untilAt: midnight + 17 * HOUR,
    isClosed: true,
    tickets: [],
    services: served.map((row, index) => service(row, midnight + 9 * HOUR + index * 20 * MINUTE)),
    sessions: [],
    grants: [],
    assumed: [],
    ...more,
  };
  return day;
}

function service(
  { items, clerk, minutes, gap, isMissed = false, ticket = 'B001' }: Served,
  calledAt: number,
): ObservedService {
  const endedAt = calledAt + minutes * MINUTE;
  return {
    ticket: ticketId(ticket),
    window: windowNo(1),
    clerk: staffNo(clerk),
    zone: zoneCode('z'),
    waitedFromAt: calledAt - MINUTE,
    calledAt,
    startedAt: isMissed ? null : calledAt,
    endedAt,
    end: isMissed ? 'missed' : 'done',
    items: items.map((item) => ({ item: itemCode(item), department: department(item), stop: 1 })),
    finishedCases: isMissed ? 0 : items.length,
    rule: null,
    stop: 1,
    nextCalledAt: gap === undefined ? null : endedAt + gap * MINUTE,
    nextStartedAt: null,
    somebodyWaited: gap !== undefined,
  };
}

export function came(date: string, zone: string, atHour: number): ObservedTicket {
  const arrivedAt = startOfDay(businessDate(date)) + atHour * HOUR;
  return {
    ...{ id: ticketId('B001'), series: 'B', zone: zoneCode(zone), items: [], package: null },
    ...{ arrivedAt, queuedAt: arrivedAt, class: null, creditMs: 0, slotAt: null },
    ...{ slotRight: null, greenAt: null, isAccessible: false, agent: null, isCarried: false },
    ...{ firstCalledAt: null, startedAt: null, endedAt: null, end: 'open', misses: 0 },
    stepAways: 0,
  };
}

/** A clerk's day with pauses, all in hours of the day. */
export function session(
  date: string,
  clerk: string,
  [from, to]: readonly [number, number],
  pauses: readonly (readonly [number, number])[] = [],
): ObservedSession {
  const midnight = startOfDay(businessDate(date));
  return {
    window: windowNo(1),
    clerk: staffNo(clerk),
    openedAt: midnight + from * HOUR,
    closedAt: midnight + to * HOUR,
    pauses: pauses.map(([fromAt, toAt]) => ({
      reason: null,
      fromAt: midnight + fromAt * HOUR,
      toAt: midnight + toAt * HOUR,
      returnAt: null,
    })),
    scopes: [],
  };
}
