// When the hall is open, and whether a ticket may be taken now.
import { describe, expect, test } from 'vitest';
import { businessDate, itemCode, packageCode, zoneCode } from '../../../shared/base/ids.ts';
import type { HallConfig } from '../../../shared/hall/config.ts';
import type { Policy } from '../../../shared/hall/policy.ts';
import { hoursOn, isOpenAt, mayIssue, nextOpening } from '../../../shared/hall/opening.ts';
import { planOf } from '../../../shared/hall/plan.ts';
import { given, kiosk } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const name = { 'zh-Hans': '元旦', 'zh-Hant': '元旦', en: 'New Year' };
const hours = { alwaysOpen: false };
const hall = (more: Partial<HallConfig> = {}, policy: Partial<Policy> = {}): HallConfig => ({
  ...smallHall({ ...hours, ...policy }),
  calendar: {
    everyDay: false,
    holidays: [{ name, from: '2027-01-01', to: '2027-01-03' }],
    makeUpDays: ['2026-11-28'],
    coveredUntil: '2026-12-31',
  },
  kioskOnAt: '08:50',
  ...more,
});
const at = (time: string, date = '2026-11-23') => Date.parse(`${date}T${time}:00+08:00`);
const asks = (config: HallConfig, time: string, ...items: string[]) =>
  mayIssue(given(config).day, { items: items.map(itemCode), at: at(time) });

describe('visitor 1: the hall is closed, the kiosk tells when it opens and takes no ticket', () => {
  test('before the doors open, in the break, after the end and on days off', () => {
    expect(asks(hall(), '08:25', 'SC001')).toEqual({ refused: 'not-open-yet', detail: '09:00' });
    expect(asks(hall(), '09:00', 'SC001')).toBeNull();
    expect(asks(hall(), '11:59', 'SC001')).toBeNull();
    expect(asks(hall(), '12:00', 'SC001')).toEqual({ refused: 'not-open-yet', detail: '13:30' });
    expect(asks(hall(), '17:00', 'SC001')).toEqual({ refused: 'hall-closed' });
    const { day } = given(hall());
    const items = [itemCode('SC001')];
    expect(mayIssue(day, { items, at: at('10:00', '2026-11-22') })).toEqual({
      refused: 'hall-closed',
    });
    expect(mayIssue(day, { items, at: at('10:00', '2026-11-28') })).toBeNull();
  });

  test('where the policy lets people in early, from when the kiosk wakes', () => {
    const early = hall({}, { preOpenIssue: true });
    expect(asks(early, '08:49', 'SC001')).toMatchObject({ refused: 'not-open-yet' });
    expect(asks(early, '08:50', 'SC001')).toBeNull();
    expect(asks(early, '13:00', 'SC001')).toBeNull();
    expect(asks(early, '17:00', 'SC001')).toEqual({ refused: 'hall-closed' });
  });

  test('a kiosk that asks anyway is told the same', () => {
    const closed = hall({ sessions: [{ open: '09:30', close: '12:00' }] });
    given(closed)
      .when(kiosk('issueTicket', { items: ['SC001'] }))
      .then('not-open-yet', '09:30');
  });
});

describe('hoursOn', () => {
  const plan = planOf(hall());

  test('sessions as instants, with the next working day after a weekend', () => {
    expect(hoursOn(plan, businessDate('2026-11-20'))).toEqual({
      isWorkingDay: true,
      holiday: null,
      sessions: [
        { openAt: at('09:00', '2026-11-20'), closeAt: at('12:00', '2026-11-20') },
        { openAt: at('13:30', '2026-11-20'), closeAt: at('17:00', '2026-11-20') },
      ],
      kioskOnAt: at('08:50', '2026-11-20'),
      nextOpenAt: at('09:00'),
      nextKioskOnAt: at('08:50'),
    });
  });

  test('lobby 13: a weekend and a holiday have no sessions, a holiday has its name', () => {
    const weekend = hoursOn(plan, businessDate('2026-11-22'));
    expect(weekend).toMatchObject({ isWorkingDay: false, holiday: null, kioskOnAt: null });
    expect(weekend).toMatchObject({ sessions: [], nextKioskOnAt: at('08:50') });
    const holiday = hoursOn(plan, businessDate('2027-01-01'));
    expect(holiday).toMatchObject({ holiday: name, nextOpenAt: at('09:00', '2027-01-04') });
  });

  test('the next opening is later today, or on the next working day', () => {
    expect(nextOpening(plan, at('08:00'))).toBe(at('09:00'));
    expect(nextOpening(plan, at('09:00'))).toBe(at('13:30'));
    expect(nextOpening(plan, at('20:00', '2026-12-31'))).toBe(at('09:00', '2027-01-04'));
  });

  test('a hall without an end in sight says that nobody knows', () => {
    const never = planOf(
      hall({
        calendar: {
          everyDay: true,
          holidays: [{ name, from: '2000-01-01', to: '2099-12-31' }],
          makeUpDays: [],
          coveredUntil: null,
        },
      }),
    );
    expect(hoursOn(never, businessDate('2026-11-23'))).toMatchObject({
      nextOpenAt: null,
      nextKioskOnAt: null,
    });
  });

  test('open from the first to the last instant of a session, always where a hall wants it', () => {
    expect(isOpenAt(plan, at('09:00'))).toBe(true);
    expect(isOpenAt(plan, at('12:00'))).toBe(false);
    expect(isOpenAt(plan, at('10:00', '2026-11-22'))).toBe(false);
    expect(isOpenAt(planOf(smallHall()), at('03:00', '2026-11-22'))).toBe(true);
  });
});

