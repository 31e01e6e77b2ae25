/** Crooked cases at the desk, against the real server: materials, outcomes, a wrong item. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../helpers/chromium.ts';
import { startHall } from '../helpers/hall-server.ts';
import type { Auth, HallServer } from '../helpers/hall-server.ts';
import { PATIENT } from '../helpers/patience.ts';
import {
  HAND_MS,
  answered,
  caseRow,
  numberHere,
  offered,
  openClerkPage,
  other,
  press,
  primary,
  sitDown,
} from './clerk-desk.ts';
import { closePages, expectAccessible, issue, screenshot } from './staff-pages.ts';
import type { StaffPage } from './staff-pages.ts';

const MARRIAGE = 'MZ001';
const MOVING_IN = 'GA002';
const MOVING_OUT = 'GA003';
const SCHOOL = 'JY001';

let hall: HallServer;
let kiosk: Auth;
let browser: Browser;
const opened: StaffPage[] = [];

beforeAll(async () => {
  hall = await startHall({ clock: '2026-11-23T09:00+08:00x10' });
  kiosk = await hall.deviceKey('kiosk');
  browser = await launchChromium();
});

afterEach(() => closePages(opened));

afterAll(async () => {
  await browser.close();
  await hall.stop();
});

async function deskAt(staffNo: string, window: number): Promise<Page> {
  return sitDown(await openClerkPage(browser, hall, opened), staffNo, window);
}

const detail = (page: Page) => page.locator('yc-desk .detail');
const checked = (page: Page) => detail(page).locator('input[type=checkbox]:checked');

test('clerk 4: ticks what the visitor has brought, mandatory ones first, by keyboard', async () => {
  const page = await deskAt('JZ08', 7);
  const [number = ''] = await issue(hall, kiosk, [MARRIAGE, MOVING_IN]);
  await offered(page, 'callNext');
  await press(page, 'F2', 'startService');
  await press(page, 'F2', 'finishCase');
  const boxes = caseRow(page, `${number}-1`).locator('input[type=checkbox]');
  expect(await boxes.count()).toBe(3);
  // Two at once: no tick gets lost while the first is on its way.
  await page.keyboard.press('m');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect
    .poll(() => caseRow(page, `${number}-1`).locator('summary').textContent())
    .toContain('✓ 2');
  await page.reload();
  await offered(page, 'finishCase');
  expect(await caseRow(page, `${number}-1`).locator('input:checked').count()).toBe(2);
  await screenshot(page, 'clerk-materials');
  await expectAccessible(page);

  // What was not ticked is what is missing, and a supply-by date is proposed.
  await page.keyboard.press('3');
  expect(await checked(page).count()).toBe(1);
  expect(await detail(page).locator('[name=supplyBy]').inputValue()).toBe('2026-11-30');
  await screenshot(page, 'clerk-gaps');
  await expectAccessible(page);
  await checked(page).click();
  await page.keyboard.press('F2');
  await answered(page, '请先选择缺少的材料');
  await page.waitForTimeout(HAND_MS);
  await detail(page).locator('[name=besides]').fill('户口簿原件');
  await page.keyboard.press('F2');
  const end = caseRow(page, `${number}-1`);
  await end.locator('.end', { hasText: '容缺受理' }).waitFor();
  // What the clerk wrote stands on the slip, sealed from every other eye.
  expect(await end.textContent()).toContain('另写的一项见单据');
  expect(await end.textContent()).not.toContain('户口簿原件');
  expect(await end.textContent()).toContain('11月30日');
  await end.locator('[data-slip]', { hasText: '容缺补正单' }).waitFor();

  // A deadline case shows when it is due before it is accepted.
  await page.waitForTimeout(HAND_MS);
  await page.keyboard.press('2');
  expect(await detail(page).textContent()).toContain('11月26日');
  await screenshot(page, 'clerk-due');
  await page.keyboard.press('F2');
  await numberHere(page).waitFor({ state: 'detached' });
});

test('clerk 5: a one-time notice and a refusal print their slips; none goes without', async () => {
  const page = await deskAt('JZ11', 8);
  const [number = ''] = await issue(hall, kiosk, [SCHOOL, MOVING_OUT]);
  await offered(page, 'callNext');
  await press(page, 'F2', 'startService');
  await press(page, 'F2', 'finishCase');
  await page.keyboard.press('4');
  expect(await checked(page).count()).toBeGreaterThan(0);
  await screenshot(page, 'clerk-notice');
  await page.keyboard.press('F2');
  await caseRow(page, `${number}-1`).locator('[data-slip]', { hasText: '一次性告知单' }).waitFor();
  await page.waitForTimeout(HAND_MS);

  await page.keyboard.press('5');
  await page.keyboard.press('F2');
  await answered(page, '不予受理的原因');
  await screenshot(page, 'clerk-refusal');
  await expectAccessible(page);
  await page.waitForTimeout(HAND_MS);
  await detail(page).locator('label', { hasText: '不符合条件' }).click();
  await page.keyboard.press('F2');
  await numberHere(page).waitFor({ state: 'detached' });

  // The visitor is at the door and has lost both: P goes to the first, Enter prints it again.
  const given = page.locator('yc-desk [data-given]');
  await expect.poll(() => given.count(), PATIENT).toBe(2);
  const first = given.first();
  await first.locator('button[aria-disabled=false]').waitFor();
  await page.waitForTimeout(HAND_MS);
  await page.keyboard.press('p');
  expect(await first.locator('button').evaluate((node) => node.matches(':focus'))).toBe(true);
  await screenshot(page, 'clerk-slips');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await answered(page, `${number} 的单据已送去补打`);
});

test('visitor 4: a wrong item is put right; who may not handle the right one is told first', async () => {
  const page = await deskAt('JZ12', 9);
  await hall.command(await hall.signIn('JZ18'), {
    type: 'assignWindow',
    window: 9,
    zones: ['natural-person'],
  });
  await deskAt('JZ13', 6);
  const [number = ''] = await issue(hall, kiosk, [MOVING_OUT, 'GA007']);
  await expect.poll(() => page.locator('yc-desk .rows .ticket').count()).toBe(1);
  await offered(page, 'callNext');
  await press(page, 'F2', 'startService');
  await press(page, 'F2', 'finishCase');
  expect(await numberHere(page).textContent()).toBe(number);

  await page.keyboard.press('r');
  await page.locator('yc-add-case input').waitFor();
  await page.keyboard.type('HKQR');
  await page.locator('yc-add-case [role=option]', { hasText: '本窗口可办' }).first().waitFor();
  await page.keyboard.press('Enter');
  await answered(page, '已改为：户口迁入');
  expect(await numberHere(page).textContent()).toBe(number);

  await page.waitForTimeout(HAND_MS);
  await page.keyboard.press('r');
  await page.locator('yc-add-case input').waitFor();
  await page.keyboard.type('YWJYJDXSRXBM');
  await page.locator('yc-add-case .away').first().waitFor();
  await screenshot(page, 'clerk-recode-away');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await page.locator('yc-add-case').waitFor({ state: 'detached' });
  await expect.poll(() => caseRow(page, `${number}-1`).textContent()).toContain('留到第 2 站');
  await screenshot(page, 'clerk-left');
  await primary(page).waitFor();
  expect(await other(page, 'transferTicket').getAttribute('aria-disabled')).toBe('false');
});
