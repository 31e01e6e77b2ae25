/**
 * Who comes: per zone and half hour of the day the mean of past days, those of the same weekday
 * counting more, times the level of the last hour. Kinds of visit are those of past visitors.
 */
import type { PackageCode, ZoneCode } from '../../base/ids.ts';
import { DAY_MS, HALF_HOUR_MS, HOUR_MS } from '../../base/time.ts';
import { startOfDay } from '../../calendar/business-date.ts';
import type { ObservedDay, ObservedItem, ObservedTicket } from '../observed/observed-day.ts';

const HALF_HOURS = 48;
/** Days of other weekdays together weigh as much as one of the same weekday times this. */
const OTHER_WEEKDAYS_WEIGHT = 0.3;
/** So many expected arrivals' worth of trust in the profile against the last hour. */
const LEVEL_PRIOR = 10;
const SAMPLES_MAX = 600;

/** A visit as somebody once wanted it. */
export interface VisitSample {
  readonly zone: ZoneCode;
  readonly items: readonly ObservedItem[];
  readonly package: PackageCode | null;
  readonly creditMs: number;
}

export interface ArrivalProfile {
  /** Per zone and weekday (0 is Sunday): visitors in each half hour of the day. */
  readonly means: ReadonlyMap<ZoneCode, readonly (readonly number[])[]>;
  /** The newest visitors, for what they wanted. */
  readonly samples: readonly VisitSample[];
}

/** Who comes, from days without their appointments; nobody where there are no days. */
export function arrivalsOf(days: readonly ObservedDay[]): ArrivalProfile {
  const counts = new Map<ZoneCode, number[][]>();
  const weights = Array.from({ length: 7 }, () => 0);
  for (const day of days) {
    const weekday = weekdayOf(startOfDay(day.date));
    for (let other = 0; other < 7; other += 1) {
      weights[other] = (weights[other] ?? 0) + weightOf(weekday, other);
    }
    for (const ticket of day.tickets) {
      if (ticket.slotAt !== null || ticket.isCarried) continue;
      const rows = counts.get(ticket.zone) ?? weekRows();
      counts.set(ticket.zone, rows);
      const half = Math.floor((ticket.arrivedAt - startOfDay(day.date)) / HALF_HOUR_MS);
      rows.forEach((row, other) => {
        if (half in row) row[half] = (row[half] ?? 0) + weightOf(weekday, other);
      });
    }
  }
  const means = new Map(
    [...counts].map(([zone, rows]) => [
      zone,
      rows.map((row, weekday) => row.map((sum) => sum / Math.max(1e-9, weights[weekday] ?? 0))),
    ]),
  );
  return { means, samples: samplesOf(days) };
}

function weekRows(): number[][] {
  return Array.from({ length: 7 }, () => Array.from({ length: HALF_HOURS }, () => 0));
}

function weightOf(weekday: number, other: number): number {
  return weekday === other ? 1 : OTHER_WEEKDAYS_WEIGHT;
}

function samplesOf(days: readonly ObservedDay[]): VisitSample[] {
  const plain = days.flatMap(({ tickets }) => tickets.filter(isWalkIn));
  return plain.slice(-SAMPLES_MAX).map((ticket) => ({
    zone: ticket.zone,
    items: ticket.items.filter(({ stop }) => stop === 1),
    package: ticket.package as PackageCode | null,
    creditMs: ticket.creditMs,
  }));
}

function isWalkIn({ slotAt, isCarried, series, items }: ObservedTicket): boolean {
  return slotAt === null && !isCarried && series !== 'L' && items.length > 0;
}

/** Expected visitors of the zone between two instants of one day. */
export function expectedBetween(
  { means }: ArrivalProfile,
  zone: ZoneCode,
  fromAt: number,
  toAt: number,
): number {
  const row = means.get(zone)?.[weekdayOf(fromAt)];
  if (!row || toAt <= fromAt) return 0;
  const midnight = midnightOf(fromAt);
  let sum = 0;
  for (let half = 0; half < HALF_HOURS; half += 1) {
    const startAt = midnight + half * HALF_HOUR_MS;
    const shared = Math.min(toAt, startAt + HALF_HOUR_MS) - Math.max(fromAt, startAt);
    if (shared > 0) sum += ((row[half] ?? 0) * shared) / HALF_HOUR_MS;
  }
  return sum;
}

/** How busy today is: who came in the last hour against who was expected, with caution. */
export function levelOf(
  profile: ArrivalProfile,
  zone: ZoneCode,
  lastHour: number,
  at: number,
): number {
  const expected = expectedBetween(profile, zone, at - HOUR_MS, at);
  return (lastHour + LEVEL_PRIOR) / (expected + LEVEL_PRIOR);
}

const HALL_OFFSET_MS = 8 * HOUR_MS;

function midnightOf(at: number): number {
  return Math.floor((at + HALL_OFFSET_MS) / DAY_MS) * DAY_MS - HALL_OFFSET_MS;
}

/** 0 is Sunday, in the hall. */
export function weekdayOf(at: number): number {
  return (Math.floor((at + HALL_OFFSET_MS) / DAY_MS) + 4) % 7;
}
