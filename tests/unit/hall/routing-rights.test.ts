// Who comes out of the strict order, and by which right.
import { describe, expect, test } from 'vitest';
import { itemCode, packageCode, staffNo } from '../../../shared/base/ids.ts';
import type { HallConfig, WindowPlace } from '../../../shared/hall/config.ts';
import { isEligible, windowTakes } from '../../../shared/hall/routing/eligible.ts';
import { peopleAhead } from '../../../shared/hall/routing/place.ts';
import type { Given } from '../../helpers/hall.ts';
import { MINUTE, NINE, booker, clerk, given, happened, kiosk } from '../../helpers/hall.ts';
import { later, manager, visitor } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const takes = (...items: string[]) => kiosk('issueTicket', { items });
const sits = (no: string, window: number) => clerk(no)('openWindow', { window });
const green = (ticket: string, fields: object = {}) =>
  manager('grantGreenChannel', { ticket, reason: 'key-project', ...fields });
const calls = (day: Given, no: string) => day.when(clerk(no)('callNext'));
/** Called, served and held, as the desk does it; the return is an event of its own. */
const returned = (ticket: string, no: string, untilAt: number) =>
  happened({ type: 'TicketReturned', ticket, clerk: no, affinityUntilAt: untilAt });
const movedTo = (ticket: string, window: number, to: object) =>
  happened({
    ...{ type: 'TicketTransferred', ticket, window, clerk: 'K02', zone: 'natural-person' },
    ...{ to, reason: 'other' },
  });
/** The ticket stands at window 2 and is served by K02. */
const servedAt2 = [sits('K02', 2), clerk('K02')('callNext'), clerk('K02')('startService')];

function withWindow(no: number, change: Partial<WindowPlace>): HallConfig {
  const hall = smallHall();
  const windows = hall.windows.map((row) => (row.no === no ? { ...row, ...change } : row));
  return { ...hall, windows };
}

describe('who may be called at all', () => {
  test('a low window is for whom it is needed, while one is open that can serve', () => {
    const low = kiosk('issueTicket', { items: ['SC001'], accessible: true });
    const both = manager('assignWindow', { window: 2, zones: ['legal-person'] });
    calls(given(low, both, sits('K01', 2)), 'K01').then([{ type: 'TicketCalled', ticket: 'A001' }]);
    const day = given(low, takes('SC001'), both, sits('K01', 2), sits('K06', 1));
    calls(day, 'K01').then([{ type: 'TicketCalled', ticket: 'A002' }]);
    calls(day, 'K06').then([{ type: 'TicketCalled', ticket: 'A001' }]);
    // A low window whose clerk cannot serve it is no reason to wait.
    calls(given(low, both, sits('K01', 2), sits('K07', 1)), 'K01').then([
      { type: 'TicketCalled', ticket: 'A001' },
    ]);
  });

  test('a low window at lunch binds nobody, unless the visitor is served before it', () => {
    const low = kiosk('issueTicket', { items: ['SC001'], accessible: true });
    const both = manager('assignWindow', { window: 2, zones: ['legal-person'] });
    const lunch = (more = {}) => clerk('K06')('pauseWindow', { reason: 'lunch', ...more });
    const open = [low, both, sits('K01', 2), sits('K06', 1)];
    const called = [{ type: 'TicketCalled', ticket: 'A001' }] as const;
    calls(given(...open), 'K01').then('nobody-waiting');
    calls(given(...open, lunch()), 'K01').then(called);
    calls(given(...open, lunch(), clerk('K06')('resumeWindow')), 'K01').then('nobody-waiting');
    const first = given(...open, lunch({ onlyHereFirst: true }));
    calls(first, 'K01').then('nobody-waiting');
    calls(first, 'K06').then(called);
    const busy = [takes('SC001'), ...open.slice(1), clerk('K06')('callNext'), low];
    calls(given(...busy), 'K01').then('nobody-waiting');
    calls(given(...busy, lunch()), 'K01').then([{ type: 'TicketCalled', ticket: 'A002' }]);
  });

  test('a dedicated window takes its items and packages alone; general windows take them too', () => {
    const own = withWindow(3, {
      kind: 'dedicated',
      items: [itemCode('GA001')],
    });
    const day = given(own, takes('RS001'), takes('GA002'), takes('GA001'), takes('GA001'));
    day.and(sits('K03', 3), sits('K06', 2));
    calls(day, 'K03').then([{ type: 'TicketCalled', ticket: 'B003' }]);
    calls(day, 'K06').then([{ type: 'TicketCalled', ticket: 'B001' }]);
    const pack = kiosk('issueTicket', { package: 'PK01' });
    const packs = withWindow(3, {
      kind: 'dedicated',
      zones: 'all',
      packages: [packageCode('PK01')],
    });
    calls(given(packs, takes('SC001'), pack, sits('K01', 3)), 'K01').then([
      { type: 'TicketCalled', ticket: 'F001' },
    ]);
    calls(given(own, pack, sits('K06', 3)), 'K06').then('nobody-waiting');
  });

  test('surge and accessible windows serve like undifferentiated ones', () => {
    for (const kind of ['surge', 'accessible'] as const) {
      const day = given(withWindow(2, { kind }), takes('RS001'), sits('K02', 2));
      calls(day, 'K02').then([{ type: 'TicketCalled', ticket: 'B001' }]);
    }
  });

  test('only the cases of the stop that is due bind', () => {
    const day = given(kiosk('issueTicket', { package: 'PK02' }), sits('K01', 1), sits('K07', 5));
    expect(day.ticket('F001').cases.map(({ stop }) => stop)).toEqual([1, 1, 2]);
    calls(day, 'K07').then('nobody-waiting');
    calls(day, 'K01').then([{ type: 'TicketCalled', ticket: 'F001' }]);
    const ticket = { ...day.ticket('F001'), stop: 2 };
    expect(windowTakes(day.day, ticket, day.window(5))).toBe(true);
    expect(isEligible(day.day, ticket, day.window(5), staffNo('K07'), NINE)).toBe(true);
    expect(isEligible(day.day, ticket, day.window(1), staffNo('K01'), NINE)).toBe(false);
    expect(windowTakes(day.day, ticket, day.window(3))).toBe(false);
  });
});

