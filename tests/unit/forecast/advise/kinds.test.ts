// What the adviser thinks of besides moving a window between zones: clerks of quiet windows, windows of
// one department, people who are usually here, breaks, the walls; and what it leaves out.
import { describe, expect, test } from 'vitest';
import { demoHall } from '../../../../drizzle/seed/demo-hall.ts';
import type { BusinessDate } from '../../../../shared/base/ids.ts';
import { staffNo, windowNo, zoneCode } from '../../../../shared/base/ids.ts';
import { HOUR_MS, MINUTE_MS } from '../../../../shared/base/time.ts';
import { startOfDay } from '../../../../shared/calendar/business-date.ts';
import { advise } from '../../../../shared/forecast/advise/advise.ts';
import {
  breakMoves,
  usualBreak,
  withBreakMoved,
} from '../../../../shared/forecast/advise/breaks.ts';
import { candidates } from '../../../../shared/forecast/advise/candidates.ts';
import { futureOf } from '../../../../shared/forecast/advise/futures.ts';
import { playedPair } from '../../../../shared/forecast/advise/pair.ts';
import { sceneOf } from '../../../../shared/forecast/advise/scene.ts';
import { usualRosterFree } from '../../../../shared/forecast/advise/usual-clerks.ts';
import { learn } from '../../../../shared/forecast/estimate/learn.ts';
import type { Roster } from '../../../../shared/forecast/estimate/rosters.ts';
import { MINUTE, NINE, clerk, given, kiosk, later, manager } from '../../../helpers/hall.ts';
import type { Given, Step } from '../../../helpers/hall.ts';
import { smallHall } from '../../../helpers/small-hall.ts';

const open = (no: string, window: number) => clerk(no)('openWindow', { window });
const queue = (count: number, item: string): Step[] =>
  Array.from({ length: count }, () => [
    kiosk('issueTicket', { items: [item] }),
    later(MINUTE),
  ]).flat();

const learnedOf = ({ day }: Given) => learn(day.plan.config.items, []);
const factsOf = ({ hall }: Given) => ({ at: hall.at, lastHour: new Map<string, number>() });
function adviceFor(hall: Given, more: object = {}) {
  return advise(hall.day, learnedOf(hall), {
    ...{ facts: factsOf(hall), taken: new Set(), present: [], proposalsMax: 2, movesMax: 10 },
    ...{ seed: 7, resting: new Map(), hasOrder: false, ending: [] },
    ...more,
  });
}
const thoughtOf = (hall: Given, more: object = {}) =>
  candidates(hall.day, { taken: new Set(), present: [], at: hall.hall.at, ...more }).map(
    ({ changes }) => changes,
  );

/** Days like one another: from eight to five, with a break of half an hour. */
function rosters(count: number, no: string, breakAtMs = 10 * HOUR_MS): Roster[] {
  const spans = [
    [8 * HOUR_MS, breakAtMs],
    [breakAtMs + 30 * MINUTE_MS, 17 * HOUR_MS],
  ] as const;
  return Array.from({ length: count }, (_, index) => ({
    date: `2026-11-${String(index + 10)}` as BusinessDate,
    byClerk: new Map([[staffNo(no), spans]]),
    openings: new Map(),
  }));
}

describe('a hall of department windows', () => {
  /** Twelve companies wait for taxes; the window of taxes for individuals has nobody. */
  const yantai = () =>
    given(demoHall('yantai'), open('YT006', 6), open('YT008', 8), ...queue(12, 'SW001'));

  test('a window helps another zone with what its department does there', () => {
    const item = yantai().day.plan.config.items.find(({ code }) => code === 'SW001');
    expect(item?.zone).toBe('legal-person');
    expect(thoughtOf(yantai())).toContainEqual([
      { kind: 'assign', window: 8, zones: ['natural-person', 'legal-person'] },
    ]);
    const [draft] = adviceFor(yantai());
    expect(draft?.changes).toMatchObject([{ kind: 'assign', window: 8 }]);
  });

  test('but not with what its department does not do', () => {
    const hall = given(demoHall('yantai'), open('YT006', 6), open('YT022', 22));
    hall.and(...queue(12, 'SW001'));
    expect(thoughtOf(hall)).toEqual([]);
  });

  test('a clerk of a quiet window goes to a closed one where the certificates are wanted', () => {
    // YT005 may do companies and taxes, and sits where nobody wants anything.
    const hall = given(demoHall('yantai'), open('YT006', 6), open('YT005', 5));
    hall.and(...queue(12, 'SW001'));
    expect(thoughtOf(hall)).toContainEqual([
      { kind: 'close', window: 5 },
      { kind: 'open', window: 7, clerk: 'YT005' },
    ]);
    const [draft] = adviceFor(hall);
    expect(draft?.changes).toMatchObject([{ kind: 'close', window: 5 }, { clerk: 'YT005' }]);
    expect(adviceFor(hall, { movesMax: 1 })).toEqual([]);
  });
});

