/**
 * What a code scanner types: a scanner is a keyboard that writes a line very fast. Pure: feed it the
 * keys with their instants, it answers with a whole line. Typing by hand is slower and is no scan.
 */
const KEY_GAP_MAX_MS = 80;
const LINE_MIN = 4;

export class ScannedLine {
  #text = '';
  #lastAt = 0;

  /** The line when `key` ends one, else null. */
  take(key: string, at: number): string | null {
    if (at - this.#lastAt > KEY_GAP_MAX_MS) this.#text = '';
    this.#lastAt = at;
    if (key === 'Enter') {
      const line = this.#text;
      this.#text = '';
      return line.length >= LINE_MIN ? line : null;
    }
    if (key.length === 1) this.#text += key;
    return null;
  }
}

/** What was scanned: a ticket's number, or the token in the address of its QR. */
export function readScan(
  line: string,
): { readonly number: string } | { readonly token: string } | null {
  const [, token] = /\/phone\/?#([\w-]{8,100})$/.exec(line.trim()) ?? [];
  if (token !== undefined) return { token };
  const number = line.trim().toUpperCase();
  return /^[A-Z]\d{3,6}$/.test(number) ? { number } : null;
}
