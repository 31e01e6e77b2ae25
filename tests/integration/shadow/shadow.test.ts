/**
 * A server that plays its days in the other order too: a past day and today stand in the manager's
 * answer, made in a thread of their own from the log alone.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PAGE_EVENTS, askShadow, sendPages } from '../../../server/shadow/question.ts';
import type { ShadowPage } from '../../../server/shadow/question.ts';
import { ShadowJob } from '../../../server/shadow/shadow-job.ts';
import { configStore } from '../../../server/storage/config-store.ts';
import { businessDate } from '../../../shared/base/ids.ts';
import { planOf } from '../../../shared/hall/plan.ts';
import type { ShadowView } from '../../../shared/views/shadow-view.ts';
import { PATIENT } from '../../helpers/patience.ts';
import type { TestServer } from '../../helpers/actors.ts';
import { standingClock, testServer } from '../../helpers/actors.ts';
import type { FreshDatabase } from '../../helpers/postgres.ts';
import { freshDatabase } from '../../helpers/postgres.ts';
import { startHall } from '../../helpers/hall-server.ts';
import { hallOf, playedDay } from '../../unit/forecast/shadow/played-day.ts';

let database: FreshDatabase;
let server: TestServer;
const clock = standingClock('2026-11-23T09:00:00+08:00');

beforeAll(async () => {
  database = await freshDatabase();
  server = await testServer(database.url, hallOf(), clock);
});
afterAll(() => server.database.close());

test('a thread answers what the promise order would have done, or says that there is nothing', async () => {
  const { hall } = playedDay(60);
  const question = { date: businessDate('2026-11-23'), events: hall.log } as const;
  const answer = await askShadow({ ...question, configs: [hallOf()] });
  expect(answer).toMatchObject({ report: { isClosed: true, strict: { visitors: 60 } } });
  const config = { ...hallOf(), policy: { ...hallOf().policy, routing: 'zones' as const } };
  expect(planOf(config).config.policy.routing).toBe('zones');
  expect(await askShadow({ ...question, configs: [config] })).toEqual({ routing: 'zones' });
});

test('a long day goes to the thread in pages, with a turn of the event loop after each', async () => {
  const [first] = playedDay(1).hall.log;
  if (!first) throw new Error('an empty day');
  const events = Array.from({ length: 2 * PAGE_EVENTS + 1 }, (_, at) => ({
    ...first,
    seq: at + 1,
  }));
  const told: ShadowPage[] = [];
  let rests = 0;
  const rest = () => Promise.resolve(void (rests += 1));
  await sendPages(
    events,
    (page) => told.push(page),
    () => false,
    rest,
  );
  expect(told.map(({ isLast }) => isLast)).toEqual([false, false, true]);
  expect(told.flatMap((page) => page.events)).toEqual(events);
  expect(rests).toBe(2);
  // Nobody waits any more: the rest is not told.
  told.length = 0;
  await sendPages(
    events,
    (page) => told.push(page),
    () => told.length > 0,
    rest,
  );
  expect(told).toHaveLength(1);
});

test('a thread that does not answer in time, or cannot read the day, is a fault and is ended', async () => {
  const { hall } = playedDay(5);
  const date = businessDate('2026-11-23');
  await expect(askShadow({ date, configs: [hallOf()], events: hall.log }, 0)).rejects.toThrow(
    'no answer in time',
  );
  const broken = hall.log.slice(1);
  await expect(askShadow({ date, configs: [hallOf()], events: broken })).rejects.toThrow('follow');
});

test('today is looked at once in ten minutes of the hall; what fails is told and passes', async () => {
  const asked: string[] = [];
  const faults: unknown[] = [];
  const job = new ShadowJob({
    actors: () => [server.actor],
    ...{ log: server.log, configs: configStore(server.database.sql), clock, lookEveryMs: 20 },
    onFault: (error) => faults.push(error),
    ask: (question) => {
      asked.push(question.date);
      return Promise.reject(new Error('broken'));
    },
  });
  await expect.poll(() => asked, PATIENT).toEqual(['2026-11-23']);
  await expect.poll(() => faults, PATIENT).toHaveLength(1);
  expect(job.reports(server.actor.hall)).toEqual({ today: null, past: [] });
  job.close();
});

test('manager: the answer names the order of the hall and its days; a clerk may not read it', async () => {
  const hall = await startHall({ clock: '2026-11-23T09:30+08:00x1' });
  try {
    const path = `/api/halls/${hall.hall}/shadow`;
    const manager = await hall.signIn('JZ18');
    const read = () => hall.get<ShadowView>(path, manager);
    await expect.poll(async () => (await read()).today?.worth, PATIENT).toBe('too-few');
    expect(await read()).toMatchObject({ isStrict: true, past: [], sum: null });
    const clerk = await hall.signIn('JZ08');
    const refused = await fetch(`${hall.url}${path}`, { headers: clerk });
    expect(refused.status).toBe(403);
  } finally {
    await hall.stop();
  }
});