describe('people who sit nowhere', () => {
  const usual = [staffNo('K06')];
  const alone = () => given(open('K01', 1), ...queue(12, 'SC001'));

  test('who is usually here is thought of, and said to be asked', () => {
    const opening = { kind: 'open', window: 2, clerk: 'K06', zones: ['legal-person'] };
    expect(thoughtOf(alone(), { usual })).toContainEqual([{ ...opening, isUsual: true }]);
    expect(thoughtOf(alone(), { present: usual })).toContainEqual([opening]);
  });

  test('usually here is whoever was at work at this time on half of the days', () => {
    const { day } = alone();
    expect(usualRosterFree(day, rosters(4, 'K06'), NINE, [])).toEqual(usual);
    expect(usualRosterFree(day, rosters(2, 'K06'), NINE, [])).toEqual([]);
    expect(usualRosterFree(day, rosters(4, 'K06'), NINE, usual)).toEqual([]);
    expect(usualRosterFree(day, rosters(4, 'K01'), NINE, [])).toEqual([]);
    const inTheBreak = rosters(4, 'K06', 8.75 * HOUR_MS);
    expect(usualRosterFree(day, inTheBreak, NINE, [])).toEqual([]);
  });
});

describe('a break', () => {
  const nine = 9 * HOUR_MS;

  test('is usual where most days had it at about the same time', () => {
    const same = rosters(4, 'K01');
    expect(usualBreak(same, staffNo('K01'), nine, 75 * MINUTE_MS)).toEqual({
      ...{ fromMs: 10 * HOUR_MS, lengthMs: 30 * MINUTE_MS },
    });
    expect(usualBreak(same.slice(0, 2), staffNo('K01'), nine, 75 * MINUTE_MS)).toBeNull();
    expect(usualBreak(same, staffNo('K01'), nine, 30 * MINUTE_MS)).toBeNull();
    expect(usualBreak(same, staffNo('K02'), nine, 75 * MINUTE_MS)).toBeNull();
    const any = [9.2, 9.6, 10, 10.2].flatMap((hours) => rosters(1, 'K01', hours * HOUR_MS));
    expect(usualBreak(any, staffNo('K01'), nine, 75 * MINUTE_MS)).toBeNull();
  });

  test('may begin later only where it still ends within sight', () => {
    const { day } = given(open('K01', 1));
    const by = (horizonMs: number) =>
      breakMoves(day, rosters(4, 'K01'), NINE, horizonMs).map(({ byMs }) => byMs / MINUTE_MS);
    expect(by(75 * MINUTE_MS)).toEqual([-30]);
    expect(by(120 * MINUTE_MS)).toEqual([30, -30]);
    const paused = given(open('K01', 1), clerk('K01')('pauseWindow', { reason: 'lunch' }));
    expect(breakMoves(paused.day, rosters(4, 'K01'), NINE, 120 * MINUTE_MS)).toEqual([]);
  });

  test('moved, it is as long as it was', () => {
    const hall = given(open('K01', 1), ...queue(3, 'SC001'));
    const learned = { ...learnedOf(hall), rosters: rosters(4, 'K01') };
    const scene = sceneOf(hall.day, learned, factsOf(hall));
    if (!scene) throw new Error('nobody works');
    const midnight = startOfDay(hall.day.date);
    const shifts = (byMs: number) =>
      withBreakMoved(scene, windowNo(1), byMs)
        .situation.shiftsOf(0)[0]
        ?.slice(0, 2)
        .map(([fromAt, untilAt]) => [fromAt - midnight, untilAt - midnight]);
    expect(shifts(0)?.[0]?.[1]).toBe(10 * HOUR_MS);
    expect(shifts(30 * MINUTE_MS)?.[0]?.[1]).toBe(10.5 * HOUR_MS);
    expect(shifts(30 * MINUTE_MS)?.[1]?.[0]).toBe(11 * HOUR_MS);
    expect(shifts(-30 * MINUTE_MS)?.[0]?.[1]).toBe(9.5 * HOUR_MS);
  });

  test('is put off where the queue needs the clerk, and people are asked', () => {
    const hall = given(smallHall({ adviceHorizonMs: 120 * MINUTE }), open('K01', 1));
    hall.and(...queue(9, 'SC001'));
    const learned = { ...learnedOf(hall), rosters: rosters(4, 'K01', 9.5 * HOUR_MS) };
    const options = {
      ...{ facts: factsOf(hall), taken: new Set<never>(), present: [], proposalsMax: 2 },
      ...{ movesMax: 10, seed: 7, resting: new Map(), hasOrder: false, ending: [] },
    };
    const [draft] = advise(hall.day, learned, options);
    expect(draft?.changes).toMatchObject([{ kind: 'moveBreak', window: 1, clerk: 'K01' }]);
  });
});

