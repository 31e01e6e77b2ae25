// What other rules would do to those who wait, before they are published.
import { expect, test } from 'vitest';
import { must } from '../../../../shared/base/assert.ts';
import { waitsUnder } from '../../../../shared/forecast/advise/orders.ts';
import { learn } from '../../../../shared/forecast/estimate/learn.ts';
import { dayOf, snapshotOf } from '../../../../shared/forecast/estimate/snapshot.ts';
import type { HallConfig } from '../../../../shared/hall/config.ts';
import { planOf } from '../../../../shared/hall/plan.ts';
import { planChanges } from '../../../../shared/hall/publishing.ts';
import { clerk, given, kiosk, later, MINUTE } from '../../../helpers/hall.ts';
import type { Given } from '../../../helpers/hall.ts';
import { smallHall } from '../../../helpers/small-hall.ts';

/** RS001 takes forty minutes, GA001 four. */
const base = smallHall({ promiseSlackMs: 90 * MINUTE });
const HALL: HallConfig = {
  ...base,
  items: base.items.map((item) => ({
    ...item,
    expectedMinutes: item.code === 'GA001' ? 4 : 40,
  })),
};
const takes = (item: string) => kiosk('issueTicket', { items: [item] });

/** By ticket: minutes sooner (negative) or later under these numbers. */
function shiftsIn({ day, hall }: Given, policy: Partial<HallConfig['policy']>) {
  const next = { ...HALL, version: 2, policy: { ...HALL.policy, ...policy } };
  const snapshot = snapshotOf(day, hall.at);
  const { changes } = planChanges(day, planOf(next), hall.at);
  const before = dayOf(snapshot, day.plan);
  const learned = learn(HALL.items, []);
  const rules = { snapshot, next, changes, seed: 7 };
  const waits = waitsUnder(before, learned, rules);
  return waits && new Map(waits.map((row) => [row.ticket, (row.afterMs - row.beforeMs) / MINUTE]));
}

const busy = () =>
  given(
    HALL,
    clerk('K02')('openWindow', { window: 2 }),
    takes('RS001'),
    clerk('K02')('callNext'),
    clerk('K02')('startService'),
    later(MINUTE),
    takes('RS001'),
    takes('RS001'),
    takes('GA001'),
  );

test('under promises the short one comes sooner and the long ones later', () => {
  const shifts = must(shiftsIn(busy(), { routing: 'promise' }), 'waits');
  expect([...shifts.keys()]).toEqual(['B002', 'B003', 'B004']);
  expect([...shifts.values()][2]).toBeLessThan(-20);
  expect([...shifts.values()].filter((minutes) => minutes > 1)).not.toEqual([]);
});

test('numbers that decide nothing change nothing, to the millisecond', () => {
  const shifts = must(shiftsIn(busy(), { overtakenMax: 3, promptMs: 90_000 }), 'waits');
  expect([...shifts.values()]).toEqual([0, 0, 0]);
});

test('the day that is asked about stays as it is', () => {
  const day = busy();
  const stood = JSON.stringify([...day.day.windows.values()]);
  shiftsIn(day, { routing: 'zones' });
  expect(JSON.stringify([...day.day.windows.values()])).toBe(stood);
  expect(day.day.plan.config.policy.routing).toBe('strict');
});

test('while no window is open nothing can be said', () => {
  expect(shiftsIn(given(HALL, takes('RS001')), { routing: 'zones' })).toBeNull();
});
