// The rules of the alerts, each asked by itself: what it measures, from when, and what it leaves alone.
import { describe, expect, test } from 'vitest';
import {
  callUnanswered,
  flashBreach,
  holdOverdue,
  idleWithQueue,
  longService,
  unexplainedPause,
} from '../../../shared/hall/alert-rules/at-windows.ts';
import type { AlertRule, Burning } from '../../../shared/hall/alert-rules/burning.ts';
import { coverageHole } from '../../../shared/hall/alert-rules/coverage-hole.ts';
import { deviceSilent, paperLow } from '../../../shared/hall/alert-rules/devices.ts';
import { longWait, queuePerWindow } from '../../../shared/hall/alert-rules/waiting.ts';
import type { HallFacts } from '../../../shared/hall/system-commands.ts';
import type { Given } from '../../helpers/hall.ts';
import { MINUTE, NINE, SECOND, booker, clerk, given, happened, kiosk } from '../../helpers/hall.ts';
import { later, manager, system } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const k1 = clerk('K01');
const k7 = clerk('K07');
const takes = (...items: string[]) => kiosk('issueTicket', { items });
const sits = k1('openWindow', { window: 1 });
const serves = [sits, k1('callNext'), k1('startService')];
const ends = (id: string) => k1('finishCase', { case: id, outcome: 'closed' });
const NOTHING: HallFacts = { silent: [], papers: [] };
const asked = (rule: AlertRule, { hall: { day, at } }: Given, facts = NOTHING) =>
  rule({ day, at, facts });

test.each([
  ['idle', idleWithQueue],
  ['service', longService],
  ['flash', flashBreach],
  ['pause', unexplainedPause],
  ['hold', holdOverdue],
  ['called', callUnanswered],
  ['coverage', coverageHole],
  ['device', deviceSilent],
  ['paper', paperLow],
  ['wait', longWait],
])('%s: nothing at all in a hall where nobody is', (_, rule) => {
  expect(asked(rule, given())).toEqual([]);
});

describe('an idle window', () => {
  test('counts from the first of those who wait for it, or from its own idleness', () => {
    const day = given(takes('SC001'), later(3 * MINUTE), takes('SC001'), later(MINUTE), sits);
    day.and(later(2 * MINUTE));
    expect(asked(idleWithQueue, day)).toMatchObject([
      { kind: 'idle-with-queue', measure: 2 * MINUTE, about: { window: 1, clerk: 'K01' } },
    ]);
    const early = given(sits, later(MINUTE), takes('SC001'), later(MINUTE), takes('SC001'));
    expect(asked(idleWithQueue, early.and(later(MINUTE)))).toMatchObject([
      { measure: 2 * MINUTE, about: { sinceAt: NINE + MINUTE } },
    ]);
  });

  test('is not blamed for the time in which its visitor was away', () => {
    const day = given(smallHall({ callsBeforeNoShow: 1 }), takes('SC001'), sits, k1('callNext'));
    day.and(later(MINUTE), k1('markNoShow'), later(20 * MINUTE));
    expect(asked(idleWithQueue, day)).toEqual([]);
    day.and(kiosk('reactivateTicket', { ticket: 'A001' }), later(SECOND));
    expect(asked(idleWithQueue, day)).toMatchObject([{ measure: SECOND, about: { count: 0 } }]);
  });

  test('is not blamed for a visitor who was at another window until now', () => {
    const held = given(takes('SC001'), ...serves, k1('holdTicket', { reason: 'pay' }));
    const k6 = clerk('K06');
    held.and(manager('assignWindow', { window: 2, zones: 'all' }), k6('openWindow', { window: 2 }));
    held.and(later(10 * MINUTE), kiosk('reactivateTicket', { ticket: 'A001' }), later(SECOND));
    expect(asked(idleWithQueue, held)).toMatchObject([{ about: { window: 1 }, measure: SECOND }]);
    // After five minutes anybody skilled may call.
    expect(asked(idleWithQueue, held.and(later(6 * MINUTE)))).toMatchObject([
      { about: { window: 1 }, measure: 6 * MINUTE + SECOND },
      { about: { window: 2 }, measure: MINUTE + SECOND },
    ]);
  });

  test('is not blamed for the queue to which it was moved just now', () => {
    const day = given(takes('SC001'), clerk('K06')('openWindow', { window: 2 }));
    day.and(later(20 * MINUTE));
    expect(asked(idleWithQueue, day)).toEqual([]);
    day.and(manager('assignWindow', { window: 2, zones: 'all' }), later(MINUTE));
    expect(asked(idleWithQueue, day)).toMatchObject([{ measure: MINUTE, about: { count: 1 } }]);
  });

  test('is not one that is called to, serves or pauses', () => {
    const queue = [takes('SC001'), takes('SC001')];
    for (const steps of [[sits, k1('callNext')], serves]) {
      expect(asked(idleWithQueue, given(...queue, ...steps))).toEqual([]);
    }
    const pauses = k1('pauseWindow', { reason: 'lunch' });
    expect(asked(idleWithQueue, given(...queue, sits, pauses))).toEqual([]);
  });
});

