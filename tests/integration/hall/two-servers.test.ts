/**
 * Two servers write one hall's day: whoever loses the race decides again on what the other wrote.
 * And the three ways in which a commit can end badly: refused, lost before it, lost in it.
 */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { demoHall } from '../../../drizzle/seed/demo-hall.ts';
import { ConnectionLost, DatabaseUnreachable } from '../../../server/storage/database-error.ts';
import type { HallLog } from '../../../server/storage/hall-log.ts';
import { deviceId, itemCode, staffNo, windowNo } from '../../../shared/base/ids.ts';
import type { Principal } from '../../../shared/hall/principal.ts';
import type { FreshDatabase } from '../../helpers/postgres.ts';
import { freshDatabase } from '../../helpers/postgres.ts';
import type { TestServer } from '../../helpers/actors.ts';
import { hallOf, standingClock, testServer } from '../../helpers/actors.ts';

const kiosk: Principal = { kind: 'kiosk', device: deviceId('kiosk-1') };
const clerk = (no: number): Principal => ({ kind: 'clerk', staffNo: staffNo(`CL${String(no)}`) });
const issue = { type: 'issueTicket', items: [itemCode('YB022')] } as const;

let database: FreshDatabase;
const servers: TestServer[] = [];
const clock = standingClock('2026-11-23T09:00:00+08:00');
const fifty = hallOf(50, demoHall('jingzhou'));

beforeEach(async () => {
  database = await freshDatabase();
  clock.at = Date.parse('2026-11-23T09:00:00+08:00');
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.database.close()));
});

test('bursts of 4 to 50 clerks over two servers: as many tickets as answered calls', async () => {
  const [one, two] = [await serve(), await serve()];
  await all(200, () => one.send(kiosk, issue));
  await all(50, (no) =>
    pick(one, two, no).send(clerk(no + 1), { type: 'openWindow', window: windowNo(no + 1) }),
  );
  for (let burst = 0; burst < 20; burst += 1) {
    const size = 4 + Math.round((burst * 46) / 19);
    const answers = await all(size, (no) =>
      pick(one, two, no).send(clerk(no + 1), { type: 'callNext' }),
    );
    const called = answers.map((answer) => answer.kind === 'accepted' && answer.answer.ticket);
    expect(new Set(called).size).toBe(size);
    expect(called).not.toContain(false);
    await all(size, (no) => pick(two, one, no).send(clerk(no + 1), { type: 'undoCall' }));
  }
  expect(await deadlocks(one)).toBe(0);
});

test('no refusal is given on an old state', async () => {
  const [one, two] = [await serve(), await serve()];
  await one.send(clerk(1), { type: 'openWindow', window: windowNo(1) });
  await two.actor.refresh();
  await one.send(kiosk, issue);
  const called = await two.send(clerk(1), { type: 'callNext' });
  expect(called).toMatchObject({ kind: 'accepted', answer: { ticket: 'B001' } });
});

test('a commit whose answer was lost is fenced, found again and answered once', async () => {
  let lose = true;
  const server = await serve((log) => ({
    ...log,
    async append(slices) {
      const written = await log.append(slices);
      const isTicket = slices.some(({ events }) =>
        events.some((row) => row.type === 'TicketIssued'),
      );
      if (lose && isTicket) {
        lose = false;
        throw new ConnectionLost('cut in commit');
      }
      return written;
    },
  }));
  expect(await server.send(kiosk, issue, 'press-0001')).toEqual({ kind: 'unavailable' });
  const again = await server.send(kiosk, issue, 'press-0001');
  expect(again).toMatchObject({ kind: 'accepted', answer: { ticket: 'B001' } });
  const next = await server.send(kiosk, issue);
  expect(next).toMatchObject({ kind: 'accepted', answer: { ticket: 'B002' } });
  const { day } = await server.actor.stream();
  expect(day.tickets.size).toBe(2);
  expect(types(server)).toContain('Fenced');
});

test('an append that still hangs when its outcome is given up cannot arrive later', async () => {
  const held: Promise<boolean>[] = [];
  let release: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const server = await serve((log) => ({
    ...log,
    async append(slices) {
      const isTicket = slices.some(({ events }) =>
        events.some((row) => row.type === 'TicketIssued'),
      );
      if (held.length > 0 || !isTicket) return log.append(slices);
      held.push(gate.then(() => log.append(slices)));
      throw new ConnectionLost('no answer in time');
    },
  }));
  expect(await server.send(kiosk, issue, 'press-0001')).toEqual({ kind: 'unavailable' });
  const again = await server.send(kiosk, issue, 'press-0001');
  expect(again).toMatchObject({ kind: 'accepted', answer: { ticket: 'B001' } });
  release();
  expect(await Promise.all(held)).toEqual([false]);
  expect((await server.actor.stream()).day.tickets.size).toBe(1);
});

