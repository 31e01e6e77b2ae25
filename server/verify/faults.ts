/** What a verification names: a place in the log or beside it, what should stand there, what does. */
export interface VerifyFault {
  readonly table: string;
  /** The row's key within hall and day, `B012` or `seq 17`. */
  readonly key: string;
  /** Empty where the whole row is missing or too much. */
  readonly column: string;
  readonly expected: string;
  readonly found: string;
}

const SHOWN_CHARS_MAX = 80;

/** A value as a person reads it. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > SHOWN_CHARS_MAX ? `${text.slice(0, SHOWN_CHARS_MAX)}…` : text;
}

/** One line that names the row. */
export function faultLine({ table, key, column, expected, found }: VerifyFault): string {
  const place = column === '' ? `${table} ${key}` : `${table} ${key} ${column}`;
  return `${place}: expected ${expected}, found ${found}`;
}
