/** When the lobby's screen works and when it rests: hours as instants, the hall's clock alone. */
import { describe, expect, test } from 'vitest';
import { restAt } from '../../../display/lobby/rest.ts';
import { nextOpenAt, opensAt } from '../../../display/parts/hours.ts';
import type { LobbyView } from '../../../shared/views/lobby-board.ts';
import { call } from '../client/calls.ts';

const at = (day: string, time: string) => Date.parse(`2026-${day}T${time}:00+08:00`);
const session = (day: string, open: string, close: string) => ({
  openAt: at(day, open),
  closeAt: at(day, close),
});

const monday: LobbyView['hours'] = {
  alwaysOpen: false,
  isWorkingDay: true,
  holiday: null,
  sessions: [session('11-23', '08:30', '12:00'), session('11-23', '14:00', '17:30')],
  kioskOnAt: at('11-23', '08:20'),
  nextOpenAt: at('11-24', '08:30'),
  nextKioskOnAt: at('11-24', '08:20'),
};
const sunday: LobbyView['hours'] = {
  ...monday,
  isWorkingDay: false,
  sessions: [],
  kioskOnAt: null,
  nextOpenAt: at('11-23', '08:30'),
  nextKioskOnAt: at('11-23', '08:20'),
};
const empty = { calls: [], zones: [], phase: 'open' as const };

describe('a working day', () => {
  test.each([
    ['02:00', 'dark'],
    ['08:19', 'dark'],
    ['08:20', 'awake'],
    ['13:00', 'awake'],
    ['17:29', 'awake'],
    ['17:30', 'closed'],
    ['19:29', 'closed'],
    ['19:31', 'dark'],
  ] as const)('lobby 13: at %s the screen is %s', (time, rest) => {
    expect(restAt({ hours: monday, ...empty }, at('11-23', time))).toBe(rest);
  });

  test('lobby 13: it stays while somebody is still called or served', () => {
    const late = at('11-23', '17:42');
    const calls = [call(1, { status: 'serving' })];
    expect(restAt({ hours: monday, ...empty, calls }, late)).toBe('awake');
    expect(restAt({ hours: monday, ...empty, calls, phase: 'closed' }, late)).toBe('closed');
  });

  test('says when the next session begins, and nothing while one is running', () => {
    expect(opensAt(monday, at('11-23', '08:25'))).toBe(at('11-23', '08:30'));
    expect(opensAt(monday, at('11-23', '12:30'))).toBe(at('11-23', '14:00'));
    expect(opensAt(monday, at('11-23', '09:00'))).toBeNull();
    expect(nextOpenAt(monday, at('11-23', '18:00'))).toBe(at('11-24', '08:30'));
  });
});

describe('a day off', () => {
  test.each([
    ['06:59', 'dark'],
    ['10:00', 'dayOff'],
    ['21:00', 'dark'],
  ] as const)('lobby 13: at %s the screen is %s', (time, rest) => {
    expect(restAt({ hours: sunday, ...empty }, at('11-22', time))).toBe(rest);
  });

  test('lobby 13: cut off since Sunday it still wakes on Monday at 08:20', () => {
    expect(restAt({ hours: sunday, ...empty }, at('11-23', '08:19'))).toBe('dayOff');
    expect(restAt({ hours: sunday, ...empty }, at('11-23', '08:20'))).toBe('awake');
  });

  test('a hall that is always open never rests', () => {
    const hours = { ...sunday, alwaysOpen: true };
    expect(restAt({ hours, ...empty }, at('11-22', '03:00'))).toBe('awake');
  });
});
