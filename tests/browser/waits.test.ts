/**
 * The wait as people see it, in one hall: before they choose, on the ticket, on the phone, when they
 * look a number up, over the lobby, and to the manager what the estimates were worth. Last the server
 * goes: what is old is not shown as if it were known.
 */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { KioskTicket } from '../../shared/views/kiosk-ticket.ts';
import type { ZoneList } from '../../display/lobby/zone-list.ts';
import type { Auth } from '../helpers/hall-server.ts';
import {
  CONTRIBUTION,
  KioskWalk,
  PEOPLE,
  choose,
  foot,
  go,
  sees,
  speak,
  takeTicket,
  toPopular,
  tokenOf,
  typeNumber,
  zone,
} from './kiosk-pages.ts';
import { expectAccessible, screenshot, signIn } from './staff-pages.ts';

const ABOUT = /约\d+分钟，多数在\d+分钟内/u;
const HAND = { width: 390, height: 844 };
const LOBBY = { width: 1920, height: 1080 };
const DESK = { width: 1440, height: 900 };
const MINUTE_MS = 60_000;
const DAY = '2026-11-23';
const ZONE = `yc-zone-list [data-zone=${PEOPLE}]`;
/** The lobby's languages take turns. */
const SPAN = /\d+–\d+ (分钟|分鐘|min)/u;

let walk: KioskWalk;
let clerk: Auth;
let serving = '';

/** One visitor at window 7, four wait; nobody looked and nobody waited when the first came. */
beforeAll(async () => {
  walk = await KioskWalk.start('2026-11-23T09:30+08:00x1');
  clerk = await walk.atWindow();
  for (let count = 0; count < 5; count += 1) await walk.issued([CONTRIBUTION]);
  await begin();
});
afterEach(() => walk.tidy());
afterAll(() => walk.stop());

/** A press at window 7; the ticket that it concerns. */
async function press(body: object): Promise<string> {
  const answer = await walk.hall.command(clerk, body);
  if (answer.outcome !== 'accepted') throw new Error(answer.message);
  return answer.ticket ?? '';
}

async function begin(): Promise<void> {
  serving = await press({ type: 'callNext' });
  await press({ type: 'startService' });
}

async function end(): Promise<void> {
  await press({ type: 'finishCase', case: `${serving}-1`, outcome: 'closed' });
}

async function waiting(): Promise<number> {
  const { zones } = await walk.kioskNow();
  return zones.find(({ code }) => code === PEOPLE)?.waiting ?? 0;
}

type List = HTMLElement & Pick<ZoneList, 'zones' | 'hallNow' | 'updateComplete'>;

/** Draws the list with every kind of wait in each language; the words that stand out of their card. */
async function cutOff(list: Element): Promise<string[]> {
  const own = list as List;
  const [first] = own.zones;
  if (!first) return ['no zone'];
  const open = { ...first, waiting: 90, windows: [1], paused: [] };
  const forever = { freshUntilAt: Number.MAX_SAFE_INTEGER, basis: 'catalogue' as const };
  const told = (p50Minutes: number, p90Minutes: number) => ({
    ...open,
    estimate: { p50Minutes, p90Minutes, ...forever },
  });
  const returnAt = own.hallNow;
  const others = [
    [told(0, 1), told(12, 12), told(118, 145)],
    [
      { ...open, estimate: null, longestSinceAt: own.hallNow - 145 * 60_000 },
      { ...open, windows: [] },
      { ...open, paused: [{ window: 1, returnAt }] },
    ],
  ];
  const cut: string[] = [];
  for (const language of ['zh-Hans', 'zh-Hant', 'en']) {
    for (const zones of others) {
      const copy = document.createElement('yc-zone-list');
      list.after(copy);
      copy.style.cssText = `position: fixed; width: ${String(list.clientWidth)}px`;
      Object.assign(copy, { language, zones, hallNow: own.hallNow });
      await (copy as List).updateComplete;
      for (const part of copy.shadowRoot?.querySelectorAll<HTMLElement>('li, h2') ?? []) {
        if (part.scrollWidth > part.clientWidth) cut.push(part.innerText.trim());
      }
      copy.remove();
    }
  }
  return cut;
}

