/**
 * What the walks through the kiosk share: a hall with its printer, a page that reports its own
 * faults, the ways through the screens by touch, and what the other side of the hall sees.
 */
import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { KioskView } from '../../shared/views/kiosk-screen.ts';
import type { TicketView } from '../../shared/views/ticket-page.ts';
import { launchChromium } from '../helpers/chromium.ts';
import { startHall } from '../helpers/hall-server.ts';
import type { Auth, HallServer } from '../helpers/hall-server.ts';
import { listen } from '../helpers/live.ts';
import { openPage } from './staff-pages.ts';
import type { StaffPage } from './staff-pages.ts';

export const STAGE = { width: 1080, height: 1920 };
/** A popular matter of persons, certified for the clerk JZ06. */
export const CONTRIBUTION = 'SW045';
export const PEOPLE = 'natural-person';

export const zone = (page: Page, code: string) => page.locator(`[data-zone=${code}]`);
export const go = (page: Page, name: string) => page.locator(`[data-go=${name}]`);
export const item = (page: Page, code: string) => page.locator(`[data-item=${code}]`);
export const foot = (page: Page, name: string) => page.locator(`[data-foot=${name}]`);
export const number = (page: Page) => page.locator('yc-kiosk-ticket .number');
export const printed = (page: Page) => page.locator('yc-kiosk-ticket .print.printed');
export const popular = (page: Page): Locator => page.locator('[data-item]');

/** A hall, a browser, and the kiosks opened in it. */
export class KioskWalk {
  readonly hall: HallServer;
  readonly browser: Browser;
  #opened: StaffPage[] = [];

  private constructor(hall: HallServer, browser: Browser) {
    this.hall = hall;
    this.browser = browser;
  }

  static async start(clock = '2026-11-23T09:00+08:00x60'): Promise<KioskWalk> {
    const hall = await startHall({ clock });
    return new KioskWalk(hall, await launchChromium());
  }

  /** A page anywhere, closed and checked with the others. */
  async page(url: string): Promise<Page> {
    const one = await openPage(this.browser, url, STAGE);
    this.#opened.push(one);
    return one.page;
  }

  async open(): Promise<Page> {
    const page = await this.page(`${this.hall.url}/kiosk/`);
    await zone(page, PEOPLE).waitFor();
    return page;
  }

  /** After each walk: the printer is well again, and no page had a fault of its own. */
  async tidy(): Promise<void> {
    await this.setPrinter('ok');
    for (const { context, faults } of this.#opened) {
      await context.close();
      // A killed server is part of the walk; whatever else a page complains of is a fault.
      expect(faults.filter((fault) => !fault.includes('net::ERR_'))).toEqual([]);
    }
    this.#opened = [];
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.hall.stop();
  }

  async setPrinter(state: string): Promise<void> {
    const init = { method: 'PUT', body: JSON.stringify({ state }) };
    const answer = await fetch(`${this.hall.printerControlUrl}/status`, init);
    expect(answer.ok).toBe(true);
  }

  /** The lines of the papers, newest first. */
  async papers(): Promise<readonly (readonly string[])[]> {
    const answer = await fetch(`${this.hall.printerControlUrl}/tickets`);
    const { tickets } = (await answer.json()) as { tickets: { lines: string[] }[] };
    return tickets.map(({ lines }) => lines);
  }

  async kioskNow(): Promise<KioskView> {
    const key = await this.hall.deviceKey('kiosk');
    const ears = await listen<KioskView>(this.hall, 'hall/jingzhou/kiosk', key);
    const view = await ears.until(() => true);
    ears.close();
    return view;
  }

  /** What the visitor's own page would show, by the token in the QR's address. */
  async ticketOf(page: Page): Promise<TicketView> {
    const ears = await listen<TicketView>(this.hall, `ticket/${await tokenOf(page)}`, {});
    const view = await ears.until(() => true);
    ears.close();
    return view;
  }

  async issued(items: readonly string[]): Promise<{ ticket: string; token: string }> {
    const kiosk = await this.hall.deviceKey('kiosk');
    const answer = await this.hall.command(kiosk, { type: 'issueTicket', items });
    if (answer.outcome !== 'accepted') throw new Error(answer.message);
    return { ticket: answer.ticket ?? '', token: answer.token ?? '' };
  }

