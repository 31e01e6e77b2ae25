/**
 * The estimator over a real log: it learns from the days before, puts what services take into the
 * day's log once, and starts another worker when one dies; no press ever waits for it.
 */
import { afterEach, expect, test } from 'vitest';
import { Estimator } from '../../../server/estimates/estimator.ts';
import { configStore } from '../../../server/storage/config-store.ts';
import { businessDate, deviceId, itemCode, staffNo, windowNo } from '../../../shared/base/ids.ts';
import type { Command } from '../../../shared/hall/commands.ts';
import type { Principal } from '../../../shared/hall/principal.ts';
import type { Estimates } from '../../../shared/hall/estimates.ts';
import type { TestClock, TestServer } from '../../helpers/actors.ts';
import { standingClock, testSecrets, testServer } from '../../helpers/actors.ts';
import { commandOf } from '../../helpers/hall.ts';
import { PATIENT_MS } from '../../helpers/patience.ts';
import { freshDatabase } from '../../helpers/postgres.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const KIOSK: Principal = { kind: 'kiosk', device: deviceId('kiosk-1') };
const CLERK: Principal = { kind: 'clerk', staffNo: staffNo('K01') };
const MONDAY = businessDate('2026-11-23');
const TUESDAY = businessDate('2026-11-24');
const LOOK_AGAIN_MS = 50;
const MINUTE = 60_000;

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function hallWithEstimator(clock: TestClock) {
  const { url } = await freshDatabase();
  const server = await testServer(url, smallHall(), clock);
  closing.push(() => server.database.close());
  return { server, start: () => estimatorOf(server, clock) };
}

function estimatorOf(server: TestServer, clock: TestClock) {
  const faults: unknown[] = [];
  const estimator = new Estimator({
    ...{ log: server.log, configs: configStore(server.database.sql), clock },
    hash: testSecrets.commandHash,
    actors: () => [server.actor],
    isLookedAt: () => true,
    onEstimates: () => undefined,
    onFault: (error) => faults.push(error),
  });
  closing.push(() => estimator.close());
  return { estimator, faults };
}

async function press(server: TestServer, by: Principal, command: Command): Promise<void> {
  const answer = await server.send(by, command);
  expect(answer.kind).toBe('accepted');
}

const take = commandOf('issueTicket', { items: ['SC001'] });

/** One visitor, served for so many minutes. */
async function serve(server: TestServer, clock: TestClock, minutes: number): Promise<void> {
  await press(server, KIOSK, take);
  await press(server, CLERK, commandOf('callNext'));
  await press(server, CLERK, commandOf('startService'));
  clock.at += minutes * MINUTE;
  const { day } = await server.actor.stream();
  const window = day.windows.get(windowNo(1));
  const id = window?.state.status === 'serving' ? window.state.ticket : '';
  const done = commandOf('finishCase', { case: `${id}-1`, outcome: 'closed' });
  await press(server, CLERK, done);
}

async function until<T>(look: () => T | null | undefined): Promise<T> {
  for (const deadlineAt = Date.now() + PATIENT_MS; Date.now() < deadlineAt;) {
    const found = look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
  throw new Error('it did not come');
}

test('learns from the day before, says so, and puts it into the log of the day once', async () => {
  const clock = standingClock('2026-11-23T09:00:00+08:00');
  const { server, start } = await hallWithEstimator(clock);
  await press(server, CLERK, commandOf('openWindow', { window: 1 }));
  for (let count = 0; count < 12; count += 1) await serve(server, clock, 25);
  clock.at = Date.parse('2026-11-24T09:00:00+08:00');
  await press(server, CLERK, commandOf('openWindow', { window: 1 }));
  const { estimator } = start();
  const { hall } = server.actor;
  const isLearned = (found: Estimates | null) => (found?.basis === 'history' ? found : null);
  await press(server, KIOSK, take);
  const batch = await until(() => isLearned(estimator.estimates(hall, TUESDAY)));
  expect(batch.days).toBe(1);
  const { day } = await server.actor.stream();
  await until(() => day.expectations.itemMs[itemCode('SC001')]);
  expect(day.expectations.itemMs['SC001']).toBeGreaterThan(20 * MINUTE);
  expect(estimator.outlook(hall, TUESDAY).past.map(({ date }) => date)).toEqual(['2026-11-23']);
  // Another server that learned the same says the same once.
  const other = start();
  await until(() => isLearned(other.estimator.estimates(hall, TUESDAY)));
  const set = server.commits
    .flatMap(({ events }) => events)
    .filter(({ event }) => event.type === 'ExpectationsSet');
  expect(set).toHaveLength(1);
});

test('a worker that died is started again, and presses go on without it', async () => {
  const clock = standingClock('2026-11-23T09:00:00+08:00');
  const { server, start } = await hallWithEstimator(clock);
  await press(server, CLERK, commandOf('openWindow', { window: 1 }));
  await press(server, KIOSK, take);
  const { estimator, faults } = start();
  const { hall } = server.actor;
  expect(estimator.line.worker?.resourceLimits).toMatchObject({ maxOldGenerationSizeMb: 1_024 });
  const first = await until(() => estimator.estimates(hall, MONDAY));
  await estimator.line.worker?.terminate();
  await press(server, KIOSK, take);
  await press(server, CLERK, commandOf('callNext'));
  const later = await until(() => {
    const found = estimator.estimates(hall, MONDAY);
    return found && found.seq > first.seq ? found : null;
  });
  expect(later.tickets.size).toBe(1);
  expect(faults).toEqual([]);
});

test('what is older than a minute is not told', async () => {
  const clock = standingClock('2026-11-23T09:00:00+08:00');
  const { server, start } = await hallWithEstimator(clock);
  await press(server, CLERK, commandOf('openWindow', { window: 1 }));
  await press(server, KIOSK, take);
  const { estimator } = start();
  const { hall } = server.actor;
  await until(() => estimator.estimates(hall, MONDAY));
  await estimator.close();
  clock.at += MINUTE + 1;
  expect(estimator.estimates(hall, MONDAY)).toBeNull();
  expect(estimator.outlook(hall, MONDAY).estimates).toBeNull();
});

test('what was expected yesterday is told to nobody today, though it is a minute old', async () => {
  const clock = standingClock('2026-11-23T23:59:50+08:00');
  const { server, start } = await hallWithEstimator(clock);
  await press(server, CLERK, commandOf('openWindow', { window: 1 }));
  await press(server, KIOSK, take);
  const { estimator } = start();
  const { hall } = server.actor;
  const { tickets } = await until(() => estimator.estimates(hall, MONDAY));
  expect([...tickets.keys()]).toEqual(['A001']);
  await estimator.close();
  clock.at += 20_000;
  expect(estimator.estimates(hall, TUESDAY)).toBeNull();
  expect(estimator.outlook(hall, TUESDAY).estimates).toBeNull();
});
