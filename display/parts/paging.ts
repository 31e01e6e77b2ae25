/** Lists that are longer than a screen turn their pages; they never shrink. Pure. */
export const PAGE_EVERY_MS = 8_000;

/** The list in pages of `size`; at least one page, possibly empty. */
export function pagesOf<T>(list: readonly T[], size: number): T[][] {
  const pages: T[][] = [];
  for (let from = 0; from < list.length; from += size) pages.push(list.slice(from, from + size));
  return pages.length === 0 ? [[]] : pages;
}

/** The page whose turn it is `sinceMs` after the first one was shown. */
export function pageAt(sinceMs: number, pages: number, everyMs = PAGE_EVERY_MS): number {
  return pages <= 1 ? 0 : Math.floor(Math.max(0, sinceMs) / everyMs) % pages;
}
