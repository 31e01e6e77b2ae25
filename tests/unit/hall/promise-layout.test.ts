// How the wait in strict order is foreseen for a promise: what windows are busy with, pauses, rights.
import { describe, expect, test } from 'vitest';
import { ticketId, staffNo } from '../../../shared/base/ids.ts';
import { must } from '../../../shared/base/assert.ts';
import { deskOf, lent, promiseOf } from '../../../shared/hall/routing/contenders.ts';
import {
  delayBy,
  promiseFor,
  promisesFor,
  residualMs,
  slotPromise,
} from '../../../shared/hall/routing/promise.ts';
import { MINUTE, NINE, booker, clerk, given, kiosk, later } from '../../helpers/hall.ts';
import type { Given, Step } from '../../helpers/hall.ts';
import { manager, visitor } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const PROMISES = smallHall({ routing: 'promise' });
const k2 = clerk('K02');
const k4 = clerk('K04');
const open2 = k2('openWindow', { window: 2 });
const takes = (item: string, more = {}) => kiosk('issueTicket', { items: [item], ...more });
const green = (ticket: string) => manager('grantGreenChannel', { ticket, reason: 'other' });
const hall = (...steps: readonly Step[]) => given(PROMISES, open2, ...steps);
/** What the next one for RS001 (ten minutes) is told, in minutes. */
const toldAfter = (day: Given, item = 'RS001') => {
  const decision = day.when(takes(item)).decision;
  const event = 'refused' in decision ? undefined : decision[0];
  if (event?.type !== 'TicketIssued') throw new Error('no ticket');
  return (event.fifoWaitMs ?? NaN) / MINUTE;
};

describe('the wait that is foreseen', () => {
  test('of a service counts what is left: much is always left of it', () => {
    const minutes = (elapsed: number) => residualMs(10 * MINUTE, elapsed * MINUTE) / MINUTE;
    expect([0, 2, 4, 5, 60].map(minutes)).toEqual([10, 8.5, 7, 7, 7]);
  });

  test('of a window that serves is less the longer it has served; of one that calls it is whole', () => {
    const called = [takes('RS001'), k2('callNext')];
    expect(toldAfter(hall(...called))).toBe(10);
    expect(toldAfter(hall(...called, later(2 * MINUTE)))).toBe(10);
    expect(toldAfter(hall(...called, k2('startService'), later(2 * MINUTE)))).toBe(8.5);
  });

  test('of a window at lunch ends with its return, or a quarter of an hour where none was told', () => {
    const pause = (more = {}) => k2('pauseWindow', { reason: 'lunch', ...more });
    const until20 = pause({ returnAt: NINE + 20 * MINUTE });
    expect(toldAfter(hall(until20))).toBe(20);
    expect(toldAfter(hall(until20, later(25 * MINUTE)))).toBe(0);
    expect(toldAfter(hall(pause()))).toBe(15);
  });

  test('of a pause that is still to come begins after the visitor who is served', () => {
    const first = k2('pauseWindow', { reason: 'lunch', onlyHereFirst: true });
    const waits = hall(takes('RS001'), first);
    expect(waits.window(2).state).toMatchObject({ pauseAfter: { returnAt: null } });
    expect(toldAfter(waits)).toBe(25);
  });

  test('is of the window that is free first, and of those only that may serve it', () => {
    const two = hall(k4('openWindow', { window: 3 }), takes('RS001'), takes('RS001'));
    expect(toldAfter(two, 'GA001')).toBe(0);
    expect(toldAfter(two, 'GA001')).toBe(8);
    expect(toldAfter(two, 'GA001')).toBe(16);
    expect(toldAfter(two)).toBe(20);
    expect(toldAfter(two, 'GA001')).toBe(24);
  });

  test('is unknown where nobody who is there could serve it: the slack counts from now', () => {
    given(PROMISES, later(3 * MINUTE))
      .when(takes('RS001'))
      .then([{ type: 'TicketIssued', promiseAt: NINE + 13 * MINUTE }]);
    const day = given(PROMISES, takes('RS001'));
    expect(day.ticket('B001')).toMatchObject({ fifoWaitMs: null });
  });

  test('lets who has a right go first, behind or not: a green channel, a slot that has come', () => {
    const waits = [takes('RS001'), takes('RS001')];
    expect(toldAfter(hall(...waits))).toBe(20);
    const elder = (more: readonly Step[]) => {
      const day = hall(...waits, ...more);
      const event = day.when(takes('RS001', { class: 'ELD' })).decision;
      return 'refused' in event ? NaN : event;
    };
    // Fifteen minutes' credit pass both others; a green channel is passed by nobody.
    expect(elder([])).toMatchObject([{ fifoWaitMs: 0 }]);
    expect(elder([green('B002')])).toMatchObject([{ fifoWaitMs: 10 * MINUTE }]);
    const booked = booker('bookAppointment', {
      ...{ date: '2026-11-23', time: '10:00', items: ['RS001'] },
    });
    const slot = given(PROMISES, open2, booked, later(55 * MINUTE));
    slot.and(kiosk('checkIn', { ticket: 'Y001' }), ...waits);
    slot.and(later(5 * MINUTE));
    const early = slot.when(takes('RS001', { class: 'ELD' })).decision;
    expect(early).toMatchObject([{ fifoWaitMs: 10 * MINUTE }]);
  });

  test('does not count the ticket itself where it takes another place', () => {
    const day = hall(takes('RS001'), takes('RS001'));
    const own = day.ticket('B002');
    expect(promiseFor(day.day, own, NINE)).toEqual({
      ...{ fifoWaitMs: 10 * MINUTE, promiseAt: NINE + 20 * MINUTE },
    });
  });
});

