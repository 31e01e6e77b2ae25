/** What a page keeps in the browser. Storage may be full, forbidden or missing: then nothing is kept. */
const PREFIX = 'yichuang.';

/** The kept text, or null. */
export function readKept(key: string): string | null {
  try {
    return globalThis.localStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
}

/** Keeps a text; true when it is really kept. */
export function writeKept(key: string, text: string): boolean {
  try {
    globalThis.localStorage.setItem(PREFIX + key, text);
    return true;
  } catch {
    return false;
  }
}

/** Forgets a text. */
export function dropKept(key: string): void {
  try {
    globalThis.localStorage.removeItem(PREFIX + key);
  } catch {
    // Nothing was kept.
  }
}

/** The kept value of a JSON text; null for none or an unreadable one. */
export function readKeptJson<T>(key: string): T | null {
  const text = readKept(key);
  if (text === null) return null;
  try {
    return JSON.parse(text) as T;
  } catch {
    return null;
  }
}
