/**
 * A table of a foreign hall as rows: UTF-8 or GB18030, parted by commas, semicolons, tabs or bars,
 * whichever parts the header best. Quotes that are never closed, and rows of any length, are read as
 * far as they go: what is wrong with a row is said when it is taken for a visit.
 */
import { parse } from 'csv-parse/sync';
import type { CsvRow } from '../../../shared/forecast/observed/csv/rows.ts';
import { csvText } from '../../configuring/csv-table.ts';

export interface CsvFile {
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
}

const DELIMITERS = [',', ';', '\t', '|'];
export const ROWS_MAX = 3_000_000;

/** Null where the bytes are no text, or hold no row below a header. */
export function csvFile(bytes: Uint8Array): CsvFile | null {
  const text = csvText(bytes);
  if (text === null || text.includes('\0')) return null;
  const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const head = lines.slice(0, lines.indexOf('\n') + 1 || lines.length);
  const parted = (by: string) => head.split(by).length;
  const delimiter = DELIMITERS.reduce((best, by) => (parted(by) > parted(best) ? by : best));
  const rows = lines.includes('"') ? quoted(lines, delimiter) : plain(lines, delimiter);
  const [header, ...body] = rows;
  if (!header || body.length === 0) return null;
  return { header: header.fields.map((name) => name.trim()), rows: body.slice(0, ROWS_MAX) };
}

/** Most logs hold no quotes: then a line is a row. */
function plain(text: string, delimiter: string): CsvRow[] {
  const rows: CsvRow[] = [];
  text.split('\n').forEach((line, index) => {
    if (line.trim() !== '') rows.push({ line: index + 1, fields: line.split(delimiter) });
  });
  return rows;
}

interface Recorded {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function quoted(text: string, delimiter: string): CsvRow[] {
  const records: unknown = parse(text, {
    ...{ delimiter, info: true, skip_empty_lines: true },
    ...{ relax_quotes: true, relax_column_count: true, skip_records_with_error: true },
  });
  return (records as readonly Recorded[]).map(({ record, info }) => ({
    line: info.lines,
    fields: record,
  }));
}