describe('a number that was called', () => {
  test('counts from its last call, and no more once it is begun', () => {
    const day = given(takes('SC001'), sits, k1('callNext'), later(2 * MINUTE));
    day.and(k1('recallTicket'), later(3 * MINUTE));
    expect(asked(callUnanswered, day)).toEqual([
      {
        ...{ alert: 'called:A001', kind: 'call-unanswered', measure: 3 * MINUTE },
        ...{ yellow: 3 * MINUTE, red: 6 * MINUTE },
        about: {
          ...{ window: 1, ticket: 'A001', clerk: 'K01', count: 3 },
          sinceAt: NINE + 2 * MINUTE,
        },
      },
    ]);
    expect(asked(callUnanswered, day.and(k1('startService')))).toEqual([]);
  });
});

describe('a service', () => {
  test('is measured by its cases of this stop, finished ones counted', () => {
    const day = given(takes('SC001', 'SC002'), ...serves, later(5 * MINUTE), ends('A001-1'));
    expect(asked(longService, day.and(later(5 * MINUTE)))).toMatchObject([
      { kind: 'long-service', alert: 'service:A001', measure: 0.5 },
    ]);
  });

  test('of a later stop forgets what another window has finished', () => {
    const day = given(kiosk('issueTicket', { items: [], package: 'PK02' }), ...serves);
    day.and(later(MINUTE), ends('F001-1'), later(MINUTE), ends('F001-2'), later(MINUTE));
    day.and(k7('openWindow', { window: 5 }), k7('callNext'), k7('startService'));
    // Ten minutes are expected for the third case alone.
    expect(asked(longService, day.and(later(20 * MINUTE)))).toMatchObject([
      { alert: 'service:F001', measure: 2, about: { window: 5, clerk: 'K07', count: 20 } },
    ]);
  });

  test('is flash only where every case is', () => {
    const k3 = clerk('K03');
    const flash = [takes('GA003'), k3('openWindow', { window: 3 }), k3('callNext')];
    const day = given(...flash, k3('startService'), later(4 * MINUTE));
    expect(asked(flashBreach, day)).toMatchObject([
      { kind: 'flash-breach', measure: 4 * MINUTE, yellow: 10 * MINUTE, red: 15 * MINUTE },
    ]);
    expect(asked(flashBreach, day.and(k3('addCase', { item: 'GA001' })))).toEqual([]);
  });

  test('is none while a number is only called', () => {
    const day = given(takes('SC001'), sits, k1('callNext'), later(90 * MINUTE));
    expect(asked(longService, day)).toEqual([]);
    expect(asked(flashBreach, day)).toEqual([]);
  });
});

describe('a pause', () => {
  const pause = (reason: string, more = {}) => k1('pauseWindow', { reason, ...more });

  test('without a reason burns from its beginning, even before the promised return', () => {
    const day = given(sits, pause('other', { returnAt: NINE + 5 * MINUTE }), later(8 * MINUTE));
    expect(asked(unexplainedPause, day)).toMatchObject([
      { kind: 'unexplained-pause', measure: 8 * MINUTE, about: { count: 8, sinceAt: NINE } },
    ]);
  });

  test('with one burns from the promised return', () => {
    const day = given(sits, pause('lunch', { returnAt: NINE + 5 * MINUTE }), later(8 * MINUTE));
    expect(asked(unexplainedPause, day)).toMatchObject([
      { measure: 3 * MINUTE, yellow: 10 * MINUTE, red: 20 * MINUTE, about: { count: 8 } },
    ]);
    expect(asked(unexplainedPause, given(sits, pause('lunch'), later(90 * MINUTE)))).toEqual([]);
    expect(asked(unexplainedPause, given(sits, takes('SC001')))).toEqual([]);
  });
});