test('while the database is away presses are refused; afterwards nothing is missing', async () => {
  let away = false;
  const server = await serve((log) => ({
    ...log,
    async append(slices) {
      if (away) throw new DatabaseUnreachable('switched off');
      return log.append(slices);
    },
  }));
  await server.send(kiosk, issue);
  away = true;
  expect(await server.send(kiosk, issue, 'press-0002')).toEqual({ kind: 'unavailable' });
  away = false;
  const back = await server.send(kiosk, issue, 'press-0002');
  expect(back).toMatchObject({ kind: 'accepted', answer: { ticket: 'B002' } });
});

test('at midnight two servers turn the day once; open tickets end once, numbers begin at 001', async () => {
  const [one, two] = [await serve(), await serve()];
  await one.send(kiosk, issue);
  await one.send(clerk(1), { type: 'openWindow', window: windowNo(1) });
  await two.actor.refresh();
  clock.at = Date.parse('2026-11-24T00:00:05+08:00');
  const tickets = await Promise.all([one.send(kiosk, issue), two.send(kiosk, issue)]);
  const numbers = tickets.map((answer) => answer.kind === 'accepted' && answer.answer.ticket);
  expect(numbers.sort()).toEqual(['B001', 'B002']);
  const log = await one.log.readAfter(fifty.hall, date('2026-11-23'), 0);
  const ends = log.map((row) => row.type).filter((type) => /Expired|Closed/.test(type));
  expect(ends).toEqual(['TicketExpired', 'WindowClosed', 'DayClosed']);
});

test('whoever looks is served between batches, though the presses never stop', async () => {
  const server = await serve((log) => ({
    ...log,
    async append(slices) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return log.append(slices);
    },
  }));
  let pressing = true;
  const presses = Array.from({ length: 5 }, async () => {
    while (pressing) await server.send(kiosk, issue);
  });
  const seen = await server.actor.read(({ day, draft }) => [day.seq, draft.rows.length]);
  pressing = false;
  await Promise.all(presses);
  expect(seen[1]).toBe(0);
  expect((await server.actor.stream()).day.seq).toBeGreaterThan(seen[0] ?? Infinity);
});

test('the events that close a day are told, for phones that still look at it', async () => {
  const server = await serve();
  await server.send(kiosk, issue);
  clock.at = Date.parse('2026-11-24T00:00:05+08:00');
  await server.send(kiosk, issue);
  const closing = server.commits.filter(({ stream }) => stream.date === '2026-11-23').at(-1);
  expect(closing?.events.map(({ event }) => event.type)).toEqual(['TicketExpired', 'DayClosed']);
});

test('a server that was off at midnight closes the old day when it starts', async () => {
  const before = await serve();
  await before.send(kiosk, issue);
  clock.at = Date.parse('2026-11-26T08:20:00+08:00');
  const after = await serve();
  const { date: today, day } = await after.actor.stream();
  expect([today, day.tickets.size]).toEqual(['2026-11-26', 0]);
  const log = await after.log.readAfter(fifty.hall, date('2026-11-23'), 0);
  expect(log.at(-1)?.type).toBe('DayClosed');
});

test('yesterday evening, retried after midnight, is answered as before', async () => {
  const server = await serve();
  const first = await server.send(kiosk, issue, 'press-0001');
  clock.at = Date.parse('2026-11-24T00:00:05+08:00');
  expect(await server.send(kiosk, issue, 'press-0001')).toEqual(first);
});

test('every hash of the chain follows from the one before', async () => {
  const server = await serve();
  await all(5, () => server.send(kiosk, issue));
  const rows = await server.log.readAfter(fifty.hall, date('2026-11-23'), 0);
  const { chainHash, CHAIN_START } = await import('../../../server/storage/log-row.ts');
  let before = CHAIN_START;
  for (const row of rows) {
    expect(row.hash).toBe(chainHash(before, row));
    before = row.hash;
  }
  expect(rows).toHaveLength(6);
});

test('the serving role can change no event and no evaluation', async () => {
  const { database: served } = await serve();
  for (const statement of [
    'update events set body = body',
    'delete from events',
    'update evaluations set level = 5',
    'delete from audit',
  ]) {
    await expect(served.sql.unsafe(statement)).rejects.toMatchObject({ code: '42501' });
  }
});

async function serve(wrap?: (log: HallLog) => HallLog): Promise<TestServer> {
  const server = await testServer(database.url, fifty, clock, wrap);
  servers.push(server);
  return server;
}

function all<T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => make(index)));
}

function pick(one: TestServer, two: TestServer, index: number): TestServer {
  return index % 2 === 0 ? one : two;
}

function types(server: TestServer): string[] {
  return server.commits.flatMap(({ events }) => events.map(({ event }) => event.type));
}

function date(text: string) {
  return text as Awaited<ReturnType<TestServer['actor']['stream']>>['date'];
}

async function deadlocks({ database: { sql } }: TestServer): Promise<number> {
  const [row] = await sql<{ deadlocks: number }[]>`
    select deadlocks from pg_stat_database where datname = current_database()`;
  return row?.deadlocks ?? -1;
}
