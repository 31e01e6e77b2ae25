/** What the walks at the clerk's desk share: finding its parts, pressing its keys, sitting down. */
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { HallServer } from '../helpers/hall-server.ts';
import { openPage, signIn } from './staff-pages.ts';
import type { StaffPage } from './staff-pages.ts';

/** Presses that follow each other faster than a hand moves count as one. */
export const HAND_MS = 450;

export const primary = (page: Page) => page.locator('yc-desk .primary');
export const other = (page: Page, command: string) =>
  page.locator(`yc-desk .others [data-command=${command}]`);
export const isDimmed = async (page: Page, command: string) =>
  (await other(page, command).getAttribute('aria-disabled')) === 'true';
export const numberHere = (page: Page) => page.locator('yc-desk [data-ticket]');
export const answer = (page: Page) => page.locator('yc-desk .answer');
export const caseRow = (page: Page, id: string) => page.locator(`yc-desk [data-case="${id}"]`);
export const tile = (page: Page, window: number) =>
  page.locator(`yc-window-choice [data-window="${String(window)}"]`);

/** The primary action now stands for this command and may be pressed. */
export async function offered(page: Page, command: string): Promise<void> {
  await page.locator(`yc-desk .primary[data-command=${command}][aria-disabled=false]`).waitFor();
  await page.waitForTimeout(HAND_MS);
}

/** Presses a key, and waits for the next primary action. */
export async function press(page: Page, key: string, thenOffered: string): Promise<void> {
  await page.keyboard.press(key);
  await offered(page, thenOffered);
}

/** The line of answer says this. */
export async function answered(page: Page, words: string | RegExp): Promise<void> {
  await expect.poll(() => answer(page).textContent()).toMatch(words);
}

/** A new browser at the clerk's page; kept in `opened` to be closed and asked for faults. */
export async function openClerkPage(
  browser: Browser,
  hall: HallServer,
  opened: StaffPage[],
): Promise<Page> {
  const one = await openPage(browser, `${hall.url}/clerk/`);
  opened.push(one);
  return one.page;
}

/** Signs in and opens a window, by keyboard: Tab to its tile, Enter. */
export async function sitDown(page: Page, staffNo: string, window: number): Promise<Page> {
  await signIn(page, staffNo);
  await tile(page, window).waitFor();
  for (let tabs = 0; tabs < 60; tabs += 1) {
    if (await tile(page, window).evaluate((node) => node.matches(':focus'))) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await primary(page).waitFor();
  return page;
}
