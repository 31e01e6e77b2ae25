/**
 * The next version of a configuration from the one before it and what is to change. Rows are changed
 * or added, never removed: a row that a whole list leaves out retires, for tickets and logs name it,
 * and it comes back when a later list has it again. A package rests while one of its items does.
 */
import type { HallConfig, Package } from './config.ts';
import type { Policy } from './policy.ts';

type EditedList = 'items' | 'windows' | 'staff' | 'priorityClasses' | 'agents' | 'terminals';
type Replaced =
  'levels' | 'sessions' | 'kioskOnAt' | 'calendar' | 'cutoffs' | 'itemRules' | 'slots';

/** What is to change; a list of rows changes these rows and leaves the others as they are. */
export type ConfigEdit = {
  readonly policy?: Partial<Policy> | undefined;
} & { readonly [Key in EditedList | Replaced]?: HallConfig[Key] | undefined };

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

/** The configuration after `edit`, as the version after it. */
export function editedConfig(before: HallConfig, edit: ConfigEdit): HallConfig {
  const { policy, items, windows, staff, priorityClasses, agents, terminals, ...replaced } = edit;
  const given = Object.entries(replaced).filter(([, value]) => value !== undefined);
  return withRestingPackages({
    ...before,
    ...(Object.fromEntries(given) as Partial<HallConfig>),
    version: before.version + 1,
    policy: { ...before.policy, ...policy },
    items: merged(before.items, items, (row) => row.code),
    windows: merged(before.windows, windows, (row) => row.no),
    staff: merged(before.staff, staff, (row) => row.staffNo),
    priorityClasses: merged(before.priorityClasses, priorityClasses, (row) => row.code),
    agents: merged(before.agents, agents, (row) => row.agentNo),
    terminals: merged(before.terminals, terminals, (row) => row.no),
  });
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

function merged<Row, Key>(
  before: readonly Row[],
  given: readonly Row[] | undefined,
  keyOf: (row: Row) => Key,
): readonly Row[] {
  if (!given) return before;
  const rows = new Map(before.map((row) => [keyOf(row), row]));
  for (const row of given) rows.set(keyOf(row), row);
  return [...rows.values()];
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

function withRestingPackages(config: HallConfig): HallConfig {
  const offered = new Set(config.items.filter((row) => !row.retired).map((row) => row.code));
  const packages = config.packages.map(({ retired: _, ...row }): Package =>
    row.items.every((item) => offered.has(item)) ? row : { ...row, retired: true },
  );
  return { ...config, packages };
}