  /** A ticket that was called three times in vain. */
  async missed(): Promise<{ ticket: string; token: string }> {
    const clerk = await this.atWindow();
    const wanted = await this.issued([CONTRIBUTION]);
    for (;;) {
      const called = await this.hall.command(clerk, { type: 'callNext' });
      if (called.outcome !== 'accepted') throw new Error(called.message);
      for (let call = 0; call < 2; call += 1) await this.until(clerk, { type: 'recallTicket' });
      await this.until(clerk, { type: 'markNoShow' });
      if (called.ticket === wanted.ticket) return wanted;
    }
  }

  async atWindow(): Promise<Auth> {
    const clerk = await this.hall.signIn('JZ06');
    const answer = await this.hall.command(clerk, { type: 'openWindow', window: 7 });
    if (answer.outcome !== 'accepted' && answer.code !== 'window-taken') {
      expect(answer.code).toBe('clerk-at-other-window');
    }
    return clerk;
  }

  /** Repeats a command that the hall's rules allow only after a while. */
  async until(by: Auth, body: object): Promise<void> {
    const send = async () => (await this.hall.command(by, body)).outcome;
    await expect.poll(send).toBe('accepted');
  }
}

export async function toPopular(page: Page): Promise<void> {
  await zone(page, PEOPLE).click();
  await popular(page).first().waitFor();
}

/** Finds an item by its code and chooses it. */
export async function choose(page: Page, code: string): Promise<void> {
  await go(page, 'search').click();
  await page.locator('.field input').fill(code);
  await item(page, code).click();
}

export async function speak(page: Page, language: string): Promise<void> {
  await foot(page, 'language').click();
  await page.locator(`[data-language=${language}]`).click();
}

export async function takeTicket(page: Page): Promise<string> {
  await go(page, 'take').click();
  await number(page).waitFor();
  return number(page).innerText();
}

export async function tokenOf(page: Page): Promise<string> {
  const address = await page.locator('yc-kiosk-ticket .qr').getAttribute('data-address');
  const [, token = ''] = /^http:\/\/127\.0\.0\.1:\d+\/phone\/#([\w-]+)$/.exec(address ?? '') ?? [];
  expect(token).not.toBe('');
  return token;
}

export async function sees(page: Page, selector: string, words: RegExp): Promise<void> {
  await expect.poll(() => page.locator(selector).first().innerText()).toMatch(words);
}

/** Touches the keys of a number screen one by one, and sends. */
export async function typeNumber(page: Page, typed: string): Promise<void> {
  const pad = page.locator('[data-takes-keys]');
  for (let n = 0; n < 8; n += 1) await pad.locator('[data-key=erase]').click();
  for (const key of typed) await pad.locator(`[data-key="${key}"]`).click();
  await pad.locator('[data-go=send]').click();
}

/**
 * What a reader or a scanner does: a whole line at once, wherever the focus is. Its keys are made in
 * the page, for between two of ours a busy machine pauses as long as a hand; what the page lets pass
 * is typed into the field, as a browser would.
 */
export async function scan(page: Page, line: string): Promise<void> {
  await page.evaluate((text) => {
    for (const key of [...text, 'Enter']) {
      let focus: Element = document.activeElement ?? document.body;
      while (focus.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement;
      const init = { key, bubbles: true, composed: true, cancelable: true };
      const isLeft = focus.dispatchEvent(new KeyboardEvent('keydown', init));
      if (isLeft && key.length === 1 && focus instanceof HTMLInputElement) focus.value += key;
    }
  }, line);
}

/** Every button stands in the lower half and is 96 px or more. */
export async function expectLow(page: Page): Promise<void> {
  const boxes = await page.locator('button:visible').evaluateAll((buttons) =>
    buttons
      .filter((button) => !button.matches('.chip'))
      .map((button) => button.getBoundingClientRect())
      .map(({ top, bottom, height, width }) => ({ top, bottom, height, width })),
  );
  expect(boxes.length).toBeGreaterThan(5);
  for (const { top, bottom, height, width } of boxes) {
    expect(top).toBeGreaterThanOrEqual(STAGE.height / 2 - 20);
    expect(bottom).toBeLessThanOrEqual(STAGE.height);
    expect(Math.min(height, width)).toBeGreaterThanOrEqual(95.5);
  }
}

/** The smallest font of an element that has text of its own, in px. */
export async function smallestText(page: Page, selector: string): Promise<number> {
  const sizes = await page.locator(`yc-kiosk ${selector}`).evaluateAll((elements) =>
    elements
      .filter((element) =>
        [...element.childNodes].some(
          (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
        ),
      )
      .filter((element) => element.tagName !== 'STYLE' && element.getClientRects().length > 0)
      .map((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
  );
  expect(sizes.length).toBeGreaterThan(0);
  return Math.min(...sizes);
}
