/** What screens, phones and evaluators receive: whole views, in order, right after any restart. */
import { afterEach, expect, test } from 'vitest';
import { openDatabase } from '../../../server/storage/database.ts';
import type { DeskView } from '../../../shared/views/clerk-desk.ts';
import type { EvaluatorView } from '../../../shared/views/evaluator-prompt.ts';
import type { LobbyView } from '../../../shared/views/lobby-board.ts';
import type { FloorView } from '../../../shared/views/manager-floor.ts';
import type { TicketView } from '../../../shared/views/ticket-page.ts';
import type { Auth, HallServer } from '../../helpers/hall-server.ts';
import { startHall } from '../../helpers/hall-server.ts';
import { firstView, listen } from '../../helpers/live.ts';
import { PATIENT_MS } from '../../helpers/patience.ts';

let hall: HallServer;
let kiosk: Auth;
let clerk: Auth;
let manager: Auth;

afterEach(() => hall.stop());

async function open(options: Parameters<typeof startHall>[0] = {}): Promise<void> {
  hall = await startHall(options);
  kiosk = await hall.deviceKey('kiosk');
  clerk = await hall.signIn('JZ08');
  manager = await hall.signIn('JZ18');
  await hall.command(clerk, { type: 'openWindow', window: 7 });
}

const take = { type: 'issueTicket', items: ['YB022'] };

async function serveOne(): Promise<{ ticket: string; token: string }> {
  const issued = await hall.command(kiosk, take);
  if (issued.outcome !== 'accepted') throw new Error(issued.message);
  const ticket = issued.ticket ?? '';
  await hall.command(clerk, { type: 'callNext' });
  await hall.command(clerk, { type: 'startService' });
  await hall.command(clerk, { type: 'finishCase', case: `${ticket}-1`, outcome: 'closed' });
  return { ticket, token: issued.token ?? '' };
}

test('a call reaches the lobby through either of two servers', async () => {
  await open({ servers: 2 });
  const screens = await Promise.all(
    Array.from({ length: 6 }, async () =>
      listen<LobbyView>(hall, 'hall/jingzhou/lobby', await hall.deviceKey('screen')),
    ),
  );
  for (let index = 0; index < 5; index += 1) {
    await hall.command(kiosk, take);
    const called = await hall.command(clerk, { type: 'callNext' });
    const callSeq = called.outcome === 'accepted' ? called.callSeq : null;
    await Promise.all(
      screens.map((screen) =>
        screen.until((view) => view.calls.some((row) => row.callSeq === callSeq)),
      ),
    );
    await hall.command(clerk, { type: 'undoCall' });
  }
  for (const screen of screens) {
    const seqs = screen.messages.map((message) => message.seq);
    expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
    screen.close();
  }
});

test('of a burst the floor and an idle desk show the last state, through either server', async () => {
  await open({ servers: 2 });
  const floor = await listen<FloorView>(hall, 'hall/jingzhou/floor', manager);
  const desk = await listen<DeskView>(hall, 'hall/jingzhou/desk/7', clerk);
  await Promise.all(Array.from({ length: 40 }, () => hall.command(kiosk, take)));
  await floor.until((view) => view.totals.issued === 40);
  await desk.until((view) => view.waiting === 40);
  await hall.command(kiosk, take);
  await floor.until((view) => view.totals.issued === 41);
  await desk.until((view) => view.waiting === 41);
  floor.close();
  desk.close();
});

test('a ticket is found on its own page at once, whichever server issued it', async () => {
  await open({ servers: 2 });
  for (let index = 0; index < 12; index += 1) {
    const issued = await hall.command(kiosk, take);
    const token = issued.outcome === 'accepted' ? (issued.token ?? '') : '';
    const view = await firstView<TicketView>(hall, `ticket/${token}`, {});
    expect(view.status).toBe('waiting');
  }
});

test('after kill -9 a screen that comes back sees every call still open', async () => {
  await open();
  await hall.command(kiosk, take);
  const called = await hall.command(clerk, { type: 'callNext' });
  expect(called).toMatchObject({ ticket: 'B001' });
  await hall.kill();
  await hall.restart();
  const view = await firstView<LobbyView>(hall, 'hall/jingzhou/lobby', await screen());
  expect(view.calls).toMatchObject([{ ticket: 'B001', window: 7, status: 'called', callSeq: 1 }]);
});

