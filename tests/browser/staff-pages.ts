/**
 * What the walks through the staff's pages share: a browser, a page that reports every fault of the
 * page itself, signing in by keyboard, axe, screenshots. Shadow trees are open, so locators pierce.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Auth, HallServer } from '../helpers/hall-server.ts';
import { PATIENT_MS } from '../helpers/patience.ts';

const SCREENS = join(import.meta.dirname, '..', '..', '.artefacts', 'screens');
const PASSWORD = 'yichuang';

export interface StaffPage {
  readonly page: Page;
  /** What the page itself got wrong: exceptions, policy violations, console errors. */
  readonly faults: string[];
  readonly context: BrowserContext;
}

/** A page of its own session. */
export async function openPage(
  browser: Browser,
  url: string,
  viewport = { width: 1440, height: 900 },
  serviceWorkers: 'allow' | 'block' = 'block',
): Promise<StaffPage> {
  // A worker's requests pass by the test's own routes, so only the test of the worker has one.
  const context = await browser.newContext({ viewport, locale: 'zh-CN', serviceWorkers });
  context.setDefaultTimeout(PATIENT_MS);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    const expected = /status of (4\d\d|503)|ERR_CONNECTION|WebSocket connection/;
    if (message.type() === 'error' && !expected.test(message.text())) faults.push(message.text());
  });
  await page.goto(url);
  return { page, faults, context };
}

/** Closes a test's pages and forgets them; none of them may have logged an error. */
export async function closePages(opened: StaffPage[]): Promise<void> {
  for (const { context, faults } of opened.splice(0)) {
    await context.close();
    expect(faults).toEqual([]);
  }
}

/** Signs in as people do: number, Tab, password, Enter. */
export async function signIn(page: Page, staffNo: string): Promise<void> {
  await page.locator('input[name=staffNo]').waitFor();
  await page.keyboard.type(staffNo);
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
}

/** Tickets from the kiosk, in the order given. */
export async function issue(
  hall: HallServer,
  kiosk: Auth,
  ...visits: readonly (readonly string[])[]
): Promise<string[]> {
  const numbers: string[] = [];
  for (const items of visits) {
    const answer = await hall.command(kiosk, { type: 'issueTicket', items });
    if (answer.outcome !== 'accepted') throw new Error(`issueTicket: ${answer.code}`);
    numbers.push(answer.ticket ?? '');
  }
  return numbers;
}

/** Our pages have no frames, and only violations are told: both make axe several times as fast. */
const axe = (page: Page) =>
  new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });

/** 7 : 1, or 4.5 : 1 for large type. */
export async function expectContrast(page: Page): Promise<void> {
  const { violations } = await axe(page).withRules(['color-contrast-enhanced']).analyze();
  expect(violations.flatMap(({ nodes }) => nodes.map(({ html }) => html))).toEqual([]);
}

/** Nothing serious in axe's eyes. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await axe(page).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const found = serious.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' | ')}`);
  expect(found).toEqual([]);
}

/** Keeps a picture of the page outside git. */
export async function screenshot(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENS, { recursive: true });
  await page.screenshot({ path: join(SCREENS, `${name}.png`) });
}
