// Holes and helpers in their order, and the bounds of both lists; who alone may call somebody.
import { expect, test } from 'vitest';
import { itemCode, staffNo } from '../../../shared/base/ids.ts';
import { coverageHoles, idsOnlyHere } from '../../../shared/hall/coverage.ts';
import type { HallConfig } from '../../../shared/hall/config.ts';
import type { Day } from '../../../shared/hall/day.ts';
import type { Step } from '../../helpers/hall.ts';
import { clerk, given, kiosk, manager } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const BASE = smallHall();
const sits = clerk('K01')('openWindow', { window: 1 });
const uncertified = (day: Day) => coverageHoles(day).filter(({ why }) => why === 'nobody');
const withPopularity = (of: Readonly<Record<string, number>>): HallConfig => ({
  ...BASE,
  items: BASE.items.map((row) => ({ ...row, popularity: of[row.code] ?? 1 })),
});

test('the largest hole first, even ones by department, what is most wanted first in each', () => {
  const day = given(withPopularity({ GA002: 9, GA003: 5 }), sits);
  expect(
    uncertified(day.day).map(({ department, count, items }) => [department, count, items]),
  ).toEqual([
    ['GA', 3, ['GA002', 'GA003', 'GA001']],
    ['TX', 1, ['TX001']],
  ]);
  const even = {
    ...BASE,
    items: BASE.items.filter(({ code }) => code !== 'GA003' && code !== 'GA002'),
  };
  expect(uncertified(given(even, sits).day).map(({ department }) => department)).toEqual([
    'GA',
    'TX',
  ]);
  const turned = { ...even, items: [...even.items].reverse() };
  expect(uncertified(given(turned, sits).day).map(({ department }) => department)).toEqual([
    ...['GA', 'TX'],
  ]);
});

test('whoever covers most of it first, then the fresher certificate, then the number', () => {
  const staff = ['K12', 'K11', 'K13', 'K14'].map((no, place) => ({
    ...BASE.staff[2],
    staffNo: staffNo(no),
    certificateExpires: place === 2 ? '2026-11-13' : place === 3 ? '2026-11-20' : '2027-01-01',
  }));
  const config = { ...BASE, staff: [...BASE.staff, ...staff] } as HallConfig;
  const [hole] = coverageHoles(given(config, sits).day);
  expect(
    hole?.helpers.map(({ clerk: who, items, expiredDaysAgo }) => [who, items, expiredDaysAgo]),
  ).toEqual([
    ['K03', 3, null],
    ['K06', 3, null],
    ['K11', 3, null],
    ['K12', 3, null],
    ['K14', 3, 3],
    ['K13', 3, 10],
    ['K04', 2, null],
    ['K02', 1, null],
  ]);
});

test('a helper with certificates of several ends counts by the last of them', () => {
  const staff = BASE.staff.map((row) =>
    row.staffNo === 'K03'
      ? { ...row, itemExpires: { GA002: '2026-11-01', GA001: '2026-11-02', GA003: '2026-11-03' } }
      : row,
  );
  const [hole] = coverageHoles(given({ ...BASE, staff }, sits).day);
  expect(hole?.helpers.find(({ clerk: who }) => who === 'K03')?.expiredDaysAgo).toBe(20);
});

test('of several ends the last one counts, on whichever item it stands', () => {
  const ends = { GA001: '2026-11-13', GA002: '2026-11-01', GA003: '2026-11-03' };
  const staff = BASE.staff.map((row) =>
    row.staffNo === 'K03' ? { ...row, itemExpires: ends } : row,
  );
  const [hole] = coverageHoles(given({ ...BASE, staff }, sits).day);
  expect(hole?.helpers.find(({ clerk: who }) => who === 'K03')?.expiredDaysAgo).toBe(10);
});

test('whoever is there and has but an ended certificate is named as being there', () => {
  const steps = [manager('assignWindow', { window: 2, zones: 'all' })];
  const staff = BASE.staff.map((row) =>
    row.staffNo === 'K03' ? { ...row, itemExpires: { GA001: '2026-11-22' } } : row,
  );
  const day = given({ ...BASE, staff }, ...steps, clerk('K03')('openWindow', { window: 2 }));
  const ga = coverageHoles(day.day).find(({ department }) => department === 'GA');
  expect(ga?.items).toEqual(['GA001']);
  expect(ga?.helpers.filter(({ window }) => window !== null)).toEqual([
    { clerk: 'K03', window: 2, items: 1, expiredDaysAgo: 1 },
  ]);
});

test('who waits elsewhere does not wait for this window alone', () => {
  const day = given(kiosk('issueTicket', { items: ['RS001'] }), sits);
  expect(idsOnlyHere(day.day, day.window(1), staffNo('K01'), 5)).toEqual([]);
});

test('at most a hundred items of a hole and ten helpers are named, all are counted', () => {
  const ga = BASE.items.filter(({ code }) => code === 'GA001');
  const many = Array.from({ length: 120 }, (_, place) =>
    ga.map((row) => ({ ...row, code: itemCode(`GA${String(100 + place)}`) })),
  ).flat();
  const staff = Array.from({ length: 12 }, (_, place) =>
    BASE.staff.slice(2, 3).map((row) => ({ ...row, staffNo: staffNo(`X${String(place)}`) })),
  ).flat();
  const config = { ...BASE, items: [...BASE.items, ...many], staff: [...BASE.staff, ...staff] };
  const [hole] = coverageHoles(given(config, sits).day);
  expect(hole?.count).toBe(123);
  expect(hole?.items).toHaveLength(100);
  expect(hole?.helpers).toHaveLength(10);
});

test('only a window that calls is a way out, one that pauses or is about to is none', () => {
  const takes = kiosk('issueTicket', { items: ['SC001'] });
  const k6 = clerk('K06');
  const alone = (...steps: readonly Step[]) => {
    const day = given(takes, takes, sits, ...steps);
    return idsOnlyHere(day.day, day.window(1), staffNo('K01'), 5);
  };
  const opens = k6('openWindow', { window: 5 });
  const wide = manager('assignWindow', { window: 2, zones: 'all' });
  const second = [wide, k6('openWindow', { window: 2 })];
  expect(alone()).toEqual(['A001', 'A002']);
  expect(alone(opens)).toEqual(['A001', 'A002']);
  expect(alone(...second)).toEqual([]);
  expect(alone(...second, k6('pauseWindow', { reason: 'break' }))).toEqual(['A001', 'A002']);
  const busy = [...second, k6('callNext')];
  expect(alone(...busy)).toEqual([]);
  expect(alone(...busy, k6('pauseWindow', { reason: 'break' }))).toEqual(['A002']);
  const day = given(takes, takes, sits);
  expect(idsOnlyHere(day.day, day.window(1), staffNo('K01'), 1)).toEqual(['A001']);
});
