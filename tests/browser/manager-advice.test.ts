/** Advice on the manager's page: proposed by itself, applied in one press, back by itself; and "what if". */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { ConfigView } from '../../shared/protocol/configuring.ts';
import { launchChromium } from '../helpers/chromium.ts';
import { startHall } from '../helpers/hall-server.ts';
import type { HallServer } from '../helpers/hall-server.ts';
import {
  closePages,
  expectAccessible,
  issue,
  openPage,
  screenshot,
  signIn,
} from './staff-pages.ts';
import type { StaffPage } from './staff-pages.ts';

const MINUTE_MS = 60_000;

let hall: HallServer;
let browser: Browser;
const opened: StaffPage[] = [];

/** Windows 2 (company matters) and 6 (people's matters) are open, and everybody wants the latter. */
beforeAll(async () => {
  hall = await startHall({ clock: '2026-11-23T09:02+08:00x60' });
  const kiosk = await hall.deviceKey('kiosk');
  browser = await launchChromium();
  // Short, so that the way back can be waited for: half an hour is half a minute here.
  await setPolicy({
    adviceHorizonMs: 40 * MINUTE_MS,
    adviceDwellMs: 20 * MINUTE_MS,
    adviceEveryMs: 2 * MINUTE_MS,
    adviceExpiryMs: 40 * MINUTE_MS,
  });
  for (const [staffNo, window] of [
    ['JZ03', 2],
    ['JZ08', 6],
  ] as const) {
    await hall.command(await hall.signIn(staffNo), { type: 'openWindow', window });
  }
  await issue(hall, kiosk, ...Array.from({ length: 14 }, () => ['MZ001']));
});

afterEach(() => closePages(opened));

afterAll(async () => {
  await browser.close();
  await hall.stop();
});

async function setPolicy(policy: object): Promise<void> {
  const auth = await hall.signIn('JZ18');
  const path = `/api/halls/${hall.hall}/config`;
  const { version } = await hall.get<ConfigView>(path, auth);
  const answered = await fetch(`${hall.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...auth },
    body: JSON.stringify({ baseVersion: version, policy }),
  });
  expect(answered.status).toBe(200);
}

async function openAt(hash: string): Promise<Page> {
  const one = await openPage(browser, `${hall.url}/manager/${hash}`);
  opened.push(one);
  await signIn(one.page, 'JZ18');
  await one.page.locator('yc-floor .tabs').waitFor();
  return one.page;
}

test('manager 2: advice names window, minutes and waits; applied it moves, and returns by itself', async () => {
  const page = await openAt('#/advice');
  const card = page.locator('yc-advice .proposals .card').first();
  await card.waitFor();
  const words = (await card.textContent()) ?? '';
  expect(words).toMatch(/2 号窗口.*个人|2 号窗口.*自然人/su);
  expect(words).toMatch(/预计未来 40 分钟少等 \d+ 人分钟/u);
  expect(words).toMatch(/80% 区间/u);
  expect(words).toMatch(/\d+ → \d+ 分钟/u);
  await screenshot(page, 'manager-advice');
  await expectAccessible(page);
  await page.locator('[role=tab]#floor').click();
  await page.locator('yc-floor .advice-strip', { hasText: '2 号窗口' }).waitFor();
  await screenshot(page, 'manager-advice-strip');
  await page.locator('yc-floor .advice-strip a').click();
  await card.locator('[data-act=applyAdvice]').click();
  const applied = page.locator('yc-advice .card.applied');
  await applied.locator('[data-act=revertAdvice]').waitFor();
  expect(await applied.textContent()).toMatch(/自动恢复，还有/u);
  await screenshot(page, 'manager-advice-applied');
  await page.locator('[role=tab]#floor').click();
  const natural = page.locator('yc-floor-map [data-area=natural-person]');
  const both = page.locator('yc-floor-map [data-area=all]');
  await natural.or(both).locator('.tile[data-window="2"]').waitFor();
  // The hall's clock runs on: forty of its minutes later the window stands at home again.
  const home = page.locator('yc-floor-map [data-area=legal-person] .tile[data-window="2"]');
  await home.waitFor({ timeout: 120_000 });
  await page.locator('[role=tab]#advice').click();
  const earlier = page.locator('yc-advice .earlier tbody tr').last();
  await expect.poll(() => earlier.textContent()).toContain('已恢复');
  // Beside what was expected stands what the hour, played again, found.
  await expect
    .poll(() => earlier.textContent(), { timeout: 60_000 })
    .toMatch(/\d 人分钟.*\d 人分钟/su);
  await screenshot(page, 'manager-advice-measured');
}, 240_000);

test('what if: moved in the sketch by keys, the waits are shown, then the plan is applied', async () => {
  const page = await openAt('#/advice');
  const sketch = page.locator('yc-what-if');
  await sketch.locator('.tile[data-window="2"]').waitFor();
  const predict = sketch.locator('[data-act=predict]');
  expect(await predict.getAttribute('aria-disabled')).toBe('true');
  const move = sketch.locator('select[data-move="2"]');
  await move.focus();
  await move.selectOption('all');
  await sketch.locator('[data-area=all] .tile.changed[data-window="2"]').waitFor();
  await predict.click();
  await sketch.locator('.forecast table').waitFor();
  const row = sketch.locator('.forecast tr[data-zone=natural-person]');
  expect(await row.textContent()).toMatch(/\d+ → \d+ 分钟/u);
  await screenshot(page, 'manager-what-if');
  await expectAccessible(page);
  const before = await page.locator('yc-advice .card.applied').count();
  expect(before).toBe(0);
  await sketch.locator('[data-act=applyPlan]').click();
  await page.locator('yc-advice .card.applied', { hasText: '自拟' }).waitFor();
  await page.locator('yc-advice .card.applied [data-act=revertAdvice]').click();
  await expect.poll(() => page.locator('yc-advice .card.applied').count()).toBe(0);
}, 240_000);
