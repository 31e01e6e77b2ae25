/**
 * The lobby's screen against the real server, ten times as fast: calls are shown and spoken, one
 * after another; a killed server is said, and nothing is lost or said twice.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SpokenDetail } from '../../shared/client/speech-queue.ts';
import { launchChromium } from '../helpers/chromium.ts';
import { startHall } from '../helpers/hall-server.ts';
import type { Auth, HallServer } from '../helpers/hall-server.ts';
import { expectAccessible, issue, openPage, screenshot } from './staff-pages.ts';
import type { StaffPage } from './staff-pages.ts';

const STAGE = { width: 1920, height: 1080 };
const MARRIAGE = 'MZ001';

/** 20 ms of silence, 8 kHz, 8 bit. */
const SHORT_CLIP = Buffer.concat([
  Buffer.from('RIFF\xc4\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x40\x1f\0\0', 'latin1'),
  Buffer.from('\x01\0\x08\0data\xa0\0\0\0', 'latin1'),
  Buffer.alloc(160, 0x80),
]);

declare global {
  var spoken: SpokenDetail[];
}

let hall: HallServer;
let browser: Browser;
let kiosk: Auth;
let first: Auth;
let second: Auth;
let opened: StaffPage[] = [];

beforeAll(async () => {
  hall = await startHall({ clock: '2026-11-23T09:00+08:00x10' });
  browser = await launchChromium();
  kiosk = await hall.deviceKey('kiosk');
  first = await hall.signIn('JZ08');
  second = await hall.signIn('JZ09');
  await hall.command(first, { type: 'openWindow', window: 7 });
  await hall.command(second, { type: 'openWindow', window: 8 });
});

afterAll(async () => {
  await browser.close();
  await hall.stop();
});

beforeEach(() => {
  opened = [];
});

afterEach(async () => {
  await endVisits();
  for (const { context, faults } of opened) {
    await context.close();
    // A server that is away is part of the walk; whatever else a page complains of is a fault.
    expect(faults.filter((fault) => !fault.includes('net::ERR_'))).toEqual([]);
  }
});

/** The lobby's page; its voice says every clip in a moment unless the real ones are wanted. */
async function openLobby({ query = '', isRealVoice = false, isKept = false } = {}): Promise<Page> {
  const one = await openPage(browser, 'about:blank', STAGE, isKept ? 'allow' : 'block');
  opened.push(one);
  if (!isRealVoice)
    await one.page.route('**/*.ogg', (route) => route.fulfill({ body: SHORT_CLIP }));
  await one.page.addInitScript(() => {
    globalThis.spoken = [];
    document.addEventListener('yc-spoken', (event) => {
      globalThis.spoken.push((event as CustomEvent<SpokenDetail>).detail);
    });
  });
  await one.page.goto(`${hall.url}/lobby/${query}`);
  await one.page.locator('yc-call-board').waitFor();
  return one.page;
}

const row = (page: Page, ticket: string) => page.locator(`yc-call-board [data-ticket=${ticket}]`);
const notice = (page: Page) => page.locator('yc-link p');
const spokenOn = (page: Page) => page.evaluate(() => globalThis.spoken);
const ticketsSpoken = async (page: Page) => (await spokenOn(page)).map(({ ticket }) => ticket);

/** The next ticket to a window. */
async function call(clerk: Auth): Promise<string> {
  const answer = await hall.command(clerk, { type: 'callNext' });
  if (answer.outcome !== 'accepted') throw new Error(answer.message);
  standing.set(clerk, answer.ticket ?? '');
  return answer.ticket ?? '';
}

async function serve(clerk: Auth, ticket: string): Promise<void> {
  await hall.command(clerk, { type: 'startService' });
  await hall.command(clerk, { type: 'finishCase', case: `${ticket}-1`, outcome: 'closed' });
}

/** Tickets that stand at the windows; each is served at the end of its test. */
const standing = new Map<Auth, string>();

async function endVisits(): Promise<void> {
  for (const [clerk, ticket] of standing) await serve(clerk, ticket);
  standing.clear();
}

async function callBoth(): Promise<string[]> {
  await issue(hall, kiosk, [MARRIAGE], [MARRIAGE]);
  return Promise.all([call(first), call(second)]);
}

