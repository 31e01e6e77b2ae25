/** The lobby's screen when the hall is closed: a holiday's calendar page, the night, the morning. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../helpers/chromium.ts';
import { startHall } from '../helpers/hall-server.ts';
import type { HallServer } from '../helpers/hall-server.ts';
import { publish } from './publishing.ts';
import { expectAccessible, openPage, screenshot } from './staff-pages.ts';

const STAGE = { width: 1920, height: 1080 };

let hall: HallServer;
let browser: Browser;

beforeAll(async () => {
  hall = await startHall({ clock: '2026-10-01T10:00:00+08:00x1' });
  browser = await launchChromium();
  await publish(hall, await hall.signIn('JZ18'), { policy: { alwaysOpen: false } });
});

afterAll(async () => {
  await browser.close();
  await hall.stop();
});

async function openLobby(): Promise<Page> {
  const { page } = await openPage(browser, `${hall.url}/lobby/`, STAGE);
  return page;
}

const theme = (page: Page) => page.evaluate(() => document.documentElement.dataset['theme']);

test('lobby 13: a holiday has its page: its name and the next opening', async () => {
  const page = await openLobby();
  await page.locator('yc-rest .rest').waitFor();
  const words = () => page.locator('yc-rest .rest').innerText();
  await expect.poll(words).toMatch(/国庆|國慶|National/);
  expect(await words()).toContain('08:30');
  expect(await theme(page)).toBe('dark');
  await screenshot(page, 'lobby-holiday');
  await expectAccessible(page);

  await hall.kill();
  await hall.restart(0, '2026-10-01T23:10:00+08:00x1');
  await page.locator('yc-rest .dark').waitFor();
  await screenshot(page, 'lobby-night');
  await expectAccessible(page);

  await hall.kill();
  await hall.restart(0, '2026-10-08T08:19:50+08:00x1');
  await page.locator('yc-call-board').waitFor();
  await expect.poll(() => page.locator('yc-call-board .quiet').innerText()).toContain('08:30');
  await screenshot(page, 'lobby-morning');
  await page.context().close();
});
