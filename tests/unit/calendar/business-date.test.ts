// The hall's day and clock, whatever the clock of the machine that computes them.
import { afterEach, describe, expect, test } from 'vitest';
import {
  businessDateAt,
  daysBefore,
  hallTime,
  nextDate,
  startOfDay,
} from '../../../shared/calendar/business-date.ts';
import { businessDate } from '../../../shared/base/ids.ts';

const zoneBefore = process.env['TZ'];
const at = (text: string) => Date.parse(text);

afterEach(() => {
  if (zoneBefore === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zoneBefore;
});

describe.each(['UTC', 'Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati'])(
  'in %s',
  (zone) => {
    test('the day changes at midnight in the hall', () => {
      process.env['TZ'] = zone;
      expect(businessDateAt(at('2026-11-23T15:59:59.999Z'))).toBe('2026-11-23');
      expect(businessDateAt(at('2026-11-23T16:00:00Z'))).toBe('2026-11-24');
      expect(hallTime(at('2026-11-23T15:59:59Z'))).toBe('23:59');
      expect(hallTime(at('2026-11-23T16:00:00Z'))).toBe('00:00');
    });

    test('a day begins where the day before ends, over months, years and leap days', () => {
      process.env['TZ'] = zone;
      const pairs = [
        ['2026-11-30', '2026-12-01'],
        ['2026-12-31', '2027-01-01'],
        ['2028-02-28', '2028-02-29'],
        ['2028-02-29', '2028-03-01'],
        ['2026-03-29', '2026-03-30'],
      ] as const;
      for (const [first, second] of pairs) {
        expect(nextDate(businessDate(first))).toBe(second);
        expect(daysBefore(businessDate(second), 1)).toBe(first);
        const start = startOfDay(businessDate(second));
        expect(businessDateAt(start)).toBe(second);
        expect(businessDateAt(start - 1)).toBe(first);
      }
    });
  },
);

test('days before', () => {
  expect(daysBefore(businessDate('2026-03-01'), 7)).toBe('2026-02-22');
  expect(daysBefore(businessDate('2026-03-01'), 0)).toBe('2026-03-01');
});
