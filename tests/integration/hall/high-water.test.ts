/** Numbers printed before a backup was restored are never printed again. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { demoHall } from '../../../drizzle/seed/demo-hall.ts';
import { UnreadableMarks, highWater } from '../../../server/hall/high-water.ts';
import { skipPrintedNumbers } from '../../../server/hall/skip-printed.ts';
import { secretsOf } from '../../../server/secrets.ts';
import { deviceId, itemCode } from '../../../shared/base/ids.ts';
import type { Principal } from '../../../shared/hall/principal.ts';
import type { FreshDatabase } from '../../helpers/postgres.ts';
import { freshDatabase } from '../../helpers/postgres.ts';
import { standingClock, testServer } from '../../helpers/actors.ts';

const kiosk: Principal = { kind: 'kiosk', device: deviceId('kiosk-1') };
const issue = { type: 'issueTicket', items: [itemCode('YB022')] } as const;
const clock = standingClock('2026-11-23T09:00:00+08:00');
const secrets = secretsOf(new Uint8Array(32).fill(7));

let folder: string;
let database: FreshDatabase;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yichuang-marks-'));
  database = await freshDatabase();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a restored database passes over what was printed, by an event', async () => {
  const marks = highWater(folder, () => undefined);
  const before = await testServer(database.url, demoHall('jingzhou'), clock);
  for (let count = 0; count < 3; count += 1) await before.send(kiosk, issue);
  marks.note((await before.actor.stream()).day);
  marks.close();
  await before.database.close();

  const empty = await freshDatabase();
  const restored = await testServer(empty.url, demoHall('jingzhou'), clock);
  await skipPrintedNumbers(
    restored.actor,
    highWater(folder, () => undefined),
    secrets,
  );
  expect(await restored.send(kiosk, issue)).toMatchObject({ answer: { ticket: 'B004' } });
  const events = restored.commits.flatMap((commit) => commit.events.map(({ event }) => event));
  expect(events).toContainEqual({ type: 'NumbersSkipped', series: 'B', from: 1, to: 3 });
  await restored.database.close();
});

test('marks that cannot be read stop the start instead of counting as none', async () => {
  const { actor, database: pool } = await testServer(database.url, demoHall('jingzhou'), clock);
  const marks = highWater(folder, () => undefined);
  writeFileSync(join(folder, 'high-water', 'jingzhou.json'), '{"date": "2026-');
  await expect(skipPrintedNumbers(actor, marks, secrets)).rejects.toThrow(UnreadableMarks);
  await pool.close();
});

test('marks that cannot be written are reported and do not end the process', async () => {
  const faults: string[] = [];
  const marks = highWater(folder, (_, what) => faults.push(what));
  const {
    actor,
    send,
    database: pool,
  } = await testServer(database.url, demoHall('jingzhou'), clock);
  await send(kiosk, issue);
  rmSync(join(folder, 'high-water'), { recursive: true });
  marks.note((await actor.stream()).day);
  marks.close();
  expect(faults).toEqual(['high-water marks']);
  expect(() => readFileSync(join(folder, 'high-water', 'jingzhou.json'))).toThrow();
  await pool.close();
});
