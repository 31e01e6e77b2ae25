/** The manager's floor: moves by drag and by menu, opens, pauses, closes; nobody waiting is lost. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../helpers/chromium.ts';
import { startHall } from '../helpers/hall-server.ts';
import { PATIENT } from '../helpers/patience.ts';
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
  hall = await startHall({ clock: '2026-11-23T09:00+08:00x120' });
  kiosk = await hall.deviceKey('kiosk');
  browser = await launchChromium();
});

afterEach(() => closePages(opened));

afterAll(async () => {
  await browser.close();
  await hall.stop();
});

const tile = (page: Page, window: number) =>
  page.locator(`yc-floor .tile[data-window="${String(window)}"]`);
const area = (page: Page, key: string) => page.locator(`yc-floor [data-area="${key}"]`);
const tileIn = (page: Page, key: string, window: number) =>
  area(page, key).locator(`.tile[data-window="${String(window)}"]`);
const menu = (page: Page) => page.locator('yc-floor yc-tile-menu');
const waitingOf = (page: Page, key: string) => area(page, key).locator('.count').textContent();
const answered = (page: Page, words: string) =>
  page.locator('yc-floor .answer', { hasText: words }).waitFor();

async function openFloor(): Promise<Page> {
  const one = await openPage(browser, `${hall.url}/manager/`);
  opened.push(one);
  await signIn(one.page, 'JZ18');
  await area(one.page, 'legal-person').waitFor();
  return one.page;
}

/** Opens the menu of a window by keys alone. */
async function openMenu(page: Page, window: number): Promise<void> {
  await tile(page, window).locator('.menu').focus();
  await page.keyboard.press('Enter');
  await menu(page).waitFor();
}

test('sees the empty floor, and tickets that nobody may call at once', async () => {
  const page = await openFloor();
  await screenshot(page, 'manager-empty');
  await expectAccessible(page);
  await issue(hall, kiosk, ['MZ001'], ['GA001'], ['MZ001', 'MZ006'], ['JY001'], ['SC001']);
  await expect.poll(() => waitingOf(page, 'natural-person')).toMatch(/^\s*4\b/);
  await expect.poll(() => page.locator('yc-floor .alert.stranded').count()).toBe(2);
  await screenshot(page, 'manager-stranded');
  await expectAccessible(page);
});

test('manager 1: one line tells devices, open windows and who is late, bad or good', async () => {
  const page = await openFloor();
  const line = (name: string) => page.locator(`yc-board-line [data-board=${name}]`);
  await expect.poll(() => line('devices').textContent()).toContain('还没有设备连上');
  expect(await line('windows').textContent()).toContain('12 个窗口开了 0 个');
  expect(await line('late').textContent()).toMatch(/1、2、3、4、5、6 号等 12 个窗口迟开 \d+ 分/);
  await screenshot(page, 'manager-board-late');
  const lobby = await openPage(browser, `${hall.url}/lobby/`);
  opened.push(lobby);
  await expect.poll(() => line('devices').textContent(), PATIENT).toMatch(/设备正常\s+屏幕 1/);
  await screenshot(page, 'manager-board');
});

test('opens a window for a free clerk from the alert, by keys', async () => {
  const page = await openFloor();
  const alert = page.locator('yc-floor .alert.stranded', { hasText: '自然人' });
  await alert.locator('button').focus();
  await page.keyboard.press('Enter');
  await menu(page).waitFor();
  await screenshot(page, 'manager-menu-closed');
  await expectAccessible(page);
  await menu(page).locator('select[name=clerk]').selectOption('JZ08');
  await menu(page).locator('[data-act=openWindow]').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => tile(page, 6).textContent()).toContain('杨雪');
  await answered(page, '6 号窗口已打开');
});

