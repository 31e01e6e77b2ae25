/** The record: a ticket's timeline, and the verification that finds whatever was changed behind it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { businessDate, hallId } from '../../shared/base/ids.ts';
import type { DayRow } from '../../shared/protocol/http.ts';
import type { EvaluatorView } from '../../shared/views/evaluator-prompt.ts';
import type { Timeline } from '../../shared/views/timeline.ts';
import { loadSecrets } from '../../server/secrets.ts';
import { configStore } from '../../server/storage/config-store.ts';
import { openDatabase } from '../../server/storage/database.ts';
import type { Database } from '../../server/storage/database.ts';
import { faultLine } from '../../server/verify/faults.ts';
import { verifyDay } from '../../server/verify/verify-day.ts';
import type { Auth, HallServer } from '../helpers/hall-server.ts';
import { startHall } from '../helpers/hall-server.ts';
import { PATIENT_MS } from '../helpers/patience.ts';
import { firstView } from '../helpers/live.ts';

const DATE = '2026-11-23';

let hall: HallServer;
let manager: Auth;
let owner: Database;

beforeAll(async () => {
  hall = await startHall({ clock: `${DATE}T09:00+08:00` });
  manager = await hall.signIn('JZ18');
  owner = openDatabase(hall.adminUrl, { max: 1, name: 'test-owner', deadlineMs: PATIENT_MS });
  const kiosk = await hall.deviceKey('kiosk');
  const evaluator = await hall.deviceKey('evaluator', 7);
  const clerk = await hall.signIn('JZ08');
  const done = async (auth: Auth, body: object) => {
    const answer = await hall.command(auth, body);
    expect(answer).toMatchObject({ outcome: 'accepted' });
  };
  await done(clerk, { type: 'openWindow', window: 7 });
  await done(kiosk, { type: 'issueTicket', items: ['YB022'] });
  await done(kiosk, { type: 'issueTicket', items: ['YB022'] });
  await done(clerk, { type: 'callNext' });
  await done(clerk, { type: 'startService' });
  await done(clerk, { type: 'finishCase', case: 'B001-1', outcome: 'closed' });
  const { prompt } = await firstView<EvaluatorView>(hall, 'hall/jingzhou/evaluator/7', evaluator);
  const nonce = prompt?.cases[0]?.nonce;
  await done(evaluator, { type: 'rateCase', case: 'B001-1', level: 2, tags: [], nonce });
});
afterAll(async () => {
  await owner.close();
  await hall.stop();
});

describe('the timeline', () => {
  test('it tells who, when, why and the rule', async () => {
    const { rows } = await timeline('B001');
    const own = rows.filter(({ type }) => type !== 'TicketPrinted');
    expect(own.map(({ type, by }) => [type, by.split('-')[0]])).toEqual([
      ['TicketIssued', 'kiosk:kiosk'],
      ['TicketCalled', 'clerk:JZ08'],
      ['ServiceStarted', 'clerk:JZ08'],
      ['CaseFinished', 'clerk:JZ08'],
      ['PromptOpened', 'clerk:JZ08'],
      ['TicketFinished', 'clerk:JZ08'],
      ['CaseRated', 'evaluator'],
      ['PromptEnded', 'evaluator'],
    ]);
    const called = own.find(({ type }) => type === 'TicketCalled');
    expect(called).toMatchObject({ window: 7, why: { rule: 'longest-wait', eligible: 2 } });
    expect(called?.byName).toMatch(/^\p{Script=Han}{2,4}$/u);
  });

  test('it does not tell how the visitor rated', async () => {
    const { rows } = await timeline('B001');
    const rated = rows.find(({ type }) => type === 'CaseRated');
    expect(JSON.stringify(rated)).not.toMatch(/level|tags|channel|textHash/);
    expect(rows.filter(({ by }) => by.startsWith('evaluator:'))).toEqual([]);
  });

  test('a ticket or a day that is not there is not found; a clerk may not look', async () => {
    const path = (date: string, ticket: string) =>
      `/api/halls/jingzhou/days/${date}/tickets/${ticket}/timeline`;
    expect(await hall.get(path(DATE, 'B999'), manager)).toMatchObject({ code: 'not-found' });
    expect(await hall.get(path('2020-01-01', 'B001'), manager)).toMatchObject({
      code: 'not-found',
    });
    expect(await hall.get(path('yesterday', 'B001'), manager)).toMatchObject({ code: 'malformed' });
    const clerk = await hall.signIn('JZ09');
    expect(await hall.get(path(DATE, 'B001'), clerk)).toMatchObject({ code: 'forbidden' });
  });

  test('the days of the hall are listed', async () => {
    const days = await hall.get<DayRow[]>('/api/halls/jingzhou/days', manager);
    expect(days).toEqual([{ date: DATE, events: expect.any(Number) as number, isClosed: false }]);
  });
});

describe('verifying', () => {
  test('a day that nobody touched agrees, table by table', async () => {
    const { faults, rows, events } = await verified();
    expect(faults).toEqual([]);
    expect(rows).toMatchObject({ tickets: 2, cases: 2, calls: 1, prompts: 1, evaluations: 1 });
    expect(events).toBeGreaterThan(8);
  });

  test.each([
    [
      'a changed row',
      `update tickets set misses = 2 where ticket_id = 'B002'`,
      `update tickets set misses = 0 where ticket_id = 'B002'`,
      ['tickets B002 misses: expected 0, found 2'],
    ],
    [
      'a better rating',
      `update evaluations set level = 5`,
      `update evaluations set level = 2`,
      ['evaluations B001-1/1 level: expected 2, found 5'],
    ],
    [
      'a row too many',
      `insert into cases select hall_id, business_date, 'B002-9', ticket_id, item, status
         from cases where case_id = 'B002-1'`,
      `delete from cases where case_id = 'B002-9'`,
      ['cases B002-9: expected no row, found one'],
    ],
    [
      'an audit row that is gone',
      `create table kept as select * from audit where action = 'TicketCalled';
         delete from audit where action = 'TicketCalled'`,
      `insert into audit select * from kept; drop table kept`,
      [/^audit \d+: expected a row, found none$/],
    ],
    [
      'one byte of an event',
      `update events set body = replace(body, '"level":2', '"level":1') where type = 'CaseRated'`,
      `update events set body = replace(body, '"level":1', '"level":2') where type = 'CaseRated'`,
      [/^events seq \d+ hash: expected /, 'evaluations B001-1/1 level: expected 1, found 2'],
    ],
    [
      'an event that no longer can be read',
      `update events set body = '{' || body where type = 'DayOpened'`,
      `update events set body = substr(body, 2) where type = 'DayOpened'`,
      [
        /^events seq 1 hash: /,
        /^events seq 1 type: expected a body that can be read/,
        /^events seq 1: expected an event that folds/,
      ],
    ],
    [
      'a head that was set back',
      `update hall_days set seq = seq - 1`,
      `update hall_days set seq = seq + 1`,
      [/^hall_days head seq: expected \d+, found \d+$/],
    ],
  ])('%s is named', async (_, change, back, expected) => {
    await owner.sql.unsafe(change);
    const { faults } = await verified().finally(() => owner.sql.unsafe(back));
    const lines = faults.map(faultLine);
    expect(lines).toHaveLength(expected.length);
    lines.forEach((line, index) => expect(line).toMatch(expected[index] ?? ''));
    expect((await verified()).faults).toEqual([]);
  });
});

function timeline(ticket: string): Promise<Timeline> {
  const path = `/api/halls/jingzhou/days/${DATE}/tickets/${ticket}/timeline`;
  return hall.get<Timeline>(path, manager);
}

async function verified() {
  const database = openDatabase(hall.databaseUrl, {
    ...{ max: 1, name: 'test-verify', deadlineMs: PATIENT_MS },
  });
  const { sql } = database;
  const parts = { sql, configs: configStore(sql), secrets: loadSecrets(hall.dataDir) };
  const found = await verifyDay(parts, hallId('jingzhou'), businessDate(DATE));
  await database.close();
  return found;
}
