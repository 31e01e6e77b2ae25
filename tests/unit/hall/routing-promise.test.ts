// Promise-bounded calling in a small hall: who is promised what, and who is called while that holds.
import { describe, expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import {
  clerk,
  given,
  kiosk,
  later,
  manager,
  MINUTE,
  NINE,
  booker,
  system,
} from '../../helpers/hall.ts';
import type { Given } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const PROMISES = smallHall({ routing: 'promise' });
const k2 = clerk('K02');
const k3 = clerk('K03');
const open2 = k2('openWindow', { window: 2 });
const takes = (item: string, fields: object = {}) =>
  kiosk('issueTicket', { items: [item], ...fields });
/** One service at window 2, whoever comes. */
const calls = k2('callNext');
const ends = (given: Given, id: string) =>
  given.and(k2('startService'), k2('finishCase', { case: `${id}-1`, outcome: 'closed' }));

describe('the promise', () => {
  test('is the wait in strict order and ten minutes more, in the event and on the ticket', () => {
    const day = given(PROMISES, open2)
      .when(takes('RS001'))
      .then([
        { type: 'TicketIssued', ticket: 'B001', fifoWaitMs: 0, promiseAt: NINE + 10 * MINUTE },
      ]);
    day
      .when(takes('RS001'))
      .then([{ type: 'TicketIssued', fifoWaitMs: 10 * MINUTE, promiseAt: NINE + 20 * MINUTE }]);
    expect(day.ticket('B002')).toMatchObject({ promiseAt: NINE + 20 * MINUTE, overtaken: 0 });
  });

  test('strict halls promise nothing', () => {
    const day = given(open2, takes('RS001'));
    expect(day.ticket('B001')).toMatchObject({ promiseAt: null, fifoWaitMs: null });
    expect(day.hall.log.at(-1)?.event).not.toHaveProperty('promiseAt');
  });

  test('learned times count, and a clerk’s own pace', () => {
    const expectations = { days: 5, itemMs: { RS001: 4 * MINUTE }, clerkFactor: { K02: 1.5 } };
    given(PROMISES, system('setExpectations', { expectations }), open2, takes('RS001'))
      .when(takes('RS001'))
      .then([{ type: 'TicketIssued', fifoWaitMs: 6 * MINUTE }]);
  });

  test('a credit brings it forward, and it is never later than without', () => {
    given(PROMISES, open2, takes('RS001'), takes('RS001'), takes('RS001'))
      .when(takes('RS001', { class: 'ELD' }))
      .then([{ type: 'TicketIssued', fifoWaitMs: 0, promiseAt: NINE }]);
  });

  test('of an appointment in time is its slot and ten minutes', () => {
    given(
      PROMISES,
      open2,
      booker('bookAppointment', { date: '2026-11-23', time: '10:00', items: ['RS001'] }),
      later(55 * MINUTE),
    )
      .when(kiosk('checkIn', { ticket: 'Y001' }))
      .then([{ type: 'AppointmentCheckedIn', promiseAt: NINE + 70 * MINUTE }]);
  });
});

describe('whom it calls', () => {
  const slow = takes('RS001');
  const quick = takes('GA001');

  // RS001 takes 10 minutes by the catalogue; where one window serves both, a pass costs much.
  const learned = system('setExpectations', {
    expectations: { days: 5, itemMs: { GA001: MINUTE }, clerkFactor: {} },
  });

  test('the shortest service where it is worth the passing, and it says whom it passed', () => {
    given(PROMISES, learned, open2, slow, later(MINUTE / 10), quick)
      .when(calls)
      .then([
        {
          type: 'TicketCalled',
          ticket: 'B002',
          why: { rule: 'best-score', routing: 'promise', overtook: ['B001'], passedCount: 1 },
        },
      ]);
  });

  test('nobody is passed for a service that is hardly shorter', () => {
    // RS001 takes 10 minutes, GA001 8.
    given(PROMISES, open2, slow, later(MINUTE / 10), quick)
      .when(calls)
      .then([{ type: 'TicketCalled', ticket: 'B001', why: { rule: 'best-score', overtook: [] } }]);
  });

  test('whoever was promised and is due comes before any score', () => {
    given(PROMISES, open2, slow, later(10 * MINUTE), quick)
      .when(calls)
      .then([{ type: 'TicketCalled', ticket: 'B001', why: { rule: 'promise-due', overtook: [] } }]);
  });

  test('nobody is passed more often than the limit says', () => {
    const day = given(
      smallHall({ routing: 'promise', overtakenMax: 2, promiseSlackMs: 60 * MINUTE }),
      learned,
      open2,
      slow,
    );
    for (const id of ['B002', 'B003']) {
      day.and(later(6_000), quick, calls);
      expect(day.ticket(id).state.status).toBe('called');
      ends(day, id);
    }
    expect(day.ticket('B001').overtaken).toBe(2);
    day.and(later(6_000), quick, calls);
    expect(day.hall.log.at(-1)?.event).toMatchObject({
      ...{ type: 'TicketCalled', ticket: 'B001' },
      why: { rule: 'overtaken-limit', overtook: [] },
    });
  });

  test('who is called because the share of credits is used up has passed those before too', () => {
    const day = given(
      smallHall({
        ...{ routing: 'promise', overtakenMax: 2, promiseSlackMs: 20 * MINUTE },
        ...{ priorityShareMax: 0.1, priorityShareAboveWaitMs: 5 * MINUTE },
      }),
      ...[learned, open2, slow, later(6_000), quick, later(6_000), quick, later(6_000), quick],
      ...[takes('GA001', { class: 'ELD' }), takes('GA001', { class: 'ELD' }), later(6 * MINUTE)],
    );
    const rules = ['B005', 'B002', 'B003', 'B001'].map((id) => {
      day.and(calls);
      expect(day.ticket(id).state.status).toBe('called');
      const { event } = must(day.hall.log.at(-1), 'a call');
      if (id !== 'B001') ends(day, id);
      return event.type === 'TicketCalled' ? event.why.rule : event.type;
    });
    expect(rules).toEqual(['promise-due', 'share-limit', 'share-limit', 'overtaken-limit']);
    expect(day.ticket('B001').overtaken).toBe(2);
  });

  test('a call that is taken back has passed nobody', () => {
    const day = given(PROMISES, learned, open2, slow, later(6_000), quick, calls);
    expect(day.ticket('B001').overtaken).toBe(1);
    day.and(k2('undoCall'));
    expect(day.ticket('B001').overtaken).toBe(0);
  });

  test('another zone is no wall, certificates are one', () => {
    // RS002 is a matter of legal persons, K03 may do it; SC001 it may not.
    given(PROMISES, k3('openWindow', { window: 2 }), takes('SC001'), takes('RS002'))
      .when(k3('callNext'))
      .then([{ type: 'TicketCalled', ticket: 'A002', why: { rule: 'best-score', eligible: 1 } }]);
  });

  test('an overdue green channel comes before all others that are overdue', () => {
    given(
      PROMISES,
      open2,
      slow,
      later(MINUTE),
      slow,
      later(25 * MINUTE),
      manager('grantGreenChannel', { ticket: 'B002', reason: 'other' }),
    )
      .when(calls)
      .then([{ type: 'TicketCalled', ticket: 'B002', why: { rule: 'green-channel' } }]);
  });
});

describe('zones that overflow', () => {
  const ZONES = smallHall({ routing: 'zones' });

  test('another zone’s visitor comes after so long a wait, and the call says so', () => {
    const day = given(ZONES, k3('openWindow', { window: 2 }), takes('RS002'), later(14 * MINUTE));
    day.when(k3('callNext')).then('nobody-waiting');
    day
      .and(later(MINUTE), takes('RS001'))
      .when(k3('callNext'))
      .then([
        { type: 'TicketCalled', ticket: 'A001', why: { rule: 'zone-overflow', routing: 'zones' } },
      ]);
  });
});
