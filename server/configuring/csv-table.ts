/**
 * A CSV file of a hall as a table: UTF-8 (with or without a mark) or GB18030, quoted fields, either
 * kind of line end. Says which line every row begins on, for whoever mends the file reads lines. A
 * file that is too large, that cannot be read, or that lacks a column gives no rows at all.
 */
import { CsvError, parse } from 'csv-parse/sync';
import type { ImportFault } from '../../shared/text/configuring.ts';

export const BYTES_MAX = 10_000_000;
export const ROWS_MAX = 20_000;
/** Faults of one file that are told; who mends these finds the rest at the next check. */
export const FAULTS_MAX = 100;

export interface TableRow {
  readonly line: number;
  /** Absent columns read as ''. */
  readonly field: (column: string) => string;
}

export interface Table {
  readonly rows: readonly TableRow[];
  readonly faults: readonly ImportFault[];
}

interface Columns {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/** The text of a file's bytes, or null where they are neither UTF-8 nor GB18030. */
export function csvText(bytes: Uint8Array): string | null {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next encoding.
    }
  }
  return null;
}

/** Reads a file; `file` names it in faults. */
export function csvTable(file: string, content: string | Uint8Array, columns: Columns): Table {
  const whole = (code: ImportFault['code'], value?: string): Table => ({
    rows: [],
    faults: [{ file, line: 0, column: '', code, ...(value !== undefined && { value }) }],
  });
  const size = typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength;
  if (size > BYTES_MAX) return whole('too-large', `${String(BYTES_MAX / 1_000_000)} MB`);
  const text = typeof content === 'string' ? content : csvText(content);
  if (text === null || text.includes('\0')) return whole('unreadable');
  const parsed = parsedRows(text);
  if ('brokenAt' in parsed) {
    return {
      rows: [],
      faults: [{ file, line: parsed.brokenAt, column: '', code: 'broken-quotes' }],
    };
  }
  const [header, ...body] = parsed.rows;
  if (!header || body.length === 0) return whole('no-rows');
  if (body.length > ROWS_MAX) return whole('too-many-rows', String(ROWS_MAX));
  const names = header.fields.map((name) => name.trim());
  const missing = columns.required.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    const { line } = header;
    return {
      rows: [],
      faults: missing.map((column) => ({ file, line, column, code: 'no-column' })),
    };
  }
  return tableOf(file, names, body);
}

/** What the parser gives with `info`; its types do not say so. */
interface Recorded {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}
interface Parsed {
  readonly line: number;
  readonly fields: readonly string[];
}

function tableOf(file: string, names: readonly string[], body: readonly Parsed[]): Table {
  const faults: ImportFault[] = [];
  const rows = body.map(({ line, fields }): TableRow => {
    if (fields.length !== names.length) {
      const value = String(fields.length);
      faults.push({ file, line, column: '', code: 'field-count', value });
    }
    const values = new Map(names.map((name, index) => [name, fields[index]?.trim() ?? '']));
    return { line, field: (column) => values.get(column) ?? '' };
  });
  return { rows: faults.length > 0 ? [] : rows, faults: faults.slice(0, FAULTS_MAX) };
}

function parsedRows(text: string): { rows: Parsed[] } | { brokenAt: number } {
  let before = 0;
  try {
    const records: unknown = parse(text.replace(/\r\n?/g, '\n'), {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    const rows = (records as readonly Recorded[]).map(({ record, info }) => {
      // A quoted field may hold line ends: the row began where the one before it ended.
      const inside = record.join('').split('\n').length - 1;
      const line = Math.max(before + 1, info.lines - inside);
      before = info.lines;
      return { line, fields: record };
    });
    return { rows: rows.filter(({ fields }) => fields.some((field) => field.trim() !== '')) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { brokenAt: Number(error['lines'] ?? 0) };
  }
}
