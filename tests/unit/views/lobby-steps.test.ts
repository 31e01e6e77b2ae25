// The lobby through a day: who was missed, who is called in which language, who is away until when.
import { expect, test } from 'vitest';
import { floorView } from '../../../shared/views/manager-floor.ts';
import { lobbyView } from '../../../shared/views/lobby-board.ts';
import { MINUTE, NINE, clerk, given, kiosk, later, system, visitor } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const takes = (fields: object = {}) => kiosk('issueTicket', { items: ['SC001'], ...fields });
const k1 = clerk('K01');
const sits = k1('openWindow', { window: 1 });
const hasty = smallHall({ callsBeforeNoShow: 1, recallGapMs: 0 });

test('lobby 5: a missed number leaves the calls for the missed ones, until it comes back', () => {
  const day = given(hasty, takes(), sits, k1('callNext'), later(MINUTE), k1('markNoShow'));
  const missed = lobbyView(day.day);
  expect(missed.missed).toEqual([
    { ticket: 'A001', zone: 'legal-person', window: 1, missedAt: NINE + MINUTE },
  ]);
  expect(missed.calls.filter(({ status }) => status === 'called')).toEqual([]);
  day.and(visitor('A001')('reactivateTicket', { ticket: 'A001' }));
  expect(lobbyView(day.day).missed).toEqual([]);
});

test('lobby 8: every call carries the language of its ticket, and what a zone is called in all', () => {
  const day = given(takes({ language: 'en' }), sits, k1('callNext'));
  const view = lobbyView(day.day);
  expect(view.calls[0]?.language).toBe('en');
  for (const { name } of view.zones) {
    expect(Object.keys(name).sort()).toEqual(['en', 'zh-Hans', 'zh-Hant']);
  }
});

test('lobby 9: a paused window says why and until when, and no longer than it is paused', () => {
  const returnAt = NINE + 30 * MINUTE;
  const day = given(sits, k1('pauseWindow', { reason: 'lunch', returnAt }));
  expect(lobbyView(day.day).paused).toEqual([{ window: 1, reason: 'lunch', returnAt }]);
  day.and(k1('resumeWindow'));
  expect(lobbyView(day.day).paused).toEqual([]);
});

test('lobby 15: a screen that is not heard of burns on the manager’s board until it is', () => {
  const heard = { silent: [], papers: [] };
  const silent = [{ device: 'lobby-1', sinceAt: NINE - 31_000 }];
  const day = given()
    .when(system('tick', { facts: { ...heard, silent } }))
    .then([{ type: 'AlertRaised', kind: 'device-silent', about: { device: 'lobby-1' } }]);
  expect(floorView(day.day).alerts).toMatchObject([{ alert: 'device:lobby-1', level: 'yellow' }]);
  day.when(system('tick', { facts: heard })).then([{ type: 'AlertCleared' }]);
  expect(floorView(day.day).alerts).toEqual([]);
});

test('manager 1: in the morning the board tells who is open, who is not there yet, and the paper', () => {
  const papers = [{ device: 'kiosk-1', percent: 23 }];
  const day = given(sits, takes(), later(3 * MINUTE));
  day.and(system('tick', { facts: { silent: [], papers } }));
  const { windows, alerts } = floorView(day.day);
  expect(windows.map(({ no, status }) => [no, status])).toEqual([
    [1, 'idle'],
    ...[2, 3, 4, 5].map((no) => [no, 'closed']),
  ]);
  const burning = alerts.map(({ kind, level, about }) => [kind, level, about.count]);
  expect(burning).toContainEqual(['paper-low', 'yellow', 23]);
  expect(burning).toContainEqual(['idle-with-queue', 'yellow', 3]);
});
