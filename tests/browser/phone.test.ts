/** The visitor's own page in one hand: from the QR to the rating, against the real server. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../helpers/chromium.ts';
import { startHall } from '../helpers/hall-server.ts';
import type { Auth, HallServer } from '../helpers/hall-server.ts';
import { expectAccessible, expectContrast, openPage, screenshot } from './staff-pages.ts';
import type { StaffPage } from './staff-pages.ts';

const HAND = { width: 390, height: 844 };
/** Matters of persons that the clerk JZ06 may handle at window 7. */
const FIRST = 'SW045';
const SECOND = 'SW046';

let hall: HallServer;
let browser: Browser;
let clerk: Auth;
let kiosk: Auth;
let opened: StaffPage[] = [];

interface Issued {
  readonly ticket: string;
  readonly token: string;
}

beforeAll(async () => {
  hall = await startHall({ clock: '2026-11-23T09:00+08:00x60' });
  browser = await launchChromium();
  kiosk = await hall.deviceKey('kiosk');
  clerk = await hall.signIn('JZ06');
  await hall.command(clerk, { type: 'openWindow', window: 7 });
});

afterEach(async () => {
  for (const { context, faults } of opened) {
    await context.close();
    // A killed server is part of the walk; whatever else a page complains of is a fault.
    expect(faults.filter((fault) => !fault.includes('net::ERR_'))).toEqual([]);
  }
  opened = [];
});

afterAll(async () => {
  await browser.close();
  await hall.stop();
});

/** The clerk does something that the rules may allow only after a while. */
async function does(body: object): Promise<string> {
  let ticket = '';
  const send = async () => {
    const answer = await hall.command(clerk, body);
    if (answer.outcome === 'accepted') ticket = answer.ticket ?? '';
    return answer.outcome === 'accepted' ? 'accepted' : answer.code;
  };
  await expect.poll(send).toBe('accepted');
  return ticket;
}

async function issue(items: readonly string[], language = 'zh-Hans'): Promise<Issued> {
  const answer = await hall.command(kiosk, { type: 'issueTicket', items, language });
  if (answer.outcome !== 'accepted') throw new Error(answer.message);
  return { ticket: answer.ticket ?? '', token: answer.token ?? '' };
}

async function openPhone(token: string): Promise<Page> {
  const one = await openPage(browser, 'about:blank', HAND);
  opened.push(one);
  await one.page.addInitScript(() => {
    const felt: unknown[] = [];
    Object.assign(globalThis, { felt });
    navigator.vibrate = (pattern) => felt.push(pattern) > 0;
  });
  await one.page.goto(`${hall.url}/phone/#${token}`);
  return one.page;
}

async function sees(page: Page, selector: string, words: RegExp): Promise<void> {
  await expect.poll(() => page.locator(selector).first().innerText()).toMatch(words);
}

const go = (page: Page, name: string) => page.locator(`[data-go=${name}]`);
const level = (page: Page, no: number) => page.locator(`yc-phone-rating [data-level="${no}"]`);

async function serve(ticket: string, ...outcomes: readonly string[]): Promise<void> {
  await does({ type: 'startService' });
  for (const [index, outcome] of outcomes.entries()) {
    await does({ type: 'finishCase', case: `${ticket}-${String(index + 1)}`, outcome });
  }
}

