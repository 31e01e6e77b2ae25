/** The rules that come in rows, changed by the manager's own forms: named where wrong, tried, published. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { ConfigView } from '../../shared/protocol/configuring.ts';
import { launchChromium } from '../helpers/chromium.ts';
import { startHall } from '../helpers/hall-server.ts';
import type { HallServer } from '../helpers/hall-server.ts';
import { closePages, expectAccessible, openPage, screenshot, signIn } from './staff-pages.ts';
import type { StaffPage } from './staff-pages.ts';

let hall: HallServer;
let browser: Browser;
const opened: StaffPage[] = [];

beforeAll(async () => {
  hall = await startHall({ clock: '2026-11-23T09:00+08:00x20' });
  browser = await launchChromium();
  const kiosk = await hall.deviceKey('kiosk');
  const elder = { type: 'issueTicket', items: ['MZ001'], class: 'ELD' };
  expect(await hall.command(kiosk, { type: 'issueTicket', items: ['MZ006'] })).toMatchObject({
    outcome: 'accepted',
  });
  expect(await hall.command(kiosk, elder)).toMatchObject({ outcome: 'accepted' });
});

afterEach(() => closePages(opened));

afterAll(async () => {
  await browser.close();
  await hall.stop();
});

async function openAt(hash: string): Promise<Page> {
  const one = await openPage(browser, `${hall.url}/manager/${hash}`);
  opened.push(one);
  await signIn(one.page, 'JZ18');
  await one.page.locator('yc-rules .parts').waitFor();
  return one.page;
}

const row = (page: Page, list: string, no: number) =>
  page.locator(`[data-list=${list}] tr[data-row="${String(no)}"]`);
const part = (page: Page, name: string) => page.locator(`yc-rules [data-part=${name}]`).click();
const config = async () => {
  const auth = await hall.signIn('JZ18');
  return hall.get<ConfigView>(`/api/halls/${hall.hall}/config`, auth);
};

test('manager 13: hours, a slot’s places, a credit, a limit and a holiday are changed by forms', async () => {
  const page = await openAt('#/rules/hours');
  const morning = row(page, 'sessions', 1);
  await morning.locator('input[name=open]').fill('25:00');
  await morning.locator('.fault', { hasText: '“25:00”不是时间' }).waitFor();
  const tryOut = page.locator('[data-act=dry-run]');
  await expect.poll(() => tryOut.getAttribute('aria-disabled')).toBe('true');
  await page.locator('.foot', { hasText: '改正后才能试算' }).waitFor();
  await page.locator('yc-rules [data-part=hours]', { hasText: '⚠' }).waitFor();
  await screenshot(page, 'manager-rules-hours-bad');
  await expectAccessible(page);
  await morning.locator('input[name=open]').fill('8:00');
  await expect.poll(() => morning.locator('.fault').count()).toBe(0);

  await morning.locator('input[name=close]').fill('11:30');
  await page.locator('.outside', { hasText: '不在开放时段内：11:30' }).waitFor();
  await screenshot(page, 'manager-rules-hours');
  await morning.locator('input[name=close]').fill('12:00');

  await part(page, 'slots');
  await row(page, 'slots', 1).locator('input[name=capacity]').fill('7');
  await screenshot(page, 'manager-rules-slots');
  await expectAccessible(page);

  await part(page, 'classes');
  const elder = page.locator('[data-list=priorityClasses] tr', { hasText: 'ELD' });
  await elder.locator('input[name=creditMinutes]').fill('25');
  await screenshot(page, 'manager-rules-classes');
  await expectAccessible(page);

  await part(page, 'quotas');
  const quotas = page.locator('[data-list=itemRules]');
  await quotas.locator('[data-act=add]').click();
  await page.keyboard.type('mz006');
  await quotas.locator('input[name=ticketsPerDayMax]').last().fill('30');
  await screenshot(page, 'manager-rules-quotas');
  await expectAccessible(page);

  await part(page, 'calendar');
  const holidays = page.locator('[data-list=holidays]');
  await holidays.locator('[data-act=add]').click();
  await page.keyboard.type('停电检修');
  await holidays.locator('input[name=from]').last().fill('2026-12-12');
  await holidays.locator('input[name=to]').last().fill('2026年12月11日');
  await holidays.locator('.fault', { hasText: '先后次序不对' }).waitFor();
  await holidays.locator('input[name=to]').last().fill('2026-12-12');
  await screenshot(page, 'manager-rules-calendar');
  await expectAccessible(page);

  await page.locator('.foot', { hasText: '5 处改动' }).waitFor();
  await tryOut.click();
  await page.locator('.dry tr[data-change]', { hasText: '15 分 → 25 分' }).waitFor();
  await screenshot(page, 'manager-rules-tables-dry-run');
  await page.locator('[data-act=publish]').click();
  await page.locator('.foot', { hasText: '第 2 版已发布' }).waitFor();

  const { config: now } = await config();
  expect(now.sessions[0]).toEqual({ open: '08:00', close: '12:00' });
  expect(now.slots[0]?.capacity).toBe(7);
  expect(now.priorityClasses.find(({ code }) => code === 'ELD')?.creditMinutes).toBe(25);
  expect(now.itemRules.at(-1)).toEqual({ item: 'MZ006', ticketsPerDayMax: 30 });
  expect(now.calendar.holidays.at(-1)).toMatchObject({
    name: { 'zh-Hans': '停电检修', en: '停电检修' },
    from: '2026-12-12',
  });
  expect(await holidays.locator('tr.changed').count()).toBe(0);
});

test('an agent is added and a terminal taken away; a number that is there already is told', async () => {
  const page = await openAt('#/rules/agents');
  const agents = page.locator('[data-list=agents]');
  await agents.locator('[data-act=add]').click();
  await page.keyboard.type('DB001');
  await page.keyboard.press('Tab');
  await page.keyboard.type('江城代办（虚构）');
  await agents.locator('input[name=validUntil]').last().fill('2027-12-31');
  await agents.locator('.fault', { hasText: '重复出现' }).waitFor();
  await agents.locator('input[name=agentNo]').fill('DB009');
  await expect.poll(() => agents.locator('.fault').count()).toBe(0);
  await screenshot(page, 'manager-rules-agents');
  await expectAccessible(page);
  await part(page, 'terminals');
  await row(page, 'terminals', 3).locator('[data-act=remove]').click();
  await screenshot(page, 'manager-rules-terminals');
  await expectAccessible(page);
  await page.locator('.foot', { hasText: '2 处改动' }).waitFor();
  await page.locator('[data-act=dry-run]').click();
  await page.locator('.dry').waitFor();
  await page.locator('[data-act=publish]').click();
  await page.locator('.foot', { hasText: '版已发布' }).waitFor();
  const { config: now } = await config();
  expect(now.agents.at(-1)).toMatchObject({ agentNo: 'DB009', validUntil: '2027-12-31' });
  expect(now.terminals.map(({ no }) => no)).toEqual([1, 2]);

  await page.locator('button', { hasText: 'English' }).click();
  await part(page, 'hours');
  await page.locator('[data-list=sessions] h2', { hasText: 'Opening hours' }).waitFor();
  await row(page, 'cutoffs', 1).locator('textarea[name=at]').fill('11:00 later');
  const fault = row(page, 'cutoffs', 1).locator('.fault');
  await fault.filter({ hasText: '“later” is not a time such as 08:30' }).waitFor();
  await fault.scrollIntoViewIfNeeded();
  await screenshot(page, 'manager-rules-hours-en');
});
