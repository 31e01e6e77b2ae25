// Working days against the two calendars of the project's data, every day of them.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { demoCalendar } from '../../../drizzle/seed/demo-hours.ts';
import { businessDate } from '../../../shared/base/ids.ts';
import { nextDate } from '../../../shared/calendar/business-date.ts';
import {
  EVERY_DAY,
  addWorkingDays,
  holidayOn,
  isWorkingDay,
  nextWorkingDay,
  workingDaysBetween,
} from '../../../shared/calendar/working-days.ts';

interface DayRow {
  readonly date: string;
  readonly working: boolean;
  readonly holiday?: string;
}

const calendar = demoCalendar();
const days = (year: number): readonly DayRow[] => {
  const url = new URL(`../../../drizzle/seed/data/calendar-${String(year)}.json`, import.meta.url);
  return (JSON.parse(readFileSync(url, 'utf8')) as { days: readonly DayRow[] }).days;
};
const on = businessDate;

describe.each([2026, 2027])('the year %i', (year) => {
  const rows = days(year);

  test('each of its 365 days is worked or not as the notice says', () => {
    expect(rows).toHaveLength(365);
    const wrong = rows.filter(({ date, working }) => isWorkingDay(calendar, on(date)) !== working);
    expect(wrong).toEqual([]);
  });

  test('a limit from every one of its days ends on the day that counting by hand gives', () => {
    const worked = rows.filter(({ working }) => working).map(({ date }) => date);
    const wrong = rows.filter(({ date }) => {
      const after = worked.filter((other) => other > date);
      return [1, 5, 20].some((limit) => {
        const end = after[limit - 1];
        if (end === undefined) return false;
        return (
          addWorkingDays(calendar, on(date), limit) !== end ||
          workingDaysBetween(calendar, on(date), on(end)) !== limit
        );
      });
    });
    expect(wrong).toEqual([]);
  });

  test('every day of a holiday is named, a make-up day is worked although it is a weekend', () => {
    for (const { date, holiday } of rows.filter((row) => row.holiday && !row.working)) {
      expect(holidayOn(calendar, on(date)), `${date} ${String(holiday)}`).toBeDefined();
    }
  });
});

test('a limit of no days ends at once; before a long holiday it jumps over it', () => {
  expect(addWorkingDays(calendar, on('2026-09-30'), 0)).toBe('2026-09-30');
  expect(addWorkingDays(calendar, on('2026-09-30'), 1)).toBe('2026-10-08');
  // Saturday 2026-10-10 is worked.
  expect(addWorkingDays(calendar, on('2026-10-09'), 1)).toBe('2026-10-10');
  expect(nextWorkingDay(calendar, on('2026-02-14'))).toBe('2026-02-24');
  expect(workingDaysBetween(calendar, on('2026-10-10'), on('2026-10-10'))).toBe(0);
  expect(workingDaysBetween(calendar, on('2026-10-10'), on('2026-10-01'))).toBe(0);
});

test('a hall that works every day is closed by holidays alone', () => {
  const everyDay = { ...calendar, everyDay: true };
  expect(isWorkingDay(everyDay, on('2026-11-22'))).toBe(true);
  expect(isWorkingDay(everyDay, on('2026-10-04'))).toBe(false);
  expect(isWorkingDay(EVERY_DAY, on('2026-10-04'))).toBe(true);
});

test('a calendar that never works answers rather than searching for ever', () => {
  const never = {
    ...EVERY_DAY,
    holidays: [{ name: { 'zh-Hans': '', 'zh-Hant': '', en: '' }, from: '2000', to: '9999' }],
  };
  expect(nextWorkingDay(never, on('2026-01-01'))).toBeNull();
  expect(addWorkingDays(never, on('2026-01-01'), 2)).toBe(nextDate(on('2026-01-02')));
});
