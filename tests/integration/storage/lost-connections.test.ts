// Connections that die under load, the way a restarting or failing server lets them die.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase, type Database } from '../../../server/storage/database.ts';
import { isDatabaseAway, isUnknownOutcome } from '../../../server/storage/database-error.ts';
import { PATIENT_MS } from '../../helpers/patience.ts';
import { freshDatabase, type FreshDatabase } from '../../helpers/postgres.ts';

/** The storm is over when so much was seen of everything. */
const STORM_MAX_MS = 90_000;
const ENOUGH = { done: 200, lost: 40, kills: 150 };

let fresh: FreshDatabase;
let admin: Database;
let pool: Database;

beforeEach(async () => {
  fresh = await freshDatabase({ empty: true });
  admin = openDatabase(fresh.adminUrl, { max: 1, name: 'killer', deadlineMs: PATIENT_MS });
  await admin.sql`create table marks (id int primary key, round int not null)`;
  await admin.sql`grant all on marks to yichuang_app`;
  pool = openDatabase(fresh.url, { max: 6, name: 'victim', deadlineMs: PATIENT_MS });
});
afterEach(async () => {
  await Promise.all([pool.close(), admin.close()]);
});

test('backends terminated all the time: each query settles, nothing half is kept', async () => {
  const endsAt = performance.now() + STORM_MAX_MS;
  const tally = { done: 0, lost: 0, other: [] as unknown[], kills: 0 };
  const isOver = () =>
    performance.now() > endsAt ||
    (tally.done >= ENOUGH.done && tally.lost >= ENOUGH.lost && tally.kills >= ENOUGH.kills);
  const acknowledged: number[] = [];
  let nextId = 0;

  const worker = async (): Promise<void> => {
    while (!isOver()) {
      const id = (nextId += 2);
      try {
        if (id % 4 === 0) await pool.sql`insert into marks values (${id}, 1), (${id + 1}, 1)`;
        else await insertPair(id);
        acknowledged.push(id);
        tally.done += 1;
      } catch (error) {
        if (isDatabaseAway(error)) tally.lost += 1;
        else tally.other.push(error);
      }
    }
  };
  const insertPair = (id: number): Promise<unknown> =>
    pool.sql.begin(async (sql) => {
      await sql`insert into marks values (${id}, 2)`;
      // A pause in which the connection may die and another may take its place.
      await new Promise((resolve) => setTimeout(resolve, 2));
      await sql`insert into marks values (${id + 1}, 2)`;
    });
  const killer = async (): Promise<void> => {
    while (!isOver()) {
      const killed = await admin.sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'victim' and random() < 0.5`;
      tally.kills += killed.length;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  await Promise.all([killer(), ...Array.from({ length: 24 }, worker)]);

  expect(tally.other).toEqual([]);
  expect(tally.kills).toBeGreaterThanOrEqual(ENOUGH.kills);
  expect(tally.lost).toBeGreaterThanOrEqual(ENOUGH.lost);
  expect(tally.done).toBeGreaterThanOrEqual(ENOUGH.done);
  const rows = await pool.sql<{ id: number }[]>`select id from marks`;
  const kept = new Set(rows.map(({ id }) => id));
  expect(acknowledged.filter((id) => !kept.has(id) || !kept.has(id + 1))).toEqual([]);
  const halves = [...kept].filter((id) => !kept.has(id % 2 === 0 ? id + 1 : id - 1));
  expect(halves).toEqual([]);
  expect(await Promise.all(Array.from({ length: 20 }, () => pool.sql`select 1 as n`))).toHaveLength(
    20,
  );
});

test('a connection that dies within a transaction never lets the rest of it run', async () => {
  const failure: unknown = await pool.sql
    .begin(async (sql) => {
      const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
      await admin.sql`select pg_terminate_backend(${row?.pid ?? 0})`;
      await new Promise((resolve) => setTimeout(resolve, 100));
      // The pool connects anew meanwhile, perhaps on the very connection object of this one.
      await Promise.all(Array.from({ length: 6 }, () => pool.sql`select pg_sleep(0.01)`));
      await sql`insert into marks values (1, 1)`.catch(() => undefined);
    })
    .catch((error: unknown) => error);
  expect(isDatabaseAway(failure)).toBe(true);
  expect(await pool.sql`select id from marks`).toEqual([]);
});

test('the deadline stands within a transaction too, and nothing of it is kept', async () => {
  const short = openDatabase(fresh.url, { max: 1, name: 'short', deadlineMs: 1_500 });
  await answering(short);
  const error: unknown = await short.sql
    .begin(async (sql) => {
      await sql`insert into marks values (1, 1)`;
      await sql`set local statement_timeout = 0`;
      await sql`select pg_sleep(60)`;
    })
    .catch((e: unknown) => e);
  expect(isUnknownOutcome(error)).toBe(true);
  expect(await admin.sql`select id from marks`).toEqual([]);
  await short.close();
});

test('a server that stops answering: the deadline passes with an unknown outcome, then it heals', async () => {
  const { promise: silence, resolve: speak } = Promise.withResolvers<undefined>();
  const proxy = await silentProxy(new URL(fresh.url), silence);
  const url = new URL(fresh.url);
  url.port = String(proxy.port);
  const through = openDatabase(url.href, { max: 2, name: 'through', deadlineMs: 1_000 });
  await answering(through);
  proxy.beSilent();
  const attempts = [
    through.sql`insert into marks values (1, 3)`,
    through.sql.begin((sql) => sql`insert into marks values (2, 3)`),
    through.sql`insert into marks values (3, 3)`,
    through.sql.begin((sql) => sql`insert into marks values (4, 3)`),
  ];
  const errors = await Promise.all(attempts.map((work) => work.catch((error: unknown) => error)));
  expect(errors.every(isDatabaseAway)).toBe(true);
  expect(errors.some(isUnknownOutcome)).toBe(true);
  speak(undefined);
  await answering(through);
  await through.close();
  proxy.close();
});

/** A pool with a short deadline may need several tries for its first connection. */
async function answering({ sql }: Database): Promise<void> {
  await expect.poll(() => sql`select 1 as n`.catch(() => null)).toEqual([{ n: 1 }]);
}

interface Proxy {
  readonly port: number;
  beSilent(): void;
  close(): void;
}

/** Passes bytes on until told to be silent; connections stay open, as with a frozen server. */
async function silentProxy(target: URL, silence: Promise<undefined>): Promise<Proxy> {
  const { connect, createServer } = await import('node:net');
  let isSilent = false;
  void silence.then(() => (isSilent = false));
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    near.on('data', (bytes) => isSilent || far.write(bytes));
    far.on('data', (bytes) => isSilent || near.write(bytes));
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    beSilent: () => (isSilent = true),
    close: () => server.close(),
  };
}
