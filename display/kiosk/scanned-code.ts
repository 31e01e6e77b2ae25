/**
 * Readers and scanners are keyboards that write a line very fast and end it with Enter. Pure: fed
 * with keys and their instants, it tells apart what a hand types from what a reader writes. A
 * reader's characters are held back until it is known which they are, so that no card number ever
 * stands in a field.
 */
import { looksLikeCard } from './identity-card.ts';

const KEY_GAP_MAX_MS = 80;
const LINE_MIN = 4;
const LINE_MAX = 400;

export type Key =
  /** Not ours: the page goes on with it. */
  | { readonly is: 'passed' }
  /** Kept back for the moment; `flush` gives it out again if a hand typed it. */
  | { readonly is: 'held' }
  | { readonly is: 'line'; readonly line: string };

export class LineReader {
  #text = '';
  #lastAt = -Infinity;

  /** Takes one key; `at` in ms of any steady clock. */
  take(key: string, at: number): Key {
    if (at - this.#lastAt > KEY_GAP_MAX_MS) this.#text = '';
    if (key.length === 1) {
      this.#lastAt = at;
      if (this.#text.length < LINE_MAX) this.#text += key;
      return { is: 'held' };
    }
    if (key !== 'Enter') return { is: 'passed' };
    const line = this.#text;
    this.#text = '';
    return line.length >= LINE_MIN ? { is: 'line', line } : { is: 'passed' };
  }

  /** What was held and is no line after all; call a little after the last key. */
  flush(): string {
    const typed = this.#text;
    this.#text = '';
    // A card whose Enter got lost is still no text.
    return looksLikeCard(typed.trim()) ? '' : typed;
  }
}

/** How long after a key `flush` may be called. */
export const HELD_MS = KEY_GAP_MAX_MS + 10;

export type Scan =
  | { readonly is: 'card'; readonly number: string }
  | { readonly is: 'ticket'; readonly number: string }
  | { readonly is: 'token'; readonly token: string }
  | { readonly is: 'agent'; readonly number: string }
  | { readonly is: 'other'; readonly line: string };

/** What a line is: a card, a ticket's number, the token in the address of its code, an agent. */
export function readScan(line: string): Scan {
  const text = line.trim();
  const [, token] = /\/phone\/?#([\w-]{8,100})$/.exec(text) ?? [];
  if (token !== undefined) return { is: 'token', token };
  const number = text.toUpperCase();
  if (looksLikeCard(number)) return { is: 'card', number };
  if (/^[A-Z]\d{3,6}$/.test(number)) return { is: 'ticket', number };
  if (/^[A-Z]{2}\d{3,8}$/.test(number)) return { is: 'agent', number };
  return { is: 'other', line: number };
}
