// A desk's list of who comes next, where the hall promises: the order in which it would call them.
import { describe, expect, test } from 'vitest';
import { windowNo } from '../../../shared/base/ids.ts';
import { deskView } from '../../../shared/views/clerk-desk.ts';
import { booker, clerk, given, kiosk, later, MINUTE, system } from '../../helpers/hall.ts';
import type { Given } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const DONE = { case: 'B001-1', outcome: 'closed' };
const k2 = clerk('K02');
const open2 = k2('openWindow', { window: 2 });
const takes = (item: string) => kiosk('issueTicket', { items: [item] });

describe('the list of a desk where promises are nearly due', () => {
  const expectations = { days: 5, itemMs: { GA001: MINUTE / 2 }, clerkFactor: {} };
  const learned = (itemMs: object) =>
    system('setExpectations', {
      expectations: { ...expectations, itemMs: { ...expectations.itemMs, ...itemMs } },
    });
  const order = (day: Given) => deskView(day.day, windowNo(2)).next.map(({ ticket }) => ticket);
  /** The first is promised 09:10, the second 09:12; somebody quick comes at 09:10. */
  const waits = (second: string) =>
    given(
      ...[smallHall({ routing: 'promise' }), learned({ RS001: 2 * MINUTE, RS002: 2 * MINUTE })],
      ...[open2, takes('RS001'), takes(second), later(10 * MINUTE), takes('GA001')],
    );

  test('puts those of its own zone first, two minutes early, as it would call them', () => {
    const day = waits('RS001');
    expect(order(day)).toEqual(['B001', 'B002', 'B003']);
    day.and(k2('callNext'), k2('startService'), k2('finishCase', DONE));
    day.and(k2('callNext'));
    const called = day.hall.log.findLast(({ event }) => event.type === 'TicketCalled');
    expect(called?.event).toMatchObject({ ticket: 'B002', why: { rule: 'promise-due' } });
  });

  test('leaves another zone’s to the minute itself', () => {
    const day = waits('RS002');
    expect(order(day)).toEqual(['B001', 'B002', 'A001']);
    day.and(later(2 * MINUTE), takes('GA001'));
    expect(order(day).slice(0, 2)).toEqual(['B001', 'A001']);
  });

  test('puts a due promise before an appointment at its slot', () => {
    const book = booker('bookAppointment', {
      ...{ date: '2026-11-23', time: '10:00', items: ['GA001'] },
    });
    const day = given(
      ...[smallHall({ routing: 'promise' }), learned({ RS001: 2 * MINUTE }), open2, book],
      ...[later(50 * MINUTE), takes('RS001'), takes('RS001'), kiosk('checkIn', { ticket: 'Y001' })],
      ...[later(10 * MINUTE), takes('GA001')],
    );
    expect(order(day)).toEqual(['B001', 'B002', 'Y001', 'B003']);
  });
});
