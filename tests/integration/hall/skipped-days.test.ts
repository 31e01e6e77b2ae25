// A day that took bookings and on which no server ran: closed at the next start, exactly once.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Bookings } from '../../../server/hall/bookings.ts';
import { configStore } from '../../../server/storage/config-store.ts';
import { businessDate, commandId, itemCode } from '../../../shared/base/ids.ts';
import { standingClock, testSecrets, testServer } from '../../helpers/actors.ts';
import type { TestServer } from '../../helpers/actors.ts';
import type { FreshDatabase } from '../../helpers/postgres.ts';
import { freshDatabase } from '../../helpers/postgres.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const TUESDAY = businessDate('2026-11-24');
const FRIDAY = businessDate('2026-11-27');

let database: FreshDatabase;
const servers: TestServer[] = [];
const clock = standingClock('2026-11-23T17:00:00+08:00');

beforeEach(async () => {
  database = await freshDatabase();
  clock.at = Date.parse('2026-11-23T17:00:00+08:00');
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.database.close()));
});

async function serve(): Promise<TestServer> {
  const server = await testServer(database.url, smallHall(), clock);
  servers.push(server);
  return server;
}

/** Somebody books ten o'clock of that day. */
async function book(server: TestServer, date: typeof TUESDAY): Promise<void> {
  const bookings = new Bookings({
    ...{ log: server.log, days: server.days, clock, secrets: testSecrets },
    configs: configStore(server.database.sql),
    onCommit: () => undefined,
    onFault: (error) => server.faults.push(error),
  });
  const answer = await bookings.actor(server.actor.hall, date).submit({
    commandId: commandId(`somebody-books-${date}`),
    hash: 'of the booking',
    command: { type: 'bookAppointment', date, time: '10:00', items: [itemCode('RS001')] },
    by: { kind: 'booker' },
  });
  expect(answer).toMatchObject({ kind: 'accepted', answer: { ticket: 'Y001' } });
}

async function typesOn(server: TestServer, date: typeof TUESDAY): Promise<string[]> {
  const rows = await server.log.readAfter(server.actor.hall, date, 0);
  return rows.map(({ type }) => type);
}

test('manager 15: bookings of a day on which the server was off end at its next start', async () => {
  const before = await serve();
  await before.actor.stream();
  await book(before, TUESDAY);
  await book(before, FRIDAY);

  clock.at = Date.parse('2026-11-25T08:00:00+08:00');
  const [one, two] = [await serve(), await serve()];
  const streams = await Promise.all([one.actor.stream(), two.actor.stream()]);
  expect(streams.map(({ date }) => date)).toEqual(['2026-11-25', '2026-11-25']);
  const closed = ['BookingsOpened', 'AppointmentBooked', 'TicketExpired', 'DayClosed'];
  expect(await typesOn(one, TUESDAY)).toEqual(closed);
  expect(await typesOn(one, FRIDAY)).toEqual(['BookingsOpened', 'AppointmentBooked']);
  const rows = await one.database.sql<{ status: string }[]>`
    select status from tickets where business_date = ${TUESDAY}`;
  expect(rows.map(({ status }) => status)).toEqual(['expired']);

  clock.at = Date.parse('2026-11-27T08:00:00+08:00');
  expect((await two.actor.stream()).day.tickets.size).toBe(1);
  expect(await typesOn(two, TUESDAY)).toEqual(closed);
});
