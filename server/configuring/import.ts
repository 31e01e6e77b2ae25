/**
 * Takes a hall's files in: each is read whole and checked row by row; one fault anywhere, and nothing
 * of any file is taken. What a file leaves out retires. A file that serves several halls has a `hall`
 * column; the rows of others are passed over.
 */
import type { HallConfig } from '../../shared/hall/config.ts';
import type { WholeLists } from '../../shared/hall/whole-lists.ts';
import { replacedLists, rowCounts } from '../../shared/hall/whole-lists.ts';
import type { ImportReport } from '../../shared/protocol/configuring.ts';
import type { ImportFault } from '../../shared/text/configuring.ts';
import type { Table } from './csv-table.ts';
import { FAULTS_MAX, csvTable } from './csv-table.ts';
import { FieldReader } from './field-reader.ts';
import type { KnownCodes } from './hall-rows.ts';
import { ITEM_COLUMNS, STAFF_COLUMNS, WINDOW_COLUMNS } from './hall-rows.ts';
import { itemOf, staffOf, windowOf } from './hall-rows.ts';

export interface ImportFile {
  /** As it is named in faults. */
  readonly name: string;
  readonly content: string | Uint8Array;
}
export interface ImportedFiles {
  readonly catalogue?: ImportFile;
  readonly windows?: ImportFile;
  readonly clerks?: ImportFile;
}

export interface Imported {
  readonly faults: readonly ImportFault[];
  /** The version after `base`; null with faults, or where nothing was given. */
  readonly next: HallConfig | null;
  readonly counts: ImportReport['counts'];
}

/** Reads the files against the configuration that they change. */
export function readImport(
  base: HallConfig,
  files: ImportedFiles,
  usedElsewhere: ReadonlySet<string> = new Set(),
): Imported {
  const known = knownCodes(base);
  const catalogue = listOf(files.catalogue, ITEM_COLUMNS, base, {
    key: 'code',
    rowOf: (read) => itemOf(read, known),
    keyOf: (row) => row.code,
  });
  const all = { ...known, items: new Set([...known.items, ...codesOf(catalogue.rows)]) };
  const windows = listOf(files.windows, WINDOW_COLUMNS, base, {
    key: 'number',
    rowOf: (read) => windowOf(read, all),
    keyOf: (row) => String(row.no),
  });
  const clerks = listOf(files.clerks, STAFF_COLUMNS, base, {
    key: 'staffNo',
    rowOf: (read) => {
      const row = staffOf(read, all);
      if (usedElsewhere.has(row.staffNo)) read.note('staffNo', 'used-elsewhere', row.staffNo);
      return row;
    },
    keyOf: (row) => row.staffNo,
  });
  const faults = [...catalogue.faults, ...windows.faults, ...clerks.faults].slice(0, FAULTS_MAX);
  const lists = { items: catalogue.rows, windows: windows.rows, staff: clerks.rows };
  if (faults.length > 0) return { faults, next: null, counts: {} };
  const next = replacedLists(base, lists);
  return { faults, next, counts: countsOf(base, next, lists) };
}

function countsOf(base: HallConfig, next: HallConfig, given: WholeLists): ImportReport['counts'] {
  return {
    ...(given.items && { items: rowCounts(base.items, next.items, (row) => row.code) }),
    ...(given.windows && { windows: rowCounts(base.windows, next.windows, (row) => row.no) }),
    ...(given.staff && { staff: rowCounts(base.staff, next.staff, (row) => row.staffNo) }),
  };
}

/** Retired rows are known too: a clerk's certificate may still name them. */
function knownCodes(base: HallConfig): KnownCodes {
  return {
    zones: new Set(base.zones.map((row) => row.code)),
    departments: new Set(base.departments.map((row) => row.code)),
    items: new Set(base.items.map((row) => row.code)),
    packages: new Set(base.packages.map((row) => row.code)),
    materials: new Map(
      base.items.flatMap(({ materials }) =>
        materials.flatMap(({ name, names }) => (names ? [[name, names] as const] : [])),
      ),
    ),
  };
}

function codesOf(rows: readonly { readonly code: string }[] | undefined): string[] {
  return rows?.map(({ code }) => code) ?? [];
}

interface ListPlan<Row> {
  readonly key: string;
  readonly rowOf: (read: FieldReader) => Row;
  readonly keyOf: (row: Row) => string;
}

function listOf<Row>(
  file: ImportFile | undefined,
  columns: typeof ITEM_COLUMNS,
  base: HallConfig,
  { key, rowOf, keyOf }: ListPlan<Row>,
): { readonly rows: readonly Row[] | undefined; readonly faults: readonly ImportFault[] } {
  if (!file) return { rows: undefined, faults: [] };
  const table = csvTable(file.name, file.content, columns);
  if (table.faults.length > 0) return { rows: undefined, faults: table.faults };
  const own = ofHall(table, base.hall);
  if (own.length === 0) {
    return {
      rows: undefined,
      faults: [{ file: file.name, line: 0, column: '', code: 'no-rows' }],
    };
  }
  const faults: ImportFault[] = [];
  const seen = new Set<string>();
  const rows = own.map((row) => {
    const read = new FieldReader(file.name, row);
    const made = rowOf(read);
    const value = keyOf(made);
    const isRead = value !== '' && !read.faults.some(({ column }) => column === key);
    if (isRead && seen.has(value)) read.note(key, 'twice', value);
    if (isRead) seen.add(value);
    if (faults.length < FAULTS_MAX) faults.push(...read.faults);
    return made;
  });
  return { rows, faults };
}

function ofHall({ rows }: Table, hall: string): Table['rows'] {
  return rows.filter((row) => ['', hall].includes(row.field('hall')));
}