describe('the visit', () => {
  test('waiting, called, served, rated: each case alone, nothing preselected', async () => {
    const { ticket, token } = await issue([FIRST, SECOND]);
    const page = await openPhone(token);
    await sees(page, '.ticket', new RegExp(`${ticket}[^]*等候中[^]*下一位就是您[^]*7号窗口`));
    await expectAccessible(page);
    await expectContrast(page);
    await screenshot(page, 'phone-waiting');

    expect(await does({ type: 'callNext' })).toBe(ticket);
    await sees(page, '.called', /请到\s*7 号窗口/);
    const largest = await page.locator('.go-window').evaluate((e) => getComputedStyle(e).fontSize);
    expect(Number.parseFloat(largest)).toBeGreaterThan(60);
    expect(await page.evaluate(() => Reflect.get(globalThis, 'felt') as unknown[])).toHaveLength(1);
    await page.waitForTimeout(400);
    await expectAccessible(page);
    await expectContrast(page);
    await screenshot(page, 'phone-called');

    await serve(ticket, 'closed', 'supplement');
    await sees(page, '.ticket', /办理完成/);
    await sees(page, 'yc-phone-rating .rating', /第 1 件，共 2 件/);
    expect(await page.locator('.level').count()).toBe(5);
    const places = await page
      .locator('.level')
      .evaluateAll((faces) => faces.map((face) => Number(face.getAttribute('data-level'))));
    expect(places).toEqual([5, 4, 3, 2, 1]);
    expect(await page.locator('.level[aria-pressed=true]').count()).toBe(0);
    await screenshot(page, 'phone-rating');

    await level(page, 4).click();
    await page.locator('.tag').first().click();
    await page.locator('textarea').fill('很快，谢谢');
    await expectAccessible(page);
    await expectContrast(page);
    await screenshot(page, 'phone-rating-tags');
    await page.locator('.send').click();
    await sees(page, '.thanks', /谢谢您的评价/);
    await sees(page, 'yc-phone-rating .rating', /第 2 件，共 2 件/);
    expect(await page.locator('.level[aria-pressed=true]').count()).toBe(0);
    await level(page, 2).click();
    await page.locator('.send').click();
    await expect.poll(() => page.locator('yc-phone-rating').count()).toBe(0);
    await screenshot(page, 'phone-rated');
  });

  test('the page speaks the ticket’s language, and another when asked', async () => {
    const { ticket, token } = await issue([FIRST], 'en');
    const page = await openPhone(token);
    await sees(page, '.ticket', /Waiting[^]*Window 7/);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    await screenshot(page, 'phone-waiting-en');
    expect(await does({ type: 'callNext' })).toBe(ticket);
    await sees(page, '.called', /Please go to\s*Window 7/);
    await screenshot(page, 'phone-called-en');
    await page.locator('[data-language=zh-Hant]').click();
    await sees(page, '.called', /請到\s*7 號窗口/);
    await page.locator('[data-language=en]').click();
    await serve(ticket, 'closed');
    await level(page, 1).click();
    await screenshot(page, 'phone-rating-en');
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });
});

describe('leaving and coming back', () => {
  test('cancelling asks once, in its place', async () => {
    const { token } = await issue([FIRST]);
    const page = await openPhone(token);
    await go(page, 'cancel').click();
    await screenshot(page, 'phone-cancel');
    await expectAccessible(page);
    await go(page, 'cancel-no').click();
    await go(page, 'cancel').click();
    await go(page, 'cancel-yes').click();
    await sees(page, '.ticket', /已取消/);
    expect(await go(page, 'cancel').count()).toBe(0);
    await screenshot(page, 'phone-cancelled');
  });

  test('after a missed call one touch brings the visitor back', async () => {
    const { ticket, token } = await issue([FIRST]);
    const page = await openPhone(token);
    expect(await does({ type: 'callNext' })).toBe(ticket);
    await does({ type: 'recallTicket' });
    await does({ type: 'recallTicket' });
    await does({ type: 'markNoShow' });
    await sees(page, '.ticket', /号码已过/);
    await expectContrast(page);
    await screenshot(page, 'phone-missed');
    await go(page, 'return').click();
    await sees(page, '.ticket', /等候中/);
    await go(page, 'cancel').click();
    await go(page, 'cancel-yes').click();
    await sees(page, '.ticket', /已取消/);
  });
});

describe('what is not there', () => {
  test('an unknown ticket, and none, are told in plain words', async () => {
    const page = await openPhone('0000000000000000000000');
    await sees(page, '.middle', /没有找到这张号票/);
    await screenshot(page, 'phone-unknown');
    await page.goto('about:blank');
    await page.goto(`${hall.url}/phone/`);
    await sees(page, '.start', /扫描号票上的二维码/);
  });

  test('cut off it keeps what it showed, says how old it is, and comes back', async () => {
    const { ticket, token } = await issue([FIRST]);
    const page = await openPhone(token);
    await sees(page, '.ticket', new RegExp(ticket));
    await hall.kill();
    await sees(page, '.notice', /连接中断[^]*以下是 \d\d:\d\d 的情况/);
    expect(await page.locator('.ticket').innerText()).toContain(ticket);
    expect(await go(page, 'cancel').isDisabled()).toBe(true);
    await expectContrast(page);
    await screenshot(page, 'phone-cut-off');
    await hall.restart();
    await expect.poll(() => page.locator('.notice').count()).toBe(0);
  });
});
