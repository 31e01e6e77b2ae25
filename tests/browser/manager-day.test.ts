/** The manager's crooked day: alerts taken up, an emergency, a queue passed with reason, holes, terminals. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../helpers/chromium.ts';
import { startHall } from '../helpers/hall-server.ts';
import type { Auth, HallServer } from '../helpers/hall-server.ts';
import {
  closePages,
  expectAccessible,
  issue,
  openPage,
  screenshot,
  signIn,
} from './staff-pages.ts';
import type { StaffPage } from './staff-pages.ts';
import type { OfferedSlots } from '../../server/http/appointment-routes.ts';
import type { ConfigView } from '../../shared/protocol/configuring.ts';

let hall: HallServer;
let kiosk: Auth;
let browser: Browser;
const opened: StaffPage[] = [];

beforeAll(async () => {
  hall = await startHall({ clock: '2026-11-23T09:00+08:00x60' });
  kiosk = await hall.deviceKey('kiosk');
  browser = await launchChromium();
  for (const [staffNo, window] of [
    ['JZ01', 1],
    ['JZ08', 6],
  ] as const) {
    await hall.command(await hall.signIn(staffNo), { type: 'openWindow', window });
  }
  await issue(hall, kiosk, ['MZ001'], ['MZ001'], ['MZ006'], ['SC001'], ['SC001']);
});

afterEach(() => closePages(opened));

afterAll(async () => {
  await browser.close();
  await hall.stop();
});

async function openAt(hash: string, staffNo = 'JZ18'): Promise<Page> {
  const one = await openPage(browser, `${hall.url}/manager/${hash}`);
  opened.push(one);
  await signIn(one.page, staffNo);
  await one.page.locator('yc-floor .strip').waitFor();
  return one.page;
}

/** A clerk's certificate ends on another day, published as the next version. */
async function expireCertificate(staffNo: string, on: string): Promise<void> {
  const auth = await hall.signIn('JZ18');
  const path = `/api/halls/${hall.hall}/config`;
  const { version, config } = await hall.get<ConfigView>(path, auth);
  const staff = config.staff
    .filter((person) => person.staffNo === staffNo)
    .map((person) => ({ ...person, certificateExpires: on }));
  const answered = await fetch(`${hall.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...auth },
    body: JSON.stringify({ baseVersion: version, staff }),
  });
  expect(answered.status).toBe(200);
}

const answer = (page: Page, words: string | RegExp) =>
  page.locator('yc-floor .answer', { hasText: words }).waitFor();

test('manager 8: approves a green channel with reason and time; the list shows it', async () => {
  const page = await openAt('#/waiting/B003');
  const actions = page.locator('yc-ticket-actions');
  const reason = actions.locator('select[name=greenReason]');
  expect(await reason.inputValue()).toBe('');
  await actions.locator('[data-act=grantGreenChannel]').click();
  await actions.locator('[role=alert]', { hasText: '请先选择原因' }).waitFor();
  expect(await reason.evaluate((field) => field.matches(':focus'))).toBe(true);
  await screenshot(page, 'manager-green-no-reason');
  await reason.selectOption('urgent-medical');
  await actions.locator('select[name=until]').selectOption('30');
  await actions.locator('input[name=note]').fill('某企业，赴院');
  await actions.locator('[data-act=grantGreenChannel]').click();
  await answer(page, 'B003 已走绿色通道');
  const row = page.locator('yc-waiting tr[data-ticket=B003]');
  await expect.poll(() => row.textContent()).toContain('绿色通道');
  await expectAccessible(page);
  await screenshot(page, 'manager-green');
});

test('manager 7: a call by hand says why, and the report explains and names who', async () => {
  const page = await openAt('#/waiting/B002');
  const actions = page.locator('yc-ticket-actions');
  await actions.locator('select[name=window]').selectOption('6');
  await actions.locator('select[name=handReason]').selectOption('visitor-unwell');
  await actions.locator('[data-act=callTicket]').focus();
  await page.keyboard.press('Enter');
  await answer(page, '已在 6 号窗口呼叫 B002');
  await page.locator('[role=tab]#passed').click();
  const row = page.locator('yc-passed tr', { hasText: 'B002' }).first();
  await expect.poll(() => row.textContent()).toMatch(/管理人员指定 · 来访者身体不适.*高志远/su);
  expect(await row.textContent()).toContain('B001');
  await row.locator('button').click();
  await page.locator('yc-passed .why', { hasText: '为什么 6 号窗口叫 B002' }).waitFor();
  expect(page.url()).toContain('#/passed/');
  await screenshot(page, 'manager-passed');
  await expectAccessible(page);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('yc-passed [data-act=print]').isVisible()).toBe(false);
  expect(await page.locator('yc-floor .rail').isVisible()).toBe(false);
});

test('a timeline tells of a ticket who, when, why and by which rule', async () => {
  const page = await openAt('#/ticket');
  await page.locator('yc-timeline input[name=ticket]').fill('b002');
  await page.keyboard.press('Enter');
  const called = page.locator('yc-timeline tr[data-event=TicketCalled]');
  await called.waitFor();
  expect(await called.textContent()).toMatch(/高志远 JZ18.*管理人员指定/su);
  await page.locator('yc-timeline tr[data-event=TicketIssued]').waitFor();
  await screenshot(page, 'manager-timeline');
  await expectAccessible(page);
  await page.locator('yc-timeline input[name=ticket]').fill('B999');
  await page.keyboard.press('Enter');
  await page.locator('yc-timeline .problem', { hasText: '没有 B999' }).waitFor();
  expect(await page.locator('yc-timeline tr').count()).toBe(0);
  await page.locator('yc-timeline input[name=ticket]').fill('???');
  await page.keyboard.press('Enter');
  await page.locator('yc-timeline .problem', { hasText: '一个字母加数字' }).waitFor();
});

test('lobby 11: an emergency message is previewed, shown by two presses, and cleared', async () => {
  const page = await openAt('');
  await page.locator('.emergency-open').click();
  const panel = page.locator('yc-emergency-panel');
  await panel.locator('[data-kind=power]').click();
  await panel.locator('input[name=words]').fill('二楼请用楼梯');
  await expect.poll(() => panel.locator('.sign').textContent()).toMatch(/停|电力.*二楼请用楼梯/su);
  await screenshot(page, 'manager-emergency');
  await expectAccessible(page);
  await panel.locator('[data-act=showEmergency]').click();
  expect(await panel.locator('.banner').count()).toBe(0);
  await panel.locator('[data-act=showEmergency]').click();
  await panel.locator('.banner', { hasText: '停电' }).waitFor();
  const seen = await hall.command(await hall.signIn('JZ18'), { type: 'clearEmergency' });
  expect(seen.outcome).toBe('accepted');
  await panel.locator('.banner').waitFor({ state: 'detached' });
});

test('manager 3: an overload stays on the rail, is taken up by name, then leads to a window', async () => {
  const page = await openAt('');
  const alert = page.locator('yc-floor .alert.hall[data-alert^="wait:"]').first();
  await alert.waitFor();
  await screenshot(page, 'manager-alerts');
  await alert.locator('button', { hasText: '我来处理' }).click();
  await answer(page, '由您处理');
  await expect.poll(() => alert.textContent()).toMatch(/高志远 \d\d:\d\d 接手/u);
  await alert.locator('summary', { hasText: '分流' }).click();
  await alert.locator('button', { hasText: '派导办 沈小雨' }).click();
  await expect.poll(() => alert.textContent()).toMatch(/已派导办 沈小雨\s+\d\d:\d\d/u);
  await expectAccessible(page);
  await screenshot(page, 'manager-relief');
  await alert.locator('button').first().click();
  await page.locator('yc-tile-menu, yc-waiting').first().waitFor();
  await expectAccessible(page);
});

test('manager 3: what is told of an overload stands on the kiosk and in the lobby', async () => {
  const manager = await hall.signIn('JZ18');
  await hall.command(manager, { type: 'reportTerminal', terminal: 1, status: 'free' });
  const rail = await openAt('');
  const alert = rail.locator('yc-floor .alert.hall[data-alert="wait:natural-person"]');
  await alert.locator('summary', { hasText: '分流' }).click();
  await alert.locator('button[data-answer=terminals]').click();
  await answer(rail, '已记录分流处置');
  const told = '自然人服务区人多，自助机有空';
  const kioskPage = await openPage(browser, `${hall.url}/kiosk/`, { width: 1080, height: 1920 });
  opened.push(kioskPage);
  await kioskPage.page.locator('.notice.told', { hasText: told }).waitFor();
  await expectAccessible(kioskPage.page);
  await screenshot(kioskPage.page, 'kiosk-told');
  const lobby = await openPage(browser, `${hall.url}/lobby/`, { width: 1920, height: 1080 });
  opened.push(lobby);
  await lobby.page.locator('yc-foot-lines .notice', { hasText: told }).waitFor();
  await screenshot(lobby.page, 'lobby-told');
});

test('visitor 9: a guide takes a number, sets a class with what was shown, and sees no more', async () => {
  const page = await openAt('#/rules', 'JZ20');
  await page.locator('yc-guide-issue input').fill('MZ001');
  await page.locator('yc-guide-issue [data-item=MZ001] button').click();
  await page.locator('yc-floor .answer', { hasText: /已取号 B\d+/u }).waitFor();
  expect(await page.locator('[role=tab]').count()).toBe(1);
  const row = page.locator('yc-waiting tr[data-ticket^=B]').last();
  await row.locator('button').click();
  const actions = page.locator('yc-ticket-actions');
  expect(await actions.locator('[data-act]').count()).toBe(1);
  await actions.locator('select[name=class]').selectOption({ index: 1 });
  await actions.locator('select[name=evidence]').selectOption('shown-to-guide');
  await actions.locator('[data-act=setClass]').click();
  await answer(page, '优先类别已改');
  await expectAccessible(page);
  await screenshot(page, 'manager-guide');
});

test('a coming appointment is cancelled by two presses, and its number is gone', async () => {
  const base = `${hall.url}/api/halls/jingzhou`;
  const { dates } = await hall.get<OfferedSlots>('/api/halls/jingzhou/slots?items=YB022');
  const [, date = ''] = dates;
  const { slots } = await hall.get<OfferedSlots>(
    `/api/halls/jingzhou/slots?items=YB022&date=${date}`,
  );
  const time = slots.find(({ rest }) => rest > 0)?.time;
  const answered = await fetch(`${base}/appointments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ commandId: crypto.randomUUID(), date, time, items: ['YB022'] }),
  });
  const { ticket } = (await answered.json()) as { ticket: string };
  const page = await openAt('#/bookings');
  await page.locator(`yc-booked-list [data-date="${date}"]`).click();
  const row = page.locator(`yc-booked-list [data-booked="${ticket}"]`);
  await row.locator('button').click();
  await expect.poll(() => row.textContent()).toContain('确认取消');
  await expectAccessible(page);
  await screenshot(page, 'manager-booked');
  await row.locator('button').click();
  await page.locator('yc-booked-list .answer', { hasText: `${ticket} 的预约已取消` }).waitFor();
  await row.waitFor({ state: 'detached' });
});

