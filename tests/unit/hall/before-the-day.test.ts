// What stands in a stream before its day opens, and a booked number before its visitor is there.
import { must } from '../../../shared/base/assert.ts';
import { takenPlaces } from '../../../shared/hall/slots.ts';
import { describe, expect, test } from 'vitest';
import { businessDate, windowNo } from '../../../shared/base/ids.ts';
import type { TicketId } from '../../../shared/base/ids.ts';
import { planOf } from '../../../shared/hall/plan.ts';
import { Given, booker, emptyHall, given, kiosk, manager, system } from '../../helpers/hall.ts';
import { foldedAnew, visitor } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const TOMORROW = businessDate('2026-11-24');
const books = booker('bookAppointment', { date: TOMORROW, time: '10:00', items: ['RS001'] });
const opensBookings = system('openBookings', { configVersion: 1 });
const opensDay = system('openDay', { configVersion: 1 });

describe('the stream of a day to come', () => {
  test('opens for bookings, is opened again by its day, and counts on', () => {
    const day = new Given(emptyHall(smallHall(), TOMORROW))
      .when(opensBookings)
      .then([{ type: 'BookingsOpened', configVersion: 1 }])
      .and(books, opensDay);
    expect(day.day.phase).toBe('open');
    expect(day.ticket('Y001').state.status).toBe('booked');
    day.when(opensBookings).then('day-already-open');
    day.and(books);
    expect(day.ticket('Y002').number).toBe(2);
    expect(foldedAnew(day.hall)).toEqual(day.day);
  });

  test('opens under a later version with the windows of that one', () => {
    const next = { ...smallHall(), version: 2 };
    const [first] = next.windows;
    if (!first) throw new Error('the hall has no window');
    const added = { ...first, no: windowNo(6) };
    const wide = next.windows.map((row) =>
      row.no === 2 ? { ...row, zones: 'all' as const } : row,
    );
    const day = new Given(emptyHall(smallHall(), TOMORROW)).and(opensBookings, books);
    day.day.plans.set(2, planOf({ ...next, windows: [...wide, added] }));
    day.and(system('openDay', { configVersion: 2 }));
    day.and(manager('openWindow', { window: 6, clerk: 'K01' }));
    expect(day.window(2).zones).toBe('all');
    expect(day.window(6).state.status).toBe('idle');
  });

  test('closes without ever having opened: its numbers expire, and are no misses', () => {
    const day = new Given(emptyHall(smallHall(), TOMORROW)).and(opensBookings, books);
    day
      .when(system('closeDay'))
      .then([{ type: 'TicketExpired', ticket: 'Y001' }, { type: 'DayClosed' }]);
    expect(day.ticket('Y001').state.status).toBe('expired');
    day.when(opensDay).then('day-already-open');
  });

  test('nobody takes a ticket or opens a window in it', () => {
    const day = new Given(emptyHall(smallHall(), TOMORROW)).and(opensBookings);
    day.when(kiosk('issueTicket', { items: ['SC001'] })).then('day-not-open');
    day.when(manager('openWindow', { window: 1, clerk: 'K01' })).then('day-not-open');
    day.when(system('tick')).then('day-not-open');
  });

  test('a place in it may be given back', () => {
    const day = new Given(emptyHall(smallHall(), TOMORROW)).and(opensBookings, books);
    day
      .when(visitor('Y001')('cancelTicket', { ticket: 'Y001' }))
      .then([{ type: 'TicketCancelled', ticket: 'Y001' }]);
    expect(takenPlaces(day.day, must(day.day.plan.config.slots[0], 'slots')).size).toBe(0);
  });

  test('before it there is nothing: no booking either', () => {
    new Given(emptyHall(smallHall(), TOMORROW)).when(books).then('day-not-open');
  });
});

describe('a booked number whose visitor is not there yet', () => {
  const booked = booker('bookAppointment', { date: '2026-11-23', time: '14:00', items: ['RS001'] });

  test.each([
    ['comes back', kiosk('reactivateTicket', { ticket: 'Y001' })],
    ['has its batch granted', manager('grantBatch', { ticket: 'Y001' })],
  ])('%s: first it is checked in', (_, step) => {
    given(booked).when(step).then('not-checked-in', 'Y001');
  });

  test('waits for nothing: it is no place in a queue', () => {
    const day = given(booked);
    day.when(visitor('Y001')('stepAway', { ticket: 'Y001', pass: 1 })).then('not-waiting');
    day.when(manager('setClass', { ticket: 'Y001', class: 'ELD' })).then('not-waiting');
    expect(day.queue).toEqual([]);
  });

  test('a time that is not offered is no slot', () => {
    const at = (time: string) =>
      booker('bookAppointment', { date: '2026-11-23', time, items: ['RS001'] });
    given().when(at('10:01')).then('unknown-slot');
    given()
      .when(at('10:30'))
      .then([{ type: 'AppointmentBooked', slot: 'natural-person/10:30' }]);
  });
});

test('who comes over midnight is named after the day of the number', () => {
  const tickets = [
    {
      ...{ ticket: 'B031', series: 'B', number: 31, zone: 'natural-person', language: 'en' },
      ...{ arrivedAt: 1, cases: [{ case: 'B031-1', item: 'RS001' }] },
    },
  ];
  const day = given()
    .when(system('bringOver', { fromDate: '2026-11-22', tickets }))
    .then([
      {
        ...{ type: 'TicketBroughtOver', ticket: 'B031~1122', fromDate: '2026-11-22' },
        cases: [{ case: 'B031~1122-1', item: 'RS001' }],
      },
    ]);
  expect(day.queue).toEqual(['B031~1122' as TicketId]);
  expect(day.day.lastNumber.get('B')).toBeUndefined();
});
