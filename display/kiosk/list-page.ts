/** One screenful of a list. */

export interface Page<T> {
  readonly rows: readonly T[];
  readonly page: number;
  readonly pages: number;
}

/** One page of a list; a page beyond the end shows the last. */
export function pageOf<T>(rows: readonly T[], page: number, size: number): Page<T> {
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const shown = Math.min(Math.max(page, 0), pages - 1);
  return { rows: rows.slice(shown * size, (shown + 1) * size), page: shown, pages };
}