/** The cards with words above or below their border, or that lie below the list's end. */
function spilt(cards: Element[]): string[] {
  return cards
    .filter((card) => {
      const { top, bottom } = card.getBoundingClientRect();
      const end = card.parentElement?.getBoundingClientRect().bottom ?? NaN;
      const parts = [...card.children].map((part) => part.getBoundingClientRect());
      const shown = parts.filter(({ height }) => height > 0);
      const inside = shown.every((part) => part.top >= top && part.bottom <= bottom);
      return !(inside && bottom <= end + 1);
    })
    .map((card) => card.textContent);
}

async function open(path: string, size: { width: number; height: number }): Promise<Page> {
  const page = await walk.page('about:blank');
  await page.setViewportSize(size);
  // Chromium complains in its console where nobody has touched the page yet.
  await page.addInitScript(() => {
    navigator.vibrate = () => true;
  });
  await page.goto(walk.hall.url + path);
  return page;
}

test('the manager reads on the first day that estimates rest on the catalogue, and no figures', async () => {
  const page = await open('/manager/#/sums', DESK);
  await signIn(page, 'JZ18');
  await sees(page, '.estimates', /按事项目录的时长估算.*目标：90% 在上限内/su);
  await sees(page, '.estimates', /今天还没有带预计的号被叫到/u);
  expect(await page.locator('.estimates table').count()).toBe(0);
  await page.locator('.estimates').scrollIntoViewIfNeeded();
  await screenshot(page, 'waits-manager-first-day');
});

test('a visitor is told the wait before choosing, at the matter, on the ticket and on the phone', async () => {
  const page = await walk.open();
  await sees(page, `[data-zone=${PEOPLE}]`, ABOUT);
  expect(await zone(page, 'legal-person').innerText()).not.toMatch(/约\d/u);
  await screenshot(page, 'waits-kiosk-zones');
  await toPopular(page);
  await choose(page, CONTRIBUTION);
  await sees(page, '[data-zone-facts]', ABOUT);
  await sees(page, '[data-zone-facts]', /按事项目录的时长估算/u);
  await screenshot(page, 'waits-kiosk-confirm');
  await takeTicket(page);
  await sees(page, 'yc-kiosk-ticket .wait', ABOUT);
  await screenshot(page, 'waits-kiosk-ticket');
  const phone = await open(`/phone/#${await tokenOf(page)}`, HAND);
  await sees(phone, 'main', ABOUT);
  await screenshot(phone, 'waits-phone');
  await expectAccessible(phone);
});

test('before the ticket is taken the wait is that of the class that was chosen', async () => {
  const page = await walk.open();
  await toPopular(page);
  await choose(page, CONTRIBUTION);
  await sees(page, '[data-zone-facts]', ABOUT);
  await sees(page, '[data-zone-facts]', /[1-9]\d* 人等候/u);
  const minutes = async () => {
    const told = await page.locator('[data-zone-facts]').innerText();
    return Number(/多数在(\d+)分钟内/u.exec(told)?.[1] ?? (told.includes('几乎不用等') ? 0 : NaN));
  };
  const plain = await minutes();
  await go(page, 'class').click();
  await page.locator('[data-class=MIL]').click();
  // Who came a moment ago is passed, and nobody stands before.
  await sees(page, '[data-zone-facts]', /前面无人等候/u);
  await expect.poll(minutes).toBeLessThan(plain);
  await screenshot(page, 'waits-kiosk-class');
  await takeTicket(page);
  await sees(page, 'yc-kiosk-ticket .ahead', /前面无人等候/u);
});

