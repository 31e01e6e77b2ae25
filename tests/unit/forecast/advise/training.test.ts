// Which certificate would have saved most waiting: said from past days alone, and only of enough.
import { describe, expect, test } from 'vitest';
import { departmentCode } from '../../../../shared/base/ids.ts';
import { trainingOf } from '../../../../shared/forecast/advise/training.ts';
import { observe } from '../../../../shared/forecast/observed/observe.ts';
import { TODAY } from '../../../helpers/hall.ts';
import { hallOf, playedDay } from '../shadow/played-day.ts';

/** K02 and K03 share a zone, and only K03 may do its second department. */
const shared = hallOf();
const config = {
  ...shared,
  staff: shared.staff.map((person) =>
    person.staffNo === 'K02'
      ? { ...person, certifiedDepartments: [departmentCode('RS')], extraItems: [] }
      : person,
  ),
};
const days = [90, 100, 110].map((visitors) => playedDay(visitors, 4.4, config).hall);
const seen = days.map(({ log, day }) => observe(log, TODAY, [day.plan]));
const [first] = days;
if (!first) throw new Error('a day was played');
const { day } = first;

describe('the certificate that is worth most', () => {
  const found = trainingOf(day, seen);

  test('is one that the clerk does not hold, for what people wait for', () => {
    expect(found.days).toBe(3);
    expect(found.gains[0]).toMatchObject({ clerk: 'K02', department: 'GA', items: 3 });
    for (const { clerk, department, items, minutesAWeek, daysBetter } of found.gains) {
      const held = day.plan.staff.get(clerk)?.certifiedDepartments ?? [];
      expect(held).not.toContain(department);
      expect(items).toBeGreaterThan(0);
      expect(minutesAWeek).toBeGreaterThanOrEqual(30);
      expect(daysBetter).toBeGreaterThan(0);
    }
    const minutes = found.gains.map(({ minutesAWeek }) => minutesAWeek);
    expect(minutes).toEqual([...minutes].sort((left, right) => right - left));
  });

  test('is the same of the same days', () => {
    expect(trainingOf(day, seen)).toEqual(found);
  });

  test('is not told of fewer than three whole days with visitors', () => {
    expect(trainingOf(day, seen.slice(1))).toEqual({ days: 2, gains: [] });
    const unfinished = seen.map((row) => ({ ...row, isClosed: false }));
    expect(trainingOf(day, unfinished)).toEqual({ days: 0, gains: [] });
    const quiet = seen.map((row) => ({ ...row, tickets: row.tickets.slice(0, 10) }));
    expect(trainingOf(day, quiet)).toEqual({ days: 0, gains: [] });
  });

  test('is none where everybody may do everything', () => {
    const able = config.staff.map((person) => ({
      ...person,
      certifiedDepartments: config.departments.map(({ code }) => code),
      excludedItems: [],
    }));
    const { hall } = playedDay(90, 4.4, { ...config, staff: able });
    const { gains } = trainingOf(hall.day, Array.from({ length: 3 }, () => seen[0] ?? []).flat());
    expect(gains).toEqual([]);
  });
});
