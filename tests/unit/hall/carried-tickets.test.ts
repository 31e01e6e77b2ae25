// What a ticket takes with it over midnight, and what it leaves behind.
import { expect, test } from 'vitest';
import { businessDate } from '../../../shared/base/ids.ts';
import { carriedTickets } from '../../../shared/hall/carrying-over.ts';
import { NINE, booker, clerk, given, happened, kiosk } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const TOMORROW = businessDate('2026-11-24');
const night = smallHall({ carryOver: true });
const k1 = clerk('K01');

test('a plain ticket takes what it has and no more', () => {
  const day = given(night, kiosk('issueTicket', { items: ['SC001'] }));
  expect(carriedTickets(day.day, TOMORROW)).toEqual([
    {
      ...{ ticket: 'A001', series: 'A', number: 1, zone: 'legal-person', language: 'zh-Hans' },
      arrivedAt: NINE,
      cases: [{ case: 'A001-1', item: 'SC001' }],
    },
  ]);
  expect(carriedTickets(day.day, undefined)).toEqual([]);
  expect(carriedTickets(day.day, businessDate('2026-11-25'))).toEqual([]);
});

test('class, credit, package, low window, agent and result go along', () => {
  const special = { class: 'ELD', accessible: true, agent: 'D01' };
  const day = given(night)
    .and(kiosk('issueTicket', { items: ['SC003'], ...special }))
    .and(kiosk('issueTicket', { items: [], package: 'PK02' }))
    .and(kiosk('issueTicket', { items: ['SC001'], pickup: { of: '2026-11-20/A001-1' } }));
  const [first, second, third] = carriedTickets(day.day, TOMORROW);
  expect(first).toMatchObject({ ...special, creditMs: 900_000 });
  expect(second).toMatchObject({ ticket: 'F001', package: 'PK02' });
  expect(second?.cases.map(({ stop }) => stop)).toEqual([undefined, undefined, 2]);
  expect(third).toMatchObject({ series: 'L', pickup: { of: '2026-11-20/A001-1' } });
});

test('what was not checked in, missed or is done stays behind', () => {
  const hasty = smallHall({ carryOver: true, callsBeforeNoShow: 1, recallGapMs: 0 });
  const books = booker('bookAppointment', {
    ...{ date: '2026-11-23', time: '14:00', items: ['RS001'] },
  });
  const takes = kiosk('issueTicket', { items: ['SC001'] });
  const day = given(hasty, books, takes, takes, k1('openWindow', { window: 1 }))
    .and(k1('callNext'), k1('markNoShow'), k1('callNext'), k1('startService'))
    .and(k1('finishCase', { case: 'A002-1', outcome: 'closed' }));
  expect(carriedTickets(day.day, TOMORROW)).toEqual([]);
});

test('a ticket with nothing left to do is not carried', () => {
  const day = given(night, kiosk('issueTicket', { items: ['SC001'] }));
  day.and(k1('openWindow', { window: 1 }), k1('callNext'), k1('startService'));
  const finished = { type: 'CaseFinished', ticket: 'A001', case: 'A001-1', item: 'SC001' };
  const rest = { serviceSeq: 1, outcome: 'closed', window: 1, clerk: 'K01' };
  day.and(happened({ ...finished, ...rest }));
  expect(carriedTickets(day.day, TOMORROW)).toEqual([]);
});
