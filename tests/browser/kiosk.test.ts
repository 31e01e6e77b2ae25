/** The visitor’s way to a ticket, by touch, against the real server and the simulated printer. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  KioskWalk,
  PEOPLE,
  go,
  item,
  number,
  popular,
  printed,
  sees,
  speak,
  takeTicket,
  toPopular,
  zone,
} from './kiosk-pages.ts';
import { expectAccessible, expectContrast, screenshot } from './staff-pages.ts';

import { publish } from './publishing.ts';

let walk: KioskWalk;

beforeAll(async () => {
  walk = await KioskWalk.start();
});
afterEach(() => walk.tidy());
afterAll(() => walk.stop());

describe('a ticket', () => {
  test('three touches: zone, matter, ticket; then the paper', async () => {
    const page = await walk.open();
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
    await printed(page).waitFor();
    const picture = page.locator('yc-ticket-paper img');
    await picture.waitFor();
    expect(await picture.getAttribute('alt')).toContain(ticket);
    expect((await walk.ticketOf(page)).ticket).toBe(ticket);
    await page.waitForTimeout(1_300);
    await expectAccessible(page);
    await expectContrast(page);
    await screenshot(page, 'kiosk-ticket');
  });

  test('a double tap gives one ticket', async () => {
    const page = await walk.open();
    const before = (await walk.kioskNow()).prints.length;
    await toPopular(page);
    await popular(page).nth(1).click();
    await go(page, 'take').dblclick();
    await number(page).waitFor();
    await printed(page).waitFor();
    expect((await walk.kioskNow()).prints.length).toBe(before + 1);
  });

  test('matters that lie below the edge are said to be there, and are one touch away', async () => {
    const page = await walk.open();
    await toPopular(page);
    await popular(page).nth(0).click();
    expect(await go(page, 'below').count()).toBe(0);
    for (const place of [1, 2, 3, 4, 5]) {
      await go(page, 'add').click();
      await popular(page).nth(place).click();
    }
    await sees(page, '[data-go=below]', /下面还有 [1-6] 件/);
    await screenshot(page, 'kiosk-six');
    await expectAccessible(page);
    for (let touch = 0; touch < 3 && (await go(page, 'below').count()) > 0; touch += 1) {
      await go(page, 'below').click();
    }
    await expect.poll(() => go(page, 'below').count()).toBe(0);
    await page.locator('[data-remove]').last().click();
    await expect.poll(() => page.locator('.chosen-row').count()).toBe(5);
  });

  test('several matters on one ticket, and one taken out again', async () => {
    const page = await walk.open();
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
    expect((await walk.ticketOf(page)).cases).toHaveLength(2);
  });

  test('a package brings its matters', async () => {
    const page = await walk.open();
    await zone(page, PEOPLE).click();
    await page.locator('[data-tab=packages]').click();
    await sees(page, '[data-package=PK14]', /窗口办理约 \d+ 分钟/);
    await screenshot(page, 'kiosk-packages');
    await page.locator('[data-package=PK14]').click();
    await sees(page, '[data-service-time]', /窗口办理约 \d+ 分钟/);
    await screenshot(page, 'kiosk-package');
    const ticket = await takeTicket(page);
    expect(ticket).toMatch(/^F\d{3}$/);
    expect((await walk.ticketOf(page)).cases).toHaveLength(4);
    await printed(page).waitFor();
    expect((await walk.papers())[0]?.join('')).toMatch(/窗口办理约 \d+ 分钟/);
    await sees(page, 'yc-kiosk-ticket .items', /窗口办理约 \d+ 分钟/);
    await screenshot(page, 'kiosk-package-ticket');
  });

  test('too many matters are refused in words, and nothing is lost', async () => {
    const page = await walk.open();
    await zone(page, PEOPLE).click();
    for (const code of ['PK11', 'PK12', 'PK13', 'PK15', 'PK16', 'PK17']) {
      await page.locator('[data-tab=packages]').click();
      await page.locator(`[data-package=${code}]`).click();
      await page.locator('.chosen-list').waitFor();
      if (await go(page, 'add').isDisabled()) break;
      await go(page, 'add').click();
    }
    await sees(page, '[data-full]', /最多 20 件/);
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
    const page = await walk.open();
    await toPopular(page);
    await popular(page).first().click();
    expect(await page.locator('[data-zone-facts]').innerText()).toMatch(/服务区 · .*(窗口|等候)/);
  });

  test('no priority is offered while the hall gives no credit', async () => {
    const manager = await walk.hall.signIn('JZ18');
    await publish(walk.hall, manager, { policy: { priorityCredits: false } });
    const page = await walk.open();
    await toPopular(page);
    await popular(page).first().click();
    await go(page, 'take').waitFor();
    expect(await go(page, 'class').count()).toBe(0);
    await publish(walk.hall, manager, { policy: { priorityCredits: true } });
    await expect.poll(() => go(page, 'class').count()).toBe(1);
  });

  test('every key of the search stands on the screen, in English too', async () => {
    const page = await walk.open();
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
    const page = await walk.open();
    await go(page, 'search').click();
    for (const letter of 'GSSLDJ') await page.locator(`[data-key=${letter}]`).click();
    await item(page, 'SC001').waitFor();
    expect(await popular(page).first().getAttribute('data-item')).toBe('SC001');
    await screenshot(page, 'kiosk-search');
    await item(page, 'SC001').click();
    expect(await takeTicket(page)).toMatch(/^A\d{3}$/);
  });

  test('Chinese text from a real keyboard; few of 805 items are ever drawn', async () => {
    const page = await walk.open();
    await go(page, 'search').click();
    await page.locator('.field input').fill('社会保障卡（申领');
    await expect.poll(() => popular(page).count()).toBeGreaterThan(0);
    expect(await popular(page).first().innerText()).toContain('社会保障卡');
    await page.locator('.field input').fill('S');
    expect(await popular(page).count()).toBeLessThanOrEqual(4);
  });
});

describe('the printer', () => {
  test('out of paper: number and QR stand on the screen, and 补打 keeps the number', async () => {
    const page = await walk.open();
    await walk.setPrinter('paper-out');
    await toPopular(page);
    await popular(page).first().click();
    const ticket = await takeTicket(page);
    await page.locator('.print.failed').waitFor();
    await sees(page, '.print', /缺纸/);
    const code = await page.locator('yc-kiosk-ticket .qr').boundingBox();
    expect(code?.width ?? 0).toBeGreaterThan(400);
    await expectContrast(page);
    await screenshot(page, 'kiosk-paper-out');
    await walk.setPrinter('ok');
    await go(page, 'reprint').click();
    await printed(page).waitFor();
    expect(await number(page).innerText()).toBe(ticket);
    await page.locator('yc-ticket-paper img').waitFor();
    await screenshot(page, 'kiosk-reprinted');
  });

  test('the demo control sets the printer’s state', async () => {
    const page = await walk.open();
    await go(page, 'printer').click();
    await screenshot(page, 'kiosk-printer-demo');
    await page.locator('[data-printer=cover-open]').click();
    await sees(page, '[data-go=printer]', /开盖/);
  });
});
