/** Compares the rows that a day's events make with those that stand in a table. */
import type { VerifyFault } from './faults.ts';
import { shown } from './faults.ts';

export type Row = Readonly<Record<string, unknown>>;

/** The tables beside the log, with what tells their rows apart within a day. */
export const TABLE_KEYS = {
  tickets: ['ticket_id'],
  cases: ['case_id'],
  calls: ['call_seq'],
  prompts: ['case_id', 'service_seq'],
  evaluations: ['case_id', 'service_seq'],
  audit: ['seq'],
} as const;
export type TableName = keyof typeof TABLE_KEYS;
export const TABLES = Object.keys(TABLE_KEYS) as TableName[];

/** Rows that differ, are missing, or are too much. */
export function tableFaults(
  table: TableName,
  expected: readonly Row[],
  found: readonly Row[],
  passedOver: ReadonlySet<string> = new Set(),
): VerifyFault[] {
  const keyOf = (row: Row) => TABLE_KEYS[table].map((column) => String(row[column])).join('/');
  const standing = new Map(found.map((row) => [keyOf(row), row]));
  const faults: VerifyFault[] = [];
  for (const row of expected) {
    const key = keyOf(row);
    const other = standing.get(key);
    standing.delete(key);
    if (!other) {
      faults.push({ table, key, column: '', expected: 'a row', found: 'none' });
      continue;
    }
    for (const [column, value] of Object.entries(row)) {
      if (passedOver.has(column) || (other[column] ?? null) === (value ?? null)) continue;
      faults.push({ table, key, column, expected: shown(value), found: shown(other[column]) });
    }
  }
  for (const key of standing.keys()) {
    faults.push({ table, key, column: '', expected: 'no row', found: 'one' });
  }
  return faults;
}
