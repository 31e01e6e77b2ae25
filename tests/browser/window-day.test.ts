/** The screen above a window on a crooked day: asking the chief, the last ones, the flash lane, a QR. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../helpers/chromium.ts';
import { startHall } from '../helpers/hall-server.ts';
import type { Auth, HallServer } from '../helpers/hall-server.ts';
import { expectAccessible, issue, openPage, screenshot } from './staff-pages.ts';
import type { StaffPage } from './staff-pages.ts';

const STRIP = { width: 1280, height: 400 };
const SHAPES = [STRIP, { width: 1920, height: 360 }, { width: 1024, height: 768 }];
const WINDOW = 7;
const MARRIAGE = 'MZ001';

let hall: HallServer;
let browser: Browser;
let kiosk: Auth;
let clerk: Auth;
let manager: Auth;
let opened: StaffPage[] = [];

beforeAll(async () => {
  hall = await startHall({ clock: '2026-11-23T09:00+08:00x10' });
  browser = await launchChromium();
  kiosk = await hall.deviceKey('kiosk');
  clerk = await hall.signIn('JZ08');
  manager = await hall.signIn('JZ18');
  await send('openWindow', { window: WINDOW });
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

async function openSign(): Promise<Page> {
  const one = await openPage(browser, `${hall.url}/window/?n=${String(WINDOW)}`, STRIP);
  opened.push(one);
  return one.page;
}

async function send(type: string, fields = {}, by = clerk): Promise<string> {
  const answer = await hall.command(by, { type, ...fields });
  if (answer.outcome !== 'accepted') throw new Error(`${type}: ${answer.message}`);
  return answer.ticket ?? '';
}

/** A visitor who stands at the window. */
async function serving(): Promise<string> {
  await issue(hall, kiosk, [MARRIAGE]);
  const ticket = await send('callNext');
  await send('startService');
  return ticket;
}

const finish = (ticket: string) => send('finishCase', { case: `${ticket}-1`, outcome: 'closed' });
const sign = (page: Page, state: string) => page.locator(`yc-window-sign article.${state}`);

async function pictures(page: Page, name: string): Promise<void> {
  for (const shape of SHAPES) {
    await page.setViewportSize(shape);
    await screenshot(page, `window-${name}-${String(shape.width)}`);
    const { wide, high } = await page.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement;
      return { wide: scrollWidth - innerWidth, high: scrollHeight - innerHeight };
    });
    expect([wide, high]).toEqual([0, 0]);
  }
  await page.setViewportSize(STRIP);
}

test('clerk 6: while the chief officer is asked the number stays and the screen says so', async () => {
  const page = await openSign();
  const ticket = await serving();
  await send('consultChief');
  await expect.poll(() => sign(page, 'serving').innerText()).toContain('请示中');
  expect(await page.locator('.number').innerText()).toContain(ticket);
  await pictures(page, 'consulting');
  await send('endConsult', { window: WINDOW, approved: true }, manager);
  await expect.poll(() => sign(page, 'serving').innerText()).toContain('办理中');
  await finish(ticket);
});

test('clerk 10: the last visitor before a pause sees it coming, then reason and return', async () => {
  const page = await openSign();
  const ticket = await serving();
  const returnAt = Date.parse('2026-11-23T13:30:00+08:00');
  await send('pauseWindow', { reason: 'lunch', returnAt });
  await expect.poll(() => sign(page, 'ending').innerText()).toContain('即将暂停');
  await pictures(page, 'ending');
  await expectAccessible(page);
  await finish(ticket);
  await expect.poll(() => sign(page, 'paused').innerText()).toMatch(/用餐[^]*13:30/);
  await send('resumeWindow');
});

test('a flash lane is marked', async () => {
  const page = await openSign();
  const zones = ['natural-person'];
  await send('assignWindow', { window: WINDOW, zones, lane: 'flash' }, manager);
  await expect.poll(() => page.locator('.marks').innerText()).toContain('闪办');
  await pictures(page, 'flash');
  await send('assignWindow', { window: WINDOW, zones, lane: 'any' }, manager);
  await expect.poll(() => page.locator('.marks').count()).toBe(0);
});

test('clerk 9: where the evaluator is away, the visitor rates by the code on this screen', async () => {
  const page = await openSign();
  const ticket = await serving();
  await finish(ticket);
  await sign(page, 'rating').waitFor();
  const address = (await page.locator('.qr').getAttribute('data-address')) ?? '';
  expect(await sign(page, 'rating').innerText()).toContain(ticket);
  await pictures(page, 'rate-by-phone');
  await expectAccessible(page);
  const phone = await openPage(browser, 'about:blank', { width: 390, height: 844 });
  opened.push(phone);
  await phone.page.goto(address);
  await phone.page.locator('[data-level="5"]').click();
  await phone.page.locator('.send').click();
  await sign(page, 'idle').waitFor();
});

test('an emergency message takes the screen in every shape', async () => {
  const page = await openSign();
  const text = '请大家从最近的安全出口有序离开大厅，到东广场集合，不要乘电梯，不要回头取物品';
  await send('showEmergency', { kind: 'fire', text }, manager);
  await page.locator('yc-emergency article').waitFor();
  for (const shape of SHAPES) {
    await page.setViewportSize(shape);
    const isCut = await page
      .locator('yc-emergency article')
      .evaluate((box) => box.scrollHeight > box.clientHeight || box.scrollWidth > box.clientWidth);
    expect(isCut, String(shape.width)).toBe(false);
    await screenshot(page, `window-fire-${String(shape.width)}`);
  }
  await expectAccessible(page);
  await send('clearEmergency', {}, manager);
  await sign(page, 'idle').waitFor();
});

test('cut off, what it says stands below its picture and covers nothing', async () => {
  const page = await openSign();
  await sign(page, 'idle').waitFor();
  await hall.kill();
  await page.locator('yc-link p').waitFor();
  const picture = await page.locator('yc-window-sign').boundingBox();
  const notice = await page.locator('yc-link p').boundingBox();
  expect((picture?.y ?? 0) + (picture?.height ?? 0)).toBeLessThanOrEqual((notice?.y ?? 0) + 1);
  await pictures(page, 'cut-off');
  await hall.restart();
  await page.locator('yc-link p').waitFor({ state: 'detached' });
});