test('the phone follows its ticket and rates it; the prompt stays as it ended', async () => {
  await open();
  const { ticket, token } = await serveOne();
  await hall.command(kiosk, take);
  await hall.command(clerk, { type: 'callNext' });
  const phone = await listen<TicketView>(hall, `ticket/${token}`, {});
  const view = await phone.until((one) => one.status === 'done');
  const nonce = view.cases[0]?.nonce;
  const rate = { type: 'rateCase', case: `${ticket}-1`, nonce, level: 4, tags: ['409'] };
  await hall.command({ authorization: `Ticket ${token}` }, rate);
  expect((await phone.until((one) => one.cases[0]?.level === 4)).scale).toBeNull();
  phone.close();
  const floor = await firstView<FloorView>(hall, 'hall/jingzhou/floor', manager);
  expect(floor.ratings).toMatchObject({ finishedCases: 1, rated: 1 });
  expect(floor.ratings.outcomes).toMatchObject({ left: 1, rated: 0 });
});

test('a prompt that nobody answers ends as timed out, or as a fault without an evaluator', async () => {
  await open({ clock: '2026-11-23T09:00+08:00x60' });
  const device = await hall.deviceKey('evaluator', 7);
  await serveOne();
  const floor = await listen<FloorView>(hall, 'hall/jingzhou/floor', manager);
  await floor.until((view) => view.ratings.outcomes.deviceFault === 1);
  const evaluator = await alive(device);
  await serveOne();
  await floor.until((view) => view.ratings.outcomes.timedOut === 1);
  evaluator.close();
  floor.close();
});

test('a case of last week is rated by phone today, once', async () => {
  await open({ clock: '2026-11-23T16:00:00+08:00' });
  const { ticket, token } = await serveOne();
  await hall.kill();
  await hall.restart(0, '2026-11-27T09:00:00+08:00');
  const auth = { authorization: `Ticket ${token}` };
  const view = await firstView<TicketView>(hall, `ticket/${token}`, {});
  expect(view).toMatchObject({ status: 'done', canCancel: false });
  const nonce = view.cases[0]?.nonce;
  const rate = { type: 'rateCase', case: `${ticket}-1`, nonce, level: 1, tags: ['113'] };
  expect(await hall.command(auth, { ...rate, nonce: 'x' })).toMatchObject({ code: 'forbidden' });
  const press = { commandId: 'late-rating-1', ...rate };
  const rated = await hall.command(auth, press);
  expect(rated).toMatchObject({ outcome: 'accepted', date: '2026-11-27' });
  expect(await hall.command(auth, press)).toEqual(rated);
  expect(await hall.command(auth, rate)).toMatchObject({ code: 'already-rated' });
  await hall.kill();
  await hall.restart(0, '2026-11-27T09:10:00+08:00');
  const again = await firstView<TicketView>(hall, `ticket/${token}`, {});
  expect(again.cases[0]).toMatchObject({ level: 1, nonce: null });
});

test('topics are shut to those whom they do not concern', async () => {
  await open();
  const topics = ['kiosk', 'floor', 'desk/7', 'evaluator/7', 'window/7'].map(
    (name) => `hall/jingzhou/${name}`,
  );
  for (const topic of [...topics, 'hall/atlantis/lobby', 'ticket/nonsense-nonsense']) {
    await expect(firstView(hall, topic, {})).rejects.toThrow(/forbidden|unknown-topic/);
  }
  await expect(firstView(hall, 'hall/jingzhou/floor', await screen())).rejects.toThrow('forbidden');
  await expect(firstView(hall, 'hall/jingzhou/window/99', await screen())).rejects.toThrow(
    'unknown',
  );
});

async function screen(): Promise<Auth> {
  return hall.deviceKey('screen');
}

/** An evaluator that says again and again that it lives; the hall knows of it. */
async function alive(device: Auth): Promise<{ close(): void }> {
  const { WebSocket } = await import('ws');
  const socket = new WebSocket(`${hall.url.replace('http', 'ws')}/live`, { headers: device });
  const listener = await listen<EvaluatorView>(hall, 'hall/jingzhou/evaluator/7', device);
  const timer = setInterval(() => {
    if (socket.readyState === WebSocket.OPEN) socket.send('{"alive":true}');
  }, 300);
  await listener.until(() => true);
  const database = openDatabase(hall.adminUrl, {
    ...{ max: 1, name: 'test', deadlineMs: PATIENT_MS },
  });
  const heard = () => database.sql`
    select 1 as n from devices where kind = 'evaluator' and seen_at is not null`;
  await expect.poll(heard).toEqual([{ n: 1 }]);
  await database.close();
  return {
    close() {
      clearInterval(timer);
      socket.terminate();
      listener.close();
    },
  };
}
