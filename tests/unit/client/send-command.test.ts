import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { sendCommand } from '../../../shared/client/send-command.ts';

const ORIGIN = 'http://hall.test';
const COMMANDS = `${ORIGIN}/api/halls/small/commands`;
const ACCEPTED = { outcome: 'accepted', date: '2026-11-23', seq: 7 };
const server = setupServer();
const ids: unknown[] = [];

beforeAll(() => {
  server.listen({ onUnhandledFrame: 'error' });
  const real = globalThis.fetch;
  // The page asks by path; a browser completes it with the page's own origin.
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => real(ORIGIN + path, init));
});
afterEach(() => {
  server.resetHandlers();
  ids.length = 0;
});
afterAll(() => {
  server.close();
  vi.unstubAllGlobals();
});

/** Answers one after another; the last one stays. */
function answers(...list: (() => Response)[]): void {
  server.use(
    http.post(COMMANDS, async ({ request }) => {
      ids.push(((await request.json()) as { commandId: unknown }).commandId);
      return (list.length > 1 ? list.shift() : list[0])?.() ?? HttpResponse.error();
    }),
  );
}
const accepted = () => HttpResponse.json(ACCEPTED);
const away = () => HttpResponse.json({ code: 'unavailable', message: '…' }, { status: 503 });
const lost = () => HttpResponse.error();
const press = (more = {}) =>
  sendCommand('small', { type: 'callNext' }, { language: 'en', ...more });

describe('one press', () => {
  test('is one command id, however often the answer was lost', async () => {
    answers(lost, away, accepted);
    expect(await press()).toEqual(ACCEPTED);
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(1);
  });

  test('and another press another one', async () => {
    answers(accepted);
    await press();
    await press();
    expect(new Set(ids).size).toBe(2);
  });

  test('is repeated under the id that it is given', async () => {
    answers(accepted);
    await press({ commandId: 'press-of-before' });
    expect(ids).toEqual(['press-of-before']);
  });

  test('is refused in the server’s words, and not tried again', async () => {
    const refusal = { outcome: 'refused', code: 'nobody-waiting', message: 'Nobody is waiting.' };
    answers(() => HttpResponse.json(refusal, { status: 409 }));
    expect(await press()).toEqual(refusal);
    expect(ids).toHaveLength(1);
  });

  test('gives up in words when its time is over, and never throws', async () => {
    answers(lost);
    const answer = await press({ deadlineMs: 2_500 });
    expect(answer).toMatchObject({ outcome: 'refused', code: 'unavailable' });
    expect(ids.length).toBeGreaterThanOrEqual(2);
    expect(new Set(ids).size).toBe(1);
  });
});