describe('the order of calls', () => {
  const lopsided = () =>
    given(
      smallHall({ adviceNamesOrder: true }),
      ...[open('K01', 1), open('K06', 2), ...queue(14, 'SC001')],
    );

  test('is thought of only where the hall allows it', () => {
    const order = [{ kind: 'order', routing: 'zones' }];
    expect(thoughtOf(lopsided(), { hasOrder: true })).toContainEqual(order);
    expect(thoughtOf(lopsided())).not.toContainEqual(order);
  });

  test('is proposed where no window may be moved any more', () => {
    const [draft] = adviceFor(lopsided(), { hasOrder: true, movesMax: 1, taken: new Set([2]) });
    expect(draft?.changes).toEqual([{ kind: 'order', routing: 'zones' }]);
    expect(draft?.figures.gainMinutes).toBeGreaterThan(40);
  });
});

test('a window that is about to go back is kept where it is still needed', () => {
  const hall = given(open('K01', 1), open('K06', 2), ...queue(12, 'SC001'));
  hall.and(manager('assignWindow', { window: 2, zones: ['legal-person'] }));
  const ending = [{ window: windowNo(2), zones: [zoneCode('natural-person')] }];
  const [draft] = adviceFor(hall, { ending, taken: new Set([2]), movesMax: 1 });
  expect(draft?.changes).toEqual([{ kind: 'keep', window: 2, zones: ['legal-person'] }]);
  expect(draft?.figures.gainMinutes).toBeGreaterThan(40);
  expect(hall.window(2).zones).toEqual(['legal-person']);
});

test('what people did not want is left out until it saves clearly more', () => {
  const hall = () => given(open('K01', 1), open('K06', 2), ...queue(12, 'SC001'));
  const [first] = adviceFor(hall());
  const gain = first?.figures.gainMinutes ?? 0;
  expect(gain).toBeGreaterThan(0);
  const resting = (minutes: number) => new Map([['assign 2 legal-person', minutes]]);
  expect(adviceFor(hall(), { resting: resting(gain) })).toEqual([]);
  expect(adviceFor(hall(), { resting: resting(gain / 3) })).toHaveLength(1);
});

test('a dear pair of floors is played on fewer futures, and on eight at least', () => {
  const hall = given(open('K01', 1), open('K06', 2), ...queue(12, 'SC001'));
  const scene = sceneOf(hall.day, learnedOf(hall), factsOf(hall));
  if (!scene) throw new Error('nobody works');
  const untilAt = hall.hall.at + HOUR_MS;
  const count = (looksMax?: number) =>
    playedPair(scene, scene, (index) => futureOf(scene, 3, index, untilAt), {
      ...{ countMax: 32, untilAt },
      ...(looksMax !== undefined && { looksMax }),
    });
  expect(count().before).toHaveLength(32);
  expect(count(1).before).toHaveLength(8);
  expect(count(1).after).toEqual(count(1).before);
});
