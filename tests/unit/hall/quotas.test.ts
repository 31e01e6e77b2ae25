// A quota is of what can be served on the day: bookings, added and re-coded cases count as well, and
// what ends unserved gives its place back.
import { describe, expect, test } from 'vitest';
import { itemCode } from '../../../shared/base/ids.ts';
import { offeredSlots } from '../../../shared/hall/slots.ts';
import { kioskView } from '../../../shared/views/kiosk-screen.ts';
import {
  MINUTE,
  NINE,
  booker,
  clerk,
  foldedAnew,
  given,
  kiosk,
  later,
  manager,
  system,
} from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const limited = (item: string, ticketsPerDayMax: number) => ({
  ...smallHall(),
  itemRules: [{ item: itemCode(item), ticketsPerDayMax }],
});
const takes = (...items: string[]) => kiosk('issueTicket', { items });
const books = (...items: string[]) =>
  booker('bookAppointment', { date: '2026-11-23', time: '10:00', items });
const k1 = clerk('K01');
const served = [k1('openWindow', { window: 1 }), k1('callNext'), k1('startService')];
const left = (day: ReturnType<typeof given>) => kioskView(day.day).quotas.map((row) => row.left);

describe('a quota', () => {
  test('is used by bookings of the day as by tickets, and full is full for both', () => {
    const day = given(limited('RS001', 2), books('RS001'), takes('RS001'))
      .when(takes('RS001'))
      .then('quota-used-up', 'RS001')
      .when(books('RS001'))
      .then('quota-used-up', 'RS001')
      .when(books('GA001'))
      .then([{ type: 'AppointmentBooked', ticket: 'Y002' }]);
    expect(left(day)).toEqual([0]);
    const items = [itemCode('RS001')];
    const zone = day.ticket('Y001').zone;
    expect(offeredSlots(day.day, zone, items, NINE).map(({ rest }) => rest)).toEqual([0, 0, 0]);
  });

  test('shows no more free places of a slot than it has itself', () => {
    const day = given(limited('RS001', 1));
    const [zone] = day.day.plan.config.slots.map((row) => row.zone);
    if (zone === undefined) throw new Error('no slots');
    const rests = (item: string) =>
      offeredSlots(day.day, zone, [itemCode(item)], NINE).map(({ rest }) => rest);
    expect(rests('RS001')).toEqual([1, 1, 1]);
    expect(rests('GA001')).toEqual([2, 2, 2]);
  });

  test('counts a visitor who checks in once', () => {
    const day = given(limited('RS001', 3), books('RS001'), later(50 * MINUTE));
    expect(left(day.and(kiosk('checkIn', { ticket: 'Y001' })))).toEqual([2]);
  });

  test('gets back what is given up, or was never come for', () => {
    const day = given(limited('RS001', 1), books('RS001'));
    day.and(manager('cancelTicket', { ticket: 'Y001' }), takes('RS001'));
    day.and(manager('cancelTicket', { ticket: day.queue[0] }), books('RS001'));
    day.when(takes('RS001')).then('quota-used-up', 'RS001');
    day.and(later(121 * MINUTE), system('tick'));
    expect(day.ticket('Y002').state.status).toBe('appointmentMissed');
    day.when(takes('RS001')).then([{ type: 'TicketIssued' }]);
  });

  test('does not get back what was served, whatever became of the rest', () => {
    const day = given(limited('SC001', 1), takes('SC001'), ...served);
    day.and(k1('finishCase', { case: 'A001-1', outcome: 'closed' }));
    day.when(takes('SC001')).then('quota-used-up', 'SC001');
  });

  test('binds a case added at the window, unless the visitor has one of it already', () => {
    const day = given(limited('SC001', 1), takes('SC002'), takes('SC001'), ...served)
      .when(k1('addCase', { item: 'SC001' }))
      .then('quota-used-up', 'SC001');
    day.and(k1('finishCase', { case: 'A001-1', outcome: 'closed' }), k1('callNext'));
    day.and(k1('startService'));
    day.when(k1('addCase', { item: 'SC001' })).then([{ type: 'CaseAdded', case: 'A002-2' }]);
    const other = given(limited('SC001', 1), takes('SC002'), ...served);
    other.and(k1('addCase', { item: 'SC001' }));
    other.when(takes('SC001')).then('quota-used-up', 'SC001');
  });

  test('moves with a case that is put right, and counts beyond the last place', () => {
    const config = {
      ...smallHall(),
      itemRules: ['SC001', 'SC002'].map((code) => ({
        item: itemCode(code),
        ticketsPerDayMax: 1,
      })),
    };
    const day = given(config, takes('SC001'), takes('SC002'), ...served);
    expect(left(day)).toEqual([0, 0]);
    day.and(k1('recodeCase', { case: 'A001-1', item: 'SC002' }));
    expect(left(day)).toEqual([1, 0]);
    day.and(takes('SC001')).and(manager('cancelTicket', { ticket: 'A002' }));
    // The re-coded one has taken the only place.
    day.when(takes('SC002')).then('quota-used-up', 'SC002');
    expect(foldedAnew(day.hall).issuedByItem).toEqual(day.day.issuedByItem);
  });
});
