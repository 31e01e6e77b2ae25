/**
 * Working days: weekdays, less the holidays, plus the make-up days (调休) that the State Council's
 * yearly notice names. Data, not arithmetic: lunar holidays must not be derived from Intl. Beyond the
 * years that the calendar covers, weekdays alone decide.
 */
import type { BusinessDate } from '../base/ids.ts';
import type { Names } from '../text/language.ts';
import { nextDate } from './business-date.ts';

const SEARCH_DAYS_MAX = 400;

export interface Holiday {
  readonly name: Names;
  /** First and last day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
}

export interface WorkCalendar {
  /** A hall that works every day of the week; holidays still close it. */
  readonly everyDay: boolean;
  readonly holidays: readonly Holiday[];
  /** Weekend days that are worked. */
  readonly makeUpDays: readonly string[];
  /** Last day that a published notice covers, `YYYY-MM-DD`; null where none is known. */
  readonly coveredUntil: string | null;
}

/** A hall without a calendar: no weekend and no holiday closes it. */
export const EVERY_DAY: WorkCalendar = {
  everyDay: true,
  holidays: [],
  makeUpDays: [],
  coveredUntil: null,
};

/** The holiday that the day lies in, or undefined. */
export function holidayOn(calendar: WorkCalendar, date: BusinessDate): Holiday | undefined {
  return calendar.holidays.find(({ from, to }) => from <= date && date <= to);
}

/** Whether the hall works on that day. */
export function isWorkingDay(calendar: WorkCalendar, date: BusinessDate): boolean {
  if (calendar.makeUpDays.includes(date)) return true;
  if (holidayOn(calendar, date)) return false;
  return calendar.everyDay || !isWeekend(date);
}

/** The first working day after `date`; null when none comes within 400 days. */
export function nextWorkingDay(calendar: WorkCalendar, date: BusinessDate): BusinessDate | null {
  let day = date;
  for (let step = 0; step < SEARCH_DAYS_MAX; step += 1) {
    day = nextDate(day);
    if (isWorkingDay(calendar, day)) return day;
  }
  return null;
}

/** The day on which a limit of `days` working days ends; the day itself does not count. */
export function addWorkingDays(
  calendar: WorkCalendar,
  date: BusinessDate,
  days: number,
): BusinessDate {
  let day = date;
  for (let left = days; left > 0; left -= 1) day = nextWorkingDay(calendar, day) ?? nextDate(day);
  return day;
}

/** How many working days lie after `from` up to and with `to`; 0 when `to` is not later. */
export function workingDaysBetween(
  calendar: WorkCalendar,
  from: BusinessDate,
  to: BusinessDate,
): number {
  let count = 0;
  for (let day = nextDate(from), step = 0; day <= to && step < SEARCH_DAYS_MAX; step += 1) {
    if (isWorkingDay(calendar, day)) count += 1;
    day = nextDate(day);
  }
  return count;
}

function isWeekend(date: BusinessDate): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}
