// The day begins and ends; commands outside of it; fences.
import { describe, expect, test } from 'vitest';
import { decide } from '../../../shared/hall/decide.ts';
import { NINE, clerk, emptyHall, given, kiosk, later, manager, send } from '../../helpers/hall.ts';
import { system, visitor } from '../../helpers/hall.ts';
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
