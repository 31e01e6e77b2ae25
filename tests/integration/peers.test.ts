// Bugs that other queue systems had where two processes meet one database (docs/peers-bugs.md).
import { expect, test } from 'vitest';
import { demoHall } from '../../drizzle/seed/demo-hall.ts';
import { openDatabase } from '../../server/storage/database.ts';
import { migrateDatabase } from '../../server/storage/migrate.ts';
import { deviceId, itemCode } from '../../shared/base/ids.ts';
import type { Principal } from '../../shared/hall/principal.ts';
import { standingClock, testServer } from '../helpers/actors.ts';
import { PATIENT_MS } from '../helpers/patience.ts';
import { freshDatabase } from '../helpers/postgres.ts';

const kiosk: Principal = { kind: 'kiosk', device: deviceId('kiosk-1') };
const wanted = itemCode('YB022');
test('two processes that start on an empty database make its tables once', async () => {
  const database = await freshDatabase({ empty: true });
  const { ownerUrl } = database;
  await Promise.all([migrateDatabase(ownerUrl), migrateDatabase(ownerUrl)]);
  const { sql, close } = openDatabase(ownerUrl, { max: 1, name: 'test', deadlineMs: PATIENT_MS });
  const rows = await sql<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public'`;
  await close();
  expect(rows.length).toBeGreaterThan(3);
});

test('a quota of seven is seven, however many press at two servers at once', async () => {
  const database = await freshDatabase();
  const hall = demoHall('jingzhou');
  const config = { ...hall, itemRules: [{ item: wanted, ticketsPerDayMax: 7 }] };
  const clock = standingClock('2026-11-23T09:00:00+08:00');
  const one = await testServer(database.url, config, clock);
  const two = await testServer(database.url, config, clock);
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, press) =>
      (press % 2 === 0 ? one : two).send(kiosk, { type: 'issueTicket', items: [wanted] }),
    ),
  );
  const kinds = answers.map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'accepted')).toHaveLength(7);
  expect(kinds.filter((kind) => kind === 'refused')).toHaveLength(33);
  await Promise.all([one, two].map((server) => server.database.close()));
});
