// Makes any text safe to print and knows how wide it prints. Everything that came from data goes
// through here: a control byte in a name must never reach the printer, where it would be a command.
// Assumes GB18030 with the printer in Chinese mode (FS &): one byte is one column, more are two.
// Surprise: so é or – take two columns on paper; the few that have an ASCII twin are replaced.
import type { Language } from '../../shared/text/language.ts';

/** Longest text that one field may bring to the paper, in code points; the rest is cut off. */
export const FIELD_CHARS_MAX = 400;

// Controls, format characters (bidi, zero width), lone surrogates, private use, unassigned.
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu;
const SPACES = /[\s\p{Zl}\p{Zp}\p{Zs}]+/gu;
const TWINS: readonly (readonly [RegExp, string])[] = [[/[‐‑–]/gu, '-']];
const ENGLISH_TWINS: readonly (readonly [RegExp, string])[] = [
  ...TWINS,
  [/[‘’]/gu, "'"],
  [/[“”]/gu, '"'],
  [/…/gu, '...'],
  [/—/gu, '-'],
];

/** One line of printable text: no control bytes, single spaces, at most FIELD_CHARS_MAX. */
export function printable(text: string, language: Language = 'zh-Hans'): string {
  const spaced = text.normalize('NFC').replace(SPACES, ' ').replace(UNPRINTABLE, '');
  const twins = language === 'en' ? ENGLISH_TWINS : TWINS;
  const folded = twins.reduce((line, [from, to]) => line.replace(from, to), spaced);
  return [...folded.replace(/ {2,}/g, ' ').trim()].slice(0, FIELD_CHARS_MAX).join('');
}

/** Columns that the text takes at size 1: ASCII one, everything else two. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const char of text) columns += char < '\u0080' ? 1 : 2;
  return columns;
}
