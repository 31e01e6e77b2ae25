/** Who has a number already: a missed call, a hold, an appointment, a change of mind. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { businessDateAt } from '../../shared/calendar/business-date.ts';
import { sampleCard } from '../../display/kiosk/demo-readers.ts';
import type { OfferedSlots } from '../../server/http/appointment-routes.ts';
import {
  CONTRIBUTION,
  KioskWalk,
  expectLow,
  foot,
  go,
  number,
  printed,
  scan,
  sees,
  typeNumber,
} from './kiosk-pages.ts';
import { expectAccessible, expectContrast, screenshot } from './staff-pages.ts';

let walk: KioskWalk;

beforeAll(async () => {
  walk = await KioskWalk.start('2026-11-23T09:00+08:00x20');
});
afterEach(() => walk.tidy());
afterAll(() => walk.stop());

const rule = (page: Page) => page.locator('yc-kiosk-mine [data-rule]');
const now = async () => (await walk.hall.get<{ at: number }>('/api/here')).at;

describe('a missed call', () => {
  test('visitor 7: the number on the keys brings back, and screen and paper say the rule', async () => {
    const missed = await walk.missed();
    const page = await walk.open();
    await go(page, 'mine').click();
    await typeNumber(page, 'B999');
    await sees(page, 'yc-kiosk-mine .notice', /没有重新排队/);
    await screenshot(page, 'kiosk-mine-refused');
    await typeNumber(page, missed.ticket);
    await sees(page, 'yc-kiosk-mine .big', new RegExp(missed.ticket));
    await sees(page, 'yc-kiosk-mine [data-rule]', /排在 3 位等候者之后/);
    expect(await rule(page).getAttribute('data-rule')).toBe('behind-some');
    await expectAccessible(page);
    await expectContrast(page);
    await screenshot(page, 'kiosk-returned');
    await go(page, 'reprint').click();
    const paper = async () => (await walk.papers())[0]?.join('') ?? '';
    await expect.poll(paper).toMatch(/补打.*过号 1 次，已排在 3 位等候者之后/);
  });

  test('visitor 7: the scanned slip does it by itself, from any screen', async () => {
    const missed = await walk.missed();
    const page = await walk.open();
    await scan(page, `${walk.hall.url}/phone/#${missed.token}`);
    await sees(page, 'yc-kiosk-mine .big', new RegExp(missed.ticket));
  });

  test('clerk 7: whoever comes back from a hold is told to wait for the same window', async () => {
    const clerk = await walk.atWindow();
    const { ticket } = await walk.issued([CONTRIBUTION]);
    for (;;) {
      const called = await walk.hall.command(clerk, { type: 'callNext' });
      if (called.outcome !== 'accepted') throw new Error(called.message);
      await walk.until(clerk, { type: 'startService' });
      if (called.ticket === ticket) break;
      const about = { case: `${called.ticket ?? ''}-1`, outcome: 'closed' };
      await walk.until(clerk, { type: 'finishCase', ...about });
    }
    await walk.until(clerk, { type: 'holdTicket', reason: 'pay' });
    const page = await walk.open();
    await scan(page, ticket);
    await sees(page, 'yc-kiosk-mine [data-rule]', /7 号窗口/);
    expect(await rule(page).getAttribute('data-rule')).toBe('own-clerk');
    await screenshot(page, 'kiosk-returned-hold');
  });
});

describe('a change of mind', () => {
  test('visitor 15: a typed number shows where it stands; to cancel, the slip is scanned', async () => {
    const { ticket, token } = await walk.issued([CONTRIBUTION]);
    const page = await walk.open();
    await go(page, 'mine').click();
    await typeNumber(page, ticket);
    await sees(page, 'yc-kiosk-mine .big', /正在排队/);
    expect(await go(page, 'cancel').count()).toBe(0);
    await foot(page, 'back').click();
    await scan(page, `${walk.hall.url}/phone/#${token}`);
    await go(page, 'cancel').click();
    await sees(page, 'yc-kiosk-mine [role=alert]', /取消后号码失效/);
    await screenshot(page, 'kiosk-cancel-ask');
    await go(page, 'cancel-yes').click();
    await sees(page, 'yc-kiosk-mine .big', /已取消/);
  });

  test('some others are let pass, and the number stays', async () => {
    const { token } = await walk.issued([CONTRIBUTION]);
    await walk.issued([CONTRIBUTION]);
    const page = await walk.open();
    await scan(page, `${walk.hall.url}/phone/#${token}`);
    await screenshot(page, 'kiosk-mine-found');
    await foot(page, 'low').click();
    await page.locator('[data-paper=ticket]').waitFor();
    const hidden = await page
      .locator('yc-kiosk-mine .middle')
      .evaluate((words) => words.scrollHeight - words.clientHeight);
    expect(hidden, 'in the low position all of it is in sight').toBeLessThanOrEqual(0);
    await screenshot(page, 'kiosk-mine-found-low');
    await expectLow(page);
    await page.locator('[data-pass="1"]').click();
    await sees(page, 'yc-kiosk-mine .big', /已让 1 人先办/);
  });
});

describe('a paper that was lost', () => {
  /** Served at window 7, and its only matter given back with a one-time notice. */
  async function noticed(): Promise<{ ticket: string; token: string }> {
    const clerk = await walk.atWindow();
    const wanted = await walk.issued([CONTRIBUTION]);
    for (;;) {
      const called = await walk.hall.command(clerk, { type: 'callNext' });
      if (called.outcome !== 'accepted') throw new Error(called.message);
      await walk.until(clerk, { type: 'startService' });
      const isWanted = called.ticket === wanted.ticket;
      const about = {
        case: `${called.ticket ?? ''}-1`,
        outcome: isWanted ? 'supplement' : 'closed',
      };
      await walk.until(clerk, { type: 'finishCase', ...about });
      if (isWanted) return wanted;
    }
  }
  const newest = async () => (await walk.papers())[0]?.join('') ?? '';

  test('clerk 5: the notice is printed again for the scanned ticket, and for a typed number not', async () => {
    const { ticket, token } = await noticed();
    await expect.poll(newest).toContain(`${ticket}-1`);
    const printedBefore = (await walk.papers()).length;
    const page = await walk.open();
    await go(page, 'mine').click();
    await typeNumber(page, ticket);
    await sees(page, 'yc-kiosk-mine .big', /已经办完/);
    expect(await page.locator('[data-paper]').count()).toBe(0);
    await foot(page, 'back').click();
    await scan(page, `${walk.hall.url}/phone/#${token}`);
    const paper = page.locator(`[data-paper="${ticket}-1"]`);
    await paper.waitFor();
    expect(await paper.innerText()).toMatch(/补打一次性告知单/);
    await screenshot(page, 'kiosk-papers');
    await expectAccessible(page);
    await expectContrast(page);
    await paper.click();
    await sees(page, `[data-paper="${ticket}-1"] .state`, /已打印，请取走/);
    await screenshot(page, 'kiosk-papers-printed');
    expect(await walk.papers()).toHaveLength(printedBefore + 1);
    expect(await newest()).toContain(`${ticket}-1`);
  });

  test('a printer without paper is said, and another try is left', async () => {
    const { ticket, token } = await walk.issued([CONTRIBUTION]);
    await expect.poll(newest).toContain(ticket);
    const page = await walk.open();
    await scan(page, `${walk.hall.url}/phone/#${token}`);
    const paper = page.locator('[data-paper=ticket]');
    await paper.waitFor();
    await walk.setPrinter('paper-out');
    await paper.click();
    await sees(page, '[data-paper=ticket] .state', /没有打印出来，请到导办台/);
    await screenshot(page, 'kiosk-papers-failed');
    await walk.setPrinter('ok');
    await paper.click();
    await sees(page, '[data-paper=ticket] .state', /已打印，请取走/);
  });

  test('nobody opens the papers of another with a wrong key', async () => {
    const { ticket } = await noticed();
    const { token: another } = await walk.issued([CONTRIBUTION]);
    const kiosk = await walk.hall.deviceKey('kiosk');
    const slip = { type: 'reprintSlip', case: `${ticket}-1` };
    for (const token of [undefined, another, 'x'.repeat(32)]) {
      const answer = await walk.hall.command(kiosk, { ...slip, ...(token && { token }) });
      expect(answer).toMatchObject({ outcome: 'refused', code: 'ticket-not-shown' });
    }
  });
});

