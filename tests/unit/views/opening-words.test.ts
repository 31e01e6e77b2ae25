// Who opens the phone's page without a ticket reads whether the hall is open, and when it will be.
import { expect, test } from 'vitest';
import { openingWords } from '../../../display/phone/booking/opening-words.ts';
import { businessDate } from '../../../shared/base/ids.ts';
import { hoursView } from '../../../shared/views/hours.ts';
import { emptyHall, MINUTE, NINE } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const HOUR = 60 * MINUTE;
const monday = (alwaysOpen = false) => hoursView(emptyHall(smallHall({ alwaysOpen })).day);
const TODAY_HOURS = '今天 09:00–12:00、13:30–17:00';

test.each([
  ['in the morning', NINE, '现在开放，到 12:00', [TODAY_HOURS]],
  ['before the doors open', NINE - MINUTE, '现在不办理，今天 09:00 开放', [TODAY_HOURS]],
  ['at noon', NINE + 3 * HOUR, '现在不办理，今天 13:30 开放', [TODAY_HOURS]],
  [
    'in the evening',
    NINE + 8 * HOUR,
    '现在不办理',
    ['下次开放：11月24日 星期二 09:00', TODAY_HOURS],
  ],
])('%s', (_, at, now, more) => {
  expect(openingWords(monday(), at, 'zh-Hans')).toEqual({ now, more });
});

test('on a day off it is said when the hall opens again', () => {
  const { day } = emptyHall(smallHall({ alwaysOpen: false }), businessDate('2026-11-22'));
  const told = openingWords(hoursView(day), NINE - 24 * HOUR, 'en');
  expect(told).toEqual({ now: 'Closed today', more: ['Opens again: Monday 23 November, 09:00'] });
});

test('a hall that is always open says nothing of hours', () => {
  expect(openingWords(monday(true), NINE + 20 * HOUR, 'zh-Hant')).toEqual({
    now: '現在可以取號',
    more: [],
  });
});
