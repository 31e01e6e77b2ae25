/**
 * `npm run pictures`: makes the README's pictures from the running product. Starts a hall of its own,
 * stages a morning, and takes each surface at half of its real size.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startOwnHall } from '../day/hall-process.ts';
import { launchChromium } from '../helpers/chromium.ts';
import { endVisit, stage } from './stage.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'docs', 'pictures');
const SETTLE_MS = 2_500;

interface Shot {
  readonly name: string;
  readonly path: string;
  readonly size: readonly [width: number, height: number];
  readonly cookie?: string | undefined;
  /** Texts to touch, one after another, before the picture is taken. */
  readonly touch?: readonly string[];
}

mkdirSync(FOLDER, { recursive: true });
const hallClock = '2026-11-23T09:41:00+08:00';
const hall = await startOwnHall({ hall: 'jingzhou', hallClock, servers: 1 });
const browser = await launchChromium();
try {
  const { manager, clerk, waitingToken } = await stage(hall.url);
  await take(browser, { name: 'lobby', path: '/lobby/', size: [1920, 1080] });
  await take(browser, { name: 'kiosk', path: '/kiosk/', size: [1080, 1920] });
  await take(browser, { name: 'phone', path: `/phone/#${waitingToken}`, size: [390, 844] });
  await take(browser, { name: 'clerk', path: '/clerk/', size: [1440, 900], cookie: clerk['cookie'] });
  await take(browser, { name: 'manager', path: '/manager/', size: [1440, 900], cookie: manager['cookie'] });
  await endVisit(hall.url, clerk, await ticketAtWindow(7));
  await take(browser, { name: 'evaluator', path: '/evaluator/?n=7', size: [1280, 800] });
} finally {
  await browser.close();
  await hall.stop(false);
}

async function ticketAtWindow(window: number): Promise<string> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${hall.url}/window/?n=${String(window)}`);
  await page.waitForTimeout(SETTLE_MS);
  const text = await page.locator('body').innerText();
  await context.close();
  return /[A-Z]\d{3,}/.exec(text)?.[0] ?? '';
}

async function take(from: Browser, { name, path, size, cookie }: Shot): Promise<void> {
  const [width, height] = size;
  const context = await from.newContext({
    viewport: { width, height },
    deviceScaleFactor: width > 600 ? 0.5 : 1,
    locale: 'zh-CN',
  });
  if (cookie) {
    const [key = '', value = ''] = cookie.split(/=(.*)/s);
    await context.addCookies([{ name: key, value, url: hall.url }]);
  }
  const page = await context.newPage();
  await page.goto(`${hall.url}${path}`);
  await page.waitForTimeout(SETTLE_MS);
  await page.screenshot({ path: join(FOLDER, `${name}.jpg`), type: 'jpeg', quality: 78 });
  await context.close();
}
