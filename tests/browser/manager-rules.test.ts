/** The rules while the hall runs: wrong numbers, a dry run in words, publishing, a bad file; the replay. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../helpers/chromium.ts';
import { startHall } from '../helpers/hall-server.ts';
import type { Auth, HallServer } from '../helpers/hall-server.ts';
import {
  closePages,
  expectAccessible,
  issue,
  openPage,
  screenshot,
  signIn,
} from './staff-pages.ts';
import type { StaffPage } from './staff-pages.ts';

let hall: HallServer;
let kiosk: Auth;
let browser: Browser;
const opened: StaffPage[] = [];

beforeAll(async () => {
  hall = await startHall({ clock: '2026-11-23T09:00+08:00x20' });
  kiosk = await hall.deviceKey('kiosk');
  browser = await launchChromium();
  await issue(hall, kiosk, ['MZ001'], ['MZ001'], ['MZ006'], ['SC001']);
});

afterEach(() => closePages(opened));

afterAll(async () => {
  await browser.close();
  await hall.stop();
});

async function openAt(hash: string): Promise<Page> {
  const one = await openPage(browser, `${hall.url}/manager/${hash}`);
  opened.push(one);
  await signIn(one.page, 'JZ18');
  await one.page.locator('yc-floor .tabs').waitFor();
  return one.page;
}

test('a number out of its limits is named where it stands, and cannot be published', async () => {
  const page = await openAt('#/rules');
  const field = page.locator('#policy-promptMs');
  await field.fill('5');
  await page.locator('.policy.bad', { hasText: '10 到 1800' }).waitFor();
  await expect
    .poll(() => page.locator('[data-act=dry-run]').getAttribute('aria-disabled'))
    .toBe('true');
  await screenshot(page, 'manager-rules-bad');
  await expectAccessible(page);
  await field.fill('90');
  await page.locator('[data-act=dry-run]').click();
  await page.locator('.dry', { hasText: '4 张号票都不受影响' }).waitFor();
  await page.locator('[data-act=publish]').click();
  await page.locator('.foot', { hasText: '第 2 版已发布' }).waitFor();
  expect(await field.inputValue()).toBe('90');
});

test('manager 13: an item changes its zone; the dry run says who moves, and nobody is dropped', async () => {
  const page = await openAt('#/rules/items');
  await page.locator('yc-rules input[name=item]').fill('MZ001');
  await page.locator('tr[data-item=MZ001] select').selectOption('legal-person');
  await page.locator('[data-act=dry-run]').click();
  await page.locator('tr[data-change=B001]', { hasText: '移到法人服务区' }).waitFor();
  await page.locator('.dry', { hasText: '没有号票会丢失' }).waitFor();
  await screenshot(page, 'manager-dry-run');
  await expectAccessible(page);
  const rival = { baseVersion: 2, policy: { promptMs: 100_000 } };
  const auth = await hall.signIn('JZ17');
  const first = await fetch(`${hall.url}/api/halls/${hall.hall}/config`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...auth },
    body: JSON.stringify(rival),
  });
  expect(first.status).toBe(200);
  await page.locator('[data-act=publish]').click();
  await page.locator('.foot .problem').waitFor();
  await screenshot(page, 'manager-publish-conflict');
  await page.locator('.foot button', { hasText: '重新读取' }).click();
  await page.locator('yc-rules .parts', { hasText: '第 3 版' }).waitFor();
  await page.locator('yc-rules input[name=item]').fill('MZ001');
  await page.locator('tr[data-item=MZ001] select').selectOption('legal-person');
  await page.locator('[data-act=dry-run]').click();
  await page.locator('tr[data-change=B001]').waitFor();
  await page.locator('[data-act=publish]').click();
  await page.locator('.foot', { hasText: '第 4 版已发布' }).waitFor();
  await page.locator('[role=tab]#waiting').click();
  const row = page.locator('yc-waiting tr[data-ticket=B001]');
  await expect.poll(() => row.textContent()).toContain('法人服务区');
  expect(await page.locator('yc-waiting tr[data-ticket]').count()).toBe(4);
});

test('a file with a bad row is named by line, column and reason, and nothing of it is taken', async () => {
  const page = await openAt('#/rules/import');
  const buffer = Buffer.from('hall,number,name\njingzhou,xx,窗口\n');
  await page
    .locator('yc-import input[name=windows]')
    .setInputFiles({ name: 'windows.csv', mimeType: 'text/csv', buffer });
  await page.locator('yc-import [data-act=check]').click();
  await page.locator('yc-import .report', { hasText: '什么都没有收' }).waitFor();
  await page.locator('yc-import tbody tr').first().waitFor();
  expect(await page.locator('yc-import [data-act=take]').getAttribute('aria-disabled')).toBe(
    'true',
  );
  await screenshot(page, 'manager-import');
  await expectAccessible(page);
});

test('the scale has four levels where a hall leaves one out', async () => {
  const page = await openAt('#/rules/scale');
  await page.locator('yc-rules [data-drop="3"]').click();
  await page.locator('yc-rules .scale', { hasText: '四级' }).waitFor();
  await page.locator('[data-act=dry-run]').click();
  await page.locator('.dry').waitFor();
  await page.locator('[data-act=publish]').click();
  await page.locator('.foot', { hasText: '第 5 版已发布' }).waitFor();
  await page.locator('yc-rules .scale', { hasText: '四级' }).waitFor();
  await page.locator('yc-rules [data-part=versions]').click();
  await page.locator('yc-rules tbody tr', { hasText: '高志远' }).first().waitFor();
  await expectAccessible(page);
});

test('a day is replayed by keys on the floor’s map, and nothing in it can be pressed', async () => {
  const page = await openAt('#/replay');
  const scrub = page.locator('yc-replay input[name=scrub]');
  // Today stands there without being asked for; a chosen day stands in the address.
  await scrub.waitFor();
  const days = page.locator('yc-replay select[name=day]');
  expect(await days.inputValue()).toBe('2026-11-23');
  await days.selectOption('2026-11-23');
  await expect.poll(() => page.url()).toContain('#/replay/2026-11-23');
  await scrub.waitFor();
  await page.locator('yc-replay .banner', { hasText: '不能操作' }).waitFor();
  const waiting = page.locator('yc-replay [data-area=natural-person] .count');
  const begin = Number(await scrub.inputValue());
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(async () => Number(await scrub.inputValue())).toBeGreaterThan(begin);
  await page.locator('yc-replay .feed li', { hasText: '取号' }).first().waitFor();
  await screenshot(page, 'manager-replay');
  await expectAccessible(page);
  expect(await page.locator('yc-replay .tile .menu').count()).toBe(0);
  await page.keyboard.press('Shift+ArrowLeft');
  for (let press = 0; press < 9; press += 1) await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(() => waiting.textContent()).toMatch(/^\s*0/u);
  await page.locator('yc-replay [data-speed="600"]').click();
  await page.locator('yc-replay button[name=play]').focus();
  await page.keyboard.press('Space');
  await expect.poll(async () => Number(await scrub.inputValue())).toBeGreaterThan(begin + 60_000);
});

test('another order of calling: the dry run says who comes sooner or later and what is promised', async () => {
  await hall.command(await hall.signIn('JZ08'), { type: 'openWindow', window: 6 });
  const page = await openAt('#/rules');
  await page.locator('#policy-routing').selectOption('promise');
  await page.locator('[data-act=dry-run]').click();
  const said = page.locator('.dry .says');
  await said.filter({ hasText: '严格先后 → 承诺叫号' }).waitFor();
  await said.filter({ hasText: /等候 \d+ 人：.*早叫.*晚叫/u }).waitFor();
  await said.filter({ hasText: /\d+ 人会得到承诺时间/u }).waitFor();
  const cells = await page.locator('.dry tbody td').allTextContents();
  expect(cells.map((cell) => cell.trim())).not.toContain('');
  await screenshot(page, 'manager-dry-run-order');
  await expectAccessible(page);
});
