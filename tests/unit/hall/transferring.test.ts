// Transfers: to a zone, a window or a clerk, with number, arrival and place kept.
import { describe, expect, test } from 'vitest';
import { MINUTE, NINE, SECOND, clerk, given, kiosk, later, manager } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const k1 = clerk('K01');
const k6 = clerk('K06');
const takes = (...items: string[]) => kiosk('issueTicket', { items });
const sits = k1('openWindow', { window: 1 });
const starts = [k1('callNext'), k1('startService')];
const wide = { window: 1, zones: ['legal-person', 'natural-person'] };
const served = [takes('RS001'), later(MINUTE), manager('assignWindow', wide)]
  .concat([takes('RS001'), sits])
  .concat(starts);
const sends = (to: object, reason = 'approval') => k1('transferTicket', { to, reason });
const opens2 = clerk('K02')('openWindow', { window: 2 });
const toWindow = (window: number) => sends({ kind: 'window', window });
const toClerk = (no: string) => sends({ kind: 'clerk', clerk: no });
const toZone = (zone: string) => sends({ kind: 'zone', zone });

describe('transferTicket', () => {
  test('to a zone: a colleague takes it, before who came later', () => {
    const day = given(...served, opens2)
      .when(toZone('natural-person'))
      .then([
        {
          ...{ type: 'TicketTransferred', ticket: 'B001', window: 1, clerk: 'K01' },
          ...{ to: { kind: 'zone' }, zone: 'natural-person', reason: 'approval' },
        },
      ]);
    expect(day.queue).toEqual(['B001', 'B002']);
    expect(day.ticket('B001')).toMatchObject({ transfers: 1, requeues: 0, arrivedAt: NINE });
    expect(day.window(1).state.status).toBe('idle');
    day.when(clerk('K02')('callNext')).then([{ type: 'TicketCalled', ticket: 'B001' }]);
  });

  test('to a window: that one alone calls it, ahead of its queue', () => {
    const day = given(...served, opens2).and(toWindow(2));
    expect(day.ticket('B001').target).toEqual({ kind: 'window', window: 2 });
    day.when(k1('callNext')).then([{ type: 'TicketCalled', ticket: 'B002' }]);
    day.when(clerk('K02')('callNext')).then([{ type: 'TicketCalled', ticket: 'B001' }]);
  });

  test('to a clerk, wherever that clerk sits', () => {
    const day = given(...served, opens2).and(toClerk('K02'));
    day.when(clerk('K02')('callNext')).then([{ type: 'TicketCalled', ticket: 'B001' }]);
    day.and(clerk('K02')('startService'));
    expect(day.ticket('B001')).toMatchObject({ target: null, windowsVisited: [1, 2] });
  });

  test('not to where it is', () => {
    given(...served)
      .when(toWindow(1))
      .then('already-there', 'B001')
      .when(toClerk('K01'))
      .then('already-there', 'B001');
  });

  test('not to windows, clerks and zones that are unknown or not there', () => {
    given(...served)
      .when(toWindow(2))
      .then('unknown-target', '2')
      .when(toWindow(77))
      .then('unknown-target', '77')
      .when(toClerk('K02'))
      .then('unknown-target', 'K02')
      .when(toZone('moon'))
      .then('unknown-target', 'moon');
  });

  test('to a window at lunch only when the clerk knows, and says so', () => {
    const k2 = clerk('K02');
    const lunch = (more = {}) => k2('pauseWindow', { reason: 'lunch', ...more });
    const until = { returnAt: Date.parse('2026-11-23T13:30:00+08:00') };
    for (const to of [toWindow(2), toClerk('K02')]) {
      given(...served, opens2, lunch())
        .when(to)
        .then('target-paused');
      const day = given(...served, opens2, lunch(until))
        .when(to)
        .then('target-paused', '13:30');
      expect(day.ticket('B001').state.status).toBe('serving');
    }
    const waits = { to: { kind: 'window', window: 2 }, reason: 'other', waitForReturn: true };
    const day = given(...served, opens2, lunch(until)).and(k1('transferTicket', waits));
    day.when(k1('callNext')).then([{ type: 'TicketCalled', ticket: 'B002' }]);
    day.and(k2('resumeWindow'));
    day.when(k2('callNext')).then([{ type: 'TicketCalled', ticket: 'B001' }]);
  });

  test('a pause that begins after the visitor there is a pause to ask about', () => {
    const k2 = clerk('K02');
    const busy = [takes('RS001'), opens2, k2('callNext'), k2('startService')];
    given(...served, ...busy, k2('pauseWindow', { reason: 'lunch' }))
      .when(toWindow(2))
      .then('target-paused')
      .and(k2('resumeWindow'))
      .when(toWindow(2))
      .then([{ type: 'TicketTransferred' }]);
  });

  test('not to who may not take it', () => {
    given(...served, clerk('K07')('openWindow', { window: 2 }), k6('openWindow', { window: 3 }))
      .when(toWindow(2))
      .then('not-eligible-here', 'B001')
      .when(toClerk('K07'))
      .then('not-eligible-here', 'B001')
      .when(toWindow(3))
      .then('not-eligible-here', 'B001')
      .when(toZone('collection'))
      .then('not-eligible-here', 'B001');
  });

  test('not back into the queue where nobody else could take it', () => {
    const hall = smallHall();
    const staff = hall.staff.filter(({ staffNo }) => staffNo === 'K01');
    given({ ...hall, staff }, ...served)
      .when(toZone('natural-person'))
      .then('already-there', 'B001');
  });

  test('only somebody who is being served', () => {
    given(takes('RS001'), sits)
      .when(toZone('natural-person'))
      .then('no-ticket-at-window')
      .and(manager('assignWindow', { window: 1, zones: 'all' }), k1('callNext'))
      .when(toZone('natural-person'))
      .then('not-serving', 'B001');
  });

  test('evaluations asked for before can be given on leaving, and once more at the end', () => {
    const done = k1('finishCase', { case: 'B001-1', outcome: 'closed' });
    const day = given(...served, k1('addCase', { item: 'RS002' }), done, opens2)
      .and(manager('assignWindow', { window: 2, zones: 'all' }))
      .and(toWindow(2));
    const [prompt] = day.day.openPrompts;
    const leftAt = day.day.lastAt;
    expect(prompt).toMatchObject({ case: 'B001-1', deadlineAt: leftAt + MINUTE, outcome: null });
    const k2 = clerk('K02');
    day.and(later(SECOND), k2('callNext'), k2('startService'));
    day.and(k2('finishCase', { case: 'B001-2', outcome: 'closed' }));
    expect(prompt?.deadlineAt).toBe(leftAt + SECOND + MINUTE);
  });

  test('clerk 11: a wrong Next is taken back, and the target is still the same', () => {
    const day = given(...served, opens2).and(toWindow(2), clerk('K02')('callNext'));
    day.when(clerk('K02')('undoCall')).then([{ type: 'CallUndone', ticket: 'B001' }]);
    expect(day.queue).toEqual(['B001', 'B002']);
    expect(day.ticket('B001').target).toEqual({ kind: 'window', window: 2 });
  });

  test('clerk 11: nor is the clerk of a held visit forgotten', () => {
    const held = k1('holdTicket', { reason: 'pay' });
    const day = given(...served, held, k1('reactivateTicket', { ticket: 'B001' }), k1('callNext'));
    day.when(k1('undoCall')).then([{ type: 'CallUndone', ticket: 'B001' }]);
    expect(day.ticket('B001').affinity).toEqual({ clerk: 'K01', untilAt: NINE + 6 * MINUTE });
  });
});
