// The lists of the choice screens, over the demo hall's own catalogue.
import { describe, expect, test } from 'vitest';
import { demoHall } from '../../../drizzle/seed/demo-hall.ts';
import { zoneCode } from '../../../shared/base/ids.ts';
import {
  POPULAR_MAX,
  approvedClasses,
  departmentsOf,
  itemsOf,
  openClasses,
  packagesOf,
  popularItems,
  zonesToChoose,
} from '../../../display/kiosk/catalogue-lists.ts';
import { pageOf } from '../../../display/kiosk/list-page.ts';

const hall = demoHall('jingzhou');
const catalogue = { ...hall, rules: hall.policy };
const people = zoneCode('natural-person');

describe('lists', () => {
  test('the eight most wanted matters of a zone', () => {
    const items = popularItems(catalogue, people);
    expect(items).toHaveLength(POPULAR_MAX);
    const left = catalogue.items.filter((item) => item.zone === people && !items.includes(item));
    const least = Math.min(...items.map(({ popularity }) => popularity));
    expect(left.every(({ popularity }) => popularity <= least)).toBe(true);
  });

  test('departments lead to every item of the zone, and only to those', () => {
    const found = departmentsOf(catalogue, people).flatMap(({ department, items }) => {
      const own = itemsOf(catalogue, people, department.code);
      expect(own).toHaveLength(items);
      return own;
    });
    expect(found).toHaveLength(catalogue.items.filter(({ zone }) => zone === people).length);
  });

  test('packages and zones stand where they start', () => {
    expect(packagesOf(catalogue, people).every(({ zone }) => zone === people)).toBe(true);
    expect(zonesToChoose(catalogue).size).toBe(3);
  });

  test('a visitor may choose no class that needs approval or gives nothing', () => {
    const classes = openClasses(catalogue);
    expect(classes.map(({ code }) => code)).toContain('ELD');
    expect(classes.some((one) => one.needsApproval || one.creditMinutes === 0)).toBe(false);
    expect(classes.map(({ code }) => code)).not.toContain('APPT');
  });
});

test('classes that need an approval are shown, and cannot be chosen', () => {
  const [first, ...others] = catalogue.priorityClasses;
  if (!first) throw new Error('the demo has classes');
  const priorityClasses = [{ ...first, needsApproval: true }, ...others];
  const asked = { ...catalogue, priorityClasses };
  expect(approvedClasses(asked).map(({ code }) => code)).toEqual([first.code]);
  expect(openClasses(asked).map(({ code }) => code)).not.toContain(first.code);
});

describe('pages', () => {
  const rows = [1, 2, 3, 4, 5];

  test('a page beyond the end is the last, an empty list has one', () => {
    expect(pageOf(rows, 1, 2)).toEqual({ rows: [3, 4], page: 1, pages: 3 });
    expect(pageOf(rows, 9, 2)).toEqual({ rows: [5], page: 2, pages: 3 });
    expect(pageOf([], 0, 2)).toEqual({ rows: [], page: 0, pages: 1 });
  });
});
