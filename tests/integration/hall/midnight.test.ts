/**
 * Midnight: the day turns once, whoever turns it and however late, and what a hall carries over is
 * found again by its paper.
 */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ticketFinder } from '../../../server/people/tokens.ts';
import type { DayStream } from '../../../server/hall/stream.ts';
import { must } from '../../../shared/base/assert.ts';
import { businessDate, deviceId, itemCode, staffNo, windowNo } from '../../../shared/base/ids.ts';
import type { HallConfig } from '../../../shared/hall/config.ts';
import type { Principal } from '../../../shared/hall/principal.ts';
import { standingClock, testSecrets, testServer } from '../../helpers/actors.ts';
import type { TestServer } from '../../helpers/actors.ts';
import type { FreshDatabase } from '../../helpers/postgres.ts';
import { freshDatabase } from '../../helpers/postgres.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const EVENING = '2026-11-23T23:50:00+08:00';
const kiosk: Principal = { kind: 'kiosk', device: deviceId('kiosk-1') };
const clerk: Principal = { kind: 'clerk', staffNo: staffNo('K01') };
const manager: Principal = { kind: 'manager', staffNo: staffNo('M01') };
const issue = { type: 'issueTicket', items: [itemCode('SC001')] } as const;
const at = (text: string) => Date.parse(text);

let database: FreshDatabase;
const servers: TestServer[] = [];
const clock = standingClock(EVENING);

beforeEach(async () => {
  database = await freshDatabase();
  clock.at = at(EVENING);
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.database.close()));
});

async function serve(config: HallConfig): Promise<TestServer> {
  const server = await testServer(database.url, config, clock);
  servers.push(server);
  return server;
}

/** The types of a stream's events, in order. */
async function typesOn(server: TestServer, date: string): Promise<string[]> {
  const rows = await server.log.readAfter(server.actor.hall, businessDate(date), 0);
  return rows.map(({ type }) => type);
}

/** What the state and the tables say of the tickets of a day, which must be the same. */
async function ticketsOn(server: TestServer, { date, day }: DayStream) {
  const rows = await server.database.sql<{ ticket_id: string; number: number; status: string }[]>`
    select ticket_id, number, status from tickets where business_date = ${date} order by ticket_id`;
  const found = rows.map((row) => [row.ticket_id, row.number, row.status]);
  const folded = [...day.tickets.values()].map(({ id, number, state }) => [
    id,
    number,
    state.status,
  ]);
  expect(found).toEqual(folded.sort());
  return found;
}

test('manager 15: two servers at midnight turn the day once; a series begins anew', async () => {
  const config = smallHall();
  const [one, two] = [await serve(config), await serve(config)];
  await one.send(kiosk, issue);
  await two.actor.refresh();
  clock.at = at('2026-11-24T00:00:01+08:00');
  const [first, second] = await Promise.all([one.send(kiosk, issue), two.send(kiosk, issue)]);
  const tickets = [first, second].map((answer) =>
    answer.kind === 'accepted' ? answer.answer.ticket : answer.kind,
  );
  expect(tickets.sort()).toEqual(['A001', 'A002']);
  expect(await typesOn(one, '2026-11-23')).toEqual([
    'DayOpened',
    'TicketIssued',
    'TicketExpired',
    'DayClosed',
  ]);
  expect(await typesOn(one, '2026-11-24')).toEqual(['DayOpened', 'TicketIssued', 'TicketIssued']);
});

test('manager 15: a server that was off at midnight does it at its start, and once', async () => {
  const config = smallHall();
  const before = await serve(config);
  await before.send(kiosk, issue);
  await before.send(clerk, { type: 'openWindow', window: windowNo(1) });
  clock.at = at('2026-11-26T08:00:00+08:00');
  for (const server of [await serve(config), await serve(config)]) {
    expect((await server.actor.stream()).date).toBe('2026-11-26');
    expect((await server.days.previous(server.actor.hall))?.day.phase).toBe('closed');
  }
  expect(await typesOn(before, '2026-11-23')).toEqual([
    ...['DayOpened', 'TicketIssued', 'WindowOpened'],
    ...['TicketExpired', 'WindowClosed', 'DayClosed'],
  ]);
  expect(await typesOn(before, '2026-11-26')).toEqual(['DayOpened']);
});

test('a hall that never sleeps carries its tickets over, beside the same numbers anew', async () => {
  const config = smallHall({ carryOver: true });
  const [one, two] = [await serve(config), await serve(config)];
  const issued = await one.send(kiosk, issue);
  await one.send(kiosk, issue);
  const token = must(issued.kind === 'accepted' ? issued.answer.token : null, 'the token');
  let minutes = 0;
  const find = ticketFinder(one.database.sql, testSecrets, () => minutes * 60_000);
  expect(await find(token)).toMatchObject({ date: '2026-11-23', ticket: 'A001' });
  await one.send(manager, { type: 'showEmergency', kind: 'power' });
  await two.actor.refresh();

  clock.at = at('2026-11-24T00:00:01+08:00');
  minutes += 1;
  await Promise.all([one.send(kiosk, issue), two.send(kiosk, issue)]);
  const today = await one.actor.stream();
  const yesterday = must(await one.days.previous(one.actor.hall), 'yesterday');
  expect(await ticketsOn(one, yesterday)).toEqual([
    ['A001', 1, 'carriedOver'],
    ['A002', 2, 'carriedOver'],
  ]);
  await one.actor.refresh();
  expect(await ticketsOn(one, today)).toEqual([
    ['A001', 1, 'waiting'],
    ['A001~1123', 1, 'waiting'],
    ['A002', 2, 'waiting'],
    ['A002~1123', 2, 'waiting'],
  ]);
  expect(today.day.emergency).toMatchObject({ kind: 'power', text: null });
  expect(await find(token)).toMatchObject({ date: '2026-11-24', ticket: 'A001~1123' });

  clock.at = at('2026-11-25T00:00:01+08:00');
  minutes += 1;
  await two.send(kiosk, issue);
  expect(await find(token)).toMatchObject({ date: '2026-11-25', ticket: 'A001~1123' });
  await two.send(clerk, { type: 'openWindow', window: windowNo(1) });
  const called = await two.send(clerk, { type: 'callNext' });
  expect(called).toMatchObject({ kind: 'accepted', answer: { ticket: 'A001~1123' } });
});
