/**
 * The evaluator: each case rated, declined or left to time out, and never a default. The hall runs
 * ten times as fast; a prompt lasts a minute of ours, and a few seconds where it is to run out.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../helpers/chromium.ts';
import { startHall } from '../helpers/hall-server.ts';
import type { Auth, HallServer } from '../helpers/hall-server.ts';
import { publish } from './publishing.ts';
import { closePages, expectAccessible, issue, openPage, screenshot } from './staff-pages.ts';
import type { StaffPage } from './staff-pages.ts';

const WINDOW = 7;
const AMPLE_MS = 600_000;
const SHORT_MS = 80_000;
const DATE = '2026-11-23';

interface Logged {
  readonly by: string;
  readonly event: {
    readonly type: string;
    readonly case?: string;
    readonly level?: number;
    readonly tags?: readonly string[];
    readonly outcome?: string;
  };
}

let hall: HallServer;
let kiosk: Auth;
let clerk: Auth;
let browser: Browser;
const opened: StaffPage[] = [];
/** Of the visitor who is called when the prompt before is left. */
let calledCase = '';

beforeAll(async () => {
  hall = await startHall({ clock: `${DATE}T09:00+08:00x10` });
  kiosk = await hall.deviceKey('kiosk');
  clerk = await hall.signIn('JZ08');
  await promptsLast(AMPLE_MS);
  browser = await launchChromium();
});

afterEach(() => closePages(opened));

afterAll(async () => {
  await browser.close();
  await hall.stop();
});

async function promptsLast(promptMs: number): Promise<void> {
  await publish(hall, await hall.signIn('JZ18'), { policy: { promptMs } });
}

async function openEvaluator(): Promise<Page> {
  const url = `${hall.url}/evaluator/?n=${String(WINDOW)}`;
  const one = await openPage(browser, url, { width: 1280, height: 800 });
  opened.push(one);
  await one.page.locator('yc-evaluator .card').waitFor();
  return one.page;
}

/** A visit from ticket to last outcome; its prompts are open then. Returns the cases. */
async function serve(...items: readonly string[]): Promise<string[]> {
  const [ticket = ''] = await issue(hall, kiosk, items);
  await hall.command(clerk, { type: 'callNext' });
  await hall.command(clerk, { type: 'startService' });
  const cases = items.map((_, index) => `${ticket}-${String(index + 1)}`);
  for (const id of cases) {
    await hall.command(clerk, { type: 'finishCase', case: id, outcome: 'closed' });
  }
  return cases;
}

async function eventsOf(cases: readonly string[]): Promise<Logged['event'][]> {
  const manager = await hall.signIn('JZ18');
  const path = `/api/halls/${hall.hall}/days/${DATE}/events?after=0`;
  const { events } = await hall.get<{ events: Logged[] }>(path, manager);
  return events.map(({ event }) => event).filter((event) => cases.includes(event.case ?? ''));
}

async function endOf(id: string): Promise<string | undefined> {
  const events = await eventsOf([id]);
  return events.find((event) => event.type === 'PromptEnded')?.outcome;
}

const level = (page: Page, value: number) =>
  page.locator(`yc-evaluator .levels [data-level="${String(value)}"]`);
const button = (page: Page, name: string) => page.locator(`yc-evaluator .foot .${name}`);
const thanks = (page: Page) => page.locator('yc-evaluator .thanks');
const questions = (page: Page) => page.locator('yc-evaluator .levels');

test('idle, it shows who sits here', async () => {
  const page = await openEvaluator();
  await screenshot(page, 'evaluator-closed');
  await hall.command(clerk, { type: 'openWindow', window: WINDOW });
  await page.locator('yc-evaluator .name', { hasText: '杨雪' }).waitFor();
  await screenshot(page, 'evaluator-idle');
  await expectAccessible(page);
  await page.locator('yc-evaluator .languages [lang=en]').click();
  await page.locator('yc-evaluator .name', { hasText: 'Yang Xue' }).waitFor();
  await screenshot(page, 'evaluator-idle-en');
});

