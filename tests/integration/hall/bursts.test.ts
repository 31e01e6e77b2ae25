/** Two servers on one port and one database: numbers without gaps, one answer for one press. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Auth, HallServer } from '../../helpers/hall-server.ts';
import { startHall } from '../../helpers/hall-server.ts';

let hall: HallServer;
let kiosk: Auth;
let manager: Auth;

beforeAll(async () => {
  hall = await startHall({ hall: 'yantai', servers: 2 });
  kiosk = await hall.deviceKey('kiosk');
  manager = await hall.signIn('YT039');
});
afterAll(() => hall.stop());

test('a thousand tickets taken at once have a thousand numbers, from 1 without a gap', async () => {
  const answers = await inBatches(1_000, 50, () =>
    hall.command(kiosk, { type: 'issueTicket', items: ['RS004'] }),
  );
  const numbers = answers.map((answer) => ('ticket' in answer ? answer.ticket : answer.outcome));
  expect(new Set(numbers).size).toBe(1_000);
  expect(numbers.map((number) => Number(number.slice(1))).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 1_000 }, (_, index) => index + 1),
  );
});

test('clerks who press next together get different tickets, and nobody an error', async () => {
  const windows = [22, 23, 24, 1, 2, 9];
  const clerks = ['YT022', 'YT023', 'YT024', 'YT001', 'YT002', 'YT009'];
  for (const [index, window] of windows.entries()) {
    await hall.command(manager, { type: 'openWindow', window, clerk: clerks[index] });
    await hall.command(manager, { type: 'assignWindow', window, zones: 'all' });
  }
  for (let burst = 0; burst < 20; burst += 1) {
    const size = 2 + (burst % (windows.length - 1));
    const answers = await Promise.all(
      windows.slice(0, size).map((window) => hall.command(manager, { type: 'callNext', window })),
    );
    expect(answers.map((answer) => answer.outcome)).toEqual(answers.map(() => 'accepted'));
    const called = answers.map((answer) => ('ticket' in answer ? answer.ticket : null));
    expect(new Set(called).size).toBe(size);
    for (const window of windows.slice(0, size)) {
      await hall.command(manager, { type: 'undoCall', window });
    }
  }
});

test('fifty presses at one window call one ticket', async () => {
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => hall.command(manager, { type: 'callNext', window: 22 })),
  );
  const accepted = answers.filter((answer) => answer.outcome === 'accepted');
  expect(accepted).toHaveLength(1);
  const codes = new Set(answers.map((answer) => ('code' in answer ? answer.code : 'accepted')));
  expect(codes).toEqual(new Set(['accepted', 'window-busy']));
});

test('the same press, sent ten times to both servers, is one ticket with one answer', async () => {
  const body = { commandId: 'press-0001', type: 'issueTicket', items: ['RS004'] };
  const answers = await Promise.all(Array.from({ length: 10 }, () => hall.command(kiosk, body)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]?.outcome).toBe('accepted');
  const other = await hall.command(kiosk, { ...body, items: ['RS005'] });
  expect(other).toMatchObject({ status: 409, code: 'command-id-reused' });
});

test('after the crash of one server the other goes on, and no number is lost or repeated', async () => {
  await hall.kill(0);
  const next = await retrying(() =>
    hall.command(kiosk, { commandId: 'after-kill-1', type: 'issueTicket', items: ['RS004'] }),
  );
  expect(next).toMatchObject({ outcome: 'accepted', ticket: 'A1002' });
  await hall.restart(0);
  const again = await inBatches(20, 10, () =>
    hall.command(kiosk, { type: 'issueTicket', items: ['RS004'] }),
  );
  expect(new Set(again.map((answer) => ('ticket' in answer ? answer.ticket : ''))).size).toBe(20);
});

async function inBatches<T>(count: number, size: number, make: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  while (results.length < count) {
    results.push(...(await Promise.all(Array.from({ length: size }, make))));
  }
  return results;
}

async function retrying<T>(make: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await make();
    } catch (error) {
      if (attempt >= 20) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
