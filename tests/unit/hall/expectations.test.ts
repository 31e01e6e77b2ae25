// What a hall has learned of its service times: taken into the log, or refused where it makes no sense.
import { expect, test } from 'vitest';
import { itemCode, staffNo } from '../../../shared/base/ids.ts';
import { expectedItemMs, expectedMs } from '../../../shared/hall/expectations.ts';
import type { clerk } from '../../helpers/hall.ts';
import { foldedAnew, given, kiosk, MINUTE, system } from '../../helpers/hall.ts';

const LEARNED = {
  days: 12,
  itemMs: { RS001: 7 * MINUTE, GA001: 4 * MINUTE },
  clerkFactor: { K02: 0.5 },
  otherFactor: 1.5,
};
const learns = (expectations: unknown) => system('setExpectations', { expectations });

test('without a history the catalogue’s minutes hold, for everybody', () => {
  const { day } = given();
  expect(day.expectations.days).toBe(0);
  expect(expectedItemMs(day, itemCode('RS001'), null)).toBe(10 * MINUTE);
  expect(expectedItemMs(day, itemCode('RS001'), staffNo('K02'))).toBe(10 * MINUTE);
  expect(expectedItemMs(day, itemCode('NOWHERE'), null)).toBe(10 * MINUTE);
});

test('what was learned stands in the log and holds from then on', () => {
  const hall = given()
    .when(learns(LEARNED))
    .then([{ type: 'ExpectationsSet' }]);
  expect(expectedItemMs(hall.day, itemCode('RS001'), null)).toBe(7 * MINUTE);
  expect(expectedItemMs(hall.day, itemCode('RS001'), staffNo('K02'))).toBe(3.5 * MINUTE);
  expect(expectedItemMs(hall.day, itemCode('SC001'), staffNo('K01'))).toBe(10 * MINUTE);
  expect(foldedAnew(hall.hall).expectations).toEqual(LEARNED);
  hall.when(learns(LEARNED)).then('nothing-due');
});

test('a visit is as long as its cases that are due together; a result is handed out at once', () => {
  const hall = given(
    learns(LEARNED),
    kiosk('issueTicket', { items: ['RS001', 'GA001'] }),
    kiosk('issueTicket', { items: ['SC009'], pickup: {} }),
  );
  expect(expectedMs(hall.day, hall.ticket('B001'), null)).toBe(11 * MINUTE);
  expect(expectedMs(hall.day, hall.ticket('L001'), staffNo('K02'))).toBe(3 * MINUTE);
});

test.each([
  ['nothing at all', undefined],
  ['no days', { ...LEARNED, days: -1 }],
  ['half a day', { ...LEARNED, days: 0.5 }],
  ['no items', { ...LEARNED, itemMs: undefined }],
  ['a service without time', { ...LEARNED, itemMs: { RS001: 0 } }],
  ['a service longer than the day', { ...LEARNED, itemMs: { RS001: 9 * 60 * MINUTE } }],
  ['a word for a number', { ...LEARNED, itemMs: { RS001: '7' } }],
  ['a clerk a hundred times as slow', { ...LEARNED, clerkFactor: { K02: 100 } }],
  ['a factor that is none', { ...LEARNED, otherFactor: 0 }],
  ['a word for a factor', { ...LEARNED, otherFactor: '1' }],
  ['a factor without end', { ...LEARNED, otherFactor: Infinity }],
  ['a word for the days', { ...LEARNED, days: '5' }],
  ['a list of items', { ...LEARNED, itemMs: [] }],
  ['an empty place for the items', { ...LEARNED, itemMs: null }],
  ['a list of clerks', { ...LEARNED, clerkFactor: [1] }],
  ['a list for everything', []],
  ['an empty place for everything', null],
  [
    'more clerks than any hall has',
    {
      ...LEARNED,
      clerkFactor: Object.fromEntries(
        Array.from({ length: 5_001 }, (_, place) => [`K${String(place)}`, 1]),
      ),
    },
  ],
])('%s is refused', (_, wrong) => {
  given().when(learns(wrong)).then('malformed-expectations');
});

test('nobody but the hall itself says what was learned', () => {
  const step = { ...learns(LEARNED), by: { kind: 'clerk', staffNo: staffNo('K01') } } as ReturnType<
    ReturnType<typeof clerk>
  >;
  given().when(step).then('not-allowed');
});
