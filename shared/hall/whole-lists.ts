/**
 * Lists that come whole, as a hall's own tables do: what they leave out retires, for tickets and
 * logs name it, and comes back when a later list has it again; and what became of the rows.
 */
import type { HallConfig } from './config.ts';
import { merged, withRestingPackages } from './config-edit.ts';

/** Lists that come whole: what they leave out retires. */
export type WholeLists = {
  readonly [Key in 'items' | 'windows' | 'staff']?: HallConfig[Key] | undefined;
};

/** How many rows of a list a change touches. */
export interface RowCounts {
  readonly new: number;
  readonly changed: number;
  readonly retired: number;
  readonly unchanged: number;
}

/** The configuration after whole lists were taken in, as the version after it. */
export function replacedLists(before: HallConfig, lists: WholeLists): HallConfig {
  const { items, windows, staff } = lists;
  return withRestingPackages({
    ...before,
    version: before.version + 1,
    items: whole(before.items, items, (row) => row.code),
    windows: whole(before.windows, windows, (row) => row.no),
    staff: whole(before.staff, staff, (row) => row.staffNo),
  });
}

/** What became of the rows of a list. */
export function rowCounts<Row extends { readonly retired?: true }, Key>(
  before: readonly Row[],
  after: readonly Row[],
  keyOf: (row: Row) => Key,
): RowCounts {
  const old = new Map(before.map((row) => [keyOf(row), row]));
  const counts = { new: 0, changed: 0, retired: 0, unchanged: 0 };
  for (const row of after) {
    const known = old.get(keyOf(row));
    if (!known) counts.new += 1;
    else if (sameRow(known, row)) counts.unchanged += 1;
    else if (row.retired && !known.retired) counts.retired += 1;
    else counts.changed += 1;
  }
  return counts;
}

/** Equal whatever the order of the fields. */
function sameRow(left: object, right: object): boolean {
  return canonical(left) === canonical(right);
}

function canonical(row: object): string {
  const sorted = Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(sorted);
}

function whole<Row extends { readonly retired?: true }, Key>(
  before: readonly Row[],
  given: readonly Row[] | undefined,
  keyOf: (row: Row) => Key,
): readonly Row[] {
  if (!given) return before;
  const named = new Set(given.map(keyOf));
  const resting = before.map((row): Row =>
    named.has(keyOf(row)) ? row : { ...row, retired: true },
  );
  return merged(resting, given, keyOf);
}
