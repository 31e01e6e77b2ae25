/**
 * What a manager has changed of the rules in rows: which lists, how many things, what is wrong in
 * which cell, and the change as the server takes it. The server's own check runs here as well, so that
 * a bad time is named where it stands before anything is sent. Pure.
 */
import { configFaults } from '../../shared/hall/config-check.ts';
import { editedConfig } from '../../shared/hall/config-edit.ts';
import type { ConfigEdit } from '../../shared/hall/config-edit.ts';
import type { HallConfig } from '../../shared/hall/config.ts';
import { cellFault } from './rule-cells.ts';
import type { CellFault, Cells } from './rule-cells.ts';
import { ruleList } from './rule-lists.ts';
import type { RuleListName, RuleRow } from './rule-lists.ts';

/** The rows of the lists that differ from what holds. */
export type RuleTables = ReadonlyMap<RuleListName, readonly RuleRow[]>;
/** By row and column, as `cellKey` names them. */
export type CellFaults = ReadonlyMap<string, CellFault>;

/** The name of a cell among the faults. */
export function cellKey(row: RuleRow, column: string): string {
  return `${row.id}/${column}`;
}

/** The rows of a list as they stand: drafted, else as they hold. */
export function rowsOf(name: RuleListName, config: HallConfig, tables: RuleTables) {
  return tables.get(name) ?? heldRows(name, config);
}

function heldRows(name: RuleListName, config: HallConfig): RuleRow[] {
  return ruleList(name)
    .rows(config)
    .map((cells, source) => ({ id: `held-${String(source)}`, source, cells }));
}

/** The draft with other rows of a list; rows that are as they hold are no draft. */
export function withRows(
  tables: RuleTables,
  name: RuleListName,
  rows: readonly RuleRow[],
  config: HallConfig,
): RuleTables {
  const next = new Map(tables);
  if (changesIn(name, rows, config) === 0) next.delete(name);
  else next.set(name, rows);
  return next;
}

/** How many rows are new, changed or gone; moved ones together are one change. */
export function tableChanges(tables: RuleTables, config: HallConfig): number {
  const counts = [...tables].map(([name, rows]) => changesIn(name, rows, config));
  return counts.reduce((sum, count) => sum + count, 0);
}

function changesIn(name: RuleListName, rows: readonly RuleRow[], config: HallConfig): number {
  const held = ruleList(name).rows(config);
  const kept = rows.flatMap(({ source }) => source ?? []);
  const changed = rows.filter(({ source, cells }) => {
    return source === null || !isSame(cells, held[source] ?? {});
  });
  const count = changed.length + held.length - kept.length;
  const isMoved = kept.some((source, place) => source < (kept[place - 1] ?? 0));
  return count === 0 && isMoved ? 1 : count;
}

/** Whether a row differs from the one that holds. */
export function isTouched(name: RuleListName, row: RuleRow, config: HallConfig): boolean {
  return row.source === null || !isSame(row.cells, ruleList(name).rows(config)[row.source] ?? {});
}

function isSame(left: Cells, right: Cells): boolean {
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => (left[key] ?? '').trim() === (right[key] ?? '').trim());
}

/** Every fault of the drafted lists, at its cell; one that concerns a whole row at its first cell. */
export function tableFaults(
  tables: RuleTables,
  config: HallConfig,
): ReadonlyMap<RuleListName, CellFaults> {
  const unread = new Map([...tables].map(([name, rows]) => [name, unreadCells(name, rows)]));
  const read = new Map([...tables].filter(([name]) => unread.get(name)?.size === 0));
  const found = configFaults(editedConfig(config, editOfTables(read, config)), config);
  const byPlace = new Map(found.map((fault) => [fault.at, fault]));
  for (const [name, rows] of read) {
    const { at, columns } = ruleList(name);
    const faults = new Map(unread.get(name));
    for (const [place, row] of rows.entries()) {
      const path = at(row.cells, place);
      for (const [index, { key }] of columns.entries()) {
        const fault = byPlace.get(`${path}.${key}`) ?? (index === 0 ? byPlace.get(path) : null);
        if (fault) faults.set(cellKey(row, key), fault);
      }
    }
    unread.set(name, faults);
  }
  return unread;
}

/** Cells that cannot be read, and keys that another row has: rows are told apart by them. */
function unreadCells(name: RuleListName, rows: readonly RuleRow[]): CellFaults {
  const { columns, at } = ruleList(name);
  const faults = new Map<string, CellFault>();
  const seen = new Set<string>();
  for (const [place, row] of rows.entries()) {
    for (const column of columns) {
      const fault = cellFault(column, row.cells);
      if (fault) faults.set(cellKey(row, column.key), fault);
    }
    const path = at(row.cells, place);
    const [first] = columns;
    if (first?.kind === 'key' && seen.has(path)) {
      faults.set(cellKey(row, first.key), { code: 'twice', value: row.cells[first.key] ?? '' });
    }
    seen.add(path);
  }
  return faults;
}

/** The change that the drafted lists make; only of rows that can be read. */
export function editOfTables(tables: RuleTables, config: HallConfig): ConfigEdit {
  let edit: ConfigEdit = {};
  for (const [name, rows] of tables) {
    edit = { ...edit, ...ruleList(name).edit(rows, config, edit) };
  }
  return edit;
}

/** Whether every cell of the draft can be published. */
export function isSound(tables: RuleTables, config: HallConfig): boolean {
  return [...tableFaults(tables, config).values()].every(({ size }) => size === 0);
}

/** Bookable times at which the hall would not be open, each once, in order. */
export function timesOutside(tables: RuleTables, config: HallConfig): string[] {
  const sound = [...tables].filter(([name, rows]) => unreadCells(name, rows).size === 0);
  const { sessions, slots } = editedConfig(config, editOfTables(new Map(sound), config));
  const times = new Set(slots.flatMap((row) => row.times));
  return [...times]
    .filter((time) => !sessions.some(({ open, close }) => open <= time && time < close))
    .sort();
}