test('one case: nothing is chosen beforehand; level and tags are recorded as chosen', async () => {
  const page = await openEvaluator();
  const [id = ''] = await serve('MZ001');
  await questions(page).waitFor();
  expect(await page.locator('yc-evaluator input:checked').count()).toBe(0);
  expect(await button(page, 'submit').getAttribute('aria-disabled')).toBe('true');
  await screenshot(page, 'evaluator-one');
  const cardHeight = async () => (await level(page, 1).boundingBox())?.height ?? 0;
  const footTop = async () => (await page.locator('yc-evaluator .foot').boundingBox())?.y;
  expect(await cardHeight()).toBeGreaterThanOrEqual(200);
  const before = await footTop();
  await level(page, 1).click();
  expect(await footTop()).toBe(before);
  await page.locator('yc-evaluator .tags label', { hasText: '多头跑窗口和部门' }).click();
  await screenshot(page, 'evaluator-tags');
  await button(page, 'submit').click();
  await thanks(page).waitFor();
  expect(await thanks(page).textContent()).toMatch(/^\s*谢谢\s*$/);
  await screenshot(page, 'evaluator-thanks');
  const events = await eventsOf([id]);
  expect(events.filter(({ type }) => type === 'CaseRated')).toMatchObject([
    { level: 1, tags: ['113'] },
  ]);
  expect(await endOf(id)).toBe('rated');
});

test('several cases: one by one, the same for the rest, and none', async () => {
  const page = await openEvaluator();
  const cases = await serve('MZ001', 'MZ006', 'MZ003');
  await questions(page).waitFor();
  await screenshot(page, 'evaluator-several-open');
  await page.locator('yc-evaluator .progress', { hasText: '第 1 件，共 3 件' }).waitFor();
  await level(page, 4).click();
  await screenshot(page, 'evaluator-several');
  await button(page, 'submit').click();
  await page.locator('yc-evaluator .progress', { hasText: '第 2 件' }).waitFor();
  await level(page, 5).click();
  await button(page, 'same').click();
  await thanks(page).waitFor();
  const rated = (await eventsOf(cases)).filter(({ type }) => type === 'CaseRated');
  expect(rated.map((event) => event.level)).toEqual([4, 5, 5]);

  const others = await serve('MZ001', 'MZ003');
  await questions(page).waitFor();
  await button(page, 'decline-all').click();
  await thanks(page).waitFor();
  for (const id of others) expect(await endOf(id)).toBe('declined');
});

test('time runs out: what was not submitted is not sent, chosen or not', async () => {
  const page = await openEvaluator();
  await promptsLast(SHORT_MS);
  const [first = '', second = ''] = await serve('MZ001', 'MZ003');
  await questions(page).waitFor();
  await level(page, 3).click();
  await expect.poll(() => endOf(first)).toBe('timedOut');
  expect(await endOf(second)).toBe('timedOut');
  const rated = (await eventsOf([first, second])).filter(({ type }) => type === 'CaseRated');
  expect(rated).toEqual([]);
  await page.locator('yc-evaluator .card').waitFor();
  expect(await thanks(page).count()).toBe(0);

  const [untouched = ''] = await serve('MZ001');
  await questions(page).waitFor();
  await expect.poll(() => endOf(untouched)).toBe('timedOut');
  await promptsLast(AMPLE_MS);
  await page.locator('yc-evaluator .card').waitFor();
  expect(await thanks(page).count()).toBe(0);
});

test('a clerk can neither rate nor decline; calling on ends the prompt as left', async () => {
  const page = await openEvaluator();
  const [id = ''] = await serve('MZ001');
  await questions(page).waitFor();
  const nonce = 'a'.repeat(32);
  const rate = await hall.command(clerk, { type: 'rateCase', case: id, nonce, level: 5, tags: [] });
  expect(rate.status).toBe(403);
  const decline = await hall.command(clerk, { type: 'declineRating', case: id, nonce });
  expect(decline.status).toBe(403);
  const [next = ''] = await issue(hall, kiosk, ['MZ001']);
  await hall.command(clerk, { type: 'callNext' });
  calledCase = `${next}-1`;
  await page.locator('yc-evaluator .card').waitFor();
  expect(await thanks(page).count()).toBe(0);
  expect(await endOf(id)).toBe('left');
});

test('accessible while it asks, and says when it is cut off', async () => {
  const page = await openEvaluator();
  await hall.command(clerk, { type: 'startService' });
  await hall.command(clerk, { type: 'finishCase', case: calledCase, outcome: 'closed' });
  await questions(page).waitFor();
  await level(page, 2).click();
  await expectAccessible(page);
  await hall.kill();
  await page.locator('yc-evaluator yc-link p').waitFor();
  await screenshot(page, 'evaluator-stale');
  await hall.restart();
  await expect.poll(() => page.locator('yc-evaluator yc-link p').count()).toBe(0);
});