describe('clerk 14: issuing stops at the cut-off of the item, session by session', () => {
  const config = hall({
    cutoffs: [
      { items: [itemCode('SC001')], at: ['11:00', '16:00'] },
      { packages: true, at: ['11:10', '16:10'] },
      { zone: zoneCode('natural-person'), kinds: ['instant'], flash: true, at: ['11:55', '16:55'] },
      { minExpectedMinutes: 20, at: ['11:20', '16:50'] },
      { at: ['11:45', '16:45'] },
    ],
  });

  test('the first row that fits decides', () => {
    expect(asks(config, '10:59', 'SC001')).toBeNull();
    expect(asks(config, '11:00', 'SC001')).toEqual({ refused: 'past-cutoff', detail: '11:00' });
    expect(asks(config, '15:59', 'SC001')).toBeNull();
    expect(asks(config, '16:00', 'SC001')).toEqual({ refused: 'past-cutoff', detail: '16:00' });
    expect(asks(config, '11:54', 'GA003')).toBeNull();
    expect(asks(config, '11:20', 'SC004')).toEqual({ refused: 'past-cutoff', detail: '11:20' });
    expect(asks(config, '11:44', 'GA001')).toBeNull();
    expect(asks(config, '11:45', 'GA001')).toEqual({ refused: 'past-cutoff', detail: '11:45' });
  });

  test('of several items the earliest binds, of a package its own row', () => {
    expect(asks(config, '11:00', 'GA001', 'SC001')).toMatchObject({ detail: '11:00' });
    const { day } = given(config);
    const wanted = { items: [itemCode('SC002')], package: packageCode('PK01') };
    expect(mayIssue(day, { ...wanted, at: at('11:10') })).toMatchObject({ detail: '11:10' });
    expect(mayIssue(day, { ...wanted, package: null, at: at('11:10') })).toBeNull();
  });

  test('a hall that is always open knows no cut-off', () => {
    const always = { ...config, policy: { ...config.policy, alwaysOpen: true } };
    expect(asks(always, '23:00', 'SC001')).toBeNull();
  });
});

describe('single items', () => {
  const itemRules = [
    { item: itemCode('SC001'), ticketsPerDayMax: 2 },
    { item: itemCode('GA001'), from: '10:00', to: '11:00' },
  ];

  test('an item has its own hours', () => {
    const config = hall({ itemRules });
    expect(asks(config, '09:59', 'GA001')).toEqual({
      refused: 'item-not-now',
      detail: '10:00–11:00',
    });
    expect(asks(config, '10:00', 'GA001')).toBeNull();
    expect(asks(config, '11:00', 'SC002', 'GA001')).toMatchObject({ refused: 'item-not-now' });
  });

  test('a quota is used up by tickets of the item alone, in a hall that is always open too', () => {
    const takes = (...items: string[]) => kiosk('issueTicket', { items });
    given({ ...smallHall(), itemRules }, takes('SC001'), takes('SC002', 'SC001'))
      .when(takes('SC001'))
      .then('quota-used-up', 'SC001')
      .when(takes('SC002'))
      .then([{ type: 'TicketIssued', ticket: 'A003' }]);
  });
});
