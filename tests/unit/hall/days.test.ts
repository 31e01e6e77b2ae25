// The day begins and ends; commands outside of it; fences.
import { describe, expect, test } from 'vitest';
import { decide } from '../../../shared/hall/decide.ts';
import { businessDate, ticketId } from '../../../shared/base/ids.ts';
import { carriedId, carriedTickets } from '../../../shared/hall/carrying-over.ts';
import {
  NINE,
  clerk,
  emptyHall,
  foldedAnew,
  given,
  happened,
  kiosk,
  later,
  manager,
  send,
  system,
  take,
  visitor,
} from '../../helpers/hall.ts';
import type { Step } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const quick = smallHall({ callsBeforeNoShow: 1, recallGapMs: 0 });
const k1 = clerk('K01');
const takes = (item: string) => kiosk('issueTicket', { items: [item] });
const ends = (id: string) => k1('finishCase', { case: id, outcome: 'closed' });
const close = system('closeDay');

/** One ticket waits, one is served half, one was missed, one is done with its prompt open. */
const evening: readonly Step[] = [
  ...[takes('SC001'), takes('SC001'), takes('SC001'), takes('SC001')],
  ...[k1('openWindow', { window: 1 }), k1('callNext'), k1('markNoShow')],
  ...[k1('callNext'), k1('startService'), ends('A002-1')],
  ...[manager('assignWindow', { window: 1, zones: 'all' })],
  ...[k1('callNext'), k1('startService'), k1('addCase', { item: 'SC002' }), ends('A003-1')],
];

describe('openDay', () => {
  test('opens once, under its version of the configuration', () => {
    given()
      .when(system('openDay', { configVersion: 1 }))
      .then('day-already-open');
    const hall = emptyHall();
    const asked = system('openDay', { configVersion: 1 });
    const answer =
      'command' in asked && decide(hall.day, asked.command, { at: NINE, by: asked.by });
    expect(answer).toEqual([{ type: 'DayOpened', configVersion: 1 }]);
    const strange = system('openDay', { configVersion: 9 });
    expect(() => 'command' in strange && send(hall, strange.by, strange.command)).toThrow(
      'version 9',
    );
  });

  test('nothing is done before, but a fence may stand', () => {
    const hall = emptyHall();
    for (const step of [takes('SC001'), close, system('tick')]) {
      if ('command' in step) {
        expect(send(hall, step.by, step.command)).toEqual({ refused: 'day-not-open' });
      }
    }
    const fence = system('fence');
    if ('command' in fence) {
      expect(send(hall, fence.by, fence.command)).toEqual([{ type: 'Fenced' }]);
    }
    expect(hall.day).toMatchObject({ seq: 1, phase: 'unopened' });
  });
});

describe('closeDay', () => {
  test('gives every open ticket exactly one last event, ends prompts, closes windows', () => {
    const after = given(quick, ...evening)
      .when(close)
      .then([
        { type: 'PromptEnded', case: 'A003-1', outcome: 'timedOut' },
        { type: 'TicketExpired', ticket: 'A001' },
        { type: 'TicketExpired', ticket: 'A003' },
        { type: 'TicketExpired', ticket: 'A004' },
        { type: 'WindowClosed', window: 1 },
        { type: 'DayClosed' },
      ]);
    const states = [...after.day.tickets.values()].map(({ id, state }) => [id, state.status]);
    expect(states).toEqual([
      ['A001', 'noShow'],
      ['A002', 'done'],
      ['A003', 'expired'],
      ['A004', 'expired'],
    ]);
    expect(after.queue).toEqual([]);
    expect(after.ticket('A001').cases.map((row) => row.state.status)).toEqual(['dropped']);
    expect(after.day.openPrompts.size).toBe(0);
    expect(after.ticket('A003').cases.map((row) => row.state.status)).toEqual([
      'finished',
      'dropped',
    ]);
  });

  test('twice gives the same day', () => {
    const after = given(quick, ...evening, close);
    const { seq } = after.when(close).then('day-not-open').day;
    expect(seq).toBe(after.day.seq);
    after.when(takes('SC001')).then('day-not-open');
    after.when(visitor('A001')('reactivateTicket', { ticket: 'A001' })).then('day-not-open');
  });
});

