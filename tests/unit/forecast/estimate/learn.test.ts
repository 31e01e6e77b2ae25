/** What a hall learns from its days, and what it believes while it has none. */
import { describe, expect, test } from 'vitest';
import { departmentCode, itemCode, staffNo, zoneCode } from '../../../../shared/base/ids.ts';
import { DAY_MS } from '../../../../shared/base/time.ts';
import { businessDateAt } from '../../../../shared/calendar/business-date.ts';
import { expectedBetween, levelOf } from '../../../../shared/forecast/estimate/arrivals.ts';
import { durationsOf } from '../../../../shared/forecast/estimate/durations.ts';
import type { Learned } from '../../../../shared/forecast/estimate/learn.ts';
import { expectationsOf, learn } from '../../../../shared/forecast/estimate/learn.ts';
import { patternOf, rosterOf } from '../../../../shared/forecast/estimate/rosters.ts';
import { lengthOf, meanMs } from '../../../../shared/forecast/estimate/service-times.ts';
import type { Served } from './past-days.ts';
import { HOUR, MINUTE, came, catalogue, pastDay, session } from './past-days.ts';

const BOTH = catalogue({ AA1: 10, AA2: 20, BB1: 10 });

function minutesOf({ times }: Learned, items: readonly string[], clerk: string | null = null) {
  const rows = items.map((item) => ({
    item: itemCode(item),
    department: departmentCode(item.slice(0, 2)),
  }));
  const length = lengthOf(times, rows, clerk === null ? null : staffNo(clerk));
  return meanMs(times, length) / MINUTE;
}

const times = (count: number, served: Served) => Array.from({ length: count }, () => served);
/** Around the middle, so that there is a spread to learn. */
const around = (count: number, item: string, clerk: string, minutes: number): Served[] =>
  Array.from({ length: count }, (_, index) => ({
    ...{ items: [item], clerk },
    minutes: minutes * [0.5, 0.8, 1, 1.2, 1.5][index % 5]!,
  }));

describe('without a history', () => {
  const learned = learn(BOTH, []);

  test('the catalogue’s minutes are the means, and the hall says so', () => {
    expect(learned).toMatchObject({ basis: 'catalogue', days: 0, services: 0 });
    expect(minutesOf(learned, ['AA1'])).toBeCloseTo(10, 6);
    expect(minutesOf(learned, ['AA2'], 'K01')).toBeCloseTo(20, 6);
  });

  test('several items take as long as their sum', () => {
    expect(minutesOf(learned, ['AA1', 'AA2'])).toBeCloseTo(30, 0);
  });

  test('an item that no list knows takes something', () => {
    expect(minutesOf(learned, ['ZZ9'])).toBeGreaterThan(1);
  });

  test('a day on which nobody was served teaches nothing', () => {
    expect(learn(BOTH, [pastDay('2026-11-20', [])])).toMatchObject({ basis: 'catalogue', days: 0 });
  });
});

describe('with a history', () => {
  test('an item that was often served has its own mean, whatever the catalogue says', () => {
    const learned = learn(BOTH, [pastDay('2026-11-20', around(200, 'AA1', 'K01', 30))]);
    expect(learned).toMatchObject({ basis: 'history', days: 1, services: 200 });
    expect(minutesOf(learned, ['AA1'], 'K01')).toBeCloseTo(30, 0);
  });

  test('an item that was never served stands where its department does', () => {
    const learned = learn(BOTH, [pastDay('2026-11-20', around(200, 'AA1', 'K01', 20))]);
    const never = minutesOf(learned, ['AA2']);
    // The department takes twice what the catalogue says; so will this one.
    expect(never).toBeGreaterThan(34);
    expect(never).toBeLessThan(46);
  });

  test('six services count as much as the department, one counts little', () => {
    const many = around(300, 'AA1', 'K01', 10);
    const mean = (count: number) =>
      minutesOf(
        learn(catalogue({ AA1: 10, AA2: 10 }), [
          pastDay('2026-11-20', [
            ...many,
            ...times(count, { items: ['AA2'], clerk: 'K01', minutes: 40 }),
          ]),
        ]),
        ['AA2'],
      );
    expect(mean(1)).toBeLessThan(16);
    expect(mean(1)).toBeGreaterThan(10);
    expect(mean(100)).toBeGreaterThan(30);
  });

  test('a slow clerk is known as one, after many services', () => {
    const slow = around(300, 'AA1', 'K01', 20);
    const quick = around(300, 'AA1', 'K02', 10);
    const learned = learn(BOTH, [pastDay('2026-11-20', [...slow, ...quick])]);
    expect(minutesOf(learned, ['AA1'], 'K01')).toBeGreaterThan(17);
    expect(minutesOf(learned, ['AA1'], 'K02')).toBeLessThan(12);
    const { clerkFactor } = expectationsOf(learned, BOTH);
    expect(clerkFactor['K01']).toBeGreaterThan(clerkFactor['K02'] ?? Infinity);
  });

  test('a forgotten press does not move a mean far', () => {
    const plain = around(100, 'AA1', 'K01', 10);
    const odd = { items: ['AA1'], clerk: 'K01', minutes: 230 };
    const learned = learn(BOTH, [pastDay('2026-11-20', [...plain, odd])]);
    expect(minutesOf(learned, ['AA1'])).toBeLessThan(13);
  });

  test('the same days teach the same', () => {
    const days = [pastDay('2026-11-20', around(50, 'AA1', 'K01', 12))];
    expect(learn(BOTH, days)).toEqual(learn(BOTH, days));
  });

  test('the newest sixty days count; who sits where is that of the last twenty', () => {
    const first = Date.parse('2026-08-01T00:00:00+08:00');
    const day = (index: number, minutes: number) =>
      pastDay(businessDateAt(first + index * DAY_MS), around(40, 'AA1', 'K01', minutes));
    const old = Array.from({ length: 5 }, (_, index) => day(index, 60));
    const newer = Array.from({ length: 60 }, (_, index) => day(index + 5, 10));
    const learned = learn(BOTH, [...old, ...newer]);
    expect([learned.days, learned.rosters.length]).toEqual([60, 20]);
    expect(minutesOf(learned, ['AA1'])).toBeCloseTo(10, 0);
  });
});

