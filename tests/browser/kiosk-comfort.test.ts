/** For everybody: languages, large type, the low position, time to think, a line that is cut. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  CONTRIBUTION,
  KioskWalk,
  PEOPLE,
  choose,
  expectLow,
  foot,
  go,
  popular,
  printed,
  sees,
  smallestText,
  speak,
  takeTicket,
  toPopular,
  zone,
} from './kiosk-pages.ts';
import { expectAccessible, expectContrast, screenshot } from './staff-pages.ts';

let walk: KioskWalk;

beforeAll(async () => {
  walk = await KioskWalk.start();
});
afterEach(() => walk.tidy());
afterAll(() => walk.stop());

describe('for everybody', () => {
  test('languages: the screen, the ticket, and the visitor’s page follow', async () => {
    const page = await walk.open();
    await speak(page, 'zh-Hant');
    await sees(page, 'h1', /您要辦什麼事/);
    await speak(page, 'en');
    await sees(page, 'h1', /What are you here for/);
    await toPopular(page);
    await screenshot(page, 'kiosk-matters-en');
    await popular(page).first().click();
    await takeTicket(page);
    await printed(page).waitFor();
    await screenshot(page, 'kiosk-ticket-en');
    expect((await walk.ticketOf(page)).language).toBe('en');
  });

  test('large text is 44 px or more, the low position lies in the lower half', async () => {
    const page = await walk.open();
    await foot(page, 'large').click();
    await foot(page, 'low').click();
    await toPopular(page);
    const smallest = await smallestText(page, '.body *, .foot *');
    expect(smallest).toBeGreaterThanOrEqual(44);
    await expectLow(page);
    await expectAccessible(page);
    await screenshot(page, 'kiosk-matters-large-low');
  });

  test('normal text is 32 px or more everywhere', async () => {
    const page = await walk.open();
    expect(await smallestText(page, '*')).toBeGreaterThanOrEqual(32);
    await toPopular(page);
    expect(await smallestText(page, '*')).toBeGreaterThanOrEqual(32);
  });

  test('whoever asks for staff is shown the way, not a promise', async () => {
    const page = await walk.open();
    await foot(page, 'staff').click();
    await sees(page, '[data-panel=staff]', /导办台[^]*不能自动呼叫/);
    await screenshot(page, 'kiosk-staff');
  });

  test('left alone it counts down quietly and forgets the visitor', async () => {
    const page = await walk.page('about:blank');
    await page.clock.install();
    await page.goto(`${walk.hall.url}/kiosk/`);
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

describe('cut off', () => {
  test('it says so, promises no ticket, and is right again by itself', async () => {
    const page = await walk.open();
    await toPopular(page);
    await popular(page).first().click();
    await walk.hall.kill();
    await sees(page, '.head .notice', /连接中断/);
    expect(await go(page, 'take').isDisabled()).toBe(true);
    await expectContrast(page);
    await screenshot(page, 'kiosk-cut-off');
    await walk.hall.restart();
    await expect.poll(() => go(page, 'take').isDisabled()).toBe(false);
    await takeTicket(page);
  });

  test('the first screen no longer looks live: who waited then, no wait, and no way on', async () => {
    const page = await walk.open();
    await sees(page, `[data-zone=${PEOPLE}]`, /等候/);
    expect(await page.locator('.zone-card > .icon').count()).toBeGreaterThan(0);
    await walk.hall.kill();
    await sees(page, `[data-zone=${PEOPLE}] .zone-facts`, /^\d\d:\d\d 时：(无人|\d+ 人)等候$/);
    expect(await page.locator('.zone-card > .icon').count()).toBe(0);
    await expectContrast(page);
    await screenshot(page, 'kiosk-cut-off-zones');
    await walk.hall.restart();
    await page.locator('.zone-card > .icon').first().waitFor();
  });

  test('a ticket just taken says that its facts may be old, and why no paper can be had', async () => {
    const page = await walk.open();
    await walk.setPrinter('paper-out');
    await choose(page, CONTRIBUTION);
    await takeTicket(page);
    await page.locator('.print.failed').waitFor();
    await speak(page, 'en');
    await foot(page, 'large').click();
    const hidden = await page.locator('yc-kiosk-ticket .facts').evaluate((facts) => {
      const rule = facts.querySelector('.rule');
      return (rule?.getBoundingClientRect().bottom ?? NaN) - facts.getBoundingClientRect().bottom;
    });
    expect(hidden, 'what holds after a miss is read whole').toBeLessThanOrEqual(0);
    await foot(page, 'large').click();
    await speak(page, 'zh-Hans');
    await walk.hall.kill();
    await sees(page, 'yc-kiosk-ticket .cut-off', /连接中断/);
    expect(await go(page, 'reprint').isDisabled()).toBe(true);
    await sees(page, '[data-go=reprint]', /连接恢复后/);
    await expectContrast(page);
    await screenshot(page, 'kiosk-ticket-cut-off');
    await walk.hall.restart();
  });
});