describe('manager 15: midnight', () => {
  const allNight = smallHall({ carryOver: true });
  const midnight = system('closeDay', { nextDate: '2026-11-24' });
  /** A001 is held, A002 is served with one case done, the others wait. */
  const night: readonly Step[] = [
    ...Array.from({ length: 5 }, () => takes('SC001')),
    ...[k1('openWindow', { window: 1 }), k1('callNext'), k1('startService')],
    ...[k1('holdTicket', { reason: 'pay' }), k1('callNext'), k1('startService')],
    ...[k1('addCase', { item: 'SC003' }), ends('A002-1')],
    k1('tickMaterial', { case: 'A002-2', material: 1, has: true }),
    ...[manager('assignWindow', { window: 3, zones: 'all' })],
  ];

  test('who waits, was called, is served or held goes on; the others end as always', () => {
    const after = given(allNight, ...night)
      .when(midnight)
      .then([
        { type: 'PromptEnded', case: 'A002-1', outcome: 'timedOut' },
        { type: 'TicketCarriedOver', ticket: 'A001', toDate: '2026-11-24' },
        { type: 'TicketCarriedOver', ticket: 'A002' },
        { type: 'TicketCarriedOver', ticket: 'A003' },
        { type: 'TicketCarriedOver', ticket: 'A004' },
        { type: 'TicketCarriedOver', ticket: 'A005' },
        { type: 'WindowClosed', window: 1 },
        { type: 'DayClosed' },
      ]);
    expect(after.ticket('A001').state).toMatchObject({ status: 'carriedOver' });
    expect(after.queue).toEqual([]);
    expect(after.window(1).state.status).toBe('closed');
    after.when(midnight).then('day-not-open');
  });

  test('a missed one expires, a booked one was not kept, in a hall that carries over too', () => {
    const slot = { series: 'Y', number: 1, zone: 'natural-person', cases: [] };
    const books = { language: 'zh-Hans', slot: 'natural-person/10:00', slotAt: 1, slotEndAt: 2 };
    const booked = { type: 'AppointmentBooked', ticket: 'Y001', ...slot, ...books };
    given(smallHall({ carryOver: true, callsBeforeNoShow: 1, recallGapMs: 0 }))
      .and(takes('SC001'), k1('openWindow', { window: 1 }), k1('callNext'), k1('markNoShow'))
      .and(happened(booked), k1('closeWindow'))
      .when(midnight)
      .then([
        { type: 'TicketExpired', ticket: 'A001' },
        { type: 'AppointmentMissed', ticket: 'Y001' },
        { type: 'DayClosed' },
      ]);
  });

  test('where the hall does not carry over, or was off for days, everybody expires', () => {
    const expired = [{ type: 'TicketExpired', ticket: 'A001' }, { type: 'DayClosed' }] as const;
    given(takes('SC001')).when(midnight).then(expired);
    given(allNight, takes('SC001')).when(close).then(expired);
    given(allNight, takes('SC001'))
      .when(system('closeDay', { nextDate: '2026-11-25' }))
      .then(expired);
  });

  test('the next day takes them in with number, arrival and open cases; its series begins anew', () => {
    const before = given(allNight, ...night);
    const tickets = carriedTickets(before.day, businessDate('2026-11-24'));
    const hall = emptyHall(allNight, businessDate('2026-11-24'));
    hall.at = NINE + 15 * 3_600_000;
    take(hall, system('openDay', { configVersion: 1 }));
    const brings = system('bringOver', { fromDate: '2026-11-23', tickets });
    take(hall, brings);
    expect(hall.day.waiting.map(({ id }) => id)).toEqual(
      ['A001', 'A002', 'A003', 'A004', 'A005'].map((id) => `${id}~1123`),
    );
    const [first, second] = hall.day.waiting;
    expect(first).toMatchObject({ number: 1, arrivedAt: NINE, carriedFrom: '2026-11-23' });
    expect(second?.cases).toMatchObject([{ id: 'A002~1123-2', item: 'SC003', stop: 1 }]);
    expect([...(second?.cases[0]?.has ?? [])]).toEqual([1]);
    take(hall, takes('SC001'));
    expect(hall.day.waiting.at(-1)?.id).toBe('A001');
    expect(foldedAnew(hall)).toEqual(hall.day);
    // Done twice it is done once.
    expect('command' in brings && send(hall, brings.by, brings.command)).toEqual({
      refused: 'nothing-due',
    });
    // A carried ticket is a ticket like any other.
    take(hall, k1('openWindow', { window: 1 }));
    take(hall, k1('callNext'));
    expect(hall.day.calls.at(-1)?.ticket).toBe('A001~1123');
  });

  test('a second midnight keeps the name; what is left of an itinerary keeps its stops', () => {
    const hall = emptyHall(allNight, businessDate('2026-11-24'));
    take(hall, system('openDay', { configVersion: 1 }));
    const cases = [
      { case: 'F001-2', item: 'RS001', has: [] },
      { case: 'F001-3', item: 'TX001', stop: 2 },
    ];
    const visit = { zone: 'legal-person', language: 'en', arrivedAt: NINE - 1, cases };
    const carried = { ticket: 'F001', series: 'F', number: 1, package: 'PK02', ...visit };
    const rights = { class: 'ELD', creditMs: 900_000, accessible: true, agent: 'D01' };
    const tickets = [{ ...carried, ...rights }];
    take(hall, system('bringOver', { fromDate: '2026-11-23', tickets }));
    const [again] = carriedTickets(hall.day, businessDate('2026-11-25'));
    expect(again).toMatchObject({
      ...rights,
      ticket: 'F001~1123',
      package: 'PK02',
      arrivedAt: NINE - 1,
      cases: [
        { case: 'F001~1123-2', item: 'RS001' },
        { case: 'F001~1123-3', item: 'TX001', stop: 2 },
      ],
    });
    expect(hall.day.waiting[0]?.orderKey).toBe(NINE - 1 - 900_000);
    expect(carriedId(ticketId('F001~1123'), businessDate('2026-11-24'))).toBe('F001~1123');
  });
});

test('a fence is an event that changes nothing but the seq', () => {
  const day = given(takes('SC001'));
  const { seq } = day.day;
  const after = day.when(system('fence')).then([{ type: 'Fenced' }]);
  expect(after.day.seq).toBe(seq + 1);
  expect(after.queue).toEqual(['A001']);
});

test('the clock of a stream never goes back', () => {
  const day = given(later(60_000), takes('SC001'), later(-3_600_000), takes('SC001'));
  expect(day.queue).toEqual(['A001', 'A002']);
  const [first, second] = day.hall.log.slice(-2);
  expect(second?.at).toBe(first?.at);
});
