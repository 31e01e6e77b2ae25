/**
 * The rules that come in rows, each list with its columns, what it shows of a configuration and what
 * its rows make of it. A row keeps what its columns do not show. Pure.
 */
import type { ConfigEdit } from '../../shared/hall/config-edit.ts';
import type { HallConfig } from '../../shared/hall/config.ts';
import type { Cells, Column } from './rule-cells.ts';
import { DAY_LISTS } from './rule-lists-days.ts';
import { HOUR_LISTS } from './rule-lists-hours.ts';
import { PEOPLE_LISTS } from './rule-lists-people.ts';

export interface RuleRow {
  readonly id: string;
  /** Which row of the configuration it was; null for a new one. */
  readonly source: number | null;
  readonly cells: Cells;
}

export interface RuleList {
  readonly columns: readonly Column[];
  /** One thing only, that is neither added nor removed. */
  readonly isSingle?: true;
  /** The first row that fits decides, so rows can be moved up. */
  readonly isOrdered?: true;
  /** Logs and tickets name its rows: they can be switched off, not removed. */
  readonly isKept?: true;
  /** A hall without one would stay shut. */
  readonly rowsMin?: 1;
  readonly rowsMax: number;
  readonly rows: (config: HallConfig) => readonly Cells[];
  /** What the rows change of `config`, over what other lists have changed already. */
  readonly edit: (rows: readonly RuleRow[], config: HallConfig, before: ConfigEdit) => ConfigEdit;
  /** Where faults of a row are named, counted from 0. */
  readonly at: (cells: Cells, place: number) => string;
}

export const RULE_LISTS = { ...HOUR_LISTS, ...DAY_LISTS, ...PEOPLE_LISTS };
export type RuleListName = keyof typeof RULE_LISTS;

/** A list by its name. */
export function ruleList(name: RuleListName): RuleList {
  return RULE_LISTS[name];
}
