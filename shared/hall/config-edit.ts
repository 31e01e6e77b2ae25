/**
 * The next version of a configuration from the one before it and what is to change. Rows are
 * changed or added; what tickets and logs name is never removed. A package rests while one of its
 * items does.
 */
import type { HallConfig, Package } from './config.ts';
import type { Policy } from './policy.ts';

type EditedList = 'items' | 'windows' | 'staff' | 'priorityClasses' | 'agents' | 'terminals';
type Replaced =
  'levels' | 'sessions' | 'kioskOnAt' | 'calendar' | 'cutoffs' | 'itemRules' | 'slots';

/** Rows that no ticket needs any more, by their key. */
export interface RemovedRows {
  readonly agents?: readonly string[] | undefined;
  readonly terminals?: readonly number[] | undefined;
}

/** What is to change; a list of rows changes these rows and leaves the others as they are. */
export type ConfigEdit = {
  readonly policy?: Partial<Policy> | undefined;
  readonly removed?: RemovedRows | undefined;
} & { readonly [Key in EditedList | Replaced]?: HallConfig[Key] | undefined };

/** The configuration after `edit`, as the version after it. */
export function editedConfig(before: HallConfig, edit: ConfigEdit): HallConfig {
  const { policy, removed, ...lists } = edit;
  const { items, windows, staff, priorityClasses, agents, terminals, ...replaced } = lists;
  const without = {
    agents: new Set(removed?.agents),
    terminals: new Set(removed?.terminals),
  };
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
    agents: merged(before.agents, agents, ({ agentNo }) => agentNo).filter(
      ({ agentNo }) => !without.agents.has(agentNo),
    ),
    terminals: merged(before.terminals, terminals, ({ no }) => no).filter(
      ({ no }) => !without.terminals.has(no),
    ),
  });
}

/** Rows changed or added in their places; all others as they were. */
export function merged<Row, Key>(
  before: readonly Row[],
  given: readonly Row[] | undefined,
  keyOf: (row: Row) => Key,
): readonly Row[] {
  if (!given) return before;
  const rows = new Map(before.map((row) => [keyOf(row), row]));
  for (const row of given) rows.set(keyOf(row), row);
  return [...rows.values()];
}

/** A package rests while one of its items does. */
export function withRestingPackages(config: HallConfig): HallConfig {
  const offered = new Set(config.items.filter((row) => !row.retired).map((row) => row.code));
  const packages = config.packages.map(({ retired: _, ...row }): Package =>
    row.items.every((item) => offered.has(item)) ? row : { ...row, retired: true },
  );
  return { ...config, packages };
}
