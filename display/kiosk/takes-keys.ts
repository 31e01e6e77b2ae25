/**
 * Screens that take what is typed on a real keyboard or written by a reader: the page hears the keys,
 * tells a hand from a reader, and passes them on.
 */
import type { Scan } from './scanned-code.ts';

export interface TakesKeys extends HTMLElement {
  /** Typed by hand. */
  typeText(text: string): void;
  eraseLast(): void;
  /** Written by a reader; answers whether the screen could use it. */
  takeScan(scan: Scan): boolean;
}
