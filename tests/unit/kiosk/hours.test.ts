// When the kiosk gives out tickets, rests or sleeps, and which items can be had until when.
import { describe, expect, test } from 'vitest';
import { demoHall } from '../../../drizzle/seed/demo-hall.ts';
import { hallState } from '../../../display/kiosk/hall-state.ts';
import { itemHours } from '../../../display/kiosk/item-hours.ts';
import { must } from '../../../shared/base/assert.ts';
import { businessDate, itemCode } from '../../../shared/base/ids.ts';
import { emptyDay } from '../../../shared/hall/day.ts';
import { mayIssue } from '../../../shared/hall/opening.ts';
import { planOf } from '../../../shared/hall/plan.ts';
import { hoursView } from '../../../shared/views/hours.ts';

const demo = demoHall('jingzhou');
const config = { ...demo, policy: { ...demo.policy, alwaysOpen: false } };
const plan = planOf(config);
const dayOf = (date: string) => emptyDay(config.hall, businessDate(date), plan);
const at = (date: string, time: string) => Date.parse(`${date}T${time}:00+08:00`);
const monday = '2026-11-23';

function stateAt(date: string, time: string, early = false) {
  return hallState(hoursView(dayOf(date)), at(date, time), early);
}

describe('visitor 1: outside the hours', () => {
  test('08:25 says 08:30, and no ticket before', () => {
    const openAt = at(monday, '08:30');
    expect(stateAt(monday, '08:25')).toEqual({ is: 'before', openAt, asleep: false });
    expect(stateAt(monday, '08:30')).toEqual({ is: 'open' });
  });

  test('a hall that issues early does so once its kiosks are on', () => {
    expect(stateAt(monday, '08:25', true)).toEqual({ is: 'open' });
    expect(stateAt(monday, '08:00', true)).toMatchObject({ is: 'before', asleep: true });
  });

  test('before kiosks are switched on, and late in the evening, the glass is dark', () => {
    expect(stateAt(monday, '06:00')).toMatchObject({ is: 'before', asleep: true });
    expect(stateAt(monday, '18:00')).toMatchObject({ is: 'over', asleep: false });
    expect(stateAt(monday, '22:00')).toMatchObject({ is: 'over', asleep: true });
  });

  test('after the last session it names the next working day', () => {
    const friday = '2026-11-27';
    expect(stateAt(friday, '18:00')).toMatchObject({ openAt: at('2026-11-30', '08:30') });
  });

  test('a day off shows its calendar by day, a holiday its name', () => {
    expect(stateAt('2026-11-22', '10:00')).toMatchObject({ is: 'dayOff', asleep: false });
    expect(stateAt('2026-11-22', '23:00')).toMatchObject({ is: 'dayOff', asleep: true });
    expect(hoursView(dayOf('2026-10-01')).holiday?.['zh-Hans']).toMatch(/国庆/);
  });

  test('cut off over night it does not keep a new working day closed', () => {
    const hours = hoursView(dayOf(monday));
    expect(hallState(hours, at('2026-11-24', '09:00'), false)).toEqual({ is: 'open' });
  });

  test('a demo is always open', () => {
    const hours = { ...hoursView(dayOf(monday)), alwaysOpen: true };
    expect(hallState(hours, at(monday, '03:00'), false)).toEqual({ is: 'open' });
  });
});

describe('the hours of an item, before it is chosen', () => {
  const view = { hours: hoursView(dayOf(monday)), quotas: [] };
  const item = (code: string) => must(plan.items.get(itemCode(code)), code);

  test('agree with what the hall would decide, for every item and half hour', () => {
    const day = dayOf(monday);
    for (const row of config.items.slice(0, 200)) {
      for (const time of ['08:40', '11:10', '11:50', '14:40', '16:20', '16:50', '17:10']) {
        const now = at(monday, time);
        const refusal = mayIssue(day, { items: [row.code], at: now });
        const { state } = itemHours(config, view, row, now);
        if (refusal?.refused === 'past-cutoff') expect(state).toBe('past-cutoff');
        if (refusal?.refused === 'item-not-now') expect(state).toBe('not-now');
        if (refusal === null) expect(state).toBe('open');
      }
    }
  });

  test('an item with its own times says them', () => {
    const early = itemHours(config, view, item('GA035'), at(monday, '08:40'));
    expect(early).toMatchObject({ state: 'not-now', between: '09:00–16:30' });
  });

  test('what is left of a number a day is said, and none left shuts it, also in a demo', () => {
    const quotas = (left: number) => [{ item: itemCode('MZ002'), left }];
    const always = { ...view.hours, alwaysOpen: true };
    const hours = (left: number) =>
      itemHours(
        config,
        { hours: always, quotas: quotas(left) },
        item('MZ002'),
        at(monday, '10:00'),
      );
    expect(hours(3)).toMatchObject({ state: 'open', left: 3 });
    expect(hours(0)).toMatchObject({ state: 'used-up', left: 0 });
  });
});