describe('the lobby screen', () => {
  test('shows two calls at once and speaks them one after the other, each twice', async () => {
    const page = await openLobby({ isRealVoice: true });
    const both = await callBoth();
    for (const ticket of both) await row(page, ticket).waitFor();
    // The one that is being spoken stands out alone, from its first word on.
    await expect.poll(() => page.locator('yc-call-board li.now').count()).toBe(1);
    await screenshot(page, 'lobby-two-calls');
    await expect.poll(async () => (await spokenOn(page)).length).toBe(2);
    const [one, other] = await spokenOn(page);
    expect(other!.startedAt).toBeGreaterThanOrEqual(one!.endedAt);
    expect(one!.callSeq).toBeLessThan(other!.callSeq);
    for (const { said, by, ticket, window } of [one!, other!]) {
      expect(by).toBe('clips');
      expect(said).toHaveLength(2);
      expect(said[0]).toContain(`到 ${String(window)} 号窗口`);
      expect(both).toContain(ticket);
    }
    await expectAccessible(page);
  });

  test('a recall flashes its row again, makes no new one, and is spoken again', async () => {
    const page = await openLobby();
    const [ticket = ''] = await callBoth();
    await row(page, ticket).waitFor();
    await expect.poll(async () => (await spokenOn(page)).length).toBe(2);
    const recall = async () => (await hall.command(first, { type: 'recallTicket' })).outcome;
    await expect.poll(recall).toBe('accepted');
    await expect.poll(async () => (await spokenOn(page)).length).toBe(3);
    expect((await ticketsSpoken(page)).filter((said) => said === ticket)).toHaveLength(2);
    expect(await row(page, ticket).count()).toBe(1);
  });

  test('lobby 8: a ticket taken in English is called in two languages', async () => {
    const page = await openLobby();
    const body = { type: 'issueTicket', items: [MARRIAGE], language: 'en' };
    await hall.command(kiosk, body);
    await call(first);
    await expect.poll(async () => (await spokenOn(page)).length).toBe(1);
    const [{ said }] = (await spokenOn(page)) as [SpokenDetail];
    expect(said.map((words) => words.startsWith('Ticket'))).toEqual([false, false, true, true]);
  });

  test('says that the server is gone, and loses and repeats nothing', async () => {
    const page = await openLobby();
    const before = await callBoth();
    await expect.poll(async () => (await spokenOn(page)).length).toBe(2);
    await hall.kill();
    await notice(page).waitFor();
    expect(await row(page, before[0] ?? '').isVisible()).toBe(true);
    await screenshot(page, 'lobby-stale');
    await hall.restart();
    await notice(page).waitFor({ state: 'detached' });
    await endVisits();
    const after = await callBoth();
    await expect.poll(async () => (await spokenOn(page)).length).toBe(4);
    expect((await ticketsSpoken(page)).sort()).toEqual([...before, ...after].sort());
  });

  test('a reload shows the last picture at once and says nothing again', async () => {
    const page = await openLobby();
    const both = await callBoth();
    await expect.poll(async () => (await spokenOn(page)).length).toBe(2);
    await page.route('**/api/**', (route) => route.abort());
    await page.reload();
    await row(page, both[0] ?? '').waitFor();
    expect(await notice(page).innerText()).toContain('正在连接');
    await screenshot(page, 'lobby-from-cache');
    await page.unroute('**/api/**');
    await notice(page).waitFor({ state: 'detached' });
    await page.waitForTimeout(3_000);
    expect(await spokenOn(page)).toEqual([]);
  });

  test('a screen switched on while the server is away shows its last picture', async () => {
    const page = await openLobby({ isKept: true });
    const [ticket = ''] = await callBoth();
    await row(page, ticket).waitFor();
    const kept = async () => {
      const copies = await page.evaluate(async () => {
        const keys = await Promise.all(
          (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
        );
        return keys.flat().map(({ url }) => new URL(url).pathname);
      });
      return copies.includes('/lobby/') && copies.some((path) => path.endsWith('.js'));
    };
    await expect.poll(kept).toBe(true);
    await hall.kill();
    await page.reload();
    await row(page, ticket).waitFor();
    expect(await notice(page).innerText()).toContain('正在连接');
    await screenshot(page, 'lobby-started-alone');
    await hall.restart();
    await notice(page).waitFor({ state: 'detached' });
  });

  test('lobby 6: a zone of its own is spoken alone; its neighbours are shown after it', async () => {
    const page = await openLobby({ query: '?zone=legal-person' });
    const [ticket = ''] = await callBoth();
    await row(page, ticket).waitFor();
    expect(await page.locator('yc-zone-list li').count()).toBe(2);
    await page.waitForTimeout(1_500);
    expect(await spokenOn(page)).toEqual([]);
  });

  test('no one called reads warmly, in three languages', async () => {
    const page = await openLobby({ query: '?zone=real-estate' });
    await page.locator('.quiet').waitFor();
    await screenshot(page, 'lobby-quiet');
    await expectAccessible(page);
  });
});