describe('how much later others make it', () => {
  test('is the difference of two layouts; nothing where nobody could serve it', () => {
    const day = hall(takes('RS001'), takes('GA001'), takes('RS001'));
    const [first, second] = [ticketId('B001'), ticketId('B002')];
    const last = day.ticket('B003');
    expect(delayBy(day.day, last, new Set([first]), NINE)).toBe(10 * MINUTE);
    expect(delayBy(day.day, last, new Set([first, second]), NINE)).toBe(18 * MINUTE);
    expect(delayBy(day.day, last, new Set(), NINE)).toBe(0);
    const none = given(PROMISES, takes('RS001'), takes('RS001'));
    expect(delayBy(none.day, none.ticket('B002'), new Set([first]), NINE)).toBe(0);
  });
});

describe('promises that begin in mid-day', () => {
  test('are made for all who wait without one, and nothing where the hall makes none', () => {
    const strict = given(open2, takes('RS001'), takes('RS001'));
    expect(promisesFor(strict.day, strict.day.waiting, NINE).size).toBe(0);
    expect(slotPromise(strict.day, NINE, NINE)).toEqual({});
    expect(promiseFor(strict.day, strict.ticket('B001'), NINE)).toEqual({});
  });

  test('leave those made before as they are, and count them in the order', () => {
    const day = hall(takes('RS001'), takes('RS001'), takes('RS001'));
    const queue = day.day.waiting.map((ticket) =>
      ticket.id === 'B001' ? ticket : { ...ticket, promiseAt: null },
    );
    const at = NINE + MINUTE;
    expect([...promisesFor(day.day, queue, at)]).toEqual([
      ['B002', { fifoWaitMs: 10 * MINUTE, promiseAt: at + 20 * MINUTE }],
      ['B003', { fifoWaitMs: 20 * MINUTE, promiseAt: at + 30 * MINUTE }],
    ]);
  });

  test('of an appointment are ten minutes after its slot, or after its check-in', () => {
    const { day } = hall();
    const at = NINE;
    expect(slotPromise(day, at + 5 * MINUTE, at)).toEqual({
      ...{ promiseAt: at + 15 * MINUTE, fifoWaitMs: 5 * MINUTE },
    });
    expect(slotPromise(day, at - 5 * MINUTE, at)).toEqual({
      ...{ promiseAt: at + 10 * MINUTE, fifoWaitMs: 0 },
    });
  });
});

describe('by when a ticket is to be called', () => {
  const of = (day: Given, id: string, at = NINE) => promiseOf(day.day, day.ticket(id), at);

  test('is its promise; where there is none, the slack from its place, and not before it came', () => {
    const day = hall(takes('RS001'), takes('RS001'));
    expect(of(day, 'B002')).toBe(NINE + 20 * MINUTE);
    const strict = given(open2, takes('RS001'), takes('RS001', { class: 'ELD' }));
    expect(of(strict, 'B001')).toBe(NINE + 10 * MINUTE);
    // A quarter of an hour's credit is more than the slack.
    expect(of(strict, 'B002')).toBe(NINE);
  });

  test('of a green channel is three tenths of its strict wait, five minutes at most', () => {
    const day = hall(...Array.from({ length: 4 }, () => takes('RS001')));
    day.and(green('B002'), green('B004'));
    expect(of(day, 'B002')).toBe(NINE + 3 * MINUTE);
    expect(of(day, 'B004')).toBe(NINE + 5 * MINUTE);
    const unknown = given(PROMISES, takes('RS001'), green('B001'));
    expect(of(unknown, 'B001')).toBe(NINE + 5 * MINUTE);
    day.and(later(50 * MINUTE), green('B003'));
    expect(of(day, 'B003', NINE + 50 * MINUTE)).toBe(NINE + 5 * MINUTE);
  });
});

describe('how scarce the windows of a ticket are', () => {
  const scarcity = (day: Given, id: string) => {
    const { day: now } = day;
    const desk = deskOf(now, day.window(2), staffNo('K02'), NINE);
    const asked = must(desk.scarcity, 'scarcity');
    const rows = now.waiting.map((ticket) => lent(now, ticket, NINE));
    // Asked twice: what was counted for an item is kept.
    const counts = [...rows, ...rows].map((row) => [row.ticket.id, asked(row)] as const);
    const own = counts.filter(([ticket]) => ticket === id).map(([, count]) => count);
    expect(own[0]).toBe(own[1]);
    return own[0];
  };

  test('counts the open windows that may call it', () => {
    const day = hall(k4('openWindow', { window: 3 }), takes('GA001'), takes('RS001'));
    expect(scarcity(day, 'B001')).toBe(2);
    expect(scarcity(day, 'B002')).toBe(1);
    day.and(k4('closeWindow', { sure: true }));
    expect(scarcity(day, 'B001')).toBe(1);
  });

  test('a ticket that is bound to a window does not count for others of its item', () => {
    const bound = [
      ...[k4('openWindow', { window: 3 }), takes('GA001'), k4('callNext'), k4('startService')],
      k4('holdTicket', { reason: 'pay' }),
      visitor('B001')('reactivateTicket', { ticket: 'B001' }),
    ];
    const day = hall(...bound, takes('GA001'), takes('RS001'));
    expect(scarcity(day, 'B001')).toBe(1);
    expect(scarcity(day, 'B002')).toBe(2);
  });
});
