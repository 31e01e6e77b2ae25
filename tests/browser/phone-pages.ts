/** What the walks on a visitor's phone share: one hall, its clerk, tickets and pages. */
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { launchChromium } from '../helpers/chromium.ts';
import { startHall } from '../helpers/hall-server.ts';
import type { Auth, HallServer } from '../helpers/hall-server.ts';
import { openPage } from './staff-pages.ts';
import type { StaffPage } from './staff-pages.ts';

const HAND = { width: 390, height: 844 };

export interface Issued {
  readonly ticket: string;
  readonly token: string;
}

/** A hall with one window open, at which the clerk may handle what the tests ask for. */
export class PhoneWalk {
  readonly hall: HallServer;
  readonly browser: Browser;
  readonly clerk: Auth;
  readonly manager: Auth;
  readonly kiosk: Auth;
  #opened: StaffPage[] = [];

  private constructor(hall: HallServer, browser: Browser, actors: readonly Auth[]) {
    const [clerk = {}, manager = {}, kiosk = {}] = actors;
    this.hall = hall;
    this.browser = browser;
    this.clerk = clerk;
    this.manager = manager;
    this.kiosk = kiosk;
  }

  static async start(clock: string, staffNo: string, window: number): Promise<PhoneWalk> {
    const hall = await startHall({ clock });
    const browser = await launchChromium();
    const clerk = await hall.signIn(staffNo);
    const actors = [clerk, await hall.signIn('JZ18'), await hall.deviceKey('kiosk')];
    const walk = new PhoneWalk(hall, browser, actors);
    await hall.command(clerk, { type: 'openWindow', window });
    return walk;
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.hall.stop();
  }

  /** Closes the pages of a test; what a page complained of is a fault of the page. */
  async closePages(): Promise<void> {
    const opened = this.#opened;
    this.#opened = [];
    for (const { context } of opened) await context.close();
    const faults = opened.flatMap((one) => one.faults);
    expect(faults.filter((fault) => !fault.includes('net::ERR_'))).toEqual([]);
  }

  /** A staff command that the rules may allow only after a while. */
  async does(body: object, by = this.clerk): Promise<string> {
    let ticket = '';
    const send = async () => {
      const answer = await this.hall.command(by, body);
      if (answer.outcome === 'accepted') ticket = answer.ticket ?? '';
      return answer.outcome === 'accepted' ? 'accepted' : answer.code;
    };
    await expect.poll(send).toBe('accepted');
    return ticket;
  }

  async issue(items: readonly string[]): Promise<Issued> {
    const answer = await this.hall.command(this.kiosk, { type: 'issueTicket', items });
    if (answer.outcome !== 'accepted') throw new Error(answer.message);
    return { ticket: answer.ticket ?? '', token: answer.token ?? '' };
  }

  async open(token = ''): Promise<Page> {
    const one = await openPage(this.browser, 'about:blank', HAND);
    this.#opened.push(one);
    // Chromium complains in its console where nobody has touched the page yet.
    await one.page.addInitScript(() => {
      navigator.vibrate = () => true;
    });
    await one.page.goto(`${this.hall.url}/phone/${token === '' ? '' : `#${token}`}`);
    return one.page;
  }
}

/** Waits until the first such element says the words. */
export async function sees(page: Page, selector: string, words: RegExp): Promise<void> {
  await expect.poll(() => page.locator(selector).first().innerText()).toMatch(words);
}

/** A button by what it does. */
export const go = (page: Page, name: string) => page.locator(`[data-go=${name}]`);

/** Nothing is wider than the hand. */
export async function expectNarrow(page: Page): Promise<void> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over).toBe(0);
}
