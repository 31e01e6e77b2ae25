/** The kiosk's people: terminals, cards, classes, agents, results, and the hall's own hours. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { sampleCard } from '../../display/kiosk/demo-readers.ts';
import {
  CONTRIBUTION,
  KioskWalk,
  choose,
  expectLow,
  foot,
  go,
  item,
  number,
  popular,
  printed,
  scan,
  sees,
  speak,
  takeTicket,
  toPopular,
  typeNumber,
} from './kiosk-pages.ts';
import { publish } from './publishing.ts';
import { expectAccessible, expectContrast, screenshot } from './staff-pages.ts';

let walk: KioskWalk;

beforeAll(async () => {
  walk = await KioskWalk.start('2026-11-23T09:00+08:00x1');
});
afterEach(() => walk.tidy());
afterAll(() => walk.stop());

const NOW = Date.parse('2026-11-23T09:00:00+08:00');
const offer = (page: Page) => page.locator('.offer');

describe('a self-service terminal', () => {
  test('visitor 2: in large type, a free one is offered before the ticket, with its way', async () => {
    const page = await walk.open();
    await foot(page, 'large').click();
    await choose(page, 'YB011');
    // The demo's terminals are free from the start; one that is in use is not offered.
    await offer(page).waitFor();
    await go(page, 'demo').click();
    const inDemo = page.locator('[data-terminal-demo="3"]');
    await inDemo.click();
    await expect.poll(() => inDemo.getAttribute('aria-pressed')).toBe('false');
    expect(await offer(page).count()).toBe(0);
    await inDemo.click();
    await page.locator('.veil').click({ position: { x: 20, y: 20 } });
    await sees(page, '.offer', /3号自助终端.*空闲[^]*约 4 分钟 · 1 楼/);
    await expectAccessible(page);
    await expectContrast(page);
    await screenshot(page, 'kiosk-terminal');
    await go(page, 'terminal').click();
    await sees(page, '.diverted', /3号自助终端[^]*1 楼[^]*不用取号/);
    await screenshot(page, 'kiosk-diverted');
    const { terminals } = await walk.kioskNow();
    expect(terminals.find(({ no }) => no === 3)).toMatchObject({ status: 'busy', diverted: 1 });
  });
});

describe('an identity card', () => {
  test('visitor 3: asks for consent, credits the ticket, and is never shown, kept or sent', async () => {
    const page = await walk.open();
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
    const card = sampleCard(72, NOW);
    await go(page, 'search').click();
    await page.locator('.field input').click();
    await scan(page, card);
    await sees(page, '[data-panel=elder]', /要使用长者优先吗/);
    expect(await page.locator('.field input').inputValue()).toBe('');
    await expectAccessible(page);
    await screenshot(page, 'kiosk-elder');
    await page.locator('[data-elder=yes]').click();
    await page.locator('.field input').fill(CONTRIBUTION);
    await item(page, CONTRIBUTION).click();
    await sees(page, '[data-go=class]', /高龄老人/);
    await takeTicket(page);
    await printed(page).waitFor();
    const issued = sent.find((body) => body.includes('issueTicket')) ?? '';
    expect(JSON.parse(issued.slice(issued.indexOf('{')))).toMatchObject({
      ...{ class: 'ELD', evidence: 'id-card' },
    });
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }));
    for (const text of [...sent, kept, await page.content()]) expect(text).not.toContain(card);
    expect((await walk.papers())[0]?.join('')).not.toMatch(/老人|优先/);
  });

  test('one that was not read clearly says so; a younger visitor is offered nothing', async () => {
    const page = await walk.open();
    await scan(page, '110105194912310021');
    await sees(page, '.head .notice', /没有读清/);
    await scan(page, sampleCard(35, NOW));
    await sees(page, '.head .notice', /没有适用/);
    expect(await page.locator('[data-panel]').count()).toBe(0);
  });

  test('visitor 9: a soldier claims the class; its evidence is said, and no paper tells it', async () => {
    const page = await walk.open();
    await choose(page, CONTRIBUTION);
    await go(page, 'class').click();
    await sees(page, '[data-class=MIL]', /军官证/);
    await expectAccessible(page);
    await screenshot(page, 'kiosk-classes');
    await page.locator('[data-page=next]').click();
    await page.locator('[data-class=RETURN]').waitFor();
    await page.locator('[data-page=previous]').click();
    await page.locator('[data-class=MIL]').click();
    await sees(page, '[data-go=class]', /现役军人/);
    await takeTicket(page);
    await printed(page).waitFor();
    expect((await walk.papers())[0]?.join('')).not.toMatch(/军人|优先/);
  });
});

describe('materials', () => {
  test('are ticked before the ticket and known at the window', async () => {
    const page = await walk.open();
    await toPopular(page);
    await popular(page).first().click();
    await page.locator('[data-materials]').click();
    await page.locator('[data-material="0"]').click();
    await screenshot(page, 'kiosk-materials');
    await go(page, 'materials-done').click();
    await sees(page, '[data-materials]', /1 \/ \d/);
    await takeTicket(page);
  });
});

describe('an agent', () => {
  test('visitor 6: an expired registration is refused; many cases are explained in turns', async () => {
    const page = await walk.open();
    await go(page, 'agent').click();
    await typeNumber(page, 'DB003');
    await sees(page, 'yc-kiosk-agent .notice', /到期/);
    await scan(page, 'DB001');
    await sees(page, 'h1', /代办员 DB001/);
    await toPopular(page);
    await popular(page).first().click();
    for (let n = 0; n < 11; n += 1) await page.locator('[data-count=more]').click();
    await sees(page, '[data-batches]', /12 件分 3 次办：每次 5 件.*3 位[^]*预约/);
    await expectAccessible(page);
    await screenshot(page, 'kiosk-agent');
    for (let n = 0; n < 8; n += 1) await page.locator('[data-count=more]').click();
    await sees(page, '[data-full]', /最多 20 件/);
    expect(await page.locator('[data-count=more]').isDisabled()).toBe(true);
    await screenshot(page, 'kiosk-agent-full');
    for (let n = 0; n < 8; n += 1) await page.locator('[data-count=fewer]').click();
    expect(await page.locator('[data-full]').count()).toBe(0);
    await takeTicket(page);
    expect((await walk.ticketOf(page)).cases).toHaveLength(12);
  });
});

describe('a result', () => {
  test('pick-up: the receipt’s date and number show from when, and the ticket says so', async () => {
    const clerk = await walk.atWindow();
    const { ticket } = await walk.issued([CONTRIBUTION]);
    for (;;) {
      const called = await walk.hall.command(clerk, { type: 'callNext' });
      if (called.outcome !== 'accepted') throw new Error(called.message);
      await walk.until(clerk, { type: 'startService' });
      const about = { case: `${called.ticket ?? ''}-1`, outcome: 'accepted' };
      const readyAt = NOW + 6 * 3_600_000;
      await walk.until(clerk, { type: 'finishCase', ...about, readyAt });
      if (called.ticket === ticket) break;
    }
    const page = await walk.open();
    await go(page, 'pickup').click();
    await screenshot(page, 'kiosk-pickup');
    await typeNumber(page, `1122${ticket}`);
    await sees(page, 'yc-kiosk-pickup .notice', /没有找到/);
    await typeNumber(page, `1123${ticket}`);
    await sees(page, '[data-pickup]', /预计 15:00 可以领取/);
    await expectAccessible(page);
    await screenshot(page, 'kiosk-pickup-rows');
    await page.locator('[data-pickup]').click();
    await go(page, 'take').click();
    await page.locator('yc-kiosk-ticket .number, .confirm .notice').first().waitFor();
    expect(await number(page).innerText()).toMatch(/^L\d{3}$/);
    await sees(page, 'yc-kiosk-ticket .when', /15:00/);
    await screenshot(page, 'kiosk-pickup-ticket');
  });

  test('without a receipt the item is enough, in the low position too', async () => {
    const page = await walk.open();
    await foot(page, 'low').click();
    await go(page, 'pickup').click();
    await expectLow(page);
    await go(page, 'by-item').click();
    await page.locator('.field input').fill(CONTRIBUTION);
    await item(page, CONTRIBUTION).click();
    await sees(page, 'h1', /要领取的结果/);
    expect(await go(page, 'add').count()).toBe(0);
  });
});

describe('the hall', () => {
  test('lobby 11: an emergency message takes the whole glass, whatever was open', async () => {
    const page = await walk.open();
    await choose(page, CONTRIBUTION);
    const manager = await walk.hall.signIn('JZ18');
    await walk.until(manager, { type: 'showEmergency', kind: 'fire', text: '到广场集合' });
    await sees(page, '[data-emergency]', /火警[^]*到广场集合[^]*Fire alarm/);
    expect(await go(page, 'take').count()).toBe(0);
    await expectContrast(page);
    await screenshot(page, 'kiosk-emergency');
    await walk.until(manager, { type: 'clearEmergency' });
    await go(page, 'take').waitFor();
  });

  test('visitor 1: at 08:25 it says 08:30 and today’s calendar; a little later tickets', async () => {
    const manager = await walk.hall.signIn('JZ18');
    await publish(walk.hall, manager, { policy: { alwaysOpen: false } });
    await walk.hall.kill();
    await walk.hall.restart(0, '2026-11-24T08:25+08:00x1');
    const page = await walk.page(`${walk.hall.url}/kiosk/`);
    await sees(page, 'h1', /今天 08:30 开始取号/);
    await sees(page, '[data-closed=before]', /11月24日[^]*08:30–12:00/);
    expect(await page.locator('[data-zone]').count()).toBe(0);
    await expectAccessible(page);
    await expectContrast(page);
    await screenshot(page, 'kiosk-closed');
    await speak(page, 'en');
    await sees(page, 'h1', /Tickets from 08:30/);
    await go(page, 'mine').click();
    await page.locator('yc-kiosk-mine').waitFor();
    await walk.hall.kill();
    await walk.hall.restart(0, '2026-11-24T11:40+08:00x1');
    const morning = await walk.open();
    await toPopular(morning);
    await sees(morning, '.matters', /停止取号|前取号/);
    await screenshot(morning, 'kiosk-cutoffs');
    await walk.hall.kill();
    await walk.hall.restart(0, '2026-11-24T23:00+08:00x1');
    const night = await walk.page(`${walk.hall.url}/kiosk/`);
    await sees(night, '[data-asleep]', /11月25日.*08:30/);
    await screenshot(night, 'kiosk-night');
    await night.locator('[data-asleep]').click();
    await sees(night, 'h1', /今天的取号已结束/);
    await screenshot(night, 'kiosk-over');
  });
});
