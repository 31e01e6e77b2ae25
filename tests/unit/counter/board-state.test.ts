/** The manager's first line: devices, windows, who is late. */
import { expect, test } from 'vitest';
import { boardState, lateWindows } from '../../../counter-client/manager/board-state.ts';
import type { DeviceSum } from '../../../shared/protocol/http.ts';
import { floorView } from '../../../shared/views/manager-floor.ts';
import type { Given } from '../../helpers/hall.ts';
import { MINUTE, NINE, clerk, given, happened, later } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const HALF_PAST_ONE = NINE + 270 * MINUTE;
const late = (day: Given, at: number) => lateWindows(floorView(day.day), at)?.windows ?? [];
const K01 = clerk('K01');
const sat = K01('openWindow', { window: 1 });
const GOOD: readonly DeviceSum[] = [
  { kind: 'kiosk', alive: 1, silent: 0 },
  { kind: 'screen', alive: 4, silent: 0 },
  { kind: 'evaluator', alive: 0, silent: 0 },
];

test('manager 1: from the opening on a window without anybody is late, and not before', () => {
  const day = given(sat);
  expect(late(day, NINE - 1)).toEqual([]);
  expect(lateWindows(floorView(day.day), NINE + 12 * MINUTE)).toEqual({
    windows: [2, 3, 4, 5],
    minutes: 12,
  });
});

test('a window that was closed during the session is closed on purpose', () => {
  const day = given(later(MINUTE), sat, K01('closeWindow', { window: 1 }));
  expect(late(day, NINE + 2 * MINUTE)).toEqual([2, 3, 4, 5]);
});

test('after lunch a window that nobody opens again is late; over noon and at night none is', () => {
  const day = given(later(MINUTE), sat, K01('closeWindow', { window: 1 }));
  expect(late(day, NINE + 190 * MINUTE)).toEqual([]);
  expect(late(day, HALF_PAST_ONE)).toEqual([1, 2, 3, 4, 5]);
  expect(late(day, NINE + 600 * MINUTE)).toEqual([]);
});

test('a surge window opens when it is needed', () => {
  const hall = smallHall();
  const windows = hall.windows.map((one) =>
    one.no === 3 ? { ...one, kind: 'surge' as const } : one,
  );
  expect(late(given({ ...hall, windows }, sat), NINE)).toEqual([2, 4, 5]);
});

test('all is well: devices by kind, windows open of all', () => {
  const state = boardState(floorView(given(sat).day), GOOD, NINE);
  expect(state).toMatchObject({ bad: 0, paper: null, open: 1, all: 5 });
  expect(state.alive.map(({ kind }) => kind)).toEqual(['kiosk', 'screen']);
});

test('a silent device counts once, whether the alert or the answer tells it first', () => {
  const raised = { type: 'AlertRaised', alert: 'device:kiosk-1', kind: 'device-silent' };
  const day = given(happened({ ...raised, level: 'yellow', about: { device: 'kiosk-1' } }));
  const view = floorView(day.day);
  expect(boardState(view, null, NINE).bad).toBe(1);
  expect(boardState(view, [{ kind: 'kiosk', alive: 0, silent: 1 }], NINE).bad).toBe(1);
  expect(
    boardState(floorView(given().day), [{ kind: 'kiosk', alive: 0, silent: 1 }], NINE).bad,
  ).toBe(1);
});

test('paper that runs out is one thing more to look at', () => {
  const raised = { type: 'AlertRaised', alert: 'paper:printer', kind: 'paper-low' };
  const day = given(happened({ ...raised, level: 'yellow', about: { count: 15 } }));
  expect(boardState(floorView(day.day), GOOD, NINE)).toMatchObject({ bad: 1, paper: 15 });
});
