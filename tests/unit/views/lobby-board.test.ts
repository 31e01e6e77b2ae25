// The lobby's view: calls newest first, a recall lifts its row, what is finished is never spoken.
import { describe, expect, test } from 'vitest';
import { lobbyView } from '../../../shared/views/lobby-board.ts';
import { MINUTE, NINE, clerk, given, kiosk, later, manager, visitor } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const quick = smallHall({ callsBeforeNoShow: 1, recallGapMs: 0 });
const k1 = clerk('K01');
const k3 = clerk('K03');
const company = kiosk('issueTicket', { items: ['SC001'] });
const person = kiosk('issueTicket', { items: ['RS001'], language: 'en' });
const both = [k1('openWindow', { window: 1 }), k3('openWindow', { window: 2 })];
const rows = (day: ReturnType<typeof given>) =>
  lobbyView(day.day).calls.map((row) => [row.ticket, row.window, row.callSeq, row.status]);

describe('calls', () => {
  test('newest first; a recall lifts its row and makes no new one', () => {
    const day = given(quick, company, person, ...both, k1('callNext'), k3('callNext'));
    expect(rows(day)).toEqual([
      ['B001', 2, 2, 'called'],
      ['A001', 1, 1, 'called'],
    ]);
    day.and(later(MINUTE), k1('recallTicket'));
    expect(rows(day)).toEqual([
      ['A001', 1, 3, 'called'],
      ['B001', 2, 2, 'called'],
    ]);
    expect(lobbyView(day.day).calls[0]).toEqual({
      ...{ callSeq: 3, ticket: 'A001', window: 1, zone: 'legal-person', language: 'zh-Hans' },
      ...{ calledAt: NINE, lastCallAt: NINE + MINUTE, recalls: 1, status: 'called' },
      carriedFrom: null,
    });
    expect(lobbyView(day.day).calls[1]).toMatchObject({ language: 'en', recalls: 0 });
  });

  test('a call that is over keeps its row, with the state that ended it', () => {
    const day = given(quick, company, person, ...both, k1('callNext'), k3('callNext'));
    day.and(k1('startService'), k3('undoCall'));
    expect(rows(day).map(([, , , status]) => status)).toEqual(['waiting', 'serving']);
  });

  test('called again elsewhere, or anew: one row, counted from the new call', () => {
    const day = given(
      quick,
      company,
      ...both,
      k1('callNext'),
      k1('recallTicket'),
      k1('markNoShow'),
    );
    day.and(visitor('A001')('reactivateTicket', { ticket: 'A001' }), later(MINUTE), k1('callNext'));
    expect(lobbyView(day.day).calls).toMatchObject([
      { ticket: 'A001', callSeq: 3, calledAt: NINE + MINUTE, recalls: 0 },
    ]);
  });

  test('ten calls in one instant are all there, in order', () => {
    const ten = Array.from({ length: 10 }, () => [
      company,
      k1('callNext'),
      k1('markNoShow'),
    ]).flat();
    const day = given(quick, ...both, ...ten);
    expect(lobbyView(day.day).calls.map((row) => row.callSeq)).toEqual([
      ...[10, 9, 8, 7, 6, 5, 4, 3, 2, 1],
    ]);
  });

  test('the last thirty, and besides every ticket that is still called', () => {
    const many = Array.from({ length: 40 }, () => [
      person,
      k3('callNext'),
      k3('markNoShow'),
    ]).flat();
    const day = given(quick, company, ...both, k1('callNext'), ...many);
    const { calls } = lobbyView(day.day);
    expect(calls).toHaveLength(31);
    expect(calls.at(-1)).toMatchObject({ ticket: 'A001', callSeq: 1, status: 'called' });
    expect(calls[0]).toMatchObject({ callSeq: 41 });
  });
});

describe('the rest of the board', () => {
  test('missed numbers newest first until they come back, paused windows with their return', () => {
    const day = given(quick, company, person, ...both, k1('callNext'), k1('markNoShow'))
      .and(later(MINUTE), k3('callNext'), k3('markNoShow'))
      .and(k1('pauseWindow', { reason: 'meeting', returnAt: NINE + 30 * MINUTE }));
    expect(lobbyView(day.day)).toMatchObject({
      phase: 'open',
      missed: [
        { ticket: 'B001', window: 2, missedAt: NINE + MINUTE },
        { ticket: 'A001', window: 1, missedAt: NINE },
      ],
      paused: [{ window: 1, reason: 'meeting', returnAt: NINE + 30 * MINUTE }],
    });
    day.and(kiosk('reactivateTicket', { ticket: 'B001' }));
    expect(lobbyView(day.day).missed.map((row) => row.ticket)).toEqual(['A001']);
  });

  test('each zone counts its own, since when, and where it is served', () => {
    const day = given(company, later(MINUTE), company, person, ...both);
    expect(lobbyView(day.day).zones).toMatchObject([
      { code: 'legal-person', waiting: 2, longestSinceAt: NINE, windows: [1] },
      { code: 'natural-person', waiting: 1, longestSinceAt: NINE + MINUTE, windows: [2] },
      { code: 'collection', waiting: 0, longestSinceAt: null, windows: [] },
    ]);
  });

  test('a collection window is named at no zone, wherever it is moved', () => {
    const day = given(manager('assignWindow', { window: 4, zones: 'all' }), ...both).and(
      clerk('K06')('openWindow', { window: 4 }),
    );
    expect(lobbyView(day.day).zones.map((zone) => zone.windows)).toEqual([[1], [2], []]);
  });
});