describe('a service takes the window until the next call', () => {
  const taken = (served: readonly Served[]) =>
    durationsOf([pastDay('2026-11-20', served)]).services.map(({ takenMs }) => takenMs / MINUTE);

  test('where somebody waited, the time between two visitors belongs to it', () => {
    expect(taken([{ items: ['AA1'], clerk: 'K01', minutes: 10, gap: 2 }])).toEqual([12]);
  });

  test('idleness does not: there the usual gap is taken', () => {
    const busy = times(3, { items: ['AA1'], clerk: 'K01', minutes: 10, gap: 1 });
    const idle = { items: ['AA1'], clerk: 'K01', minutes: 10 };
    expect(taken([...busy, idle])).toEqual([11, 11, 11, 11]);
  });

  test('who did not come is no service, but a miss with its cost', () => {
    const missed = { items: ['AA1'], clerk: 'K01', minutes: 1.5, isMissed: true };
    const served = times(3, { items: ['AA1'], clerk: 'K01', minutes: 10 });
    const found = durationsOf([pastDay('2026-11-20', [...served, missed])]);
    expect(found).toMatchObject({ missed: 1, called: 4, missMs: 1.5 * MINUTE });
    expect(found.services).toHaveLength(3);
  });

  test('a result that is handed out is no service of its item', () => {
    const handed = times(200, { items: ['AA1'], clerk: 'K01', minutes: 2, ticket: 'L001' });
    const learned = learn(BOTH, [pastDay('2026-11-20', handed)]);
    expect(minutesOf(learned, ['~pickup'])).toBeCloseTo(2, 0);
    expect(minutesOf(learned, ['AA1'])).not.toBeCloseTo(2, 0);
    expect(expectationsOf(learned, BOTH).itemMs).not.toHaveProperty('~pickup');
  });
});

describe('who comes', () => {
  const mondays = ['2026-11-02', '2026-11-09', '2026-11-16'];
  const days = mondays.map((date) =>
    pastDay(date, times(1, { items: ['AA1'], clerk: 'K01', minutes: 5 }), {
      tickets: [came(date, 'z', 9.2), came(date, 'z', 9.3), came(date, 'z', 11)],
    }),
  );
  const { arrivals } = learn(BOTH, days);
  const zone = zoneCode('z');
  const at = (hour: number) => Date.parse('2026-11-23T00:00:00+08:00') + hour * HOUR;

  test('comes as on past days of the weekday, half hour by half hour', () => {
    expect(expectedBetween(arrivals, zone, at(9), at(9.5))).toBeCloseTo(2, 6);
    expect(expectedBetween(arrivals, zone, at(9), at(9.25))).toBeCloseTo(1, 6);
    expect(expectedBetween(arrivals, zone, at(9), at(12))).toBeCloseTo(3, 6);
    expect(expectedBetween(arrivals, zoneCode('other'), at(9), at(12))).toBe(0);
  });

  test('a busy hour raises what is expected, with caution', () => {
    expect(levelOf(arrivals, zone, 2, at(10))).toBeCloseTo(1, 6);
    const busy = levelOf(arrivals, zone, 14, at(10));
    expect(busy).toBeGreaterThan(1);
    expect(busy).toBeLessThan(7);
  });
});

describe('when clerks work', () => {
  const date = '2026-11-20';
  const roster = rosterOf(
    pastDay(date, [], {
      sessions: [
        session(
          date,
          'K01',
          [9, 17],
          [
            [12, 13.5],
            [15, 15.02],
          ],
        ),
      ],
    }),
  );

  test('lunch comes again, a pause of a minute does not, and the last span does not end', () => {
    expect(patternOf([roster], 0, staffNo('K01'), 10 * HOUR)).toEqual([
      [10 * HOUR, 12 * HOUR],
      [13.5 * HOUR, Infinity],
    ]);
  });

  test('of a clerk who was away that day another day tells', () => {
    const away = rosterOf(pastDay('2026-11-19', []));
    expect(patternOf([away, roster], 0, staffNo('K01'), 16 * HOUR)).toEqual([
      [16 * HOUR, Infinity],
    ]);
    expect(patternOf([away], 0, staffNo('K01'), 16 * HOUR)).toBeNull();
  });
});
