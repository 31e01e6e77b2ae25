// The visitor's own page, in every state of the ticket.
import { describe, expect, test } from 'vitest';
import { openWindowsFor, ticketView } from '../../../shared/views/ticket-page.ts';
import { MINUTE, NINE, clerk, evaluator, given, kiosk, later } from '../../helpers/hall.ts';
import { system, visitor } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const quick = smallHall({ callsBeforeNoShow: 1, recallGapMs: 0 });
const k1 = clerk('K01');
const company = kiosk('issueTicket', { items: ['SC001'] });
const sits = k1('openWindow', { window: 1 });
const page = (day: ReturnType<typeof given>, id = 'A001') =>
  ticketView(day.day, day.ticket(id), (row) => `nonce of ${row}`);

describe('the visitor’s page', () => {
  test('a window whose clerk may not handle the matter is not named', () => {
    const unskilled = clerk('K04')('openWindow', { window: 2 });
    const day = given(kiosk('issueTicket', { items: ['RS001'] }), unskilled);
    expect(openWindowsFor(day.day, day.ticket('B001'))).toEqual([]);
    day.and(clerk('K04')('closeWindow'), clerk('K03')('openWindow', { window: 2 }));
    expect(openWindowsFor(day.day, day.ticket('B001'))).toEqual([2]);
  });

  test('waiting: how many come first, and which open windows may call', () => {
    const day = given(company, company, sits, clerk('K03')('openWindow', { window: 2 }));
    expect(page(day, 'A002')).toMatchObject({
      ...{ ticket: 'A002', status: 'waiting', ahead: 1, windows: [1], window: null, calls: 0 },
      ...{ canCancel: true, canReturn: false, zone: 'legal-person', floor: 1, arrivedAt: NINE },
      ...{ scale: null, cases: [{ status: 'draft', nonce: null }] },
    });
  });

  test('called: where, since when, how often', () => {
    const day = given(quick, company, sits, k1('callNext'), later(MINUTE), k1('recallTicket'));
    expect(page(day)).toMatchObject({
      ...{ status: 'called', ahead: null, window: 1, windowName: { en: 'window 1' }, calls: 2 },
      ...{ lastCallAt: NINE + MINUTE, canCancel: true },
    });
  });

  test('missed: may return or cancel; served: neither', () => {
    const missed = given(quick, company, sits, k1('callNext'), k1('markNoShow'));
    expect(page(missed)).toMatchObject({ status: 'noShow', canReturn: true, canCancel: true });
    const served = given(company, sits, k1('callNext'), k1('startService'));
    expect(page(served)).toMatchObject({ status: 'serving', canReturn: false, canCancel: false });
  });

  test('over: nothing can be done, and a closed day ends every choice', () => {
    const gone = given(company, visitor('A001')('cancelTicket', { ticket: 'A001' }));
    expect(page(gone)).toMatchObject({
      ...{ status: 'abandoned', canCancel: false, canReturn: false },
      cases: [{ status: 'dropped', nonce: null }],
    });
    const night = given(quick, company, sits, k1('callNext'), k1('markNoShow'), system('closeDay'));
    expect(page(night)).toMatchObject({ status: 'noShow', canCancel: false, canReturn: false });
  });

  test('done: cases left unrated can be rated for seven days, each with its nonce', () => {
    const day = given(kiosk('issueTicket', { items: ['SC001', 'SC002'] }), sits, k1('callNext'))
      .and(k1('startService'), k1('finishCase', { case: 'A001-1', outcome: 'closed' }))
      .and(k1('finishCase', { case: 'A001-2', outcome: 'accepted' }))
      .and(evaluator(1)('rateCase', { case: 'A001-1', level: 3, tags: [] }))
      .and(evaluator(1)('declineRating', { case: 'A001-2' }));
    const untilAt = Date.parse('2026-12-01T00:00:00+08:00');
    expect(page(day)).toMatchObject({
      ...{
        status: 'done',
        rateUntilAt: untilAt,
        scale: { levels: [{ level: 5 }, {}, {}, {}, {}] },
      },
      cases: [
        { case: 'A001-1', outcome: 'closed', nonce: null, level: 3 },
        { case: 'A001-2', outcome: 'accepted', nonce: 'nonce of A001-2', level: null },
      ],
    });
    day.and(visitor('A001')('rateCase', { case: 'A001-2', level: 5, tags: [] }));
    expect(page(day)).toMatchObject({
      scale: null,
      cases: [{ level: 3 }, { level: 5, nonce: null }],
    });
  });
});