describe('an appointment', () => {
  const identity = async () => sampleCard(35, await now());

  async function booked(place: number, who?: string): Promise<{ ticket: string; slotAt: number }> {
    const base = `/api/halls/jingzhou`;
    const date = businessDateAt(await now());
    const { slots } = await walk.hall.get<OfferedSlots>(
      `${base}/slots?date=${date}&items=${CONTRIBUTION}`,
    );
    const slot = slots.filter(({ rest }) => rest > 0)[place];
    if (!slot) throw new Error('no slot is left');
    const body = { date, time: slot.time, items: [CONTRIBUTION], ...(who && { identity: who }) };
    const answer = await fetch(`${walk.hall.url}${base}/appointments`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ commandId: crypto.randomUUID(), ...body }),
    });
    const { ticket } = (await answer.json()) as { ticket: string };
    return { ticket, slotAt: slot.slotAt };
  }

  test('visitor 8: too early it is said when, and one may wait as a walk-in now', async () => {
    const { ticket } = await booked(5);
    const page = await walk.open();
    await go(page, 'appointment').click();
    await screenshot(page, 'kiosk-appointment');
    await typeNumber(page, ticket.slice(1));
    await sees(page, 'yc-kiosk-mine .notice', /还早.*可以签到/);
    await expectAccessible(page);
    await screenshot(page, 'kiosk-appointment-early');
    await go(page, 'walk-in').click();
    await number(page).waitFor();
    expect(await number(page).innerText()).toBe(ticket);
    await sees(page, 'yc-kiosk-ticket .when', /按到达顺序叫号，号码不变/);
    await printed(page).waitFor();
    await screenshot(page, 'kiosk-appointment-walk-in');
  });

  test('visitor 8: the card finds it, whatever screen is open, and is never shown', async () => {
    const card = await identity();
    const { ticket } = await booked(0, card);
    const page = await walk.open();
    await go(page, 'appointment').click();
    await scan(page, card);
    await page.locator('yc-kiosk-ticket, [data-go=walk-in]').first().waitFor();
    if ((await go(page, 'walk-in').count()) > 0) await go(page, 'walk-in').click();
    await number(page).waitFor();
    expect(await number(page).innerText()).toBe(ticket);
    expect(await page.content()).not.toContain(card);
  });

  test('visitor 10: a permit typed by hand warns of its format, suggests 繁體, and never blocks', async () => {
    const page = await walk.open();
    await go(page, 'appointment').click();
    await go(page, 'document').click();
    await page.locator('[data-document=taiwan]').click();
    for (const key of '1234567') {
      await page.locator(`yc-kiosk-document [data-key="${key}"]`).click();
    }
    await sees(page, 'yc-kiosk-document .hint-line', /请核对/);
    await page.locator('[data-suggest=zh-Hant]').click();
    await sees(page, 'h1', /預約報到/);
    await foot(page, 'low').click();
    await foot(page, 'large').click();
    await expectLow(page);
    await expectAccessible(page);
    await go(page, 'send-document').click();
    await sees(page, 'yc-kiosk-mine .notice', /今天沒有找到預約/);
    await go(page, 'finish').click();
    await page.locator('[data-zone]').first().waitFor();
  });

  test('visitor 11: a passport is typed on a keyboard and suggests English', async () => {
    const page = await walk.open();
    await go(page, 'appointment').click();
    await go(page, 'document').click();
    await page.locator('[data-document=passport]').click();
    await page.keyboard.type('C01X00T47', { delay: 120 });
    await sees(page, 'yc-kiosk-document .typed', /•{5}0T47/);
    await page.locator('[data-suggest=en]').click();
    await sees(page, 'h1', /Appointment/);
    await foot(page, 'low').click();
    await expectLow(page);
    await screenshot(page, 'kiosk-passport-low');
  });
});
