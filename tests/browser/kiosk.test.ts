/** The visitor's way at the kiosk, by touch, against the real server and the simulated printer. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { KioskView } from '../../shared/views/kiosk-screen.ts';
import type { TicketView } from '../../shared/views/ticket-page.ts';
import { launchChromium } from '../helpers/chromium.ts';
import { startHall } from '../helpers/hall-server.ts';
import type { Auth, HallServer } from '../helpers/hall-server.ts';
import { listen } from '../helpers/live.ts';
import { expectAccessible, openPage, screenshot } from './staff-pages.ts';
import type { StaffPage } from './staff-pages.ts';

const STAGE = { width: 1080, height: 1920 };
const SOON = { timeout: 10_000 };
/** A popular matter of persons, certified for the clerk JZ06. */
const CONTRIBUTION = 'SW045';
const PEOPLE = 'natural-person';

let hall: HallServer;
let browser: Browser;
let opened: StaffPage[] = [];

beforeAll(async () => {
  hall = await startHall({ clock: '2026-11-23T09:00+08:00x60' });
  browser = await launchChromium();
});

afterEach(async () => {
  await setPrinter('ok');
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

async function openKiosk(): Promise<Page> {
  const one = await openPage(browser, `${hall.url}/kiosk/`, STAGE);
  opened.push(one);
  await zone(one.page, PEOPLE).waitFor();
  return one.page;
}

async function setPrinter(state: string): Promise<void> {
  const init = { method: 'PUT', body: JSON.stringify({ state }) };
  const answer = await fetch(`${hall.printerControlUrl}/status`, init);
  expect(answer.ok).toBe(true);
}

const zone = (page: Page, code: string) => page.locator(`[data-zone=${code}]`);
const go = (page: Page, name: string) => page.locator(`[data-go=${name}]`);
const item = (page: Page, code: string) => page.locator(`[data-item=${code}]`);
const foot = (page: Page, name: string) => page.locator(`[data-foot=${name}]`);
const number = (page: Page) => page.locator('yc-kiosk-ticket .number');
const printed = (page: Page) => page.locator('yc-kiosk-ticket .print.printed');
const popular = (page: Page): Locator => page.locator('[data-item]');

async function toPopular(page: Page): Promise<void> {
  await zone(page, PEOPLE).click();
  await popular(page).first().waitFor();
}

async function speak(page: Page, language: string): Promise<void> {
  await foot(page, 'language').click();
  await page.locator(`[data-language=${language}]`).click();
}

async function takeTicket(page: Page): Promise<string> {
  await go(page, 'take').click();
  await number(page).waitFor();
  return number(page).innerText();
}

/** What the visitor's own page would show, by the token in the QR's address. */
async function ticketOf(page: Page): Promise<TicketView> {
  const token = await tokenOf(page);
  const ears = await listen<TicketView>(hall, `ticket/${token}`, {});
  const view = await ears.until(() => true);
  ears.close();
  return view;
}

async function tokenOf(page: Page): Promise<string> {
  const address = await page.locator('yc-kiosk-ticket .qr').getAttribute('data-address');
  const [, token = ''] = /^http:\/\/127\.0\.0\.1:\d+\/phone\/#([\w-]+)$/.exec(address ?? '') ?? [];
  expect(token).not.toBe('');
  return token;
}

async function kioskNow(): Promise<KioskView> {
  const ears = await listen<KioskView>(hall, 'hall/jingzhou/kiosk', await hall.deviceKey('kiosk'));
  const view = await ears.until(() => true);
  ears.close();
  return view;
}

/** 7 : 1, or 4.5 : 1 for large type. */
async function expectContrast(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withRules(['color-contrast-enhanced'])
    .analyze();
  expect(violations.flatMap(({ nodes }) => nodes.map(({ html }) => html))).toEqual([]);
}

async function sees(page: Page, selector: string, words: RegExp): Promise<void> {
  await expect.poll(() => page.locator(selector).first().innerText(), SOON).toMatch(words);
}

describe('a ticket', () => {
  test('three touches: zone, matter, ticket; then the paper', async () => {
    const page = await openKiosk();
    await expectAccessible(page);
    await screenshot(page, 'kiosk-zones');
    await toPopular(page);
    expect(await popular(page).count()).toBe(8);
    await expectContrast(page);
    await screenshot(page, 'kiosk-matters');
    await popular(page).first().click();
    await go(page, 'take').waitFor();
    await screenshot(page, 'kiosk-confirm');
    const ticket = await takeTicket(page);
    expect(ticket).toMatch(/^B\d{3}$/);
    await printed(page).waitFor(SOON);
    const picture = page.locator('yc-ticket-paper img');
    await picture.waitFor(SOON);
    expect(await picture.getAttribute('alt')).toContain(ticket);
    expect((await ticketOf(page)).ticket).toBe(ticket);
    await page.waitForTimeout(1_300);
    await expectAccessible(page);
    await expectContrast(page);
    await screenshot(page, 'kiosk-ticket');
  });

  test('a double tap gives one ticket', async () => {
    const page = await openKiosk();
    const before = (await kioskNow()).prints.length;
    await toPopular(page);
    await popular(page).nth(1).click();
    await go(page, 'take').dblclick();
    await number(page).waitFor();
    await printed(page).waitFor(SOON);
    expect((await kioskNow()).prints.length).toBe(before + 1);
  });

  test('several matters on one ticket, and one taken out again', async () => {
    const page = await openKiosk();
    await toPopular(page);
    await popular(page).nth(0).click();
    for (const place of [1, 2]) {
      await go(page, 'add').click();
      await popular(page).nth(place).click();
    }
    expect(await page.locator('.chosen-row').count()).toBe(3);
    await page.locator('[data-remove]').nth(1).click();
    await screenshot(page, 'kiosk-several');
    await takeTicket(page);
    expect((await ticketOf(page)).cases).toHaveLength(2);
  });

  test('a package brings its matters', async () => {
    const page = await openKiosk();
    await zone(page, PEOPLE).click();
    await page.locator('[data-tab=packages]').click();
    await screenshot(page, 'kiosk-packages');
    await page.locator('[data-package=PK14]').click();
    const ticket = await takeTicket(page);
    expect(ticket).toMatch(/^F\d{3}$/);
    expect((await ticketOf(page)).cases).toHaveLength(4);
  });

  test('too many matters are refused in words, and nothing is lost', async () => {
    const page = await openKiosk();
    await zone(page, PEOPLE).click();
    for (const code of ['PK11', 'PK12', 'PK13', 'PK15', 'PK16', 'PK17']) {
      await page.locator('[data-tab=packages]').click();
      await page.locator(`[data-package=${code}]`).click();
      await go(page, 'add').click();
    }
    await go(page, 'confirm').click();
    await go(page, 'take').click();
    await sees(page, '.confirm .notice', /暂时不能取号[^]*移除/);
    await expectAccessible(page);
    await screenshot(page, 'kiosk-refused');
    const chosen = await page.locator('.chosen-row').count();
    for (let left = chosen; left > 2; left -= 1) {
      await page.locator('[data-remove]').last().click();
    }
    expect(await page.locator('.confirm .notice').count()).toBe(0);
    await takeTicket(page);
  });

  test('before the ticket is taken it is said who waits and which windows are open', async () => {
    const page = await openKiosk();
    await toPopular(page);
    await popular(page).first().click();
    expect(await page.locator('[data-zone-facts]').innerText()).toMatch(/服务区 · .*(窗口|等候)/);
  });

  test('no priority is offered while the hall gives no credit', async () => {
    const page = await openKiosk();
    await toPopular(page);
    await popular(page).first().click();
    await go(page, 'take').waitFor();
    expect(await go(page, 'class').count()).toBe(0);
  });

  test('every key of the search stands on the screen, in English too', async () => {
    const page = await openKiosk();
    await speak(page, 'en');
    await toPopular(page);
    await go(page, 'search').click();
    for (const key of await page.locator('.key').all()) {
      const box = await key.boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(1080);
      expect(box?.width).toBeGreaterThanOrEqual(96);
    }
  });
});

describe('search', () => {
  test('by initials on the own keyboard, to a ticket', async () => {
    const page = await openKiosk();
    await go(page, 'search').click();
    for (const letter of 'GSSLDJ') await page.locator(`[data-key=${letter}]`).click();
    await item(page, 'SC001').waitFor();
    expect(await popular(page).first().getAttribute('data-item')).toBe('SC001');
    await screenshot(page, 'kiosk-search');
    await item(page, 'SC001').click();
    expect(await takeTicket(page)).toMatch(/^A\d{3}$/);
  });

  test('Chinese text from a real keyboard; few of 805 items are ever drawn', async () => {
    const page = await openKiosk();
    await go(page, 'search').click();
    await page.locator('.field input').fill('社会保障卡（申领');
    await expect.poll(() => popular(page).count(), SOON).toBeGreaterThan(0);
    expect(await popular(page).first().innerText()).toContain('社会保障卡');
    await page.locator('.field input').fill('S');
    expect(await popular(page).count()).toBeLessThanOrEqual(4);
  });
});

describe('the printer', () => {
  test('out of paper: number and QR stand on the screen, and 补打 keeps the number', async () => {
    const page = await openKiosk();
    await setPrinter('paper-out');
    await toPopular(page);
    await popular(page).first().click();
    const ticket = await takeTicket(page);
    await page.locator('.print.failed').waitFor(SOON);
    await sees(page, '.print', /缺纸/);
    const code = await page.locator('yc-kiosk-ticket .qr').boundingBox();
    expect(code?.width ?? 0).toBeGreaterThan(400);
    await expectContrast(page);
    await screenshot(page, 'kiosk-paper-out');
    await setPrinter('ok');
    await go(page, 'reprint').click();
    await printed(page).waitFor(SOON);
    expect(await number(page).innerText()).toBe(ticket);
    await page.locator('yc-ticket-paper img').waitFor(SOON);
    await screenshot(page, 'kiosk-reprinted');
  });

  test('the demo control sets the printer’s state', async () => {
    const page = await openKiosk();
    await go(page, 'printer').click();
    await screenshot(page, 'kiosk-printer-demo');
    await page.locator('[data-printer=cover-open]').click();
    await sees(page, '[data-go=printer]', /开盖/);
  });
});

describe('for everybody', () => {
  test('languages: the screen, the ticket, and the visitor’s page follow', async () => {
    const page = await openKiosk();
    await speak(page, 'zh-Hant');
    await sees(page, 'h1', /您要辦什麼事/);
    await speak(page, 'en');
    await sees(page, 'h1', /What are you here for/);
    await toPopular(page);
    await screenshot(page, 'kiosk-matters-en');
    await popular(page).first().click();
    await takeTicket(page);
    await printed(page).waitFor(SOON);
    await screenshot(page, 'kiosk-ticket-en');
    expect((await ticketOf(page)).language).toBe('en');
  });

  test('large text is 44 px or more, the low position lies in the lower half', async () => {
    const page = await openKiosk();
    await foot(page, 'large').click();
    await foot(page, 'low').click();
    await toPopular(page);
    const smallest = await smallestText(page, '.body *, .foot *');
    expect(smallest).toBeGreaterThanOrEqual(44);
    const boxes = await page.locator('button:visible').evaluateAll((buttons) =>
      buttons
        .filter((button) => !button.matches('.chip'))
        .map((button) => button.getBoundingClientRect())
        .map(({ top, height, width }) => ({ top, height, width })),
    );
    for (const { top, height, width } of boxes) {
      expect(top).toBeGreaterThanOrEqual(STAGE.height / 2 - 20);
      expect(Math.min(height, width)).toBeGreaterThanOrEqual(96);
    }
    await expectAccessible(page);
    await screenshot(page, 'kiosk-matters-large-low');
  });

  test('normal text is 32 px or more everywhere', async () => {
    const page = await openKiosk();
    expect(await smallestText(page, '*')).toBeGreaterThanOrEqual(32);
    await toPopular(page);
    expect(await smallestText(page, '*')).toBeGreaterThanOrEqual(32);
  });

  test('whoever asks for staff is shown the way, not a promise', async () => {
    const page = await openKiosk();
    await foot(page, 'staff').click();
    await sees(page, '[data-panel=staff]', /导办台[^]*不能自动呼叫/);
    await screenshot(page, 'kiosk-staff');
  });

  test('left alone it counts down quietly and forgets the visitor', async () => {
    const one = await openPage(browser, 'about:blank', STAGE);
    opened.push(one);
    const { page } = one;
    await page.clock.install();
    await page.goto(`${hall.url}/kiosk/`);
    await zone(page, PEOPLE).waitFor();
    await foot(page, 'large').click();
    await toPopular(page);
    await popular(page).first().click();
    await page.clock.fastForward(52_000);
    await page.clock.runFor(2_000);
    await sees(page, '.idle', /秒后返回首页/);
    await screenshot(page, 'kiosk-idle');
    await page.clock.fastForward(10_000);
    await page.clock.runFor(2_000);
    await zone(page, PEOPLE).waitFor();
    expect(await page.locator('.stage.large').count()).toBe(0);
    expect(await page.locator('[data-go=confirm]').count()).toBe(0);
  });
});

describe('a missed call', () => {
  test('the number on the keys brings the visitor back; an unknown one is refused politely', async () => {
    const missed = await missTicket();
    const page = await openKiosk();
    await go(page, 'return').click();
    await typeNumber(page, 'B999');
    await sees(page, 'yc-kiosk-return .notice', /没有重新排队/);
    await screenshot(page, 'kiosk-return-refused');
    await typeNumber(page, missed.ticket);
    await sees(page, 'yc-kiosk-return .big', new RegExp(missed.ticket));
    await screenshot(page, 'kiosk-returned');
  });

  test('the scanned ticket does it by itself', async () => {
    const missed = await missTicket();
    const page = await openKiosk();
    await go(page, 'return').click();
    await page.locator('yc-kiosk-return').waitFor();
    await page.keyboard.type(`${hall.url}/phone/#${missed.token}`);
    await page.keyboard.press('Enter');
    await sees(page, 'yc-kiosk-return .big', new RegExp(missed.ticket));
  });
});

describe('cut off', () => {
  test('it says so, promises no ticket, and is right again by itself', async () => {
    const page = await openKiosk();
    await toPopular(page);
    await popular(page).first().click();
    await hall.kill();
    await sees(page, '.head .notice', /连接中断/);
    expect(await go(page, 'take').isDisabled()).toBe(true);
    await expectContrast(page);
    await screenshot(page, 'kiosk-cut-off');
    await hall.restart();
    await expect.poll(() => go(page, 'take').isDisabled(), SOON).toBe(false);
    await takeTicket(page);
  });
});

async function typeNumber(page: Page, ticket: string): Promise<void> {
  const pad = page.locator('yc-kiosk-return');
  for (let n = 0; n < 7; n += 1) await pad.locator('[data-key=erase]').click();
  for (const key of ticket) await pad.locator(`[data-key="${key}"]`).click();
  await pad.locator('[data-go=send]').click();
}

/** The smallest font of an element that has text of its own, in px. */
async function smallestText(page: Page, selector: string): Promise<number> {
  const sizes = await page.locator(`yc-kiosk ${selector}`).evaluateAll((elements) =>
    elements
      .filter((element) =>
        [...element.childNodes].some(
          (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
        ),
      )
      .filter((element) => element.tagName !== 'STYLE' && element.getClientRects().length > 0)
      .map((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
  );
  expect(sizes.length).toBeGreaterThan(0);
  return Math.min(...sizes);
}

/** A ticket that was called three times in vain. */
async function missTicket(): Promise<{ ticket: string; token: string }> {
  const clerk = await atWindow();
  const kiosk = await hall.deviceKey('kiosk');
  const body = { type: 'issueTicket', items: [CONTRIBUTION] };
  const issued = await hall.command(kiosk, body);
  if (issued.outcome !== 'accepted') throw new Error(issued.message);
  const wanted = issued.ticket ?? '';
  for (;;) {
    const called = await hall.command(clerk, { type: 'callNext' });
    if (called.outcome !== 'accepted') throw new Error(called.message);
    for (let call = 0; call < 2; call += 1) await until(clerk, { type: 'recallTicket' });
    await until(clerk, { type: 'markNoShow' });
    if (called.ticket === wanted) return { ticket: wanted, token: issued.token ?? '' };
  }
}

async function atWindow(): Promise<Auth> {
  const clerk = await hall.signIn('JZ06');
  const answer = await hall.command(clerk, { type: 'openWindow', window: 7 });
  if (answer.outcome !== 'accepted' && answer.code !== 'window-taken') {
    expect(answer.code).toBe('clerk-at-other-window');
  }
  return clerk;
}

/** Repeats a command that the hall's rules allow only after a while. */
async function until(clerk: Auth, body: object): Promise<void> {
  const send = async () => (await hall.command(clerk, body)).outcome;
  await expect.poll(send, { ...SOON, interval: 200 }).toBe('accepted');
}
