/** People who come and go at the desk: holds, transfers, the chief, lunch, closing, a second page. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchChromium } from '../helpers/chromium.ts';
import { startHall } from '../helpers/hall-server.ts';
import type { Auth, HallServer } from '../helpers/hall-server.ts';
import {
  HAND_MS,
  answered,
  numberHere,
  offered,
  openClerkPage,
  other,
  press,
  primary,
  sitDown,
  tile,
} from './clerk-desk.ts';
import { expectAccessible, issue, screenshot, signIn } from './staff-pages.ts';
import type { StaffPage } from './staff-pages.ts';

const MARRIAGE = 'MZ001';

let hall: HallServer;
let kiosk: Auth;
let manager: Auth;
let browser: Browser;
let opened: StaffPage[] = [];

beforeAll(async () => {
  browser = await launchChromium();
});

beforeEach(async () => {
  hall = await startHall({ clock: '2026-11-23T11:40+08:00x10' });
  kiosk = await hall.deviceKey('kiosk');
  manager = await hall.signIn('JZ18');
});

afterEach(async () => {
  const faults = opened.flatMap((one) => one.faults);
  for (const { context } of opened) await context.close();
  opened = [];
  await hall.stop();
  expect(faults).toEqual([]);
});

afterAll(async () => {
  await browser.close();
});

async function deskAt(staffNo: string, window: number): Promise<Page> {
  return sitDown(await openClerkPage(browser, hall, opened), staffNo, window);
}

async function serving(page: Page): Promise<string> {
  await offered(page, 'callNext');
  await press(page, 'F2', 'startService');
  await press(page, 'F2', 'finishCase');
  return (await numberHere(page).textContent()) ?? '';
}

test('clerk 7: holds a visitor who pays, serves others, and takes the visitor up again', async () => {
  const page = await deskAt('JZ08', 7);
  const [first = '', second = ''] = await issue(hall, kiosk, [MARRIAGE], [MARRIAGE]);
  expect(await serving(page)).toBe(first);
  await page.keyboard.press('h');
  await page.locator('yc-hold-panel form').waitFor();
  await screenshot(page, 'clerk-holding');
  await expectAccessible(page);
  await page.keyboard.press('F2');
  await answered(page, 'F2 · 先确认或收起上面的面板');
  expect(await numberHere(page).textContent()).toBe(first);
  await page.waitForTimeout(HAND_MS);
  await page.keyboard.press('2');
  await page.keyboard.press('Enter');
  await answered(page, new RegExp(`${first} 已挂起，请访客 12:1\\d 前回来`));
  const row = page.locator(`yc-desk [data-held="${first}"]`);
  await expect.poll(() => row.textContent()).toMatch(/复印\s+还有 (2\d|30) 分/);

  expect(await serving(page)).toBe(second);
  await page.keyboard.press('b');
  await answered(page, `${first} 回来了`);
  await page.locator('yc-desk aside .mark', { hasText: '回来续办' }).waitFor();
  await screenshot(page, 'clerk-returned');
  await expectAccessible(page);
  await page.waitForTimeout(HAND_MS);
  await press(page, 'F2', 'callNext');
  await press(page, 'F2', 'startService');
  expect(await numberHere(page).textContent()).toBe(first);
  expect(await page.locator('yc-desk .why-called').textContent()).toContain('挂起后回来');
});

test('clerk 6: calls the chief; the timer shows who holds the case, the chief answers', async () => {
  const page = await deskAt('JZ08', 7);
  const chief = await deskAt('JZ13', 8);
  await issue(hall, kiosk, [MARRIAGE]);
  const ticket = await serving(page);
  await page.keyboard.press('c');
  await page.locator('yc-consult-panel form').waitFor();
  await screenshot(page, 'clerk-consulting');
  await page.keyboard.press('Enter');
  const band = page.locator('yc-desk .consult');
  expect(await band.locator('.unseen').count()).toBe(0);
  await expect.poll(() => band.textContent()).toMatch(/等 首席服务官 决定 · \d+:\d\d/);
  expect(await other(page, 'consultChief').textContent()).toContain('已请首席');
  await screenshot(page, 'clerk-consult');
  await expectAccessible(page);
  const asks = chief.locator('yc-desk [data-alarm=chief]');
  await expect.poll(() => asks.textContent()).toContain(`7 号窗口 · ${ticket}`);
  await screenshot(chief, 'clerk-chief-asked');
  await expectAccessible(chief);
  await chief.keyboard.press('y');
  await answered(chief, '首席已同意');
  await band.waitFor({ state: 'detached' });
  await asks.waitFor({ state: 'detached' });

  // Sent on to the colleague, with the number and the first arrival.
  await page.keyboard.press('t');
  await page.locator('yc-transfer-panel form').waitFor();
  await page.keyboard.press('2');
  await page.locator('yc-transfer-panel label', { hasText: '8号窗口' }).click();
  await screenshot(page, 'clerk-transfer');
  await expectAccessible(page);
  await page.locator('yc-transfer-panel button[type=submit]').click();
  await answered(page, `${ticket} 已转到 8号窗口`);
  await expect
    .poll(() => chief.locator('yc-desk aside .rows').first().textContent())
    .toContain('转到这里');
});

test('clerk 6: sends a visitor to wait for a colleague at lunch only when asked and told', async () => {
  const page = await deskAt('JZ08', 7);
  await deskAt('JZ13', 8);
  const chief = await hall.signIn('JZ13');
  const returnAt = Date.parse('2026-11-23T13:30:00+08:00');
  await hall.command(chief, { type: 'pauseWindow', window: 8, reason: 'lunch', returnAt });
  await issue(hall, kiosk, [MARRIAGE]);
  const ticket = await serving(page);
  await page.keyboard.press('t');
  const panel = page.locator('yc-transfer-panel');
  await panel.locator('form').waitFor();
  await page.keyboard.press('2');
  await panel.locator('label', { hasText: '8号窗口' }).click();
  await page.keyboard.press('Enter');
  await answered(page, '那里暂停服务，13:30 恢复');
  const question = panel.locator('[role=alert]');
  await expect
    .poll(() => question.textContent())
    .toBe('8号窗口 现在暂停，13:30 恢复。仍要转到那里等吗？');
  expect(await panel.locator('button[type=submit]').textContent()).toBe('仍转过去等');
  await screenshot(page, 'clerk-transfer-paused');
  await expectAccessible(page);
  // Another choice takes the question away, and the way back asks it again.
  await panel.locator('[data-choices=kind] label', { hasText: '服务区' }).click();
  await question.waitFor({ state: 'detached' });
  await panel.locator('[data-choices=kind] label', { hasText: '人员' }).click();
  await panel.locator('label', { hasText: '8号窗口' }).click();
  await question.waitFor();
  await page.waitForTimeout(HAND_MS);
  await page.keyboard.press('Enter');
  await answered(page, new RegExp(`${ticket} 已转到`));
  await panel.waitFor({ state: 'detached' });
});

test('clerk 6: a chief who sits at no window is told on the page of windows, and answers there', async () => {
  const page = await deskAt('JZ08', 7);
  const away = await openClerkPage(browser, hall, opened);
  await signIn(away, 'JZ13');
  await tile(away, 8).waitFor();
  await issue(hall, kiosk, [MARRIAGE]);
  const ticket = await serving(page);
  await page.keyboard.press('c');
  const panel = page.locator('yc-consult-panel form');
  await expect.poll(() => panel.textContent()).toContain('不在窗口');
  await page.keyboard.press('2');
  await page.keyboard.press('Enter');
  const band = page.locator('yc-desk .consult');
  await expect.poll(() => band.textContent()).toContain('首席不在窗口，请另行通知');
  await screenshot(page, 'clerk-consult-unseen');
  const asks = away.locator('yc-window-choice [data-alarm=chief]');
  await expect.poll(() => asks.textContent()).toContain(`7 号窗口 · ${ticket}`);
  await screenshot(away, 'clerk-chief-away');
  await expectAccessible(away);
  await asks.locator('[data-approved=false]').click();
  await band.waitFor({ state: 'detached' });
  await asks.waitFor({ state: 'detached' });
});

test('clerk 10: lunch with a queue asks what becomes of those who can only be served here', async () => {
  const page = await deskAt('JZ08', 7);
  const [first = '', second = ''] = await issue(hall, kiosk, [MARRIAGE], [MARRIAGE]);
  await offered(page, 'callNext');
  await page.keyboard.press('F7');
  await page.locator('yc-pause-panel form').waitFor();
  await page.keyboard.press('1');
  const notice = page.locator('yc-pause-panel .notice');
  expect(await notice.textContent()).toContain(`${first}、${second}`);
  await page.keyboard.press('Enter');
  await page.locator('yc-pause-panel .problem').waitFor();
  await screenshot(page, 'clerk-lunch');
  await expectAccessible(page);
  await page.locator('yc-pause-panel label', { hasText: '先办完这 2 位' }).click();
  await page.locator('yc-pause-panel button[type=submit]').click();
  await page.locator('yc-pause-panel').waitFor({ state: 'detached' });
  await page
    .locator('yc-desk .visitor .mark', { hasText: `办完 ${first}、${second} 后暂停：用餐` })
    .waitFor();
  await screenshot(page, 'clerk-lunch-first');
  for (const number of [first, second]) {
    expect(await serving(page)).toBe(number);
    await page.keyboard.press('F2');
    await numberHere(page).waitFor({ state: 'detached' });
  }
  await offered(page, 'resumeWindow');
  expect(await page.locator('yc-desk .facts').textContent()).toMatch(/12:\d\d 返回/);
  await screenshot(page, 'clerk-lunch-paused');
  await page.keyboard.press('F2');
  await expect.poll(() => primary(page).getAttribute('data-command')).toBe('callNext');
});

test('clerk 14: closing shows whom it leaves behind, and closes anyway only when told to', async () => {
  const page = await deskAt('JZ08', 7);
  const [number = ''] = await issue(hall, kiosk, [MARRIAGE]);
  await offered(page, 'callNext');
  await expect.poll(() => other(page, 'closeWindow').textContent()).toContain('1 人只能在这里办');
  await page.keyboard.press('F9');
  await page.locator('yc-close-panel .notice', { hasText: number }).waitFor();
  await screenshot(page, 'clerk-closing');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await page.locator('yc-close-panel').waitFor({ state: 'detached' });
  await page.waitForTimeout(HAND_MS);
  await page.keyboard.press('F9');
  await page.locator('yc-close-panel button[type=submit]').click();
  await tile(page, 7).waitFor();
});

test('clerk 1: a second page only shows until it takes the desk over; another window asks first', async () => {
  const first = await deskAt('JZ08', 7);
  const second = await openClerkPage(browser, hall, opened);
  await signIn(second, 'JZ08');
  const band = second.locator('yc-desk .elsewhere');
  await band.waitFor();
  await issue(hall, kiosk, [MARRIAGE]);
  await second.waitForTimeout(HAND_MS);
  await second.keyboard.press('F2');
  expect(await primary(second).getAttribute('aria-disabled')).toBe('true');
  await screenshot(second, 'clerk-elsewhere');
  await expectAccessible(second);
  await second.locator('yc-desk [data-take-over]').click();
  await band.waitFor({ state: 'detached' });
  await offered(second, 'callNext');
  await first.locator('yc-desk .elsewhere').waitFor();
  expect(await primary(first).getAttribute('aria-disabled')).toBe('true');
  // A reload is the same page.
  await second.reload();
  await offered(second, 'callNext');

  // The same clerk at the list of windows: asked before the other window closes.
  const third = await openClerkPage(browser, hall, opened);
  await third.route('**/api/session', async (route) => {
    const answer = await route.fetch();
    const session = (await answer.json()) as object | null;
    await route.fulfill({ response: answer, json: session && { ...session, window: null } });
  });
  await third.route('**/api/sign-in', async (route) => {
    const answer = await route.fetch();
    const session = (await answer.json()) as object;
    await route.fulfill({ response: answer, json: { ...session, window: null } });
  });
  await signIn(third, 'JZ08');
  await tile(third, 8).click();
  await third.locator('yc-window-choice [data-take-over]').waitFor();
  await screenshot(third, 'clerk-take-over');
  await expectAccessible(third);
  await third.keyboard.press('Enter');
  await primary(third).waitFor();
  await tile(second, 8).waitFor();
});