test('a hold counts the minutes over its time, none before', () => {
  const day = given(takes('SC001'), ...serves, k1('holdTicket', { reason: 'pay' }));
  expect(asked(holdOverdue, day)).toMatchObject([
    { kind: 'hold-overdue', measure: -30 * MINUTE, yellow: 0, about: { ticket: 'A001', count: 0 } },
  ]);
  expect(asked(holdOverdue, day.and(later(34 * MINUTE)))).toMatchObject([
    { measure: 4 * MINUTE, red: 15 * MINUTE, about: { count: 4, window: 1, clerk: 'K01' } },
  ]);
});

describe('a queue', () => {
  const hours = { alwaysOpen: false };
  const waits = (day: Given) =>
    asked(longWait, day).map(({ about, measure }) => [about.zone, about.ticket, measure / MINUTE]);

  test('has one longest wait for each zone, the oldest first', () => {
    const day = given(takes('SC001'), later(MINUTE), takes('SC001'), takes('RS001'));
    expect(waits(day.and(later(MINUTE)))).toEqual([
      ['legal-person', 'A001', 2],
      ['natural-person', 'B001', 1],
    ]);
  });

  test('the oldest is who has waited longest, not who is first in the order', () => {
    const elder = kiosk('issueTicket', { items: ['SC001'], class: 'ELD' });
    expect(waits(given(takes('SC001'), later(MINUTE), elder, later(MINUTE)))).toEqual([
      ['legal-person', 'A001', 2],
    ]);
  });

  test('between two stops it counts from the end of the first', () => {
    const day = given(kiosk('issueTicket', { items: [], package: 'PK02' }), ...serves);
    day.and(later(9 * MINUTE), ends('F001-1'), ends('F001-2'), later(2 * MINUTE));
    expect(waits(day)).toEqual([['legal-person', 'F001', 2]]);
  });

  test('an appointment counts from its slot, a walk-in of one from its arrival', () => {
    const books = booker('bookAppointment', {
      ...{ date: '2026-11-23', time: '10:00', items: ['RS001'] },
    });
    const arrives = (fields: object) => kiosk('checkIn', { ticket: 'Y001', ...fields });
    const inTime = given(books, later(55 * MINUTE), arrives({}), later(12 * MINUTE));
    expect(waits(inTime)).toEqual([['natural-person', 'Y001', 7]]);
    const walkIn = given(books, later(30 * MINUTE), arrives({ asWalkIn: true }));
    expect(waits(walkIn.and(later(12 * MINUTE)))).toEqual([['natural-person', 'Y001', 12]]);
  });

  test('who comes over midnight waits from when the doors open', () => {
    const carried = {
      ...{ type: 'TicketBroughtOver', ticket: 'B031~1122', series: 'B', number: 31 },
      ...{ zone: 'natural-person', language: 'en', arrivedAt: NINE - 10 * 60 * MINUTE },
      ...{ cases: [{ case: 'B031~1122-1', item: 'RS001' }], fromDate: '2026-11-22' },
    };
    const closed = given(smallHall(hours), happened(carried), later(5 * MINUTE));
    expect(waits(closed)).toEqual([['natural-person', 'B031~1122', 5]]);
    const always = given(smallHall(), happened(carried), later(5 * MINUTE));
    expect(waits(always)).toEqual([['natural-person', 'B031~1122', 9 * 60 + 5]]);
  });

  test('for each window counts windows that call in that zone, collection by itself', () => {
    const day = given(
      takes('SC001'),
      takes('SC001'),
      sits,
      clerk('K06')('openWindow', { window: 4 }),
    );
    const rows = asked(
      queuePerWindow,
      day.and(manager('assignWindow', { window: 4, zones: 'all' })),
    );
    expect(rows.map(({ alert, kind, measure }) => [alert, kind, measure])).toEqual([
      ['queue:legal-person', 'queue-per-window', 2],
      ['queue:natural-person', 'queue-per-window', 0],
      ['queue:collection', 'queue-per-window', 0],
    ]);
    const two = given(...Array.from({ length: 4 }, () => takes('SC001')), sits);
    two.and(clerk('K06')('openWindow', { window: 5 }));
    expect(asked(queuePerWindow, two)[0]).toMatchObject({ measure: 2, about: { count: 2 } });
    const pickups = given(
      ...[1, 2, 3].map(() => kiosk('issueTicket', { items: ['SC001'], pickup: {} })),
      manager('assignWindow', { window: 1, zones: 'all' }),
      sits,
    );
    expect(asked(queuePerWindow, pickups)[2]).toMatchObject({ measure: 3 });
    pickups.and(
      clerk('K06')('openWindow', { window: 4 }),
      clerk('K02')('openWindow', { window: 2 }),
    );
    expect(asked(queuePerWindow, pickups)[2]).toMatchObject({ measure: 3 });
  });
});