test('moves a window by dragging and by its menu; the waiting stay', async () => {
  for (const [staffNo, window] of [
    ['JZ10', 7],
    ['JZ01', 1],
    ['JZ02', 2],
    ['JZ14', 11],
  ] as const) {
    await hall.command(await hall.signIn(staffNo), { type: 'openWindow', window });
  }
  const busy = await hall.signIn('JZ10');
  await hall.command(busy, { type: 'callNext' });
  await hall.command(busy, { type: 'startService' });
  const page = await openFloor();
  const before = await hall.command(kiosk, { type: 'issueTicket', items: ['MZ001'] });
  expect(before.outcome).toBe('accepted');
  await expect.poll(() => waitingOf(page, 'natural-person')).toMatch(/^\s*4\b/);

  await tile(page, 2).dragTo(area(page, 'natural-person'));
  await tileIn(page, 'natural-person', 2).waitFor();
  await expect.poll(() => tile(page, 2).textContent()).toContain('不在原区');
  expect(await waitingOf(page, 'natural-person')).toMatch(/^\s*4\b/);
  await screenshot(page, 'manager-moved');

  await openMenu(page, 7);
  await screenshot(page, 'manager-menu');
  await expectAccessible(page);
  await menu(page).locator('[data-move=all]').focus();
  await page.keyboard.press('Enter');
  await tileIn(page, 'all', 7).waitFor();
  expect(await waitingOf(page, 'natural-person')).toMatch(/^\s*4\b/);
  await openMenu(page, 7);
  await page.keyboard.press('Escape');
  await menu(page).waitFor({ state: 'detached' });
  expect(
    await tile(page, 7)
      .locator('.menu')
      .evaluate((node) => node.matches(':focus')),
  ).toBe(true);
});

test('pauses with a time of return, is told when it has passed, resumes and closes', async () => {
  const page = await openFloor();
  await openMenu(page, 1);
  await menu(page).locator('select[name=reason]').selectOption('lunch');
  await menu(page).locator('select[name=return]').selectOption('10');
  await menu(page).locator('[data-act=pauseWindow]').click();
  await expect.poll(() => tile(page, 1).getAttribute('class')).toContain('paused');
  await expect.poll(() => tile(page, 1).textContent()).toMatch(/用餐.*返回/s);
  const overdue = page.locator('yc-floor .alert.overdue');
  await overdue.waitFor();
  await screenshot(page, 'manager-overdue');
  await overdue.locator('button').click();
  await expect.poll(() => tile(page, 1).getAttribute('class')).toContain('idle');
  await openMenu(page, 1);
  await menu(page).locator('[data-act=closeWindow]').click();
  await page.locator('yc-floor .answer.refused').waitFor();
  expect(await tile(page, 1).getAttribute('class')).toContain('idle');
  await openMenu(page, 1);
  await menu(page).locator('input[name=leave]').check();
  await menu(page).locator('[data-act=closeWindow]').click();
  await expect.poll(() => tile(page, 1).getAttribute('class')).toContain('closed');
});

test('finds a waiting ticket, reads ratings with their coverage and what staff did', async () => {
  const page = await openFloor();
  await page.locator('yc-floor [role=tab]#waiting').click();
  await page.locator('yc-floor input[type=search]').fill('公司设立');
  await expect.poll(() => page.locator('yc-floor tbody tr').count()).toBe(1);
  await screenshot(page, 'manager-waiting');
  await expectAccessible(page);
  await page.locator('yc-floor [role=tab]#sums').click();
  await screenshot(page, 'manager-ratings');
  await expectAccessible(page);
  await page.locator('yc-floor [role=tab]#audit').click();
  await page.locator('yc-audit td', { hasText: '移动窗口' }).first().waitFor();
  await screenshot(page, 'manager-audit');
  expect(await page.locator('yc-audit tbody').textContent()).not.toMatch(/[a-z]{3,}/);
  await page.locator('yc-audit .filter button', { hasText: '只看管理操作' }).click();
  await page.locator('yc-audit td', { hasText: '窗口人员' }).first().waitFor({ state: 'detached' });
  await page.locator('yc-audit td', { hasText: '移动窗口' }).first().waitFor();
  await expectAccessible(page);
});
