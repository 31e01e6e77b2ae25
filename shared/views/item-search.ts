/**
 * Finding an item by what a visitor types: Chinese text (either script), pinyin initials, a mix of
 * both, English words, or the item's code. Pure. Brackets, spaces, width and case never matter.
 * Promises at most `SEARCH_RESULTS_MAX` results, the closest first, more wanted ones first among
 * equals.
 */
import type { ServiceItem } from '../hall/config.ts';
import type { Rank, SearchEntry } from './item-rank.ts';
import { rankOf } from './item-rank.ts';

export const SEARCH_RESULTS_MAX = 40;
/** Folds the catalogue's items for `searchItems`; done once per catalogue. */
export function searchIndex(items: readonly ServiceItem[]): SearchEntry[] {
  return items.map((item) => ({
    item,
    code: fold(item.code),
    hans: fold(item.name['zh-Hans']),
    hant: fold(item.name['zh-Hant']),
    letters: fold(item.initials),
    english: wordsOf(item.name.en),
  }));
}

/** The items that fit `query`, closest first; an empty query fits none. */
export function searchItems(index: readonly SearchEntry[], query: string): ServiceItem[] {
  const folded = fold(query);
  if (folded === '') return [];
  const words = wordsOf(query);
  const found: { readonly item: ServiceItem; readonly rank: Rank }[] = [];
  for (const entry of index) {
    const rank = rankOf(entry, folded, words);
    if (rank !== null) found.push({ item: entry.item, rank });
  }
  found.sort(
    (left, right) =>
      left.rank - right.rank ||
      right.item.popularity - left.item.popularity ||
      left.item.name['zh-Hans'].length - right.item.name['zh-Hans'].length ||
      left.item.code.localeCompare(right.item.code),
  );
  return found.slice(0, SEARCH_RESULTS_MAX).map(({ item }) => item);
}

/** Half width, lower case, letters and digits alone: brackets of either width are one. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function wordsOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
