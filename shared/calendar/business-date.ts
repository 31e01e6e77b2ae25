/**
 * The business date: the calendar day in the hall's time zone, fixed when a ticket is issued.
 * China keeps one offset all year (UTC+8, no summer time since 1991), so the arithmetic is exact
 * and needs neither Intl nor Temporal, which Node 24 lacks.
 */
import { businessDate } from '../base/ids.ts';
import type { BusinessDate } from '../base/ids.ts';
import { DAY_MS } from '../base/time.ts';

const HALL_OFFSET_MS = 8 * 3_600_000;

/** The hall's day at an instant (epoch ms). */
export function businessDateAt(atMs: number): BusinessDate {
  return businessDate(new Date(atMs + HALL_OFFSET_MS).toISOString().slice(0, 10));
}

/** The instant (epoch ms) at which the day begins: 00:00 in the hall. */
export function startOfDay(date: BusinessDate): number {
  return Date.parse(`${date}T00:00:00Z`) - HALL_OFFSET_MS;
}

/** The day after. */
export function nextDate(date: BusinessDate): BusinessDate {
  return businessDateAt(startOfDay(date) + DAY_MS);
}

/** The day that lies `days` before. */
export function daysBefore(date: BusinessDate, days: number): BusinessDate {
  return businessDateAt(startOfDay(date) - days * DAY_MS);
}

/** The hall's wall clock, `HH:MM`. */
export function hallTime(atMs: number): string {
  return new Date(atMs + HALL_OFFSET_MS).toISOString().slice(11, 16);
}
