/**
 * `npm run pictures`: makes the README's pictures from the running product. Starts a hall of its own,
 * stages a morning, and takes each surface at half of its real size. With a folder as argument it
 * takes them whole, as PNG, to be looked at: `npm run pictures -- .artefacts/review`.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startOwnHall } from '../day/hall-process.ts';
import { launchChromium } from '../helpers/chromium.ts';
import { endVisit, stage } from './stage.ts';

const [reviewFolder] = process.argv.slice(2);
const FOLDER = reviewFolder ?? join(import.meta.dirname, '..', '..', 'docs', 'pictures');
const SETTLE_MS = 2_500;

interface Shot {
  readonly name: string;
  readonly path: string;
  readonly size: readonly [width: number, height: number];
  readonly cookie?: string | undefined;
  /** What happens in the hall while the page is open. */
  readonly before?: () => Promise<void>;
}

mkdirSync(FOLDER, { recursive: true });
const hallClock = '2026-11-23T09:31:00+08:00x20';
const hall = await startOwnHall({ hall: 'jingzhou', hallClock, servers: 1 });
const browser = await launchChromium();
try {
  const { manager, clerk, waitingToken, served } = await stage(hall.url);
  await take(browser, { name: 'lobby', path: '/lobby/', size: [1920, 1080] });
  await take(browser, { name: 'kiosk', path: '/kiosk/', size: [1080, 1920] });
  await take(browser, { name: 'phone', path: `/phone/#${waitingToken}`, size: [390, 844] });
  await take(browser, {
    name: 'clerk',
    path: '/clerk/',
    size: [1440, 900],
    cookie: clerk['cookie'],
  });
  await take(browser, {
    name: 'manager',
    path: '/manager/',
    size: [1440, 900],
    cookie: manager['cookie'],
  });
  await take(browser, {
    name: 'evaluator',
    path: '/evaluator/?n=7',
    size: [1280, 800],
    before: () => endVisit(hall.url, clerk, served),
  });
} finally {
  await browser.close();
  await hall.stop(false);
}

async function take(
  from: Browser,
  { name, path: address, size, cookie, before }: Shot,
): Promise<void> {
  const [width, height] = size;
  const context = await from.newContext({
    viewport: { width, height },
    deviceScaleFactor: reviewFolder === undefined && width > 600 ? 0.5 : 1,
    locale: 'zh-CN',
  });
  if (cookie) {
    const [key = '', value = ''] = cookie.split(/=(.*)/s);
    await context.addCookies([{ name: key, value, url: hall.url }]);
  }
  const page = await context.newPage();
  await page.goto(`${hall.url}${address}`);
  await page.waitForTimeout(SETTLE_MS);
  await before?.();
  if (before) await page.waitForTimeout(SETTLE_MS / 3);
  const path = join(FOLDER, name);
  await page.screenshot(
    reviewFolder === undefined
      ? { path: `${path}.jpg`, type: 'jpeg', quality: 78 }
      : { path: `${path}.png` },
  );
  await context.close();
}
