/** The manager's floor from real days: areas, how pressing a zone is, and what needs somebody. */
import { describe, expect, test } from 'vitest';
import { cardOf } from '../../../counter-client/manager/alert-cards.ts';
import { alertsOf, inOrder } from '../../../counter-client/manager/alerts.ts';
import { areaKey, areasOf, heatOf } from '../../../counter-client/manager/floor-areas.ts';
import { departmentCode, staffNo, windowNo } from '../../../shared/base/ids.ts';
import { floorView } from '../../../shared/views/manager-floor.ts';
import type { FloorView } from '../../../shared/views/manager-floor.ts';
import { MINUTE, NINE, clerk, given, kiosk, later, manager, system } from '../../helpers/hall.ts';

const PERSONAL = kiosk('issueTicket', { items: ['RS001'] });
const OPENED = clerk('K03')('openWindow', { window: 2 });

function heatAt(day: ReturnType<typeof given>, at: number) {
  const { zones, limits } = floorView(day.day);
  const zone = zones.find((row) => row.code === 'natural-person');
  if (!zone) throw new Error('no zone');
  return heatOf(zone, at, limits);
}

test('a window stands in its zone, in the wide area once it serves all or several', () => {
  const day = given();
  const keysOf = () =>
    areasOf(floorView(day.day)).map(({ key, windows }) => [key, windows.map((one) => one.no)]);
  expect(keysOf()).toEqual([
    ['legal-person', [1, 5]],
    ['natural-person', [2, 3]],
    ['collection', [4]],
    ['all', []],
  ]);
  day.and(
    manager('assignWindow', { window: 1, zones: 'all' }),
    manager('assignWindow', { window: 2, zones: ['legal-person', 'natural-person'] }),
    manager('assignWindow', { window: 3, zones: ['legal-person'] }),
  );
  expect(floorView(day.day).windows.map(areaKey)).toEqual([
    'all',
    'all',
    'legal-person',
    'collection',
    'legal-person',
  ]);
});

test('a zone burns when nobody serves it, when ten wait for a window, after half an hour', () => {
  expect(heatAt(given(), NINE)).toBe('calm');
  expect(heatAt(given(PERSONAL), NINE)).toBe('burning');
  const served = given(OPENED, PERSONAL);
  expect(heatAt(served, NINE + 20 * MINUTE)).toBe('calm');
  expect(heatAt(served, NINE + 21 * MINUTE)).toBe('busy');
  expect(heatAt(served, NINE + 31 * MINUTE)).toBe('burning');
  const eight = given(OPENED, ...Array.from({ length: 8 }, () => PERSONAL));
  expect(heatAt(eight, NINE)).toBe('busy');
  const eleven = given(OPENED, ...Array.from({ length: 11 }, () => PERSONAL));
  expect(heatAt(eleven, NINE)).toBe('burning');
});

test('tickets that nobody may call are named by zone, with a window that could be opened', () => {
  const alerts = alertsOf(floorView(given(PERSONAL, PERSONAL).day), NINE);
  expect(alerts).toHaveLength(1);
  expect(alerts[0]).toMatchObject({ kind: 'stranded', count: 2, window: 2, longestSinceAt: NINE });
  expect(alertsOf(floorView(given(OPENED, PERSONAL).day), NINE)).toEqual([]);
});

test('failed papers are one alert with the cause of the newest', () => {
  const failed = { ticket: 'B001', job: 'B001/0', outcome: 'failed', reason: 'paper-out' };
  const later = { ticket: 'B002', job: 'B002/0', outcome: 'failed', reason: 'cover-open' };
  const prints = [system('recordPrint', failed), system('recordPrint', later)];
  const day = given(OPENED, PERSONAL, PERSONAL, ...prints);
  expect(alertsOf(floorView(day.day), NINE)).toMatchObject([
    { kind: 'paper', tickets: ['B002', 'B001'], cause: 'cover-open' },
  ]);
});

test('a pause past its time of return, and an evaluator that did not answer', () => {
  const returnAt = NINE + 10 * MINUTE;
  const paused = given(OPENED, clerk('K03')('pauseWindow', { reason: 'lunch', returnAt }));
  expect(alertsOf(floorView(paused.day), returnAt)).toEqual([]);
  expect(alertsOf(floorView(paused.day), returnAt + 2 * MINUTE)).toMatchObject([
    { kind: 'overdue', window: 2, returnAt },
  ]);
  const K03 = clerk('K03');
  const silent = given(
    OPENED,
    PERSONAL,
    K03('callNext'),
    K03('startService'),
    K03('finishCase', { case: 'B001-1', outcome: 'closed' }),
    later(MINUTE),
    system('tick', { silentEvaluators: [2] }),
  );
  expect(alertsOf(floorView(silent.day), NINE)).toMatchObject([
    { kind: 'silent', window: 2, count: 1 },
  ]);
});

