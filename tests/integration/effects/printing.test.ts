/** Paper after the commit: printed once, or told as failed or unknown, and repeated on request. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { KioskView } from '../../../shared/views/kiosk-screen.ts';
import type { Auth, HallServer } from '../../helpers/hall-server.ts';
import { startHall } from '../../helpers/hall-server.ts';
import type { Listener } from '../../helpers/live.ts';
import { listen } from '../../helpers/live.ts';

const take = { type: 'issueTicket', items: ['YB022'] };
let hall: HallServer;
let kiosk: Auth;
let screen: Listener<KioskView>;

beforeEach(async () => {
  hall = await startHall();
  kiosk = await hall.deviceKey('kiosk');
  screen = await listen<KioskView>(hall, 'hall/jingzhou/kiosk', kiosk);
});
afterEach(async () => {
  screen.close();
  await hall.stop();
});

test('a ticket is on paper once, with its number and the way to its own page', async () => {
  const answer = await hall.command(kiosk, take);
  await print('B001', 'printed');
  const [paper, ...others] = await papers();
  expect(others).toEqual([]);
  expect(paper).toMatchObject({ number: 'B001', isCut: true });
  expect(paper?.qr).toBe(`${hall.url}/phone/#${'token' in answer ? (answer.token ?? '') : ''}`);
});

test('out of paper: the ticket stands, the kiosk is told, the reprint keeps the number', async () => {
  await setPrinter({ state: 'paper-out' });
  await hall.command(kiosk, take);
  expect(await print('B001', 'failed')).toMatchObject({ reason: 'paper-out' });
  await setPrinter({ state: 'ok' });
  await hall.command(kiosk, { type: 'reprintTicket', ticket: 'B001' });
  await print('B001', 'printed');
  const [paper, ...others] = await papers();
  expect(others).toEqual([]);
  expect(paper?.number).toBe('B001');
  expect(paper?.lines.join('')).toContain('补打');
});

test('a printer that broke off in the middle leaves it unknown, never printed twice by itself', async () => {
  await setPrinter({ state: 'fail-after', afterBytes: 60 });
  await hall.command(kiosk, take);
  await print('B001', 'unknown');
  await setPrinter({ state: 'ok' });
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect((await papers()).filter((paper) => paper.isCut)).toEqual([]);
});

test('a server killed while it prints gives no second valid paper', async () => {
  const numbers = Array.from(
    { length: 12 },
    (_, index) => `B0${String(index + 1).padStart(2, '0')}`,
  );
  await Promise.all(numbers.map(() => hall.command(kiosk, take)));
  await hall.kill();
  await hall.restart();
  screen = await listen<KioskView>(hall, 'hall/jingzhou/kiosk', kiosk);
  await screen.until((view) => view.prints.every((row) => row.print.status !== 'waiting'));
  const printed = (await papers()).map((paper) => paper.number);
  expect(new Set(printed).size).toBe(printed.length);
  const view = screen.messages.at(-1)?.view;
  for (const row of view?.prints ?? []) {
    expect(['printed', 'unknown']).toContain(row.print.status);
    if (row.print.status === 'printed') expect(printed).toContain(row.ticket);
  }
  expect(view?.prints).toHaveLength(12);
});

test('clerk 5: an outcome that the visitor must know of leaves one slip on paper', async () => {
  const clerk = await hall.signIn('JZ06');
  const answer = await hall.command(kiosk, { type: 'issueTicket', items: ['SW045'] });
  const [token, day] = answer.outcome === 'accepted' ? [answer.token ?? '', answer.date] : ['', ''];
  await print('B001', 'printed');
  const steps = [
    { type: 'openWindow', window: 7 },
    { type: 'callNext' },
    { type: 'startService' },
    {
      type: 'finishCase',
      case: 'B001-1',
      outcome: 'supplement',
      missing: ['申请人居民身份证', '她的合同'],
    },
  ];
  for (const step of steps) expect((await hall.command(clerk, step)).outcome).toBe('accepted');
  await expect.poll(async () => (await papers()).length).toBe(2);
  await hall.kill();
  await hall.restart();
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const slips = (await papers()).filter((paper) => paper.lines.includes('一次性告知单'));
  expect(slips).toHaveLength(1);
  expect(slips[0]?.lines).toEqual(expect.arrayContaining(['□ 申请人居民身份证', '□ 她的合同']));
  expect(slips[0]).toMatchObject({ isCut: true, number: null });
  const path = `/api/halls/jingzhou/days/${day}/events?after=0`;
  const events = JSON.stringify(await hall.get(path, await hall.signIn('JZ18')));
  expect(events).toContain('申请人居民身份证');
  expect(events).not.toContain('她的合同');
  expect(await hall.get(`/api/tickets/${token}/words`)).toEqual({
    cases: [{ case: 'B001-1', missing: ['她的合同'] }],
  });
});

interface Paper {
  readonly number: string;
  readonly qr: string | null;
  readonly isCut: boolean;
  readonly lines: readonly string[];
}

async function papers(): Promise<Paper[]> {
  const answer = await fetch(`${hall.printerControlUrl}/tickets`);
  return ((await answer.json()) as { tickets: Paper[] }).tickets;
}

async function setPrinter(status: object): Promise<void> {
  await fetch(`${hall.printerControlUrl}/status`, { method: 'PUT', body: JSON.stringify(status) });
}

async function print(ticket: string, status: string) {
  const fits = (view: KioskView) =>
    view.prints.some((row) => row.ticket === ticket && row.print.status === status);
  const view = await screen.until(fits);
  return view.prints.find((row) => row.ticket === ticket)?.print;
}