test('large type and the low position tell the wait too, and each card holds its words', async () => {
  const page = await walk.open();
  const fit = async (name: string) => {
    for (const language of ['zh-Hans', 'en'] as const) {
      await speak(page, language);
      await page.locator(`.stage[lang=${language}]`).waitFor();
      expect(await page.locator('.zone-card').evaluateAll(spilt), name).toEqual([]);
      await screenshot(page, `waits-kiosk-${name}-${language}`);
    }
    await speak(page, 'zh-Hans');
  };
  await sees(page, `[data-zone=${PEOPLE}]`, ABOUT);
  await foot(page, 'large').click();
  await page.locator('.stage.large').waitFor();
  await sees(page, `[data-zone=${PEOPLE}]`, ABOUT);
  await fit('large');
  await foot(page, 'low').click();
  await sees(page, `[data-zone=${PEOPLE}]`, SPAN);
  await fit('large-low');
  await foot(page, 'large').click();
  await page.locator('.stage.low:not(.large)').waitFor();
  await sees(page, `[data-zone=${PEOPLE}]`, SPAN);
  await fit('low');
});

test('whoever types a number at the kiosk is told its wait', async () => {
  const { ticket } = await walk.issued([CONTRIBUTION]);
  const kiosk = await walk.hall.deviceKey('kiosk');
  const path = `/api/halls/${walk.hall.hall}/kiosk/tickets/${ticket}`;
  const estimate = async () => (await walk.hall.get<KioskTicket>(path, kiosk)).estimate;
  await expect.poll(estimate).not.toBeNull();
  const page = await walk.open();
  await go(page, 'mine').click();
  await typeNumber(page, ticket);
  await sees(page, 'yc-kiosk-mine .big', /正在排队/u);
  await sees(page, 'yc-kiosk-mine .wait', ABOUT);
  await screenshot(page, 'waits-kiosk-mine');
  await expectAccessible(page);
});

test('once such a ticket is called the manager sees what its estimate was worth', async () => {
  const page = await open('/manager/#/sums', DESK);
  await signIn(page, 'JZ18');
  await sees(page, '.estimates', /今天还没有带预计的号被叫到/u);
  // Who came before there were estimates is called first, and counts for nothing.
  const row = page.locator(`.estimates tr[data-day="${DAY}"]`);
  for (let left = await waiting(); left > 0; left -= 1) {
    await end();
    await begin();
  }
  await row.waitFor();
  await expect.poll(() => row.innerText()).toMatch(/今天\s+\d\s+[\d.]+ 分钟\s+比预计早 .*\s100%/u);
  await row.scrollIntoViewIfNeeded();
  await screenshot(page, 'waits-manager');
  await expectAccessible(page);
});

test('lobby 7: each zone has its band in colour, words and shape', async () => {
  for (let count = 0; count < 3; count += 1) await walk.issued([CONTRIBUTION]);
  const page = await open('/lobby/', LOBBY);
  await sees(page, `${ZONE} .band`, SPAN);
  const band = page.locator(`${ZONE} .band`);
  expect(await band.getAttribute('class')).toMatch(/short|medium|long/u);
  expect(await band.locator('svg').count()).toBe(3);
  await sees(page, '[data-zone=legal-person] .band.shut', /暂未开窗|暫未開窗|No window/u);
  await screenshot(page, 'waits-lobby');
});

test('no wait of a zone is cut off, in any language, however long', async () => {
  const page = await open('/lobby/', LOBBY);
  await sees(page, `${ZONE} .band`, SPAN);
  const cut = await page.locator('yc-zone-list').evaluate(cutOff);
  expect(cut).toEqual([]);
});

test('lobby 7: without the server it is grey and says since when, and drops a wait that is old', async () => {
  const page = await walk.page('about:blank');
  await page.setViewportSize(LOBBY);
  await page.clock.install();
  await page.goto(`${walk.hall.url}/lobby/`);
  await sees(page, `${ZONE} .band`, SPAN);
  await walk.hall.kill();
  await page.locator('main.stale').waitFor();
  await sees(page, 'yc-link p', /\d\d:\d\d/u);
  await screenshot(page, 'waits-lobby-stale');
  await page.clock.fastForward(3 * MINUTE_MS);
  await sees(page, 'yc-link p', /请以窗口呼叫为准|請以窗口呼叫為準|follow the windows/u);
  await expect.poll(() => page.locator(`${ZONE} .band`).innerText()).not.toMatch(SPAN);
  await screenshot(page, 'waits-lobby-old');
});
