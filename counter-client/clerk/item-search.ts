/**
 * Finding an item at the desk by Chinese text in either script, by initials, by English words or by
 * code. Pure; at most `ITEMS_FOUND_MAX`, beginnings before insides, more wanted ones first.
 */
import type { ServiceItem } from '../../shared/hall/config.ts';

export const ITEMS_FOUND_MAX = 5;

/** The items that fit what was typed; nothing typed fits none. */
export function findItems(items: readonly ServiceItem[], typed: string): ServiceItem[] {
  const wanted = folded(typed);
  if (wanted === '') return [];
  const found: { readonly item: ServiceItem; readonly place: number }[] = [];
  for (const item of items) {
    const places = [item.name['zh-Hans'], item.name['zh-Hant'], item.name.en, item.initials]
      .map((text) => folded(text).indexOf(wanted))
      .concat(folded(item.code) === wanted ? 0 : -1)
      .filter((place) => place >= 0);
    if (places.length > 0) found.push({ item, place: Math.min(...places) });
  }
  found.sort(
    (left, right) =>
      Number(left.place > 0) - Number(right.place > 0) ||
      right.item.popularity - left.item.popularity ||
      left.item.code.localeCompare(right.item.code),
  );
  return found.slice(0, ITEMS_FOUND_MAX).map(({ item }) => item);
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
