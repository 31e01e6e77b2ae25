/** Paper asked for in the last moments before midnight, when the hall's day is already the next one. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { demoHall } from '../../../drizzle/seed/demo-hall.ts';
import { startPrinting } from '../../../server/effects/printing.ts';
import type { PaperJob, Printing } from '../../../server/effects/printing.ts';
import {
  caseId,
  deviceId,
  itemCode,
  staffNo,
  ticketId,
  windowNo,
} from '../../../shared/base/ids.ts';
import type { HallConfig } from '../../../shared/hall/config.ts';
import type { Principal } from '../../../shared/hall/principal.ts';
import type { TestServer } from '../../helpers/actors.ts';
import { standingClock, testServer } from '../../helpers/actors.ts';
import { PATIENT } from '../../helpers/patience.ts';
import type { FreshDatabase } from '../../helpers/postgres.ts';
import { freshDatabase } from '../../helpers/postgres.ts';

const kiosk: Principal = { kind: 'kiosk', device: deviceId('kiosk-1') };
const issue = { type: 'issueTicket', items: [itemCode('YB022')] } as const;
const clock = standingClock('2026-11-23T23:59:59+08:00');
const demo = demoHall('jingzhou');
/** Whoever waits at midnight goes on the next day. */
const carrying = { ...demo, policy: { ...demo.policy, carryOver: true } };
const OLD = { date: '2026-11-23', ticket: 'B001' };
const NEW = { date: '2026-11-24', ticket: 'B001' };

let database: FreshDatabase;
let server: TestServer;
let papers: Pick<PaperJob, 'date' | 'ticket'>[];
let running: Printing[];

beforeEach(async () => {
  clock.at = Date.parse('2026-11-23T23:59:59+08:00');
  database = await freshDatabase();
  papers = [];
  running = [];
});
afterEach(async () => {
  for (const printing of running) printing.close();
  await server.database.close();
});

async function serve(config: HallConfig): Promise<void> {
  server = await testServer(database.url, config, clock);
}

/** A server that prints at once; `during` happens while the paper comes out. */
function prints(during: () => Promise<void> = () => Promise.resolve()): Printing {
  const printing = startPrinting({
    ...{ sql: server.database.sql, actors: () => [server.actor], hash: (body: string) => body },
    previous: (hall) => server.days.previous(hall),
    now: () => clock.at,
    async print(_, { date, ticket }) {
      papers.push({ date, ticket });
      await during();
      return { outcome: 'printed', isPaperLow: false };
    },
    mayWork: () => Promise.resolve(true),
    onFault: (error) => server.faults.push(error),
  });
  running.push(printing);
  return printing;
}

const statusToday = async () =>
  (await server.actor.stream()).day.tickets.get(ticketId(NEW.ticket))?.print.status;

test('what was asked for before midnight is printed after it, once, and not told to the new day', async () => {
  await serve(carrying);
  await server.send(kiosk, issue);
  clock.at = Date.parse('2026-11-24T00:00:01+08:00');
  expect((await server.actor.stream()).date).toBe(NEW.date);
  prints();
  await expect.poll(() => papers, PATIENT).toEqual([OLD]);
  await server.send(kiosk, issue);
  await expect.poll(statusToday, PATIENT).toBe('printed');
  expect(papers).toEqual([OLD, NEW]);
  // Another start finds nothing left to do.
  prints();
  await server.send(kiosk, issue);
  await expect.poll(() => papers.length, PATIENT).toBe(3);
  expect(papers.filter(({ date }) => date === OLD.date)).toEqual([OLD]);
  expect(server.faults).toEqual([]);
});

test('a paper that comes out over midnight is not booked on the new day’s number', async () => {
  await serve(carrying);
  await server.send(kiosk, issue);
  let isNight = false;
  prints(async () => {
    if (isNight) return;
    isNight = true;
    clock.at = Date.parse('2026-11-24T00:00:01+08:00');
    // Somebody takes the first number of the new day: the same letter, the same digits.
    await server.send(kiosk, issue);
  });
  await expect.poll(() => papers, PATIENT).toEqual([OLD, NEW]);
  await expect.poll(statusToday, PATIENT).toBe('printed');
  expect(server.faults).toEqual([]);
});

test('a number that expired at midnight gets no paper; what an outcome left for the visitor does', async () => {
  await serve({ ...demo, policy: { ...demo.policy, carryOver: false } });
  const clerk: Principal = { kind: 'clerk', staffNo: staffNo('JZ06') };
  await server.send(kiosk, { type: 'issueTicket', items: [itemCode('SW045')] });
  await server.send(clerk, { type: 'openWindow', window: windowNo(7) });
  await server.send(clerk, { type: 'callNext', window: windowNo(7) });
  await server.send(clerk, { type: 'startService', window: windowNo(7) });
  const finish = { type: 'finishCase', case: caseId('B001-1'), outcome: 'supplement' } as const;
  const noted = await server.send(clerk, { ...finish, missing: ['申请人居民身份证'] });
  expect(noted.kind).toBe('accepted');
  await server.send(kiosk, issue);
  clock.at = Date.parse('2026-11-24T00:00:01+08:00');
  prints();
  await expect.poll(() => papers, PATIENT).toEqual([OLD, OLD]);
  await server.send(kiosk, issue);
  await expect.poll(statusToday, PATIENT).toBe('printed');
  expect(papers).toEqual([OLD, OLD, NEW]);
});

test('what the night has swallowed is not printed in the morning: nobody stands there', async () => {
  await serve(carrying);
  await server.send(kiosk, issue);
  clock.at = Date.parse('2026-11-24T08:30:00+08:00');
  await server.send(kiosk, issue);
  prints();
  await expect.poll(statusToday, PATIENT).toBe('printed');
  expect(papers).toEqual([NEW]);
});
