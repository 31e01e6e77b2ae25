/** The public interface: statuses and codes, roles, sentences in the asked language, limits. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DeskView } from '../../../shared/views/clerk-desk.ts';
import type { TicketView } from '../../../shared/views/ticket-page.ts';
import type { Auth, HallServer } from '../../helpers/hall-server.ts';
import { startHall } from '../../helpers/hall-server.ts';
import { PATIENT_MS } from '../../helpers/patience.ts';
import { firstView } from '../../helpers/live.ts';

let hall: HallServer;
let kiosk: Auth;
let clerk: Auth;
let manager: Auth;
const PRESSES_MAX = 6;

beforeAll(async () => {
  hall = await startHall();
  kiosk = await hall.deviceKey('kiosk');
  clerk = await hall.signIn('JZ08');
  manager = await hall.signIn('JZ18');
});
afterAll(() => hall.stop());

test('health tells version, a durable database and the halls', async () => {
  expect(await hall.get('/health')).toMatchObject({
    status: 'ok',
    database: { durable: expect.any(Boolean) as boolean, rolesSeparated: true },
    halls: ['jingzhou'],
  });
  expect(await hall.get('/openapi.json')).toMatchObject({ openapi: '3.1.0' });
});

test.each([
  ['no body at all', '', 400, 'malformed'],
  ['no JSON', '{', 400, 'malformed'],
  ['an array', '[]', 400, 'malformed'],
  ['an unknown command', '{"commandId":"abcdefgh","type":"sellTicket"}', 400, 'malformed'],
  ['a system command', '{"commandId":"abcdefgh","type":"closeDay"}', 400, 'malformed'],
  ['no command id', '{"type":"issueTicket","items":["YB022"]}', 400, 'malformed'],
  [
    'items that are no list',
    '{"commandId":"abcdefgh","type":"issueTicket","items":7}',
    400,
    'malformed',
  ],
  [
    'an unknown item',
    '{"commandId":"abcdefg1","type":"issueTicket","items":["ZZ999"]}',
    409,
    'unknown-item',
  ],
  ['no items', '{"commandId":"abcdefg2","type":"issueTicket","items":[]}', 409, 'no-items'],
  ['a command of another role', '{"commandId":"abcdefg3","type":"callNext"}', 403, 'not-allowed'],
])('a kiosk that sends %s', async (_, body, status, code) => {
  const before = await seq();
  const answer = await fetch(`${hall.url}/api/halls/jingzhou/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...kiosk },
    body,
  });
  expect(answer.status).toBe(status);
  expect(await answer.json()).toMatchObject({ outcome: 'refused', code });
  expect(await seq()).toBe(before);
});

test('what was malformed is said in one sentence, and what it was beside it', async () => {
  const answer = await fetch(`${hall.url}/api/halls/jingzhou/commands`, {
    method: 'POST',
    headers: kiosk,
    body: '{"commandId":"abcdefg9","type":"issueTicket","items":5}',
  });
  const body = (await answer.json()) as { message: string; fault: string };
  expect(body.message).not.toMatch(/[A-Za-z]/);
  expect(body.fault).toMatch(/^items: /);
});

test('the interface describes the whole body of a command', async () => {
  const { paths } = await hall.get<{ paths: Record<string, object> }>('/openapi.json');
  const text = JSON.stringify(paths['/api/halls/{hall}/commands']);
  for (const word of ['commandId', 'issueTicket', 'finishCase', 'outcome', 'deviceOrTicket']) {
    expect(text).toContain(word);
  }
});

test('an unknown hall is 404, another origin 403, nobody 401, a huge body 413', async () => {
  const body = JSON.stringify({ commandId: 'abcdefg4', type: 'issueTicket', items: ['YB022'] });
  const send = (path: string, headers: Auth, text = body) =>
    fetch(`${hall.url}${path}`, { method: 'POST', headers, body: text });
  expect((await send('/api/halls/atlantis/commands', kiosk)).status).toBe(404);
  expect((await send('/api/halls/jingzhou/commands', {})).status).toBe(401);
  const foreign = { ...manager, origin: 'http://elsewhere.example' };
  expect((await send('/api/halls/jingzhou/commands', foreign)).status).toBe(403);
  const huge = `{"x":"${'x'.repeat(100_000)}"}`;
  expect((await send('/api/halls/jingzhou/commands', kiosk, huge)).status).toBe(413);
  expect((await send('/api/halls/jingzhou/commands', { authorization: 'Device x' })).status).toBe(
    401,
  );
});

test('a refusal is one sentence in the asked language', async () => {
  const messages = await Promise.all(
    ['zh-CN', 'zh-TW', 'en-GB'].map(async (language) => {
      const auth = { ...manager, 'accept-language': language };
      const answer = await hall.command(auth, { type: 'openWindow', window: 99, clerk: 'JZ01' });
      return 'message' in answer ? answer.message : '';
    }),
  );
  expect(messages[0]).toMatch(/窗口/);
  expect(new Set(messages).size).toBe(3);
  expect(messages[2]).toMatch(/^[\x20-\x7e’]+$/);
});

test('a wrong password and an unknown number get the same answer; then the number is locked', async () => {
  const tries = await Promise.all(
    ['JZ09', 'NOBODY'].map(async (staffNo) => {
      const body = JSON.stringify({ staffNo, password: 'wrong' });
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${hall.url}/api/sign-in`, { method: 'POST', headers, body });
      return [answer.status, await answer.text()];
    }),
  );
  expect(tries[0]).toEqual(tries[1]);
  expect(tries[0]?.[0]).toBe(401);
  const statuses: number[] = [];
  for (let index = 0; index < 6; index += 1) {
    const body = JSON.stringify({ staffNo: 'JZ09', password: 'wrong' });
    const headers = { 'content-type': 'application/json' };
    statuses.push(
      (await fetch(`${hall.url}/api/sign-in`, { method: 'POST', headers, body })).status,
    );
  }
  expect(statuses.at(-1)).toBe(429);
});

test('tries sent side by side are counted, for numbers that nobody has as well', async () => {
  for (const staffNo of ['JZ10', 'STRANGER']) {
    const answers = await Promise.all(
      Array.from({ length: 30 }, () =>
        fetch(`${hall.url}/api/sign-in`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ staffNo, password: 'wrong' }),
        }),
      ),
    );
    const locked = answers.filter(({ status }) => status === 429);
    expect(locked.length, staffNo).toBeGreaterThanOrEqual(10);
  }
});

test('a clerk can neither rate nor read the nonces; another window’s evaluator neither', async () => {
  const { ticket, token } = await served();
  const phone = { authorization: `Ticket ${token}` };
  const view = await firstView<TicketView>(hall, `ticket/${token}`, {});
  const nonce = view.cases[0]?.nonce;
  const rate = { type: 'rateCase', case: `${ticket}-1`, nonce, level: 5, tags: [] };
  expect(await hall.command(clerk, rate)).toMatchObject({ status: 403, code: 'not-allowed' });
  expect(await hall.command(manager, rate)).toMatchObject({ status: 403, code: 'not-allowed' });
  const other = await hall.deviceKey('evaluator', 3);
  expect(await hall.command(other, rate)).toMatchObject({ outcome: 'refused' });
  expect(await hall.command(phone, { ...rate, nonce: 'guess' })).toMatchObject({ status: 403 });
  await expect(firstView(hall, 'hall/jingzhou/evaluator/7', clerk)).rejects.toThrow('forbidden');
  await expect(firstView(hall, 'hall/jingzhou/evaluator/7', other)).rejects.toThrow('forbidden');
  expect(await hall.command(phone, rate)).toMatchObject({ outcome: 'accepted' });
  expect(await hall.command(phone, rate)).toMatchObject({ status: 409, code: 'already-rated' });
});

test('a visitor’s own words stand nowhere in clear', async () => {
  const { ticket, token } = await served();
  const view = await firstView<TicketView>(hall, `ticket/${token}`, {});
  const canary = 'canary words 金丝雀';
  const answer = await hall.command(
    { authorization: `Ticket ${token}` },
    {
      type: 'rateCase',
      case: `${ticket}-1`,
      nonce: view.cases[0]?.nonce,
      level: 2,
      tags: ['213'],
      text: canary,
    },
  );
  expect(answer.outcome).toBe('accepted');
  const { openDatabase } = await import('../../../server/storage/database.ts');
  const database = openDatabase(hall.databaseUrl, {
    ...{ max: 1, name: 'test', deadlineMs: PATIENT_MS },
  });
  const [events] = await database.sql<{ text: string }[]>`
    select string_agg(body, '') as text from events`;
  const [sealed] = await database.sql<{ text: string }[]>`
    select string_agg(sealed, '') as text from private_texts`;
  await database.close();
  expect(events?.text).not.toContain('canary');
  expect(events?.text).toContain('textHash');
  expect(sealed?.text.length).toBeGreaterThan(40);
  expect(sealed?.text).not.toContain('canary');
});

test('every staff action has its audit row', async () => {
  await hall.command(manager, { type: 'assignWindow', window: 8, zones: 'all' });
  const [row] = await hall.get<object[]>('/api/halls/jingzhou/audit?limit=1', manager);
  expect(row).toMatchObject({
    by: 'manager:JZ18',
    action: 'WindowAssigned',
    detail: { window: 8, zones: 'all' },
  });
  expect(await hall.get('/api/halls/jingzhou/audit', clerk)).toMatchObject({ code: 'forbidden' });
  await served();
  const rows = await hall.get<{ action: string }[]>('/api/halls/jingzhou/audit', manager);
  const actions = rows.map((one) => one.action);
  expect(actions).toContain('CaseFinished');
  expect(actions).not.toContain('PromptOpened');
});

test('a desk never shows a state that the server does not have', async () => {
  const desk = await firstView<DeskView>(hall, 'hall/jingzhou/desk/7', clerk);
  expect(desk).toMatchObject({ window: 7, status: 'idle', clerk: { staffNo: 'JZ08' } });
});

/** One visitor from ticket to done at window 7, by clerk JZ08. */
async function served(): Promise<{ ticket: string; token: string }> {
  await press(clerk, { type: 'openWindow', window: 7 }, ['window-taken', 'used-elsewhere']);
  const { ticket = '', token = '' } = await press(kiosk, {
    type: 'issueTicket',
    items: ['YB022'],
  });
  await press(clerk, { type: 'callNext' });
  await press(clerk, { type: 'startService' });
  await press(clerk, { type: 'finishCase', case: `${ticket}-1`, outcome: 'closed' });
  return { ticket, token };
}

/** A press as pages make it: while the server is too busy (503), again with the same id. */
async function press(auth: Auth, body: object, mayRefuse: readonly string[] = []) {
  const same = { commandId: crypto.randomUUID(), ...body };
  for (let attempt = 1; ; attempt += 1) {
    const answer = await hall.command(auth, same);
    if (answer.outcome === 'accepted') return answer;
    if (mayRefuse.includes(answer.code)) return { ticket: '', token: '' };
    if (answer.status !== 503 || attempt === PRESSES_MAX) throw new Error(answer.message);
    await new Promise((resolve) => setTimeout(resolve, 200 * attempt));
  }
}

async function seq(): Promise<number> {
  const date = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const path = `/api/halls/jingzhou/days/${date}/events?after=0`;
  const { events } = await hall.get<{ events: { seq: number }[] }>(path, manager);
  return events.filter((row) => !('by' in row) || row.by !== 'system').length;
}