test('the newest alert stands first, and one that comes again is new again', () => {
  const seen = new Map<string, number>();
  const stranded = alertsOf(floorView(given(PERSONAL).day), NINE);
  inOrder(stranded, seen, 1);
  const both = given(PERSONAL, kiosk('issueTicket', { items: ['SC001'] }));
  const zones = inOrder(alertsOf(floorView(both.day), NINE), seen, 2).map((one) => one.key);
  expect(zones).toEqual(['stranded/legal-person', 'stranded/natural-person']);
  expect(inOrder([], seen, 3)).toEqual([]);
  expect(seen.size).toBe(0);
});

test('items that nobody may handle stand below people who wait, however new they are', () => {
  const hall = (kind: 'coverage-hole' | 'long-wait', level: 'red' | 'yellow', raisedAt: number) => {
    const taken = { acknowledgedBy: null, acknowledgedAt: null };
    const alert = { alert: `${kind}/${level}`, kind, level, about: {}, raisedAt, ...taken };
    return { kind: 'hall' as const, key: alert.alert, level, alert };
  };
  const raised = [
    hall('coverage-hole', 'yellow', NINE + 2),
    hall('coverage-hole', 'red', NINE + 1),
    hall('long-wait', 'yellow', NINE),
  ];
  const stranded = alertsOf(floorView(given(PERSONAL).day), NINE);
  const keys = inOrder([...raised, ...stranded], new Map(), 1).map((one) => one.key);
  expect(keys).toEqual([
    ...['stranded/natural-person', 'coverage-hole/red'],
    ...['long-wait/yellow', 'coverage-hole/yellow'],
  ]);
});

describe('items that nobody may handle, in many departments at once', () => {
  const hole = (
    department: string,
    level: 'red' | 'yellow',
    acknowledgedBy: string | null = null,
  ) => ({
    ...{ alert: `coverage:${department}`, kind: 'coverage-hole' as const, level },
    about: { department: departmentCode(department), count: 3 },
    ...{ raisedAt: NINE, acknowledgedBy, acknowledgedAt: acknowledgedBy === null ? null : NINE },
  });
  const view = (alerts: FloorView['alerts']): FloorView => ({ ...floorView(given().day), alerts });
  const context = { catalogue: null, language: 'zh-Hans', now: NINE } as const;

  test('are one card a level, with all of them counted', () => {
    const all = view([
      hole('SC', 'yellow'),
      hole('RS', 'red'),
      hole('GA', 'yellow', 'manager:M01'),
    ]);
    const alerts = inOrder(alertsOf(all, NINE), new Map(), NINE);
    expect(alerts.map(({ key, kind }) => [key, kind])).toEqual([
      ['coverage:RS', 'hall'],
      ['holes/yellow', 'holes'],
    ]);
    const folded = alerts[1];
    expect(folded && cardOf(folded, { view: all, ...context })).toMatchObject({
      what: '2 个部门共 6 个事项现在没有人能办',
      todo: '2 条里 1 条有人接手',
      action: { kind: 'holes' },
    });
  });

  test('whoever is certified and sits at a wrong window is named with it', () => {
    const placed = { window: windowNo(4), clerk: staffNo('K06') };
    const row = { ...hole('SC', 'red'), alert: 'misplaced:SC' };
    const one = view([{ ...row, about: { ...row.about, ...placed } }]);
    const says = (language: 'zh-Hans' | 'en') =>
      alertsOf(one, NINE).map((alert) => cardOf(alert, { view: one, ...context, language }).what);
    expect(says('zh-Hans')).toEqual(['SC 3 个事项：姓名K06 有资格，但所在的 4 号窗口不办']);
    expect(says('en')).toEqual([
      'SC: Name K06 is certified, but window 4 does not take 3 services',
    ]);
  });

  test('one department in two reasons counts once', () => {
    const both = view([hole('SC', 'yellow'), { ...hole('SC', 'yellow'), alert: 'misplaced:SC' }]);
    const [folded] = alertsOf(both, NINE);
    expect(folded && cardOf(folded, { view: both, ...context }).what).toBe(
      '1 个部门共 6 个事项现在没有人能办',
    );
  });

  test('a single one stands as before, and is taken up by name', () => {
    const one = view([hole('SC', 'yellow')]);
    const [alert] = alertsOf(one, NINE);
    expect(alert && cardOf(alert, { view: one, ...context }).action).toEqual({
      ...{ kind: 'acknowledge', alert: 'coverage:SC' },
    });
  });
});
