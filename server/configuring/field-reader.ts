/** Reads the fields of one row, and notes what is wrong with them instead of stopping. */
import { FLAG_WORDS } from '../../shared/text/configuring.ts';
import type { ImportFault, ImportFaultCode } from '../../shared/text/configuring.ts';
import type { TableRow } from './csv-table.ts';

const CODE = /^[A-Za-z0-9-]{1,40}$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
export const NAME_CHARS_MAX = 200;

export class FieldReader {
  readonly faults: ImportFault[] = [];
  readonly #file: string;
  readonly #row: TableRow;

  constructor(file: string, row: TableRow) {
    this.#file = file;
    this.#row = row;
  }

  get line(): number {
    return this.#row.line;
  }

  note(column: string, code: ImportFaultCode, value?: string): void {
    const { line } = this.#row;
    this.faults.push({
      file: this.#file,
      line,
      column,
      code,
      ...(value !== undefined && { value }),
    });
  }

  text(column: string): string {
    const value = this.#row.field(column);
    if (value.length > NAME_CHARS_MAX) this.note(column, 'too-long', String(NAME_CHARS_MAX));
    return value;
  }

  required(column: string): string {
    const value = this.text(column);
    if (value === '') this.note(column, 'empty');
    return value;
  }

  code(column: string): string {
    const value = this.required(column);
    if (value !== '' && !CODE.test(value)) this.note(column, 'bad-code', value);
    return value;
  }

  /** A list within the field, parted by `;`. */
  list(column: string): string[] {
    const value = this.#row.field(column);
    return value
      .split(/[;；]/)
      .map((part) => part.trim())
      .filter((part) => part !== '');
  }

  /** A list in which an empty place counts; empty where the whole field is. */
  places(column: string): string[] {
    const value = this.#row.field(column);
    return value === '' ? [] : value.split(/[;；]/).map((part) => part.trim());
  }

  /** Codes that must be among the known ones. */
  codes(column: string, known: ReadonlySet<string>, code: ImportFaultCode): string[] {
    const values = this.list(column);
    for (const value of values) if (!known.has(value)) this.note(column, code, value);
    return values;
  }

  known(column: string, known: ReadonlySet<string>, code: ImportFaultCode): string {
    const value = this.required(column);
    if (value !== '' && !known.has(value)) this.note(column, code, value);
    return value;
  }

  number(column: string, limits: { min: number; max: number; fallback?: number }): number {
    const value = this.#row.field(column);
    const { min, max, fallback } = limits;
    if (value === '' && fallback !== undefined) return fallback;
    const number = Number(value);
    if (value === '') this.note(column, 'empty');
    else if (!/^\d+(\.\d+)?$/.test(value)) this.note(column, 'not-a-number', value);
    else if (number < min || number > max) {
      this.note(column, 'out-of-range', `${String(min)}–${String(max)}`);
    }
    return number;
  }

  flag(column: string): boolean {
    const value = this.#row.field(column).toLowerCase();
    if (FLAG_WORDS.no.has(value)) return false;
    if (!FLAG_WORDS.yes.has(value)) this.note(column, 'not-yes-or-no', value);
    return true;
  }

  oneOf<T extends string>(column: string, values: readonly T[]): T {
    const value = this.required(column);
    const found = values.find((one) => one === value);
    if (found === undefined && value !== '') this.note(column, 'not-one-of', value);
    return found ?? (value as T);
  }

  /** A day, or null where the field is empty. */
  date(column: string): string | null {
    const value = this.#row.field(column);
    if (value === '') return null;
    const isReal = DATE.test(value) && !Number.isNaN(Date.parse(value));
    if (!isReal || new Date(value).toISOString().slice(0, 10) !== value) {
      this.note(column, 'not-a-date', value);
    }
    return value;
  }
}
