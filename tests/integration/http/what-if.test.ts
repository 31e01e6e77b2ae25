/** "What if" over the public interface, and proposals of two servers that look at the same hall. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WhatIf } from '../../../shared/forecast/advise/what-if.ts';
import type { StoredEvent } from '../../../shared/hall/events.ts';
import type { WhatIfAnswer } from '../../../shared/protocol/advice-schema.ts';
import type { ConfigView } from '../../../shared/protocol/configuring.ts';
import type { TrainingView } from '../../../shared/views/training-view.ts';
import type { Refused } from '../../../shared/protocol/messages.ts';
import type { Auth, HallServer } from '../../helpers/hall-server.ts';
import { startHall } from '../../helpers/hall-server.ts';
import { PATIENT_MS } from '../../helpers/patience.ts';

const MINUTE_MS = 60_000;
const TO_PEOPLE = { kind: 'assign', window: 2, zones: ['natural-person'] };

let hall: HallServer;
let manager: Auth;

/** Windows 2 (company matters) and 6 (people's matters) are open; twelve wait for the latter. */
beforeAll(async () => {
  hall = await startHall({ servers: 2, clock: '2026-11-23T09:02+08:00x60' });
  manager = await hall.signIn('JZ18');
  const path = `/api/halls/${hall.hall}/config`;
  const { version } = await hall.get<ConfigView>(path, manager);
  const policy = { adviceEveryMs: 2 * MINUTE_MS, adviceExpiryMs: 120 * MINUTE_MS };
  expect((await post(path, { baseVersion: version, policy }, manager)).status).toBe(200);
  for (const [staffNo, window] of [
    ['JZ03', 2],
    ['JZ08', 6],
  ] as const) {
    await hall.command(await hall.signIn(staffNo), { type: 'openWindow', window });
  }
  const kiosk = await hall.deviceKey('kiosk');
  for (let count = 0; count < 12; count += 1) {
    await hall.command(kiosk, { type: 'issueTicket', items: ['MZ001'] });
  }
});
afterAll(() => hall.stop());

function post(path: string, body: object, auth: Auth | Record<string, never>): Promise<Response> {
  return fetch(`${hall.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...auth },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENT_MS),
  });
}

const whatIf = (changes: readonly object[], auth: Auth | Record<string, never> = manager) =>
  post(`/api/halls/${hall.hall}/what-if`, { changes }, auth);

test('a manager sees the waits of every zone, and nothing has changed', async () => {
  const answer = await whatIf([TO_PEOPLE]);
  expect(answer.status).toBe(200);
  const { zones, figures } = (await answer.json()) as WhatIf;
  const people = zones.find(({ zone }) => zone === 'natural-person');
  expect(people?.after.p90.ms).toBeLessThan(people?.before.p90Ms ?? 0);
  expect(figures.gainMinutes).toBeGreaterThan(0);
});

test('what could not be applied is refused with its reason, what is no plan is malformed', async () => {
  const strands = await whatIf([{ kind: 'assign', window: 6, zones: ['legal-person'] }]);
  expect(strands.status).toBe(409);
  expect((await strands.json()) as Refused).toMatchObject({ code: 'only-here-waiting' });
  expect((await whatIf([])).status).toBe(400);
  expect((await whatIf([{ kind: 'assign', window: 'six', zones: 'all' }])).status).toBe(400);
});

test('clerks, kiosks and strangers are not asked what if', async () => {
  expect((await whatIf([TO_PEOPLE], await hall.signIn('JZ03'))).status).toBe(403);
  expect((await whatIf([TO_PEOPLE], await hall.deviceKey('kiosk'))).status).toBe(403);
  expect((await whatIf([TO_PEOPLE], {})).status).toBe(401);
});

async function proposed() {
  const path = `/api/halls/${hall.hall}/days/2026-11-23/events?after=0`;
  const { events } = await hall.get<{ events: StoredEvent[] }>(path, manager);
  return events.flatMap(({ event }) => (event.type === 'AdviceProposed' ? [event] : []));
}

test('two servers look at the same hall and propose once', async () => {
  await expect.poll(async () => (await proposed()).length, { timeout: PATIENT_MS }).toBe(1);
  // Both have looked several times more by then; the one proposal holds its window.
  await hall.command(manager, { type: 'applyAdvice', advice: 'advice-1' });
  const all = await proposed();
  expect(all).toHaveLength(1);
  expect(all[0]?.changes).toMatchObject([{ kind: 'assign', window: 2 }]);
});

test("a plan stands in the log with the server's own prediction, whatever a page claims", async () => {
  const changes = [{ kind: 'assign', window: 1, zones: ['natural-person'] }];
  const { figures, prediction } = (await (await whatIf(changes)).json()) as WhatIfAnswer;
  const claimed = { ...figures, gainMinutes: 99_999 };
  await hall.command(manager, { type: 'applyPlan', changes, figures: claimed, prediction });
  const untried = [{ kind: 'assign', window: 3, zones: ['natural-person'] }];
  const borrowed = { changes: untried, figures: claimed, prediction };
  await hall.command(manager, { type: 'applyPlan', ...borrowed });
  const plans = (await proposed()).filter(({ source }) => source === 'hand');
  expect(plans.map((plan) => plan.figures)).toEqual([figures, undefined]);
});

test('what training would be worth is not told of a hall without past days, nor to clerks', async () => {
  const path = `/api/halls/${hall.hall}/training`;
  expect(await hall.get<TrainingView>(path, manager)).toEqual({
    ...{ days: 0, isEnough: false, gains: [] },
  });
  const headers = await hall.signIn('JZ03');
  expect((await fetch(`${hall.url}${path}`, { headers })).status).toBe(403);
});

test('who asks without end is told to wait', async () => {
  const busy: number[] = [];
  for (let count = 0; count < 40 && !busy.includes(429); count += 1) {
    busy.push((await whatIf([{ kind: 'close', window: 1 }])).status);
  }
  expect(busy).toContain(429);
});
