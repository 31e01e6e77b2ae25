/**
 * The lobby's screen on a crooked day: a missed number, windows that pause, an emergency message that
 * comes before everything, and the proof that the screen draws. The hall runs ten times as fast.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../helpers/chromium.ts';
import { startHall } from '../helpers/hall-server.ts';
import type { Auth, HallServer } from '../helpers/hall-server.ts';
import { expectAccessible, issue, openPage, screenshot } from './staff-pages.ts';
import type { StaffPage } from './staff-pages.ts';

const STAGE = { width: 1920, height: 1080 };
const MARRIAGE = 'MZ001';

let hall: HallServer;
let browser: Browser;
let kiosk: Auth;
let manager: Auth;
let first: Auth;
let second: Auth;
let opened: StaffPage[] = [];

beforeAll(async () => {
  hall = await startHall({ clock: '2026-11-23T09:00+08:00x10' });
  browser = await launchChromium();
  kiosk = await hall.deviceKey('kiosk');
  manager = await hall.signIn('JZ18');
  first = await hall.signIn('JZ08');
  second = await hall.signIn('JZ09');
  await hall.command(first, { type: 'openWindow', window: 7 });
  await hall.command(second, { type: 'openWindow', window: 8 });
});

afterEach(async () => {
  for (const { context, faults } of opened) {
    await context.close();
    expect(faults.filter((fault) => !fault.includes('net::ERR_'))).toEqual([]);
  }
  opened = [];
});

afterAll(async () => {
  await browser.close();
  await hall.stop();
});

async function openLobby(query = ''): Promise<Page> {
  const one = await openPage(browser, 'about:blank', STAGE);
  opened.push(one);
  await one.page.addInitScript(() => {
    const alarms: unknown[] = [];
    Object.assign(globalThis, { alarms });
    document.addEventListener('yc-alarmed', (event) => alarms.push((event as CustomEvent).detail));
  });
  await one.page.goto(`${hall.url}/lobby/${query}`);
  await one.page.locator('yc-call-board, yc-emergency').first().waitFor();
  return one.page;
}

/** A staff command that the rules may allow only after a while. */
async function does(by: Auth, body: object): Promise<string> {
  let ticket = '';
  const send = async () => {
    const answer = await hall.command(by, body);
    if (answer.outcome === 'accepted') ticket = answer.ticket ?? '';
    return answer.outcome === 'accepted' ? 'accepted' : answer.code;
  };
  await expect.poll(send).toBe('accepted');
  return ticket;
}

const row = (page: Page, ticket: string) => page.locator(`yc-call-board [data-ticket=${ticket}]`);
const alarm = (page: Page) => page.locator('yc-emergency article');

test('lobby 5: a missed number moves to the list below, with what to do', async () => {
  const page = await openLobby();
  await issue(hall, kiosk, [MARRIAGE]);
  const ticket = await does(first, { type: 'callNext' });
  await row(page, ticket).waitFor();
  await does(first, { type: 'recallTicket' });
  await does(first, { type: 'recallTicket' });
  await does(first, { type: 'markNoShow' });
  const missed = page.locator('yc-foot-lines .missed');
  await missed.waitFor();
  expect(await row(page, ticket).count()).toBe(0);
  await expect
    .poll(() => missed.innerText())
    .toMatch(new RegExp(`${ticket}[^]*(到取号机重新排队|到取號機重新排隊|queue again at a kiosk)`));
  await screenshot(page, 'lobby-missed');
});

test('lobby 3: of two calls at once the one that is spoken stands out alone', async () => {
  const page = await openLobby();
  await issue(hall, kiosk, [MARRIAGE], [MARRIAGE]);
  const tickets = [
    await does(first, { type: 'callNext' }),
    await does(second, { type: 'callNext' }),
  ];
  for (const ticket of tickets) await row(page, ticket).waitFor();
  const marked = () => page.locator('yc-call-board li.now').count();
  await expect.poll(marked).toBe(1);
  await expect.poll(() => page.locator('yc-call-board li.fresh').count()).toBe(1);
  await screenshot(page, 'lobby-spoken-row');
  for (const [by, ticket] of [
    [first, tickets[0]],
    [second, tickets[1]],
  ] as const) {
    await does(by, { type: 'startService' });
    await does(by, { type: 'finishCase', case: `${ticket ?? ''}-1`, outcome: 'closed' });
  }
});

test('lobby 9: a zone whose windows are all paused says until when', async () => {
  const page = await openLobby();
  const lunch = { type: 'pauseWindow', reason: 'lunch' };
  const at = (time: string) => Date.parse(`2026-11-23T${time}:00+08:00`);
  await does(first, { ...lunch, returnAt: at('13:30') });
  const zone = page.locator('yc-zone-list [data-zone=natural-person]');
  expect(await zone.locator('.paused').count()).toBe(0);
  await does(second, { ...lunch, returnAt: at('13:00') });
  await expect.poll(() => zone.innerText()).toContain('13:00');
  expect(await zone.locator('.paused').count()).toBe(1);
  const notice = () => page.locator('yc-foot-lines .notice').innerText();
  await expect.poll(notice).toContain('13:30');
  await screenshot(page, 'lobby-paused');
  await expectAccessible(page);
  await does(first, { type: 'resumeWindow' });
  await does(second, { type: 'resumeWindow' });
});

test('lobby 6: with a zone of its own it shows that zone and its neighbours alone', async () => {
  const page = await openLobby('?zone=real-estate');
  await expect.poll(() => page.locator('yc-zone-list li').count()).toBe(2);
  await issue(hall, kiosk, [MARRIAGE]);
  const ticket = await does(first, { type: 'callNext' });
  await row(page, ticket).waitFor();
  await screenshot(page, 'lobby-neighbour');
  await does(first, { type: 'startService' });
  await does(first, { type: 'finishCase', case: `${ticket}-1`, outcome: 'closed' });
});

test('lobby 11: an emergency message takes the whole screen and stays, come what may', async () => {
  const page = await openLobby();
  const text = '请从东门和北门离开';
  await does(manager, { type: 'showEmergency', kind: 'fire', text });
  await alarm(page).waitFor();
  expect(await page.locator('yc-call-board').count()).toBe(0);
  for (const words of ['火警', text, '請聽從', 'Fire alarm']) {
    expect(await alarm(page).innerText()).toContain(words);
  }
  const alarms = () => page.evaluate(() => (Reflect.get(globalThis, 'alarms') as unknown[]).length);
  await expect.poll(alarms).toBe(1);
  await screenshot(page, 'lobby-fire');
  await expectAccessible(page);
  await hall.kill();
  await page.locator('yc-link p').waitFor();
  expect(await alarm(page).isVisible()).toBe(true);
  await page.route('**/api/**', (route) => route.abort());
  await hall.restart();
  await page.reload();
  await alarm(page).waitFor();
  await page.unroute('**/api/**');
  await does(manager, { type: 'clearEmergency' });
  await page.locator('yc-call-board').waitFor();
  expect(await alarm(page).count()).toBe(0);
});

test('lobby 15: a beat leaves only after a frame was really painted', async () => {
  const page = await openLobby();
  const beats: string[] = [];
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => beats.push(payload.toString())),
  );
  await page.reload();
  const isAlive = () => beats.some((beat) => beat.includes('"alive":true'));
  await expect.poll(isAlive).toBe(true);
  await page.evaluate(() => {
    globalThis.requestAnimationFrame = () => 0;
  });
  await page.waitForTimeout(6_000);
  beats.length = 0;
  await page.waitForTimeout(6_000);
  expect(isAlive()).toBe(false);
});
