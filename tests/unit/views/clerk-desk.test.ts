// The clerk's desk: what can be done now and from when, who is next, and never how one was rated.
import { describe, expect, test } from 'vitest';
import { windowNo } from '../../../shared/base/ids.ts';
import { deskView } from '../../../shared/views/clerk-desk.ts';
import {
  MINUTE,
  NINE,
  SECOND,
  clerk,
  evaluator,
  given,
  kiosk,
  later,
  manager,
} from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const k1 = clerk('K01');
const company = kiosk('issueTicket', { items: ['SC001'] });
const sits = k1('openWindow', { window: 1 });
const view = (day: ReturnType<typeof given>, no = 1) => deskView(day.day, windowNo(no));

describe('the desk', () => {
  test('closed: nobody there, nothing to call', () => {
    expect(view(given(company), 1)).toMatchObject({
      ...{ status: 'closed', clerk: null, ticket: null, eligible: 0, waiting: 1, next: [] },
      today: { visits: 0, cases: 0, rated: 0 },
    });
  });

  test('idle: who comes next for this window and clerk, six at most', () => {
    const eight = Array.from({ length: 8 }, () => company);
    const desk = view(given(kiosk('issueTicket', { items: ['GA001'] }), ...eight, sits));
    expect(desk).toMatchObject({ status: 'idle', eligible: 8, waiting: 9 });
    expect(desk.next.map((row) => row.ticket)).toEqual([
      ...['A001', 'A002', 'A003', 'A004', 'A005', 'A006'],
    ]);
    expect(desk.next[0]).toMatchObject({ arrivedAt: NINE, items: [{ en: 'item SC001' }] });
  });

  test('manager 8: who comes next is whom the next call takes, a green channel before the queue', () => {
    const day = given(company, company, company, sits).and(
      manager('grantGreenChannel', { ticket: 'A003', reason: 'key-project' }),
    );
    const [first, ...others] = view(day).next;
    expect(first).toMatchObject({ ticket: 'A003', isGreen: true });
    expect(others.map((row) => row.ticket)).toEqual(['A001', 'A002']);
    expect(view(day.and(k1('callNext'))).ticket).toMatchObject({ id: 'A003' });
    expect(view(day.and(later(24 * 60 * MINUTE))).next.map((row) => row.ticket)).toEqual([
      ...['A001', 'A002'],
    ]);
  });

  test('clerk 7: who comes back from a hold stands on top, as they are called', () => {
    const day = given(company, company, company, sits, k1('callNext'), k1('startService'))
      .and(k1('holdTicket', { reason: 'pay' }), later(MINUTE))
      .and(k1('callNext'), k1('startService'), kiosk('reactivateTicket', { ticket: 'A001' }));
    expect(view(day).next).toMatchObject([
      { ticket: 'A001', isReturned: true },
      { ticket: 'A003', isReturned: false },
    ]);
  });

  test('called: instants from which recall, no-show and undo are allowed', () => {
    const day = given(company, later(MINUTE), sits, k1('callNext'));
    expect(view(day).ticket).toMatchObject({
      ...{ id: 'A001', status: 'called', calls: 1, callsMissing: 2, startedAt: null },
      calledAt: NINE + MINUTE,
      recallFromAt: NINE + MINUTE + 20 * SECOND,
      noShowFromAt: NINE + MINUTE + 20 * SECOND,
      undoUntilAt: NINE + MINUTE + 10 * SECOND,
      why: { rule: 'longest-wait', waitedMs: MINUTE },
    });
    day.and(later(MINUTE), k1('recallTicket'));
    expect(view(day).ticket).toMatchObject({ calls: 2, callsMissing: 1, why: { waiting: 1 } });
  });

  test('serving: every case with its state and materials', () => {
    const day = given(company, sits, k1('callNext'), k1('startService'))
      .and(k1('addCase', { item: 'RS001' }))
      .and(k1('finishCase', { case: 'A001-1', outcome: 'refused', reason: 'other' }));
    expect(view(day).ticket).toMatchObject({
      ...{ status: 'serving', startedAt: NINE, calledAt: null, undoUntilAt: null },
      cases: [
        { case: 'A001-1', item: 'SC001', status: 'finished', outcome: 'refused' },
        {
          case: 'A001-2',
          item: 'RS001',
          status: 'draft',
          outcome: null,
          departmentName: { en: 'RS' },
        },
      ],
    });
  });

  test('a pause that holds, and one that is wished', () => {
    const wished = given(company, sits, k1('callNext'), k1('pauseWindow', { reason: 'break' }));
    expect(view(wished)).toMatchObject({ status: 'calling', pause: { reason: 'break' } });
    const held = given(sits, k1('pauseWindow', { reason: 'lunch', returnAt: NINE + MINUTE }));
    expect(view(held)).toMatchObject({ status: 'paused', pause: { returnAt: NINE + MINUTE } });
  });

  test('own numbers and open prompts, never a level (R8)', () => {
    const day = given(kiosk('issueTicket', { items: ['SC001', 'SC002'] }), sits, k1('callNext'))
      .and(k1('startService'), k1('finishCase', { case: 'A001-1', outcome: 'closed' }))
      .and(k1('finishCase', { case: 'A001-2', outcome: 'closed' }))
      .and(evaluator(1)('rateCase', { case: 'A001-1', level: 1, tags: ['110'] }));
    const desk = view(day);
    expect(desk).toMatchObject({ openPrompts: 1, today: { visits: 1, cases: 2, rated: 1 } });
    expect(JSON.stringify(desk)).not.toMatch(/level|"110"/u);
  });

  test("a colleague's visits are not counted as one's own, at whatever window", () => {
    const day = given(company, sits, k1('callNext'), k1('startService'))
      .and(k1('finishCase', { case: 'A001-1', outcome: 'closed' }), k1('closeWindow'))
      .and(clerk('K06')('openWindow', { window: 1 }), k1('openWindow', { window: 2 }));
    expect(view(day, 1).today).toMatchObject({ visits: 0, cases: 0, rated: 0 });
    expect(view(day, 2).today).toMatchObject({ visits: 1, cases: 1, rated: 0 });
  });

  test('numbers missed here, newest first', () => {
    const quick = smallHall({ callsBeforeNoShow: 1, recallGapMs: 0 });
    const missed = [company, k1('callNext'), k1('markNoShow')];
    const day = given(quick, sits, ...missed, ...missed);
    expect(view(day).missed.map((row) => row.ticket)).toEqual(['A002', 'A001']);
    expect(view(day, 2).missed).toEqual([]);
  });
});
