/** The evaluator on a crooked day: the visitor's language, a scale of four, an alarm, a lost line. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../helpers/chromium.ts';
import { startHall } from '../helpers/hall-server.ts';
import type { Auth, HallServer } from '../helpers/hall-server.ts';
import { publish } from './publishing.ts';
import { expectAccessible, openPage, screenshot } from './staff-pages.ts';
import type { StaffPage } from './staff-pages.ts';

const WINDOW = 7;
const MARRIAGE = 'MZ001';

let hall: HallServer;
let browser: Browser;
let kiosk: Auth;
let clerk: Auth;
let manager: Auth;
let opened: StaffPage[] = [];

beforeAll(async () => {
  hall = await startHall({ clock: '2026-11-23T08:28+08:00x1' });
  browser = await launchChromium();
  kiosk = await hall.deviceKey('kiosk');
  clerk = await hall.signIn('JZ08');
  manager = await hall.signIn('JZ18');
});

afterEach(async () => {
  for (const { context, faults } of opened) {
    await context.close();
    expect(faults.filter((fault) => !fault.includes('net::ERR_'))).toEqual([]);
  }
  opened = [];
});

afterAll(async () => {
  await browser.close();
  await hall.stop();
});

async function openEvaluator(): Promise<Page> {
  const url = `${hall.url}/evaluator/?n=${String(WINDOW)}`;
  const one = await openPage(browser, url, { width: 1280, height: 800 });
  opened.push(one);
  return one.page;
}

async function send(by: Auth, type: string, fields = {}): Promise<string> {
  const answer = await hall.command(by, { type, ...fields });
  if (answer.outcome !== 'accepted') throw new Error(`${type}: ${answer.message}`);
  return answer.ticket ?? '';
}

/** A visit from ticket to outcome; the evaluator asks then. */
async function visit(language: string): Promise<void> {
  await send(kiosk, 'issueTicket', { items: [MARRIAGE], language });
  const ticket = await send(clerk, 'callNext');
  await send(clerk, 'startService');
  await send(clerk, 'finishCase', { case: `${ticket}-1`, outcome: 'closed' });
}

const ask = (page: Page) => page.locator('yc-evaluator .ask h1');

test('clerk 1: once the clerk has signed in and opened the window, the card shows who sits here', async () => {
  const page = await openEvaluator();
  await page.locator('yc-evaluator .closed').waitFor();
  await send(clerk, 'openWindow', { window: WINDOW });
  await page.locator('yc-evaluator .name', { hasText: '杨雪' }).waitFor();
  expect(await page.locator('yc-evaluator .staff-no').innerText()).toContain('JZ08');
  await screenshot(page, 'evaluator-card');
});

test('it asks in the visitor’s language, and the next visitor in theirs', async () => {
  const page = await openEvaluator();
  await page.locator('yc-evaluator .card').waitFor();
  await visit('en');
  await ask(page).waitFor();
  expect(await ask(page).innerText()).toBe('Please rate this service');
  await screenshot(page, 'evaluator-english');
  await visit('zh-Hant');
  await expect.poll(() => ask(page).innerText()).toBe('請您評價本次服務');
});

test('an emergency message fills the device', async () => {
  const page = await openEvaluator();
  await send(manager, 'showEmergency', { kind: 'drill', text: '请到一楼集合' });
  const box = page.locator('yc-emergency article');
  await box.waitFor();
  expect((await box.boundingBox())?.height).toBe(800);
  await screenshot(page, 'evaluator-drill');
  await expectAccessible(page);
  await send(manager, 'clearEmergency');
  await box.waitFor({ state: 'detached' });
});

test('a scale of four stands as four equal choices', async () => {
  const { config } = await hall.get<{
    config: {
      levels: {
        level: 1 | 2 | 3 | 4 | 5;
        text: Record<'zh-Hans' | 'zh-Hant' | 'en', string>;
        good: boolean;
      }[];
    };
  }>(`/api/halls/${hall.hall}/config`, manager);
  await publish(hall, manager, { levels: config.levels.filter(({ level }) => level !== 3) });
  const page = await openEvaluator();
  await visit('zh-Hans');
  await ask(page).waitFor();
  const cards = page.locator('yc-evaluator .levels label');
  await expect.poll(() => cards.count()).toBe(4);
  const widths = await cards.evaluateAll((all) => all.map((card) => card.clientWidth));
  expect(Math.max(...widths) - Math.min(...widths)).toBeLessThanOrEqual(1);
  expect(Math.min(...widths)).toBeGreaterThan(250);
  await screenshot(page, 'evaluator-four');
});

test('clerk 9: cut off in the middle of a question it says how to rate instead', async () => {
  const page = await openEvaluator();
  await visit('zh-Hans');
  await ask(page).waitFor();
  await hall.kill();
  const fault = page.locator('yc-evaluator .fault');
  await fault.waitFor();
  expect(await fault.innerText()).toContain('二维码');
  await screenshot(page, 'evaluator-fault');
  await expectAccessible(page);
  await hall.restart();
  await fault.waitFor({ state: 'detached' });
});
