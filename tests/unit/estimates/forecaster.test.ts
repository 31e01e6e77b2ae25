// What the worker plays on calls by what the hall itself calls by: services as it has learned them.
import { expect, test } from 'vitest';
import { Forecaster } from '../../../server/estimates/forecaster.ts';
import { businessDate } from '../../../shared/base/ids.ts';
import { snapshotOf } from '../../../shared/forecast/estimate/snapshot.ts';
import type { HallConfig } from '../../../shared/hall/config.ts';
import { clerk, kiosk, openHall, take } from '../../helpers/hall.ts';
import { hallOf, playedDay } from '../forecast/shadow/played-day.ts';

const YESTERDAY = businessDate('2026-11-20');

/** Its catalogue has the long item short and the short one long; promises order by length. */
function mistaken(): HallConfig {
  const config = hallOf();
  const minutes: Readonly<Record<string, number>> = { RS001: 4, GA003: 40 };
  const items = config.items.map((item) => ({
    ...item,
    expectedMinutes: minutes[item.code] ?? item.expectedMinutes,
  }));
  return { ...config, items, policy: { ...config.policy, routing: 'promise' } };
}

/** The waits of a long item's ticket and a short one's behind it, at one window. */
function toldBy(forecaster: Forecaster, config: HallConfig): readonly number[] {
  const hall = openHall(config);
  take(hall, clerk('K02')('openWindow', { window: 3 }));
  take(hall, kiosk('issueTicket', { items: ['RS001'] }));
  take(hall, kiosk('issueTicket', { items: ['GA003'] }));
  const snapshot = structuredClone(snapshotOf(hall.day, hall.at));
  const answer = forecaster.take({ kind: 'estimate', snapshot });
  if (answer?.kind !== 'estimates') throw new Error('no estimates');
  return hall.day.waiting.map(({ id }) => answer.estimates.tickets.get(id)?.p50Ms ?? -1);
}

test('given days that proved the catalogue wrong, then who is short by them is expected first', () => {
  const config = mistaken();
  const forecaster = new Forecaster();
  forecaster.take({ kind: 'config', config });
  const [long = 0, short = 0] = toldBy(forecaster, config);
  expect(long).toBe(0);
  expect(short).toBeGreaterThan(0);
  const { hall: name, version: configVersion } = config;
  const about = { hall: name, configVersion };
  const events = playedDay(200).hall.log;
  forecaster.take({ kind: 'events', ...about, date: YESTERDAY, events, isLast: true });
  const date = businessDate('2026-11-23');
  const learn = { kind: 'learn', ...about, date, dates: [YESTERDAY] } as const;
  // While more days are on their way the hall's own calls are not told yet.
  expect(forecaster.take({ ...learn, isAll: false })).toMatchObject({ expectations: null });
  expect(forecaster.take({ ...learn, isAll: true })).toMatchObject({ expectations: { days: 1 } });
  const [learnedLong = 0, learnedShort = 0] = toldBy(forecaster, config);
  expect(learnedShort).toBe(0);
  expect(learnedLong).toBeGreaterThan(0);
});
