/**
 * Which column of a foreign log means what: named by whoever runs it, else by the names that such
 * logs use. Names are compared without case, spaces, `_` and `-`, brackets and a unit at the end. Of
 * several columns with one meaning the most fitting name counts, wherever it stands.
 */
import { UNIT_WORDS, USUAL_COLUMNS } from '../../../text/log-columns.ts';
import type { NumberUnit } from './times.ts';

export const COLUMN_KINDS = [
  'ticket',
  'queue',
  'zone',
  'date',
  'arrival',
  'start',
  'end',
  'wait',
  'service',
  'window',
  'clerk',
] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

/** Places of the columns in a row; what the log lacks is absent. */
export type Columns = Partial<Readonly<Record<ColumnKind, number>>>;

/** Units that the header tells; null: it does not. */
export interface HeaderUnits {
  /** Of plain numbers that stand for instants. */
  readonly clock: NumberUnit | null;
  readonly wait: NumberUnit | null;
  readonly service: NumberUnit | null;
}

export type ColumnsFound =
  | { readonly columns: Columns }
  /** A named column that is not there, or a meaning that no column was found for. */
  | { readonly missing: string; readonly kind: ColumnKind };

const UNITS = ['seconds', 'minutes', 'hours'] as const;
/** A single letter is a unit in brackets only: `window_s` is no window in seconds. */
const UNIT_LENGTH_MIN = 2;

/**
 * The columns of a header. `named` is what was asked for, meaning → name; the others are looked for.
 * Refuses a log without a readable arrival or start, or without an end.
 */
export function columnsOf(
  header: readonly string[],
  named: Partial<Readonly<Record<ColumnKind, string>>> = {},
): ColumnsFound {
  const columns: Partial<Record<ColumnKind, number>> = {};
  for (const kind of COLUMN_KINDS) {
    const asked = named[kind];
    if (asked !== undefined) {
      const at = placeNamed(header, asked);
      if (at < 0) return { missing: asked, kind };
      columns[kind] = at;
    }
  }
  const taken = new Set(Object.values(columns));
  const names = header.map((name) => [plain(name), withoutUnit(plain(name))]);
  for (const kind of COLUMN_KINDS) {
    if (columns[kind] !== undefined) continue;
    for (const usual of USUAL_COLUMNS[kind].split(' ')) {
      const at = names.findIndex((own, index) => own.includes(usual) && !taken.has(index));
      if (at < 0) continue;
      columns[kind] = at;
      taken.add(at);
      break;
    }
  }
  if (columns.arrival === undefined && columns.start === undefined) {
    return { missing: 'arrival', kind: 'arrival' };
  }
  if (columns.end === undefined && columns.service === undefined) {
    return { missing: 'end', kind: 'end' };
  }
  return { columns };
}

/** What the names of the columns say of units: `wait_min`, `duration (s)`. */
export function headerUnits(header: readonly string[], columns: Columns): HeaderUnits {
  const unitAt = (kind: ColumnKind) => unitOf(header[columns[kind] ?? -1] ?? '');
  return {
    clock: unitAt('arrival') ?? unitAt('start') ?? unitAt('end'),
    ...{ wait: unitAt('wait'), service: unitAt('service') },
  };
}

/** As it is written, or as it is compared. */
function placeNamed(header: readonly string[], asked: string): number {
  const exact = header.findIndex((name) => name.trim() === asked.trim());
  return exact >= 0 ? exact : header.map(plain).indexOf(plain(asked));
}

function unitOf(name: string): NumberUnit | null {
  const inBrackets = BRACKETS.exec(name)?.[1]?.trim().toLowerCase();
  const bare = plain(name);
  const isTold = (words: readonly string[]) =>
    inBrackets === undefined ? endOf(bare, words) !== null : words.includes(inBrackets);
  return UNITS.find((unit) => isTold(UNIT_WORDS[unit])) ?? null;
}

function withoutUnit(name: string): string {
  for (const unit of UNITS) {
    const end = endOf(name, UNIT_WORDS[unit]);
    if (end !== null) return name.slice(0, -end.length);
  }
  return name;
}

/** The longest of the words that the name ends with and does not consist of. */
function endOf(name: string, words: readonly string[]): string | null {
  const found = words.filter(
    (word) => name.endsWith(word) && name.length > word.length && isLongEnough(word),
  );
  return found.sort((left, right) => right.length - left.length)[0] ?? null;
}

function isLongEnough(word: string): boolean {
  return word.length >= UNIT_LENGTH_MIN || /\P{ASCII}/u.test(word);
}

const BRACKETS = /[(（[]([^)）\]]*)[)）\]]\s*$/u;

function plain(name: string): string {
  const whole = name.trim().replace(/^\[(.*)\]$/u, '$1');
  return whole
    .replace(BRACKETS, '')
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '');
}
