/** The clerk's day at the desk, by keyboard alone, against the real server; ten times as fast. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../helpers/chromium.ts';
import { startHall } from '../helpers/hall-server.ts';
import type { Auth, HallServer } from '../helpers/hall-server.ts';
import {
  answer,
  answered,
  isDimmed,
  numberHere,
  offered,
  openClerkPage as openPageAt,
  other,
  press,
  primary,
  sitDown as sitDownAt,
  tile,
} from './clerk-desk.ts';
import { publish } from './publishing.ts';
import { closePages, expectAccessible, issue, screenshot } from './staff-pages.ts';
import type { StaffPage } from './staff-pages.ts';

const SPEED = 10;
const MARRIAGE = 'MZ001';
const SCHOOL = 'JY001';
const LONG_NAME = 'MZ006';
const MOVING_IN = 'GA002';

let hall: HallServer;
let kiosk: Auth;
let browser: Browser;
const opened: StaffPage[] = [];

beforeAll(async () => {
  hall = await startHall({ clock: `2026-11-23T09:00+08:00x${String(SPEED)}` });
  kiosk = await hall.deviceKey('kiosk');
  // Ten seconds of this hall are one of ours, and a busy machine takes longer for a press.
  const policy = { undoCallMs: 120_000, promptMs: 600_000 };
  await publish(hall, await hall.signIn('JZ18'), { policy });
  browser = await launchChromium();
});

afterEach(() => closePages(opened));

afterAll(async () => {
  await browser.close();
  await hall.stop();
});

const openClerkPage = () => openPageAt(browser, hall, opened);
const sitDown = async (staffNo: string, window: number): Promise<Page> =>
  sitDownAt(await openClerkPage(), staffNo, window);

test('signs in, sees the windows as they stand, and learns who sits at a taken one', async () => {
  const page = await openClerkPage();
  await page.locator('input[name=staffNo]').waitFor();
  await screenshot(page, 'clerk-sign-in');
  await expectAccessible(page);
  await page.keyboard.type('JZ09');
  await page.keyboard.press('Tab');
  await page.keyboard.type('wrong');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('yc-sign-in .problem').textContent()).toMatch(/密码/);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('yichuang');
  await page.keyboard.press('Enter');
  await tile(page, 8).waitFor();

  const other = await hall.signIn('JZ10');
  await hall.command(other, { type: 'openWindow', window: 8 });
  await expect.poll(() => tile(page, 8).textContent()).toContain('已开窗');
  await tile(page, 8).click();
  await expect.poll(() => page.locator('yc-window-choice .answer').textContent()).toContain('JZ10');
  await screenshot(page, 'clerk-windows');
  await expectAccessible(page);
  await hall.command(other, { type: 'closeWindow' });
});

test('serves visitors from the first call to the last outcome, by keyboard alone', async () => {
  const page = await sitDown('JZ08', 7);
  await expect.poll(() => primary(page).getAttribute('aria-disabled')).toBe('true');
  await screenshot(page, 'clerk-empty');

  await issue(hall, kiosk, [MARRIAGE, LONG_NAME], [SCHOOL], [MOVING_IN], [MARRIAGE], ['RS013']);
  await offered(page, 'callNext');
  await screenshot(page, 'clerk-free');
  await press(page, 'F2', 'startService');
  await expect.poll(() => numberHere(page).textContent()).toBe('B001');
  expect(await isDimmed(page, 'recallTicket')).toBe(true);
  await expect.poll(() => other(page, 'markNoShow').textContent()).toContain('还要重呼 2 次');
  await expect.poll(() => page.locator('yc-desk .why-called').textContent()).toMatch(/等得最久/);
  await screenshot(page, 'clerk-calling');
  await expectAccessible(page);

  await press(page, 'F2', 'finishCase');
  await screenshot(page, 'clerk-serving');

  await page.keyboard.press('F6');
  await page.locator('yc-add-case input').waitFor();
  await page.keyboard.type('HKQR');
  await page.locator('yc-add-case [role=option]').first().waitFor();
  await screenshot(page, 'clerk-adding');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('yc-desk [data-case]').count()).toBe(3);
  await page.locator('yc-add-case').waitFor({ state: 'detached' });

  // An instant case closes by default; the second one is refused by its key.
  await page.waitForTimeout(450);
  await page.keyboard.press('F2');
  await page.locator('yc-desk [data-case="B001-1"] .end', { hasText: '当场办结' }).waitFor();
  await page.waitForTimeout(450);
  await page.keyboard.press('5');
  await page.keyboard.press('F2');
  await answered(page, '不予受理的原因');
  await page.waitForTimeout(450);
  await page.locator('yc-desk [data-choices=reason] input').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('F2');
  await page.locator('yc-desk [data-case="B001-2"] .end', { hasText: '不予受理' }).waitFor();
  await screenshot(page, 'clerk-last-case');
  expect(await page.locator('yc-desk .rating').textContent()).toContain(
    '2 件待评，全部办完后一起评',
  );
  // Nothing is chosen for a case with a deadline: the main key asks first.
  await page.waitForTimeout(450);
  expect(await page.locator('yc-desk .outcomes :checked').count()).toBe(0);
  await page.keyboard.press('F2');
  await expect.poll(() => answer(page).textContent()).toContain('1–6');
  await screenshot(page, 'clerk-outcome-first');
  await page.waitForTimeout(450);
  await page.keyboard.press('2');
  await press(page, 'F2', 'callNext');
  await page.locator('yc-desk .rating', { hasText: '评价进行中' }).waitFor();
  await screenshot(page, 'clerk-rating-open');
  const day = await hall.get<{ events: { event: { type: string; outcome?: string } }[] }>(
    `/api/halls/${hall.hall}/days/2026-11-23/events?after=0`,
    await hall.signIn('JZ18'),
  );
  const outcomes = day.events.flatMap(({ event }) =>
    event.type === 'CaseFinished' ? [event.outcome] : [],
  );
  expect(outcomes).toEqual(['closed', 'refused', 'accepted']);
});

test('clerk 11: a wrong press is taken back; then calls again, gives up, queues again, pauses', async () => {
  const page = await sitDown('JZ11', 8);
  await issue(hall, kiosk, [SCHOOL], [SCHOOL]);
  await offered(page, 'callNext');
  await page.keyboard.press('F2');
  await numberHere(page).waitFor();
  const first = await numberHere(page).textContent();
  await page.waitForTimeout(420);
  await press(page, 'F8', 'callNext');
  expect(await answer(page).textContent()).toContain(`${first ?? ''} 已退回原位`);

  await press(page, 'F2', 'startService');
  expect(await numberHere(page).textContent()).toBe(first);
  for (let recalls = 1; recalls <= 2; recalls += 1) {
    await expect.poll(() => isDimmed(page, 'recallTicket')).toBe(false);
    await page.waitForTimeout(450);
    await page.keyboard.press('F3');
    await expect.poll(() => isDimmed(page, 'recallTicket')).toBe(true);
  }
  await expect.poll(() => isDimmed(page, 'markNoShow')).toBe(false);
  await screenshot(page, 'clerk-recalled');
  await press(page, 'F4', 'callNext');
  const missed = page.locator('yc-desk .missed button', { hasText: first ?? '' });
  await missed.waitFor();
  await screenshot(page, 'clerk-missed');
  await missed.focus();
  await page.keyboard.press('Enter');
  await missed.waitFor({ state: 'detached' });

  await page.waitForTimeout(450);
  await page.keyboard.press('F7');
  await page.locator('yc-pause-panel form').waitFor();
  await page.keyboard.press('1');
  await screenshot(page, 'clerk-pausing');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await offered(page, 'resumeWindow');
  await screenshot(page, 'clerk-paused');
  await press(page, 'F2', 'callNext');

  await page.keyboard.press('?');
  await page.locator('yc-desk .keys').waitFor();
  await screenshot(page, 'clerk-keys');
  await page.keyboard.press('Escape');
  await page.waitForTimeout(450);
  await page.keyboard.press('F9');
  await tile(page, 8).waitFor();
  await screenshot(page, 'clerk-closed');
});

test('two clerks press next together: two tickets, no error; a double click calls one', async () => {
  const left = await sitDown('JZ09', 6);
  const right = await sitDown('JZ12', 9);
  await hall.command(await hall.signIn('JZ18'), {
    type: 'assignWindow',
    window: 9,
    zones: ['natural-person'],
  });
  await issue(hall, kiosk, ['MZ003'], ['GA003'], ['MZ003'], ['GA003']);
  await Promise.all([offered(left, 'callNext'), offered(right, 'callNext')]);
  await Promise.all([left.keyboard.press('F2'), right.keyboard.press('F2')]);
  await Promise.all([numberHere(left).waitFor(), numberHere(right).waitFor()]);
  const numbers = [await numberHere(left).textContent(), await numberHere(right).textContent()];
  expect(new Set(numbers).size).toBe(2);
  expect(await answer(left).getAttribute('class')).not.toContain('refused');
  expect(await answer(right).getAttribute('class')).not.toContain('refused');

  await offered(left, 'startService');
  await press(left, 'F2', 'finishCase');
  await press(left, 'F2', 'callNext');
  await primary(left).dblclick();
  await offered(left, 'startService');
  expect(await numberHere(left).textContent()).not.toBe(numbers[0]);
});

test('a reload in the middle of a service finds the same desk again', async () => {
  const page = await sitDown('JZ14', 11);
  const [number] = await issue(hall, kiosk, ['SW027']);
  await offered(page, 'callNext');
  await press(page, 'F2', 'startService');
  await press(page, 'F2', 'finishCase');
  await page.reload();
  await offered(page, 'finishCase');
  expect(await numberHere(page).textContent()).toBe(number);
  const state = await page.context().storageState();
  expect(JSON.stringify(state.origins)).not.toContain('session');
});

test('says when it has lost the server, dims what it cannot do, and is right again by itself', async () => {
  const page = await sitDown('JZ15', 12);
  await issue(hall, kiosk, ['SW027'], ['SW027']);
  await offered(page, 'callNext');
  await hall.kill();
  await page.locator('yc-desk yc-link p').waitFor();
  expect(await primary(page).getAttribute('aria-disabled')).toBe('true');
  await screenshot(page, 'clerk-stale');
  await hall.restart();
  await offered(page, 'callNext');
  await press(page, 'F2', 'startService');
});
