/**
 * A table of a foreign hall as rows: UTF-8, UTF-16 or GB18030, parted by commas, semicolons, tabs or
 * bars, whichever parts the first lines best. A row whose quotes do not close, or close in the middle
 * of a field, is given as broken, with its line, and takes nothing with it; what else is wrong with a
 * row is said when it is taken for a visit. A parser of whole files would lose rows there.
 */
import type { CsvRow } from '../../../shared/forecast/observed/csv/rows.ts';
import { csvText } from '../../configuring/csv-table.ts';

export interface CsvFile {
  /** The first is the header, unless titles stand above it. */
  readonly rows: readonly CsvRow[];
}

const DELIMITERS = [',', ';', '\t', '|'];
const ROWS_MAX = 3_000_000;
/** Lines that one quoted row may go over. */
const ROW_LINES_MAX = 20;
/** Titles above the header are fewer. */
const HEAD_LINES = 10;

/** Null where the bytes are no text. Rows are in the order of the file, empty lines left out. */
export function csvFile(bytes: Uint8Array): CsvFile | null {
  const text = textOf(bytes);
  if (text === null || text.includes('\0')) return null;
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const head = lines.slice(0, HEAD_LINES);
  const parted = (by: string) => Math.max(...head.map((line) => line.split(by).length));
  const delimiter = DELIMITERS.reduce((best, by) => (parted(by) > parted(best) ? by : best));
  const rows = text.includes('"') ? quoted(lines, delimiter) : plain(lines, delimiter);
  return { rows: rows.slice(0, ROWS_MAX) };
}

/** Spreadsheets write UTF-16 as "Unicode text", with a mark. */
function textOf(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return csvText(bytes);
}

/** Most logs hold no quotes: then a line is a row. */
function plain(lines: readonly string[], delimiter: string): CsvRow[] {
  const rows: CsvRow[] = [];
  lines.forEach((line, index) => {
    if (line.trim() !== '') rows.push({ line: index + 1, fields: line.split(delimiter) });
  });
  return rows;
}

function quoted(lines: readonly string[], delimiter: string): CsvRow[] {
  const rows: CsvRow[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = index + 1;
    const first = lines[index] ?? '';
    if (first.trim() === '') continue;
    let text = first;
    let fields = fieldsOf(text, delimiter);
    let more = 1;
    while (fields === 'open' && more < ROW_LINES_MAX && index + more < lines.length) {
      text += `\n${lines[index + more] ?? ''}`;
      more += 1;
      fields = fieldsOf(text, delimiter);
    }
    if (typeof fields !== 'string') {
      rows.push({ line, fields });
      index += more - 1;
    } else rows.push({ line, fields: first.split(delimiter), isBroken: true });
  }
  return rows;
}

/** The fields of a row; open: its last quote does not close; broken: one closes within a field. */
function fieldsOf(text: string, delimiter: string): readonly string[] | 'open' | 'broken' {
  const fields: string[] = [];
  for (let at = 0; ;) {
    if (text[at] !== '"') {
      const end = text.indexOf(delimiter, at);
      fields.push(text.slice(at, end < 0 ? text.length : end));
      if (end < 0) return fields;
      at = end + delimiter.length;
      continue;
    }
    let close = text.indexOf('"', at + 1);
    while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
    if (close < 0) return 'open';
    fields.push(text.slice(at + 1, close).replaceAll('""', '"'));
    if (close + 1 === text.length) return fields;
    if (!text.startsWith(delimiter, close + 1)) return 'broken';
    at = close + 1 + delimiter.length;
  }
}
