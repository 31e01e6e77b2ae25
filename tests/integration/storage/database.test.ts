import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase, type Database } from '../../../server/storage/database.ts';
import { DatabaseUnreachable, isUnknownOutcome } from '../../../server/storage/database-error.ts';
import { PATIENT_MS } from '../../helpers/patience.ts';
import { freshDatabase, type FreshDatabase } from '../../helpers/postgres.ts';

let fresh: FreshDatabase;
let database: Database;

beforeEach(async () => {
  fresh = await freshDatabase({ empty: true });
  database = openDatabase(fresh.url, { max: 3, name: 'test', deadlineMs: 4_000 });
});
afterEach(async () => {
  await database.close();
});

test('values keep their kind: bigint is a number, a date is its text, arrays are arrays', async () => {
  const [row] = await database.sql`
    select 9007199254740991::bigint as big, date '2026-11-23' as day,
      ${[1, 2]}::bigint[] as numbers, ${['a"b', 'c\\', 'null', '', '号']}::text[] as words,
      ${[true, false]}::bool[] as flags, array['x', null, 'NULL']::text[] as gaps,
      ${database.sql.json({ a: [1] })}::jsonb as json`;
  expect(row).toEqual({
    big: 9007199254740991,
    day: '2026-11-23',
    numbers: [1, 2],
    words: ['a"b', 'c\\', 'null', '', '号'],
    flags: [true, false],
    gaps: ['x', null, 'NULL'],
    json: { a: [1] },
  });
});

test('a bigint beyond the safe integers is refused, never rounded', async () => {
  await expect(database.sql`select 9007199254740993::bigint`).rejects.toThrow(RangeError);
  expect(await database.sql`select 1 as one`).toEqual([{ one: 1 }]);
});

test('a statement that is too slow is ended by the server: the outcome is known', async () => {
  const error: unknown = await database.sql`select pg_sleep(60)`.catch((e: unknown) => e);
  expect(error).toMatchObject({ code: '57014' });
  expect(isUnknownOutcome(error)).toBe(false);
});

test('when no connection is free in time, the query is certainly not run', async () => {
  const admin = openDatabase(fresh.ownerUrl, { max: 1, name: 'test', deadlineMs: PATIENT_MS });
  await admin.sql`create table marks (n int)`;
  await admin.sql`grant insert, select on marks to yichuang_app`;
  const one = openDatabase(fresh.url, { max: 1, name: 'test', deadlineMs: 600 });
  const slow = [0, 1].map(() => one.sql`select pg_sleep(0.4)`.catch((e: unknown) => e));
  const error: unknown = await one.sql`insert into marks values (1)`.catch((e: unknown) => e);
  expect(error).toBeInstanceOf(DatabaseUnreachable);
  await Promise.all(slow);
  expect(await admin.sql`select n from marks`).toEqual([]);
  await one.close();
  await admin.close();
});

test('a parameter that cannot be encoded fails its own query and no other', async () => {
  const one = openDatabase(fresh.url, { max: 1, name: 'test', deadlineMs: PATIENT_MS });
  const bad = undefined as unknown as number;
  const settled = await Promise.allSettled([
    one.sql`select 1 as n, pg_sleep(0.05)`,
    one.sql`select ${bad}::int as n`,
    one.sql`select 3 as n`,
  ]);
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(settled[2]).toMatchObject({ value: [{ n: 3 }] });
  await one.close();
});

test('nobody listens: refused within the deadline, as certainly not run', async () => {
  const nobody = openDatabase('postgres://u:p@127.0.0.1:1/x', {
    max: 2,
    name: 'test',
    deadlineMs: 500,
  });
  const error: unknown = await nobody.sql`select 1`.catch((e: unknown) => e);
  expect(error).toBeInstanceOf(DatabaseUnreachable);
  await nobody.close();
});
