/** The appointments of a day that are still to come, for those who run the hall. */
import { expect, test } from 'vitest';
import { bookedRows } from '../../../shared/views/booked-day.ts';
import { TODAY, booker, given, kiosk, manager } from '../../helpers/hall.ts';

const book = (time: string) => booker('bookAppointment', { date: TODAY, time, items: ['RS001'] });

test('lists who is booked and has not come, by time; walk-ins and cancelled ones are left out', () => {
  const day = given(book('14:00'), book('10:00'), kiosk('issueTicket', { items: ['RS001'] }));
  const [first, second] = bookedRows(day.day);
  expect([first?.ticket, second?.ticket]).toEqual(['Y002', 'Y001']);
  expect(first).toMatchObject({ items: [{ en: 'item RS001' }], zone: { en: 'natural-person' } });
  day.and(manager('cancelTicket', { ticket: 'Y002' }));
  expect(bookedRows(day.day).map(({ ticket }) => ticket)).toEqual(['Y001']);
});
