/**
 * The name of this page at a desk: random, kept for the tab, so that a reload is the same page and a
 * second tab is another one. A copied tab brings the kept name along: a lock held for the page's life
 * tells the two apart, where the browser has locks (a secure context).
 */
import { newCommandId } from '../../shared/client/send-command.ts';

const KEY = 'yichuang.station';
/** A page that is being left holds its lock a moment longer than its successor starts. */
const LOCK_WAIT_MS = 400;

/** This page's name; the same for every desk that it shows. */
export async function ownStation(): Promise<string> {
  const kept = readTab();
  if (kept !== null && (await isOurs(kept))) return kept;
  const made = newCommandId();
  writeTab(made);
  await isOurs(made);
  return made;
}

function isOurs(station: string): Promise<boolean> {
  if (!('locks' in navigator)) return Promise.resolve(true);
  return new Promise((resolve) => {
    const held = () => {
      resolve(true);
      return new Promise<never>(() => undefined);
    };
    const signal = AbortSignal.timeout(LOCK_WAIT_MS);
    navigator.locks.request(`yichuang.station.${station}`, { signal }, held).catch(() => {
      resolve(false);
    });
  });
}

function readTab(): string | null {
  try {
    return globalThis.sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function writeTab(station: string): void {
  try {
    globalThis.sessionStorage.setItem(KEY, station);
  } catch {
    // Not kept: a reload is then another page, and asks to take over.
  }
}
