/** Where the hall promises: kiosk, paper and phone tell one time, and who is passed may ask why. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { choose, KioskWalk, number, sees, takeTicket, tokenOf, toPopular } from './kiosk-pages.ts';
import { expectNarrow } from './phone-pages.ts';
import { publish } from './publishing.ts';
import { expectAccessible, expectContrast, screenshot } from './staff-pages.ts';

/** By the catalogue a marriage takes 18 minutes, a contribution 5; JZ08 may do both. */
const MARRIAGE = 'MZ001';
const CONTRIBUTION = 'SW045';
const HAND = { width: 390, height: 844 };
const NARROW = { width: 320, height: 640 };
let walk: KioskWalk;

beforeAll(async () => {
  walk = await KioskWalk.start('2026-11-23T09:00+08:00x5');
  const policy = { routing: 'promise', promiseSlackMs: 60 * 60_000 } as const;
  await publish(walk.hall, await walk.hall.signIn('JZ18'), { policy });
});
afterEach(() => walk.tidy());
afterAll(() => walk.stop());

test('one promise everywhere; who was passed reads why, and nobody else is told anything', async () => {
  const clerk = await walk.hall.signIn('JZ08');
  await walk.until(clerk, { type: 'openWindow', window: 7 });
  const kiosk = await walk.open();
  await toPopular(kiosk);
  await choose(kiosk, MARRIAGE);
  const mine = await takeTicket(kiosk);
  await sees(kiosk, 'yc-kiosk-ticket .wait', /^承诺 \d\d:\d\d 前叫到您$/);
  const promise = await kiosk.locator('yc-kiosk-ticket .wait').innerText();
  const [, time = ''] = /(\d\d:\d\d)/.exec(promise) ?? [];
  await screenshot(kiosk, 'kiosk-promise');
  await expectContrast(kiosk);
  const paper = async () => (await walk.papers())[0]?.join('').replaceAll(' ', '');
  await expect.poll(paper).toContain(promise.replaceAll(' ', ''));
  expect(await number(kiosk).innerText()).toBe(mine);

  const phone = await walk.page('about:blank');
  await phone.setViewportSize(HAND);
  await phone.goto(`${walk.hall.url}/phone/#${await tokenOf(kiosk)}`);
  await sees(phone, '.promise', new RegExp(`^${promise}$`));
  expect(await phone.locator('.why').count()).toBe(0);

  const { ticket: other } = await walk.issued([CONTRIBUTION]);
  const answer = await walk.hall.command(clerk, { type: 'callNext' });
  expect(answer).toMatchObject({ outcome: 'accepted', ticket: other });
  await sees(phone, '.why summary', /^为什么还没叫我？$/);
  expect(await phone.locator('.why p').isVisible()).toBe(false);
  await expectAccessible(phone);
  await phone.locator('.why summary').focus();
  await phone.keyboard.press('Enter');
  const said = `${other} 比您晚到[^]*5 分钟[^]*不影响您的承诺时间（${time}）。您的位置没有变。`;
  await sees(phone, '.why p', new RegExp(said));
  await expectAccessible(phone);
  await expectContrast(phone);
  await screenshot(phone, 'phone-why-not-me');

  for (const [language, title, words] of [
    ['zh-Hant', '為什麼還沒叫我？', `${other} 比您晚到[^]*（${time}）`],
    ['en', 'Why not me yet\\?', `${other} came later[^]*promised, ${time}`],
  ] as const) {
    await phone.locator(`[data-language=${language}]`).click();
    await sees(phone, '.why summary', new RegExp(`^${title}$`));
    await sees(phone, '.why p', new RegExp(words));
  }
  await screenshot(phone, 'phone-why-not-me-en');
  await phone.setViewportSize(NARROW);
  await expectNarrow(phone);
  await screenshot(phone, 'phone-why-not-me-narrow');

  await walk.until(clerk, { type: 'startService' });
  await walk.until(clerk, { type: 'finishCase', case: `${other}-1`, outcome: 'closed' });
  await walk.until(clerk, { type: 'callNext' });
  await sees(phone, '.called', /Please go to\s*Window 7/);
  expect(await phone.locator('.why').count()).toBe(0);
});
