/** A demo hall in an old data folder takes over what a newer release ships; nobody's own is touched. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { renewDemo, renewalWords } from '../../server/configuring/demo-renewal.ts';
import { configStore } from '../../server/storage/config-store.ts';
import type { ConfigStore } from '../../server/storage/config-store.ts';
import type { Database } from '../../server/storage/database.ts';
import { openDatabase } from '../../server/storage/database.ts';
import type { HallConfig } from '../../shared/hall/config.ts';
import { PATIENT_MS } from '../helpers/patience.ts';
import { freshDatabase } from '../helpers/postgres.ts';
import { smallHall } from '../helpers/small-hall.ts';

const AT = Date.parse('2026-11-23T09:00:00+08:00');

let database: Database;
let configs: ConfigStore;

beforeEach(async () => {
  const { url } = await freshDatabase();
  database = openDatabase(url, { max: 2, name: 'test', deadlineMs: PATIENT_MS });
  configs = configStore(database.sql);
});
afterEach(() => database.close());

/** The small hall as a later release ships it: one item takes longer. */
function later(): HallConfig {
  const hall = smallHall();
  const items = hall.items.map((one) =>
    one.code === 'SC001' ? { ...one, expectedMinutes: 25 } : one,
  );
  return { ...hall, items };
}

async function minutesNow(): Promise<number | undefined> {
  const { config } = await configs.newestPlan(smallHall().hall);
  return config.items.find(({ code }) => code === 'SC001')?.expectedMinutes;
}

test('as shipped: nothing is stored', async () => {
  await configs.found(smallHall(), AT);
  expect(await renewDemo(configs, smallHall(), AT)).toBe('same');
  expect(await configs.versions(smallHall().hall)).toHaveLength(1);
});

test('newer as shipped: the next version, once, also by servers that start together', async () => {
  await configs.found(smallHall(), AT);
  await Promise.all([renewDemo(configs, later(), AT), renewDemo(configs, later(), AT)]);
  expect(await renewDemo(configs, later(), AT)).toBe('same');
  expect(await minutesNow()).toBe(25);
  expect((await configs.versions(smallHall().hall)).map(({ version }) => version)).toEqual([2, 1]);
});

test('somebody has published here: theirs stays, and the start says how to see the shipped', async () => {
  await configs.found(smallHall(), AT);
  const own = { ...smallHall({ promptMs: 90_000 }), version: 2 };
  await configs.publish(own, { at: AT, by: 'manager:M01' });
  expect(await renewDemo(configs, later(), AT)).toBe('own');
  expect(await minutesNow()).toBe(10);
  expect(renewalWords('own', smallHall())).toContain('DATA_DIR');
});

test('a real hall is never touched', async () => {
  await configs.found({ ...smallHall(), demo: false }, AT);
  expect(await renewDemo(configs, later(), AT)).toBe('own');
  expect(await minutesNow()).toBe(10);
});

test('what cannot follow is left out: a shipped hall without an item that was there', async () => {
  await configs.found(smallHall(), AT);
  const fewer = { ...later(), items: later().items.filter(({ code }) => code !== 'TX001') };
  expect(await renewDemo(configs, fewer, AT)).toBe('unfit');
  expect(await minutesNow()).toBe(10);
});
