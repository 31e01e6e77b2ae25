/** Booking by phone: three steps to an appointment, a time that was just taken, giving it back. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { expectNarrow, go, PhoneWalk, sees } from './phone-pages.ts';
import { publish } from './publishing.ts';
import { expectAccessible, screenshot } from './staff-pages.ts';
import { PATIENT_MS } from '../helpers/patience.ts';

const MARRIAGE = 'MZ001';
const TOMORROW = '2026-11-24';
let walk: PhoneWalk;

beforeAll(async () => {
  walk = await PhoneWalk.start('2026-11-23T09:00+08:00x1', 'JZ08', 7);
});
afterEach(() => walk.closePages());
afterAll(() => walk.stop());

const time = (page: Page, at: string) => page.locator(`[data-time="${at}"]`);

/** As far as the times of tomorrow. */
async function toTimes(): Promise<Page> {
  const page = await walk.open();
  await go(page, 'book').click();
  await page.locator('input[name=matter]').fill('结婚登记');
  await page.locator(`[data-item=${MARRIAGE}]`).click();
  await page.locator(`[data-date="${TOMORROW}"]`).click();
  await page.locator(`[data-date="${TOMORROW}"][aria-pressed=true]`).waitFor();
  return page;
}

async function book(at: string): Promise<number> {
  const answer = await fetch(`${walk.hall.url}/api/halls/${walk.hall.hall}/appointments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      commandId: crypto.randomUUID(),
      date: TOMORROW,
      time: at,
      items: [MARRIAGE],
    }),
    signal: AbortSignal.timeout(PATIENT_MS),
  });
  return answer.status;
}

test('without a ticket the page says whether tickets are given out, and where', async () => {
  const page = await walk.open();
  await sees(page, '[data-hours]', /现在可以取号[^]*取号机/);
  await expectNarrow(page);
  await expectAccessible(page);
  await screenshot(page, 'phone-start');
});

test('visitor 8: booked in three steps; its own page says when to check in, and gives it back', async () => {
  const page = await toTimes();
  await expectAccessible(page);
  await screenshot(page, 'phone-booking-times');
  await time(page, '10:00').click();
  await page.locator('input[name=identity]').fill('123');
  expect(await go(page, 'confirm').isDisabled()).toBe(true);
  await page.locator('input[name=identity]').fill('H12345678');
  await expectAccessible(page);
  await screenshot(page, 'phone-booking-check');
  await go(page, 'confirm').click();
  await sees(page, '.appointment', /11月24日 星期二[^]*10:00–10:30[^]*09:45–10:10/);
  await sees(page, '.ticket', /Y\d{3}[^]*已预约/);
  expect(page.url()).toMatch(/#[\w-]{8,}$/);
  expect(await page.content()).not.toContain('H12345678');
  const link = page.url();
  expect(await page.locator('.appointment .qr').getAttribute('data-address')).toBe(link);
  await expectAccessible(page);
  await expectNarrow(page);
  await screenshot(page, 'phone-booked');

  // The link alone leads back, in another language too.
  const again = await walk.open(link.split('#')[1] ?? '');
  await again.locator('[data-language=en]').click();
  await sees(again, '.appointment', /Tuesday 24 November[^]*10:00–10:30/);
  await screenshot(again, 'phone-booked-en');
  await go(page, 'cancel').click();
  await go(page, 'cancel-no').click();
  await go(page, 'cancel').click();
  await go(page, 'cancel-yes').click();
  await sees(page, '.ticket', /已取消/);
  await sees(again, '.ticket', /Cancelled/);
});

test('visitor 8: a time that was just taken is said, and the others come back fresh', async () => {
  const page = await toTimes();
  await time(page, '11:00').click();
  let status = 200;
  while (status === 200) status = await book('11:00');
  await go(page, 'confirm').click();
  await sees(page, '.notice', /约满/);
  await time(page, '11:00').waitFor();
  expect(await time(page, '11:00').isDisabled()).toBe(true);
  await expectAccessible(page);
  await screenshot(page, 'phone-slot-taken');
  await time(page, '11:30').click();
  await go(page, 'confirm').click();
  await sees(page, '.appointment', /11:30–12:00/);
});

test('visitor 8: where a document is needed to book, it is said beforehand and asked for', async () => {
  const early = await toTimes();
  await publish(walk.hall, walk.manager, { policy: { bookNeedsIdentity: true } });
  // A page that was opened before the rule: the server asks, and the page asks again.
  await time(early, '09:30').click();
  await go(early, 'confirm').click();
  await sees(early, '.notice', /没有预约成功[^]*证件号码/);
  await sees(early, 'label', /证件号码（必填）[^]*请填写证件号码/);
  await screenshot(early, 'phone-identity-asked');

  const page = await walk.open();
  await sees(page, '.start', /请先准备好/);
  await go(page, 'book').click();
  await page.locator('input[name=matter]').fill('结婚登记');
  await page.locator(`[data-item=${MARRIAGE}]`).click();
  await page.locator(`[data-date="${TOMORROW}"]`).click();
  await time(page, '09:30').click();
  await sees(page, 'label', /证件号码（必填）[^]*填来办事的人的证件号码/);
  await go(page, 'confirm').click();
  await sees(page, 'label .short', /请填写证件号码/);
  expect(await page.locator('.notice').count()).toBe(0);
  const field = page.locator('input[name=identity]');
  expect(await field.evaluate((node) => node.matches(':focus'))).toBe(true);
  await expectAccessible(page);
  await screenshot(page, 'phone-identity-needed');
  await field.fill('H12345679');
  await go(page, 'confirm').click();
  await sees(page, '.appointment', /09:30–10:00/);
  await publish(walk.hall, walk.manager, { policy: { bookNeedsIdentity: false } });
});

test('the first page is friendly, and a hall that cannot be reached is said', async () => {
  const page = await walk.open();
  await sees(page, '.start', /已有号票[^]*预约办理时间/);
  await page.locator('[data-language=zh-Hant]').click();
  await sees(page, '.start', /已有號碼單/);
  await expectAccessible(page);
  await expectNarrow(page);
  await screenshot(page, 'phone-start');
  await page.route('**/api/**', (route) => route.abort());
  await page.reload();
  await go(page, 'book').click();
  await sees(page, '.notice', /連不上大廳|连不上大厅/);
  await page.unroute('**/api/**');
  await go(page, 'again').click();
  await page.locator('[data-item]').first().waitFor();
  await page.locator('input[name=matter]').fill('没有这件事');
  expect(await page.locator('[data-item]').count()).toBe(0);
});
