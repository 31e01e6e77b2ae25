/** Adding a case at the desk: found by text in either script, initials, English or code. */
import { expect, test } from 'vitest';
import { ITEMS_FOUND_MAX, findItems } from '../../../counter-client/clerk/item-search.ts';
import { demoHall } from '../../../drizzle/seed/demo-hall.ts';

const { items } = demoHall('jingzhou');
const codes = (typed: string) => findItems(items, typed).map((item) => item.code);

test('finds an item by what a clerk types', () => {
  expect(codes('公司设立')[0]).toBe('SC001');
  expect(codes('公司設立')[0]).toBe('SC001');
  expect(codes('gssl')[0]).toBe('SC001');
  expect(codes('GSSLDJ')[0]).toBe('SC001');
  expect(codes('company registration (est')[0]).toBe('SC001');
  expect(codes('sc001')[0]).toBe('SC001');
  expect(codes('出生登记(申报')[0]).toBe('GA001');
});

test('finds nothing for nothing and for nonsense, and never more than fit', () => {
  expect(codes('')).toEqual([]);
  expect(codes('  ')).toEqual([]);
  expect(codes('qqqqq')).toEqual([]);
  expect(codes('登记')).toHaveLength(ITEMS_FOUND_MAX);
});
