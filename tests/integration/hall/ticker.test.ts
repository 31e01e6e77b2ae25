/** Two servers that look at one hall raise and clear an alert once, from what both read of devices. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { devices } from '../../../server/devices/devices.ts';
import { hallFacts } from '../../../server/devices/facts.ts';
import { paperWatch } from '../../../server/devices/paper.ts';
import { tellDemoTerminals } from '../../../server/hall/demo-terminals.ts';
import { startTicker } from '../../../server/hall/ticker.ts';
import { businessDate, deviceId, itemCode, staffNo, windowNo } from '../../../shared/base/ids.ts';
import type { Principal } from '../../../shared/hall/principal.ts';
import type { TestServer } from '../../helpers/actors.ts';
import { standingClock, testSecrets, testServer } from '../../helpers/actors.ts';
import type { FreshDatabase } from '../../helpers/postgres.ts';
import { freshDatabase } from '../../helpers/postgres.ts';
import { PATIENT } from '../../helpers/patience.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const NINE = Date.parse('2026-11-23T09:00:00+08:00');
const HOUR = 3_600_000;
const clerk: Principal = { kind: 'clerk', staffNo: staffNo('K01') };
const kiosk: Principal = { kind: 'kiosk', device: deviceId('kiosk-1') };

let database: FreshDatabase;
const servers: TestServer[] = [];
const stops: (() => void)[] = [];
const clock = standingClock('2026-11-23T09:00:00+08:00');

beforeEach(async () => {
  database = await freshDatabase();
  clock.at = NINE;
});
afterEach(async () => {
  for (const stop of stops.splice(0)) stop();
  await Promise.all(servers.splice(0).map((server) => server.database.close()));
});

/** Everything else is covered: one rule speaks. */
const config = (() => {
  const hall = smallHall({ promptMs: 60_000 });
  return { ...hall, items: hall.items.filter(({ code }) => code.startsWith('SC00')) };
})();

async function ticking(wall: { now: number }, own = config): Promise<TestServer> {
  const server = await testServer(database.url, own, clock);
  servers.push(server);
  const { sql } = server.database;
  const stop = startTicker({
    actors: () => [server.actor],
    clock,
    hash: testSecrets.commandHash,
    evaluatorAlive: () => Promise.resolve(true),
    factsOf: hallFacts({
      ...{ sql, clock, papers: paperWatch() },
      isPrinting: () => Promise.resolve(true),
      wallNow: () => wall.now,
    }),
    onFault: (error) => server.faults.push(error),
  });
  stops.push(stop);
  return server;
}

async function typesOf(server: TestServer): Promise<string[]> {
  const rows = await server.log.readAfter(server.actor.hall, businessDate('2026-11-23'), 0);
  return rows.map(({ type }) => type).filter((type) => /Alert|Prompt/.test(type));
}

test('clerk 9: an evaluator falls silent: one alert, gone when it is heard again', async () => {
  const wall = { now: 10 * HOUR };
  const [one, two] = [await ticking(wall), await ticking(wall)];
  const { sql } = one.database;
  const known = devices(sql, testSecrets, () => wall.now);
  const { key } = await known.enrol(config.hall, 'evaluator', windowNo(1));
  const evaluator = await known.byKey(key);
  if (!evaluator) throw new Error('the evaluator is unknown');
  known.alive(evaluator);
  await one.send(clerk, { type: 'openWindow', window: windowNo(1) });
  await two.actor.refresh();
  clock.at += 40_000;
  wall.now += 40_000;
  await expect.poll(() => typesOf(one)).toEqual(['AlertRaised']);
  // Both look once more: there is nothing new to tell.
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect(await typesOf(two)).toEqual(['AlertRaised']);
  clock.at += 5_000;
  wall.now += 5_000;
  known.alive(evaluator);
  await expect.poll(() => typesOf(two)).toEqual(['AlertRaised', 'AlertCleared']);
  expect([...one.faults, ...two.faults]).toEqual([]);
});

test('prompts still end on time while alerts are looked at', async () => {
  const server = await ticking({ now: 10 * HOUR });
  await server.send(kiosk, { type: 'issueTicket', items: [itemCode('SC001')] });
  await server.send(clerk, { type: 'openWindow', window: windowNo(1) });
  await server.send(clerk, { type: 'callNext' });
  await server.send(clerk, { type: 'startService' });
  const [id] = (await server.actor.stream()).day.tickets.values().flatMap(({ cases }) => cases);
  if (!id) throw new Error('there is no case');
  await server.send(clerk, { type: 'finishCase', case: id.id, outcome: 'closed' });
  clock.at += 60_000;
  await expect.poll(() => typesOf(server)).toEqual(['PromptOpened', 'PromptEnded']);
});

const statuses = async (server: TestServer) => {
  const { day } = await server.actor.stream();
  return [...day.terminals.values()].map(({ status }) => status);
};

test('a demo’s terminals are free from the start, told once by two servers', async () => {
  const [one, two] = [await ticking({ now: 10 * HOUR }), await ticking({ now: 10 * HOUR })];
  const all = config.terminals.map(() => 'free');
  expect(all.length).toBeGreaterThan(0);
  await expect.poll(() => statuses(one), PATIENT).toEqual(all);
  await two.actor.refresh();
  const rows = await one.log.readAfter(one.actor.hall, businessDate('2026-11-23'), 0);
  expect(rows.filter(({ type }) => type === 'TerminalReported')).toHaveLength(all.length);
  const [{ no: terminal } = { no: 0 }] = config.terminals;
  await one.send(kiosk, { type: 'reportTerminal', terminal, status: 'fault' });
  await tellDemoTerminals(one.actor, testSecrets.commandHash);
  expect((await statuses(one))[0]).toBe('fault');
});

test('a real hall’s terminals tell for themselves', async () => {
  const server = await ticking({ now: 10 * HOUR }, { ...config, demo: false });
  await tellDemoTerminals(server.actor, testSecrets.commandHash);
  expect(await statuses(server)).toEqual([]);
});
