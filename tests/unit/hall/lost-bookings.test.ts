/** Bookings and a change of hours or calendar: whose time would be gone. */
import { expect, test } from 'vitest';
import { businessDate } from '../../../shared/base/ids.ts';
import type { HallConfig } from '../../../shared/hall/config.ts';
import { lostBookings } from '../../../shared/hall/lost-bookings.ts';
import { planOf } from '../../../shared/hall/plan.ts';
import { Given, booker, emptyHall, system } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const TOMORROW = businessDate('2026-11-24');
const books = (time: string) =>
  booker('bookAppointment', { date: TOMORROW, time, items: ['RS001'] });
const HALL = smallHall();
const booked = () =>
  new Given(emptyHall(HALL, TOMORROW)).and(
    system('openBookings', { configVersion: 1 }),
    books('10:00'),
    books('14:00'),
  );
const under = (change: Partial<HallConfig>, given = booked()) =>
  lostBookings(given.day, planOf({ ...HALL, ...change }));
const holiday = (date: string) => ({
  calendar: {
    ...HALL.calendar,
    holidays: [
      { name: { 'zh-Hans': '停电', 'zh-Hant': '停電', en: 'Power' }, from: date, to: date },
    ],
  },
});

test('nothing is lost while the times stay, whatever their number of places', () => {
  expect(under({})).toEqual([]);
  expect(under({ slots: HALL.slots.map((row) => ({ ...row, capacity: 0 })) })).toEqual([]);
  expect(under(holiday('2026-11-25'))).toEqual([]);
});

test('a holiday takes the time of everybody who has booked on it', () => {
  expect(under(holiday('2026-11-24'))).toEqual(['Y001', 'Y002']);
});

test('a time that is taken out takes that of its own bookings', () => {
  const slots = HALL.slots.map((row) => ({ ...row, times: ['10:00', '10:30'] }));
  expect(under({ slots })).toEqual(['Y002']);
  expect(under({ slots: [] })).toEqual(['Y001', 'Y002']);
});

test('whoever is no longer booked loses nothing', () => {
  const day = booked();
  day.and(system('closeDay'));
  expect(under(holiday('2026-11-24'), day)).toEqual([]);
});
