/** The screen above a window against the real server: each state, in each shape of panel. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
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
let opened: StaffPage[] = [];

beforeAll(async () => {
  hall = await startHall({ clock: '2026-11-23T09:00+08:00x10' });
  browser = await launchChromium();
  kiosk = await hall.deviceKey('kiosk');
  clerk = await hall.signIn('JZ08');
});

afterAll(async () => {
  await browser.close();
  await hall.stop();
});

beforeEach(() => {
  opened = [];
});

afterEach(async () => {
  for (const { context, faults } of opened) {
    await context.close();
    expect(faults.filter((fault) => !fault.includes('net::ERR_'))).toEqual([]);
  }
});

async function openSign(query = `?n=${String(WINDOW)}`): Promise<Page> {
  const one = await openPage(browser, `${hall.url}/window/${query}`, STRIP);
  opened.push(one);
  return one.page;
}

const state = (page: Page, status: string) => page.locator(`yc-window-sign article.${status}`);
const send = (type: string, fields = {}) => hall.command(clerk, { type, ...fields });

async function pictures(page: Page, name: string): Promise<void> {
  for (const shape of SHAPES) {
    await page.setViewportSize(shape);
    await screenshot(page, `window-${name}-${String(shape.width)}`);
  }
  await page.setViewportSize(STRIP);
}

describe('the screen above a window', () => {
  test('follows its window through the day: closed, free, calling, serving, paused', async () => {
    const page = await openSign();
    await state(page, 'closed').waitFor();
    await send('openWindow', { window: WINDOW });
    await state(page, 'idle').waitFor();
    const [ticket = ''] = await issue(hall, kiosk, [MARRIAGE]);
    await send('callNext');
    await state(page, 'calling').waitFor();
    expect(await page.locator('.number').innerText()).toBe(ticket);
    // A page that has come late to the first call flashes at the next one.
    await expect.poll(async () => (await send('recallTicket')).outcome).toBe('accepted');
    await expect.poll(() => state(page, 'calling').getAttribute('class')).toContain('flashing');
    await pictures(page, 'calling');
    await send('startService');
    await state(page, 'serving').waitFor();
    await expectAccessible(page);
    await send('finishCase', { case: `${ticket}-1`, outcome: 'closed' });
    await state(page, 'idle').waitFor();
    const returnAt = Date.parse('2026-11-23T13:30:00+08:00');
    await send('pauseWindow', { reason: 'lunch', returnAt });
    await state(page, 'paused').waitFor();
    expect(await page.locator('.words').innerText()).toContain('13:30');
    await pictures(page, 'paused');
    await expectAccessible(page);
    await send('resumeWindow');
  });

  test('says that the server is gone, keeps its picture, and comes back by itself', async () => {
    const page = await openSign();
    await state(page, 'idle').waitFor();
    await hall.kill();
    await page.locator('yc-link p').waitFor();
    expect(await state(page, 'idle').isVisible()).toBe(true);
    await pictures(page, 'stale');
    await hall.restart();
    await page.locator('yc-link p').waitFor({ state: 'detached' });
  });

  test('no number in the address asks for one; a wrong one is told', async () => {
    const asking = await openSign('');
    await asking.locator('input[name=n]').fill('999');
    await asking.locator('button').click();
    await asking.getByRole('alert').waitFor();
  });
});
