// Letting some others pass.
import { describe, expect, test } from 'vitest';
import { MINUTE, NINE, clerk, given, kiosk, later, manager, visitor } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const company = [kiosk('issueTicket', { items: ['SC001'] }), later(MINUTE)];
const person = kiosk('issueTicket', { items: ['GA001'] });
const steps = (id: string, pass: number) => visitor(id)('stepAway', { ticket: id, pass });

describe('stepAway', () => {
  test('places the ticket behind so many of its zone, with number and arrival kept', () => {
    const day = given(...company, ...company, person, ...company, ...company)
      .when(steps('A001', 2))
      .then([{ type: 'TicketSteppedAway', ticket: 'A001', pass: 2, orderKey: NINE + 2 * MINUTE }]);
    expect(day.queue).toEqual(['A002', 'B001', 'A003', 'A001', 'A004']);
    expect(day.ticket('A001')).toMatchObject({ stepAways: 1, requeues: 0, arrivedAt: NINE });
  });

  test('behind as many as there are, and not where there is nobody', () => {
    const day = given(...company, person)
      .when(steps('A001', 3))
      .then('nobody-to-let-pass')
      .and(...company)
      .when(steps('A001', 3))
      .then([{ type: 'TicketSteppedAway', pass: 1 }]);
    expect(day.queue).toEqual(['B001', 'A002', 'A001']);
  });

  test('so many at most, and so often', () => {
    const hall = smallHall({ stepAwayTicketsMax: 2, stepAwayTimesMax: 1 });
    given(hall, ...company, ...company, ...company, ...company)
      .when(steps('A001', 3))
      .then('step-away-limit', '2')
      .and(steps('A001', 2))
      .when(steps('A001', 1))
      .then('step-away-limit')
      .when(kiosk('stepAway', { ticket: 'A002', pass: 1 }))
      .then([{ type: 'TicketSteppedAway', ticket: 'A002' }]);
  });

  test('only the own ticket, and only while it waits', () => {
    given(...company, ...company, clerk('K01')('openWindow', { window: 1 }))
      .when(visitor('A002')('stepAway', { ticket: 'A001', pass: 1 }))
      .then('unknown-ticket', 'A001')
      .when(manager('stepAway', { ticket: 'A009', pass: 1 }))
      .then('unknown-ticket', 'A009')
      .and(clerk('K01')('callNext'))
      .when(steps('A001', 1))
      .then('not-waiting', 'A001');
  });
});