test('a terminal is set free or at fault, and a lane to flash', async () => {
  const page = await openAt('#/bookings');
  const row = page.locator('yc-floor tr[data-terminal="2"]');
  await row.locator('button', { hasText: '故障' }).click();
  await answer(page, '2 号终端');
  await expect.poll(() => row.locator('td').nth(1).textContent()).toContain('故障');
  await expectAccessible(page);
  await page.locator('[role=tab]#floor').click();
  const tile = page.locator('yc-floor .tile[data-window="1"]');
  await tile.locator('.menu').click();
  await page.locator('yc-tile-menu [data-act=lane]').click();
  await expect.poll(() => tile.textContent()).toContain('闪办道');
});

test('manager 9: certified at a window that does not take it: where, and the way to that window', async () => {
  const misplaced = await hall.signIn('JZ04');
  await hall.command(misplaced, { type: 'openWindow', window: 10 });
  const page = await openAt('#/holes');
  const helper = page.locator('yc-holes [data-why=elsewhere] [data-helper=JZ04]').first();
  await helper.waitFor();
  expect(await helper.textContent()).toContain('在 10 号窗口');
  await expectAccessible(page);
  await screenshot(page, 'manager-holes-elsewhere');
  await helper.locator('[data-act=move]').click();
  await page.locator('yc-tile-menu').waitFor();
  await hall.command(misplaced, { type: 'closeWindow' });
});

test('manager 9: a hole names whose certificate ended; the emergency grant stands in the list', async () => {
  const page = await openAt('#/holes');
  const hole = page.locator('yc-holes .hole').first();
  await hole.waitFor();
  expect(await hole.locator('.helper').count()).toBeGreaterThan(0);
  await expireCertificate('JZ05', '2026-11-20');
  const helper = page.locator('yc-holes [data-helper=JZ05]').first();
  await expect.poll(() => helper.textContent()).toContain('资格 3 天前到期');
  await helper.locator('button', { hasText: '临时授权' }).click();
  await page.locator('yc-holes select[name=reason]').selectOption('certificate-renewing');
  await page.locator('yc-holes [data-act=grantCertificate]').click();
  await answer(page, /临时授权，今天有效/u);
  await expect.poll(() => page.locator('yc-holes .grants').textContent()).toContain('JZ05');
  await expectAccessible(page);
  await screenshot(page, 'manager-holes');
  await page.locator('[role=tab]#sums').click();
  await page.locator('yc-floor .visits', { hasText: '每次到访的窗口' }).waitFor();
  await expectAccessible(page);
});