describe('rights, the strongest first', () => {
  test('clerk 7: who returns to the same clerk comes next there, and five minutes only there', () => {
    const until = NINE + 40 * MINUTE;
    const day = given(takes('RS001'), later(MINUTE), takes('RS001'), ...servedAt2)
      .and(manager('assignWindow', { window: 1, zones: 'all' }), sits('K03', 1))
      .and(clerk('K02')('holdTicket', { reason: 'pay' }))
      .and(takes('RS001'), later(34 * MINUTE), returned('B001', 'K02', until));
    calls(day, 'K03').then([
      { type: 'TicketCalled', ticket: 'B002', why: { rule: 'longest-wait', passedCount: 0 } },
    ]);
    calls(day, 'K02').then([{ type: 'TicketCalled', ticket: 'B001', why: { rule: 'return' } }]);
  });

  test('clerk 7: then any skilled clerk calls, in the order of arrival', () => {
    const start = [takes('RS001'), ...servedAt2, clerk('K02')('holdTicket', { reason: 'pay' })];
    const sides = [manager('assignWindow', { window: 1, zones: 'all' }), sits('K03', 1)];
    const back = returned('B001', 'K02', NINE + 5 * MINUTE);
    calls(given(...start, ...sides, back, later(5 * MINUTE - 1)), 'K03').then('nobody-waiting');
    calls(given(...start, ...sides, back, later(5 * MINUTE)), 'K03').then([
      { type: 'TicketCalled', ticket: 'B001', why: { rule: 'longest-wait' } },
    ]);
    // A clerk who has gone home keeps nobody waiting.
    const gone = clerk('K02')('closeWindow', { leave: true });
    calls(given(...start, ...sides, back, gone), 'K03').then([
      { type: 'TicketCalled', ticket: 'B001' },
    ]);
  });

  test('visitor 4: a transfer to a window or a clerk binds, with its place, while they are there', () => {
    const start = [takes('GA001'), later(MINUTE), takes('GA001'), ...servedAt2];
    const toThree = movedTo('B001', 2, { kind: 'window', window: 3 });
    const day = given(...start, sits('K03', 3), toThree);
    calls(day, 'K02').then([{ type: 'TicketCalled', ticket: 'B002' }]);
    calls(day, 'K03').then([
      { type: 'TicketCalled', ticket: 'B001', why: { rule: 'transfer', passedCount: 0 } },
    ]);
    const toClerk = movedTo('B001', 2, { kind: 'clerk', clerk: 'K03' });
    calls(given(...start, sits('K03', 3), toClerk), 'K03').then([
      { type: 'TicketCalled', ticket: 'B001', why: { rule: 'transfer' } },
    ]);
    calls(given(...start, sits('K03', 3), toClerk), 'K02').then([
      { type: 'TicketCalled', ticket: 'B002' },
    ]);
    calls(given(...start, toThree), 'K02').then([
      { type: 'TicketCalled', ticket: 'B001', why: { rule: 'longest-wait' } },
    ]);
    calls(given(...start, toClerk), 'K02').then([{ type: 'TicketCalled', ticket: 'B001' }]);
  });

  test('clerk 10: before its pause a window calls only those who wait for it alone', () => {
    const pause = happened({
      ...{ type: 'WindowPaused', window: 2, reason: 'lunch', first: ['B002', 'B003'] },
    });
    const day = given(takes('RS001'), takes('RS001'), takes('RS001'), sits('K02', 2), pause);
    calls(day, 'K02').then([
      {
        type: 'TicketCalled',
        ticket: 'B002',
        why: { rule: 'only-here', eligible: 2, passedCount: 0 },
      },
    ]);
    expect(day.window(2).state.status).toBe('calling');
  });

  test('manager 8: a green channel passes all, names who approved it, and ends', () => {
    const start = [takes('RS001'), later(MINUTE), takes('RS001'), later(MINUTE), takes('RS001')];
    const day = given(...start, later(MINUTE), green('B003'), later(1), green('B002'));
    day.and(sits('K02', 2));
    const one = {
      ...{ rule: 'green-channel', reason: 'key-project', approvedBy: 'manager:M01' },
      ...{ passedCount: 2, passed: ['B001', 'B002'] },
    };
    calls(day, 'K02').then([{ type: 'TicketCalled', ticket: 'B003', why: one }]);
    const over = given(...start, green('B003'), sits('K02', 2), later(60 * MINUTE));
    calls(over, 'K02').then([
      { type: 'TicketCalled', ticket: 'B001', why: { rule: 'longest-wait' } },
    ]);
  });

  test('an appointment at its slot comes before a green channel', () => {
    const books = booker('bookAppointment', {
      ...{ date: '2026-11-23', time: '10:00', items: ['RS001'] },
    });
    const day = given(books, takes('RS001'), green('B001'), later(60 * MINUTE - 1), sits('K02', 2));
    day.and(kiosk('checkIn', { ticket: 'Y001' }), later(1));
    expect(peopleAhead(day.day, day.ticket('B001'))).toBe(1);
    expect(peopleAhead(day.day, day.ticket('Y001'))).toBe(0);
    calls(day, 'K02').then([
      { type: 'TicketCalled', ticket: 'Y001', why: { rule: 'appointment' } },
    ]);
  });

  test('a flash lane takes short matters first, until somebody has waited too long', () => {
    const lane = (lane: string) =>
      manager('assignWindow', { window: 2, zones: ['natural-person'], lane });
    const start = [takes('RS001'), later(MINUTE), takes('GA003'), takes('GA003', 'GA001')];
    const day = given(...start, lane('flash'), sits('K03', 2));
    const first = { rule: 'flash-lane', passedCount: 1, passed: ['B001'] };
    calls(day, 'K03').then([{ type: 'TicketCalled', ticket: 'B002', why: first }]);
    day.and(visitor('B002')('cancelTicket', { ticket: 'B002' }));
    calls(day, 'K03').then([
      { type: 'TicketCalled', ticket: 'B001', why: { rule: 'longest-wait' } },
    ]);
    const edge = [lane('flash'), sits('K03', 2), later(19 * MINUTE)];
    calls(given(...start, ...edge), 'K03').then([{ type: 'TicketCalled', ticket: 'B002' }]);
    calls(given(...start, ...edge, later(1)), 'K03').then([
      { type: 'TicketCalled', ticket: 'B001', why: { rule: 'longest-wait' } },
    ]);
    calls(given(...start, lane('any'), sits('K03', 2)), 'K03').then([
      { type: 'TicketCalled', ticket: 'B001' },
    ]);
  });
});
