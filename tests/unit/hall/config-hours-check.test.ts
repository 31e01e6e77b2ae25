// Hours and dates before they are published: what would keep a hall shut, or open on a holiday, is named.
import { describe, expect, test } from 'vitest';
import { DEMO_HALLS, demoHall } from '../../../drizzle/seed/demo-hall.ts';
import { itemCode, zoneCode } from '../../../shared/base/ids.ts';
import { configFaults } from '../../../shared/hall/config-check.ts';
import type { HallConfig } from '../../../shared/hall/config.ts';
import { configRequest } from '../../../shared/protocol/configuring.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const BASE = smallHall();
const name = { 'zh-Hans': '元旦', 'zh-Hant': '元旦', en: 'New Year' };
const faultsWith = (change: Partial<HallConfig>) => configFaults({ ...BASE, ...change });
const session = (open: string, close: string) => ({ open, close });
const calendar = (change: Partial<HallConfig['calendar']>) => ({
  calendar: { ...BASE.calendar, ...change },
});

/** When the last ticket is given, in the morning and in the afternoon. */
const TIMES = ['11:00', '16:00'];

const NAMED: readonly (readonly [string, Partial<HallConfig>, string, string, string])[] = [
  [
    'a day that ends before it begins',
    { sessions: [session('17:00', '09:00')] },
    'sessions.1',
    'wrong-order',
    '17:00–09:00',
  ],
  [
    'a session of no minute',
    { sessions: [session('09:00', '09:00')] },
    'sessions.1',
    'wrong-order',
    '09:00–09:00',
  ],
  [
    'an afternoon that begins in the morning',
    { sessions: [session('09:00', '12:00'), session('11:30', '17:00')] },
    'sessions.2',
    'wrong-order',
    '12:00–11:30',
  ],
  [
    'an item from later than until',
    { itemRules: [{ item: itemCode('SC001'), from: '15:00', to: '09:00' }] },
    'itemRules.SC001',
    'wrong-order',
    '15:00–09:00',
  ],
  [
    'a holiday that ends before it begins',
    calendar({ holidays: [{ name, from: '2027-01-03', to: '2027-01-01' }] }),
    'calendar.holidays.1',
    'wrong-order',
    '2027-01-03–2027-01-01',
  ],
  [
    'a holiday on no day',
    calendar({ holidays: [{ name, from: '2027-02-28', to: '2027-02-30' }] }),
    'calendar.holidays.1.to',
    'not-a-date',
    '2027-02-30',
  ],
  [
    'a make-up day that is none',
    calendar({ makeUpDays: ['2027-13-01'] }),
    'calendar.makeUpDays.1',
    'not-a-date',
    '2027-13-01',
  ],
  [
    'a calendar until no day',
    calendar({ coveredUntil: 'soon' }),
    'calendar.coveredUntil',
    'not-a-date',
    'soon',
  ],
  [
    'an agent until no day',
    { agents: [{ agentNo: 'D01', organisation: 'agency', validUntil: '2026-99-99' }] },
    'agents.D01.validUntil',
    'not-a-date',
    '2026-99-99',
  ],
  [
    'slots of no zone',
    { slots: [{ zone: zoneCode('nowhere'), times: ['10:00'], minutes: 30, capacity: 2 }] },
    'slots.1.zone',
    'unknown-zone',
    'nowhere',
  ],
  [
    'slots of no item',
    {
      slots: [
        {
          zone: zoneCode('natural-person'),
          items: [itemCode('XX')],
          times: [],
          minutes: 30,
          capacity: 2,
        },
      ],
    },
    'slots.1.items',
    'unknown-item',
    'XX',
  ],
  [
    'a cut-off of no item',
    { cutoffs: [{ items: [itemCode('XX')], at: TIMES }] },
    'cutoffs.1.items',
    'unknown-item',
    'XX',
  ],
  [
    'a cut-off that leaves the afternoon without one',
    { cutoffs: [{ at: TIMES }, { packages: true as const, at: ['11:00'] }] },
    'cutoffs.2.at',
    'cut-off-missing',
    '1/2',
  ],
  [
    'a second row of slots for one zone',
    { slots: BASE.slots.flatMap((row) => [row, { ...row, times: ['15:00'] }]) },
    'slots.2',
    'twice',
    'natural-person',
  ],
  [
    'a slot that is offered twice',
    { slots: BASE.slots.map((row) => ({ ...row, times: ['10:00', '10:30', '10:00'] })) },
    'slots.1.times',
    'twice',
    '10:00',
  ],
  [
    'a second rule of one item, which would never hold',
    {
      itemRules: [
        { item: itemCode('SC001'), ticketsPerDayMax: 5 },
        { item: itemCode('SC001'), ticketsPerDayMax: 9 },
      ],
    },
    'itemRules.SC001',
    'twice',
    'SC001',
  ],
];

describe('hours and dates', () => {
  test.each(NAMED)('%s: is named', (_, change, at, code, value) => {
    expect(faultsWith(change)).toEqual([{ at, code, value }]);
  });

  test('a certificate until no day is named, an item’s own as well', () => {
    const [first, ...others] = BASE.staff;
    const staff = first ? [{ ...first, itemExpires: { SC001: '2027-02-29' } }, ...others] : [];
    const fault = { at: 'staff.K01', code: 'not-a-date', value: '2027-02-29' };
    expect(faultsWith({ staff })).toEqual([fault]);
  });

  test('one session may follow the other at once, and a leap day is a day', () => {
    expect(
      faultsWith({ sessions: [session('09:00', '12:00'), session('12:00', '17:00')] }),
    ).toEqual([]);
    expect(faultsWith(calendar({ makeUpDays: ['2028-02-29'] }))).toEqual([]);
    expect(faultsWith({ itemRules: [{ item: itemCode('SC001'), from: '09:00' }] })).toEqual([]);
  });

  test.each(DEMO_HALLS)('the demo hall %s can be published as it is', (code) => {
    expect(configFaults(demoHall(code))).toEqual([]);
  });
});

test('calendar and terminals are part of what may be published', () => {
  const holidays = [{ name, from: '2027-01-01', to: '2027-01-03' }];
  const days = {
    everyDay: false,
    holidays,
    makeUpDays: ['2027-01-09'],
    coveredUntil: '2027-12-31',
  };
  const { terminals } = BASE;
  const read = configRequest({ baseVersion: 1, calendar: days, terminals });
  expect(read).toMatchObject({ edit: { calendar: days, terminals } });
});