test('clerk 9: an evaluator that does not answer is said at the desk; nothing is lost', async () => {
  const page = await deskAt('JZ08', 7);
  await issue(hall, kiosk, [MARRIAGE]);
  await serving(page);
  await page.keyboard.press('F2');
  await numberHere(page).waitFor({ state: 'detached' });
  // A prompt ends after a minute of the hall, which is six seconds of ours.
  const alarm = page.locator('yc-desk [data-alarm=evaluator]');
  await alarm.waitFor();
  expect(await alarm.textContent()).toContain('二维码评价');
  await screenshot(page, 'clerk-evaluator-silent');
});

test('manager’s emergency stands over the desk, and the lane says what it is', async () => {
  const page = await deskAt('JZ08', 7);
  await hall.command(manager, {
    ...{ type: 'assignWindow', window: 7, zones: 'all', lane: 'flash' },
  });
  await hall.command(manager, { type: 'showEmergency', kind: 'fire', text: '请走东门' });
  const band = page.locator('yc-desk .emergency');
  await expect.poll(() => band.textContent()).toContain('请走东门');
  await page.locator('yc-desk .kind.flash').waitFor();
  await screenshot(page, 'clerk-emergency');
  await expectAccessible(page);
  await hall.command(manager, { type: 'clearEmergency' });
  await band.waitFor({ state: 'detached' });
});
