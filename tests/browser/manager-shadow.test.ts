/** The manager reads what promise calling would have done: honest while little is known, then in figures. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { businessDate } from '../../shared/base/ids.ts';
import { observe } from '../../shared/forecast/observed/observe.ts';
import { shadow } from '../../shared/forecast/shadow/shadow.ts';
import { shadowView } from '../../shared/views/shadow-view.ts';
import type { ShadowView } from '../../shared/views/shadow-view.ts';
import { launchChromium } from '../helpers/chromium.ts';
import { TODAY } from '../helpers/hall.ts';
import { startHall } from '../helpers/hall-server.ts';
import type { HallServer } from '../helpers/hall-server.ts';
import { PATIENT_MS } from '../helpers/patience.ts';
import { playedDay } from '../unit/forecast/shadow/played-day.ts';
import { closePages, expectAccessible, openPage, screenshot, signIn } from './staff-pages.ts';
import type { StaffPage } from './staff-pages.ts';

let hall: HallServer;
let browser: Browser;
const opened: StaffPage[] = [];

beforeAll(async () => {
  hall = await startHall({ clock: '2026-11-23T09:00+08:00x60' });
  browser = await launchChromium();
});
afterEach(() => closePages(opened));
afterAll(async () => {
  await browser.close();
  await hall.stop();
});

/** Played days as the server would answer them; null: what the server itself says. */
async function openSums(answer: ShadowView | null): Promise<Page> {
  const one = await openPage(browser, `${hall.url}/manager/#/sums`);
  opened.push(one);
  if (answer) await one.page.route('**/shadow', (route) => route.fulfill({ json: answer }));
  await signIn(one.page, 'JZ18');
  await one.page.locator('yc-shadow section').waitFor();
  return one.page;
}

test('manager: a hall without a day behind it says that nothing can be said', async () => {
  const page = await openSums(null);
  const sheet = page.locator('yc-shadow');
  await sheet.getByText('前几天没有可比的').waitFor({ timeout: PATIENT_MS });
  await sheet.getByText(/今天还没有结果|太少，说不了什么/).waitFor();
});

test('manager: in words and figures, with who would have waited longer and how far to trust it', async () => {
  const reports = [120, 90, 20].map((visitors, index) => {
    const { hall: played } = playedDay(visitors);
    const observed = observe(played.log, TODAY, [played.day.plan]);
    const report = shadow(observed, played.day);
    return { ...report, date: businessDate(`2026-11-${String(23 - index)}`) };
  });
  const [today, ...past] = reports;
  const view = shadowView(true, today ?? null, past);
  const page = await openSums(view);
  const sheet = page.locator('yc-shadow');
  const saved = String(view.today?.savedMinutes);
  await sheet.getByText(`120 人合计本可少等 ${saved} 分钟`).waitFor();
  await sheet.getByText('多等最久的：').waitFor();
  await expect.poll(() => sheet.locator('tbody tr').count()).toBe(2);
  expect(await sheet.locator('tbody tr').last().textContent()).toContain('人太少');
  await expectAccessible(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await sheet.scrollIntoViewIfNeeded();
  await screenshot(page, 'manager-shadow');
});
