/** The visitor's page on a crooked day: letting others pass, a hold, misses, pauses, what is missing. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { expectNarrow, go, PhoneWalk, sees } from './phone-pages.ts';
import { expectAccessible, screenshot } from './staff-pages.ts';

const MARRIAGE = 'MZ001';
const COPY = 'MZ003';
let walk: PhoneWalk;

beforeAll(async () => {
  walk = await PhoneWalk.start('2026-11-23T09:00+08:00x10', 'JZ08', 7);
});
afterEach(() => walk.closePages());
afterAll(() => walk.stop());

const finish = (ticket: string, no: number, outcome: string, more = {}) =>
  walk.does({ type: 'finishCase', case: `${ticket}-${String(no)}`, outcome, ...more });

/** One more visit through the window, whoever it is. */
async function serveNext(): Promise<void> {
  const ticket = await walk.does({ type: 'callNext' });
  await walk.does({ type: 'startService' });
  await finish(ticket, 1, 'closed');
}

test('let some others pass: never more than wait behind, and the number stays', async () => {
  const mine = await walk.issue([MARRIAGE]);
  await walk.issue([MARRIAGE]);
  await walk.issue([MARRIAGE]);
  const page = await walk.open(mine.token);
  await sees(page, '.ticket', /下一位就是您/);
  await go(page, 'step').click();
  await sees(page, '.count', /^2 位$/);
  expect(await page.locator('[data-step="1"]').isDisabled()).toBe(true);
  await screenshot(page, 'phone-step-away');
  await expectAccessible(page);
  await page.locator('[data-step="-1"]').click();
  await page.locator('[data-step="1"]').click();
  await go(page, 'step-yes').click();
  await sees(page, '.ticket', /前面还有 2 人/);
  expect(await page.locator('.number').innerText()).toBe(mine.ticket);
  for (let visit = 0; visit < 3; visit += 1) await serveNext();
});

test('clerk 7: held until a time; one touch says that the visitor is back', async () => {
  const mine = await walk.issue([MARRIAGE]);
  const page = await walk.open(mine.token);
  await walk.does({ type: 'callNext' });
  await walk.does({ type: 'startService' });
  await walk.does({ type: 'holdTicket', reason: 'pay' });
  await sees(page, '.ticket', /请在 \d\d:\d\d 前回来[^]*7 号窗口/);
  await screenshot(page, 'phone-held');
  await expectAccessible(page);
  await go(page, 'return').click();
  await sees(page, '.ticket', /等候中/);
  expect(await walk.does({ type: 'callNext' })).toBe(mine.ticket);
  await walk.does({ type: 'startService' });
  await finish(mine.ticket, 1, 'closed');
});

test('visitor 7: each miss says which rule applies, and the last chance says that it is one', async () => {
  const mine = await walk.issue([MARRIAGE]);
  const page = await walk.open(mine.token);
  for (const [misses, rule] of [/再等 3 位/, /排到队尾[^]*作废/].entries()) {
    await walk.does({ type: 'callNext' });
    await walk.does({ type: 'recallTicket' });
    await walk.does({ type: 'recallTicket' });
    await walk.does({ type: 'markNoShow' });
    await sees(page, '.ticket', rule);
    await screenshot(page, `phone-missed-${String(misses + 1)}`);
    await go(page, 'return').click();
    await sees(page, '.ticket', /等候中/);
  }
  await serveNext();
});

test('clerk 10: while the only windows are paused the page says until when', async () => {
  const mine = await walk.issue([MARRIAGE]);
  const page = await walk.open(mine.token);
  const returnAt = Date.parse('2026-11-23T13:30:00+08:00');
  await walk.does({ type: 'pauseWindow', reason: 'lunch', returnAt });
  await sees(page, '.remarks', /13:30 恢复/);
  await screenshot(page, 'phone-paused');
  await walk.does({ type: 'resumeWindow' });
  await serveNext();
});

test('clerk 5: what is missing, until when, and why refused stand as on the slip', async () => {
  const mine = await walk.issue([MARRIAGE, COPY, 'MZ006']);
  const page = await walk.open(mine.token);
  await walk.does({ type: 'callNext' });
  await walk.does({ type: 'startService' });
  const missing = ['户口簿原件', '申请人近期两寸免冠照片'];
  await finish(mine.ticket, 1, 'supplement', { missing });
  await finish(mine.ticket, 2, 'refused', { reason: 'not-entitled' });
  await finish(mine.ticket, 3, 'acceptedWithGaps', { missing: ['委托书'] });
  await sees(page, '[data-slip=notice]', /户口簿原件[^]*两寸免冠照片/);
  await sees(page, '[data-slip=refusal]', /不符合/);
  await sees(page, '[data-slip=gaps]', /委托书[^]*11月30日 星期一 前补交/);
  await expectAccessible(page);
  await page.locator('[data-language=en]').click();
  await sees(page, '[data-slip=gaps]', /Please supply by Monday 30 November/);
  await expectNarrow(page);
  await screenshot(page, 'phone-notices-en');
});

test('clerk 5: what the clerk wrote stands with what is missing, for the holder of the key alone', async () => {
  const mine = await walk.issue([MARRIAGE]);
  const page = await walk.open(mine.token);
  await walk.does({ type: 'callNext' });
  await walk.does({ type: 'startService' });
  let isAway = true;
  await page.route('**/api/tickets/*/words', async (route) => {
    if (isAway) await route.abort();
    else await route.continue();
  });
  await finish(mine.ticket, 1, 'supplement', { missing: ['村委会开的证明', '老照片'] });
  await sees(page, '[data-slip=notice]', /窗口还写了其他材料，正在读取/);
  await screenshot(page, 'phone-written-reading');
  isAway = false;
  await sees(page, '[data-slip=notice]', /共 2 项[^]*村委会开的证明[^]*老照片/);
  expect(await page.locator('[data-slip=notice]').innerText()).not.toContain('正在读取');
  await expectAccessible(page);
  await screenshot(page, 'phone-written');
});

test('an emergency message stands above everything, in the page’s language', async () => {
  const mine = await walk.issue([MARRIAGE]);
  const page = await walk.open(mine.token);
  await sees(page, '.ticket', /等候中/);
  await walk.does({ type: 'showEmergency', kind: 'power', text: '请留在座位' }, walk.manager);
  await sees(page, '.emergency', /停电[^]*次序都会保留[^]*请留在座位/);
  await page.locator('[data-language=zh-Hant]').click();
  await sees(page, '.emergency', /停電/);
  await expectAccessible(page);
  await screenshot(page, 'phone-emergency');
  await walk.does({ type: 'clearEmergency' }, walk.manager);
  await expect.poll(() => page.locator('.emergency').count()).toBe(0);
});