describe('a hole of the certificates', () => {
  const certificatesOnly = (burning: readonly Burning[]) =>
    burning.filter(({ alert }) => alert.startsWith('coverage:'));

  test('hurts only where somebody waits for what nobody present may handle', () => {
    const day = given(sits, takes('SC001'), takes('GA001'), later(2 * MINUTE));
    const holes = certificatesOnly(asked(coverageHole, day));
    expect(holes.map(({ alert, measure }) => [alert, measure])).toEqual([
      ['coverage:GA', 2],
      ['coverage:TX', 1],
    ]);
    expect(holes[0]).toMatchObject({
      kind: 'coverage-hole',
      about: { department: 'GA', count: 3 },
    });
  });

  test('is not looked for until a minute after the last window moved; what burns stays', () => {
    const day = given(sits, later(59_000));
    expect(asked(coverageHole, day)).toEqual([]);
    day.and(later(1_000));
    expect(asked(coverageHole, day)).toHaveLength(4);
    day.and(system('tick', { facts: NOTHING }), k7('openWindow', { window: 5 }));
    const burn = () => certificatesOnly(asked(coverageHole, day)).map(({ alert }) => alert);
    expect(burn()).toEqual(['coverage:GA']);
    day.and(k7('closeWindow'));
    expect(burn().sort()).toEqual(['coverage:GA', 'coverage:TX']);
    // A window that has just closed moved too.
    const closed = given(sits, clerk('K06')('openWindow', { window: 5 }), later(5 * MINUTE));
    closed.and(clerk('K06')('closeWindow'));
    expect(asked(coverageHole, closed)).toEqual([]);
    // And one whose zones have just changed.
    const moved = given(
      sits,
      later(5 * MINUTE),
      manager('assignWindow', { window: 1, zones: 'all' }),
    );
    expect(asked(coverageHole, moved)).toEqual([]);
    expect(asked(coverageHole, moved.and(later(MINUTE)))).toHaveLength(3);
  });

  test('of furniture hurts where somebody waits, but not for a result that is ready', () => {
    const day = given(clerk('K06')('openWindow', { window: 4 }), takes('GA001'), later(MINUTE));
    day.and(kiosk('issueTicket', { items: ['SC001'], pickup: {} }));
    expect(asked(coverageHole, day).map(({ alert, measure }) => [alert, measure])).toEqual([
      ['misplaced:SC', 1],
      ['misplaced:GA', 2],
      ['misplaced:RS', 1],
      ['coverage:TX', 1],
    ]);
  });
});

test('a silent device and low paper say what they are', () => {
  const day = given();
  const silent = [{ device: 'kiosk-1', sinceAt: NINE - 2 * MINUTE }];
  expect(asked(deviceSilent, day, { ...NOTHING, silent })).toEqual([
    {
      ...{ alert: 'device:kiosk-1', kind: 'device-silent', measure: 2 * MINUTE },
      ...{ yellow: 30_000, red: 300_000 },
      about: { device: 'kiosk-1', count: 2, sinceAt: NINE - 2 * MINUTE },
    },
  ]);
});
