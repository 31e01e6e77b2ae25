// A version that was published to today and not to the days to come, for the server died in between.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { comingDays } from '../../../server/configuring/coming-days.ts';
import { lookOnce } from '../../../server/configuring/published-watch.ts';
import type { Settled, WatchParts } from '../../../server/configuring/published-watch.ts';
import { makePublisher } from '../../../server/configuring/publisher.ts';
import type { PublisherParts } from '../../../server/configuring/publisher.ts';
import { Bookings } from '../../../server/hall/bookings.ts';
import { configStore } from '../../../server/storage/config-store.ts';
import { businessDate, commandId, itemCode } from '../../../shared/base/ids.ts';
import { standingClock, testSecrets, testServer } from '../../helpers/actors.ts';
import type { TestServer } from '../../helpers/actors.ts';
import type { FreshDatabase } from '../../helpers/postgres.ts';
import { freshDatabase } from '../../helpers/postgres.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const FRIDAY = businessDate('2026-11-27');
const CONFIG = smallHall();
const clock = standingClock('2026-11-23T09:00:00+08:00');

let database: FreshDatabase;
const servers: TestServer[] = [];

beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.database.close()));
});

interface Watching extends WatchParts {
  readonly bookings: Bookings;
  readonly server: TestServer;
}

/** A server as `main` puts it together; `days` may hide the days to come, as a crash does. */
async function serve(days?: PublisherParts['comingDays']): Promise<Watching> {
  const server = await testServer(database.url, CONFIG, clock);
  servers.push(server);
  const configs = configStore(server.database.sql);
  const bookings = new Bookings({
    ...{ log: server.log, days: server.days, clock, secrets: testSecrets, configs },
    onCommit: () => undefined,
    onFault: (error) => server.faults.push(error),
  });
  const actor = () => server.actor;
  const publisher = makePublisher({
    ...{ configs, clock, secrets: testSecrets, actor },
    comingDays: days ?? comingDays(server.database.sql, bookings),
  });
  return { configs, publisher, actor, bookings, server, onFault: () => undefined };
}

async function book({ bookings, server }: Watching, time: string, id: string): Promise<unknown> {
  return bookings.actor(server.actor.hall, FRIDAY).submit({
    commandId: commandId(id),
    hash: id,
    command: { type: 'bookAppointment', date: FRIDAY, time, items: [itemCode('RS001')] },
    by: { kind: 'booker' },
  });
}

const published = async ({ server }: Watching) => {
  const rows = await server.log.readAfter(server.actor.hall, FRIDAY, 0);
  return rows.filter(({ type }) => type === 'ConfigPublished').length;
};

test('manager 13: after a crash between today and a booked day the next look finds the rest', async () => {
  const before = await serve(() => Promise.resolve([]));
  expect(await book(before, '10:00', 'booked-before')).toMatchObject({ kind: 'accepted' });
  const [slot] = CONFIG.slots;
  if (!slot) throw new Error('no slots');
  const next = { ...CONFIG, version: 2, slots: [{ ...slot, times: ['10:00', '16:00'] }] };
  const by = { kind: 'system' } as const;
  expect(await before.publisher.publish(CONFIG, next, by)).toMatchObject({ kind: 'published' });
  expect((await before.server.actor.stream()).day.plan.config.version).toBe(2);
  expect(await published(before)).toBe(0);

  const [one, two] = [await serve(), await serve()];
  const settled: Settled = new Map();
  await Promise.all([lookOnce(one, settled), lookOnce(two)]);
  expect(await published(one)).toBe(1);
  expect(await book(one, '16:00', 'booked-after')).toMatchObject({ kind: 'accepted' });

  // Found whole once, the hall is left alone; nothing is published twice.
  await lookOnce(one, settled);
  expect([...settled]).toEqual([[CONFIG.hall, 2]]);
  await lookOnce(one, settled);
  expect(await published(one)).toBe(1);
});
