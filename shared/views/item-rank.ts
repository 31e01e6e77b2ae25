/**
 * How close an item comes to what a visitor typed. Pure. Surprise: an item's letters stand one for
 * one beside its characters, so that a query may mix them; where a hall's data breaks that, letters
 * and text are searched apart.
 */
import type { ServiceItem } from '../hall/config.ts';

const SUBSEQUENCE_LETTERS_MIN = 3;
const SUBSEQUENCE_CHARACTERS_MIN = 2;

/** How close a match is; smaller is closer. */
const RANK = { whole: 0, start: 1, word: 2, inside: 3, scattered: 4 } as const;
export type Rank = (typeof RANK)[keyof typeof RANK];

/** One item, folded once for many searches. */
export interface SearchEntry {
  readonly item: ServiceItem;
  readonly code: string;
  readonly hans: string;
  readonly hant: string;
  readonly letters: string;
  readonly english: readonly string[];
}

export function rankOf(entry: SearchEntry, query: string, words: readonly string[]): Rank | null {
  if (entry.code === query) return RANK.whole;
  const ranks = [
    rankInName(entry.hans, entry.letters, query),
    rankInName(entry.hant, entry.letters, query),
    rankInEnglish(entry.english, words),
  ].filter((rank) => rank !== null);
  return ranks.length === 0 ? null : (Math.min(...ranks) as Rank);
}

/** Every character of the query is the name's character, or its letter, at that place. */
function rankInName(name: string, letters: string, query: string): Rank | null {
  const aligned = name.length === letters.length ? letters : name;
  const at = placeOf(name, aligned, query);
  if (at === 0) return query.length === name.length ? RANK.whole : RANK.start;
  if (at !== null) return RANK.inside;
  if (letters !== aligned && letters.includes(query)) return RANK.inside;
  const shortest = /[^a-z0-9]/.test(query) ? SUBSEQUENCE_CHARACTERS_MIN : SUBSEQUENCE_LETTERS_MIN;
  if (query.length < shortest) return null;
  return isScattered(name, aligned, query) ? RANK.scattered : null;
}

function placeOf(name: string, letters: string, query: string): number | null {
  for (let start = 0; start + query.length <= name.length; start += 1) {
    let length = 0;
    while (length < query.length && fits(name, letters, start + length, query[length])) length += 1;
    if (length === query.length) return start;
  }
  return null;
}

function isScattered(name: string, letters: string, query: string): boolean {
  let matched = 0;
  for (let place = 0; place < name.length && matched < query.length; place += 1) {
    if (fits(name, letters, place, query[matched])) matched += 1;
  }
  return matched === query.length;
}

function fits(name: string, letters: string, place: number, wanted: string | undefined): boolean {
  return name[place] === wanted || letters[place] === wanted;
}

/** Every typed word begins a word of the English name, the last one perhaps unfinished. */
function rankInEnglish(names: readonly string[], words: readonly string[]): Rank | null {
  if (words.length === 0 || words.some((word) => !/^[a-z0-9]+$/.test(word))) return null;
  if (words.length === 1 && (words[0]?.length ?? 0) < 2) return null;
  const all = words.every((word) => names.some((name) => name.startsWith(word)));
  if (!all) return null;
  return names[0]?.startsWith(words[0] ?? '') ? RANK.start : RANK.word;
}
