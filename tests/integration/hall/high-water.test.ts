/** Numbers printed before a backup was restored are never printed again. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { demoHall } from '../../../drizzle/seed/demo-hall.ts';
import { Bookings } from '../../../server/hall/bookings.ts';
import type { Commit } from '../../../server/hall/commit.ts';
import { UnreadableMarks, givesNumbers, highWater } from '../../../server/hall/high-water.ts';
import { skipPrintedNumbers } from '../../../server/hall/skip-printed.ts';
import { secretsOf } from '../../../server/secrets.ts';
import { configStore } from '../../../server/storage/config-store.ts';
import { businessDate, commandId, deviceId, hallId, itemCode } from '../../../shared/base/ids.ts';
import type { BusinessDate } from '../../../shared/base/ids.ts';
import type { Principal } from '../../../shared/hall/principal.ts';
import type { FreshDatabase } from '../../helpers/postgres.ts';
import { freshDatabase } from '../../helpers/postgres.ts';
import { standingClock, testServer } from '../../helpers/actors.ts';
import type { TestServer } from '../../helpers/actors.ts';

const kiosk: Principal = { kind: 'kiosk', device: deviceId('kiosk-1') };
const issue = { type: 'issueTicket', items: [itemCode('YB022')] } as const;
const START = '2026-11-23T09:00:00+08:00';
const clock = standingClock(START);
const secrets = secretsOf(new Uint8Array(32).fill(7));

const [TUESDAY, WEDNESDAY] = [businessDate('2026-11-24'), businessDate('2026-11-25')];

let folder: string;
let database: FreshDatabase;

beforeEach(async () => {
  clock.at = Date.parse(START);
  folder = mkdtempSync(join(tmpdir(), 'yichuang-marks-'));
  database = await freshDatabase();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function bookingsOf(server: TestServer, onCommit: (commit: Commit) => void = () => undefined) {
  return new Bookings({
    ...{ log: server.log, days: server.days, clock, secrets, onCommit },
    configs: configStore(server.database.sql),
    onFault: (error) => server.faults.push(error),
  });
}

/** Somebody books half past nine of that day; the number. */
async function book(bookings: Bookings, date: BusinessDate): Promise<string> {
  const items = [itemCode('YB022')];
  const answer = await bookings.actor(hallId('jingzhou'), date).submit({
    commandId: commandId(crypto.randomUUID()),
    hash: 'of the booking',
    command: { type: 'bookAppointment', date, time: '09:30', items },
    by: { kind: 'booker' },
  });
  return answer.kind === 'accepted' ? String(answer.answer.ticket) : JSON.stringify(answer);
}

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
    bookingsOf(restored),
    highWater(folder, () => undefined),
    secrets,
  );
  expect(await restored.send(kiosk, issue)).toMatchObject({ answer: { ticket: 'B004' } });
  const events = restored.commits.flatMap((commit) => commit.events.map(({ event }) => event));
  expect(events).toContainEqual({ type: 'NumbersSkipped', series: 'B', from: 1, to: 3 });
  await restored.database.close();
});

test('a restored database gives no appointment number of a coming day out twice', async () => {
  const marks = highWater(folder, () => undefined);
  const before = await testServer(database.url, demoHall('jingzhou'), clock);
  const noted = bookingsOf(before, (commit) => {
    if (givesNumbers(commit)) marks.note(commit.stream.day);
  });
  // Booked on Tuesday, then a number is printed on Monday: the one must not hide the other.
  for (const number of ['Y001', 'Y002']) expect(await book(noted, TUESDAY)).toBe(number);
  await before.send(kiosk, issue);
  marks.note((await before.actor.stream()).day);
  marks.close();
  await before.database.close();

  const empty = await freshDatabase();
  const restored = await testServer(empty.url, demoHall('jingzhou'), clock);
  const bookings = bookingsOf(restored);
  const kept = highWater(folder, () => undefined);
  await skipPrintedNumbers(restored.actor, bookings, kept, secrets);
  expect(await book(bookings, TUESDAY)).toBe('Y003');
  expect(await book(bookings, WEDNESDAY)).toBe('Y001');
  expect(await restored.send(kiosk, issue)).toMatchObject({ answer: { ticket: 'B002' } });
  const types = (await restored.log.readAfter(restored.actor.hall, TUESDAY, 0)).map(
    (row) => row.type,
  );
  expect(types).toEqual(['BookingsOpened', 'NumbersSkipped', 'AppointmentBooked']);
  await restored.database.close();
});

test('marks of a day that is over go, those of days to come stay; an older file is read', async () => {
  const file = join(folder, 'high-water', 'jingzhou.json');
  const marks = highWater(folder, () => undefined);
  writeFileSync(file, '{"date": "2026-11-23", "series": {"B": 7}}');
  const server = await testServer(database.url, demoHall('jingzhou'), clock);
  const { day } = await server.actor.stream();
  expect(marks.ahead(day)).toEqual([{ series: 'B', to: 7 }]);
  const bookings = bookingsOf(server, ({ stream }) => {
    marks.note(stream.day);
  });
  await book(bookings, WEDNESDAY);
  marks.close();
  expect(marks.daysAfter(day.hall, day.date)).toEqual([WEDNESDAY]);
  clock.at = Date.parse('2026-11-24T09:00:00+08:00');
  const next = highWater(folder, () => undefined);
  await server.send(kiosk, issue);
  next.note((await server.actor.stream()).day);
  next.close();
  const days = { [TUESDAY]: { B: 1 }, [WEDNESDAY]: { Y: 1 } };
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ days });
  await server.database.close();
});

test('marks that cannot be read stop the start instead of counting as none', async () => {
  const server = await testServer(database.url, demoHall('jingzhou'), clock);
  const marks = highWater(folder, () => undefined);
  writeFileSync(join(folder, 'high-water', 'jingzhou.json'), '{"date": "2026-');
  const skips = skipPrintedNumbers(server.actor, bookingsOf(server), marks, secrets);
  await expect(skips).rejects.toThrow(UnreadableMarks);
  await server.database.close();
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
