/**
 * The rows of a foreign log as visits, one stop each. A row that cannot be true is left out, named
 * with its line and the reason, and counted; a real log has many. Nothing is left out for being long
 * or short within a working day: long services are what queues are made of.
 */
import type { Assumption, AssumptionKind } from '../observed-day.ts';
import type { Columns, HeaderUnits } from './columns.ts';
import { NOBODY, RowTimes } from './row-times.ts';

export interface CsvRow {
  readonly line: number;
  readonly fields: readonly string[];
  /** Its quotes do not close: it cannot be taken apart. */
  readonly isBroken?: boolean;
}

export type LeftOutReason =
  | 'broken-quotes'
  | 'too-few-fields'
  | 'unreadable-time'
  | 'no-time'
  | 'no-end'
  | 'end-before-start'
  | 'start-before-arrival'
  | 'too-long'
  | 'twice';

export interface LeftOut {
  readonly reason: LeftOutReason;
  readonly count: number;
  /** The first few, as they stand. */
  readonly examples: readonly { readonly line: number; readonly value: string }[];
}

/** One stop of a visit, in ms; ids are as written. */
export interface CsvVisit {
  readonly line: number;
  readonly ticket: string;
  readonly queue: string;
  readonly zone: string | null;
  readonly window: string | null;
  readonly clerk: string | null;
  arrivedAt: number;
  /** Null: never served, or served from an unknown instant where `endedAt` is there. */
  startedAt: number | null;
  endedAt: number | null;
  readonly isServed: boolean;
}

export interface CsvVisits {
  readonly visits: CsvVisit[];
  readonly leftOut: readonly LeftOut[];
  readonly assumed: readonly Assumption[];
}

const EXAMPLES_MAX = 5;
const VALUE_MAX = 40;

/** Reads every row; `units` are those of plain numbers, as far as they are told. */
export function visitsOf(rows: readonly CsvRow[], columns: Columns, units: HeaderUnits): CsvVisits {
  const reader = new RowReader(rows, columns, units);
  for (const row of rows) reader.take(row);
  return reader.result();
}

class RowReader {
  readonly #columns: Columns;
  readonly #times: RowTimes;
  readonly #visits: CsvVisit[] = [];
  readonly #leftOut = new Map<
    LeftOutReason,
    { count: number; examples: LeftOut['examples'][number][] }
  >();
  readonly #assumed = new Map<AssumptionKind, number>();
  readonly #seen = new Set<string>();
  readonly #widest: number;

  constructor(rows: readonly CsvRow[], columns: Columns, units: HeaderUnits) {
    this.#columns = columns;
    this.#widest = Math.max(columns.arrival ?? 0, columns.start ?? 0, columns.end ?? 0);
    this.#times = new RowTimes(rows, columns, units, (what) => this.#assume(what));
  }

  take(row: CsvRow): void {
    if (row.isBroken === true) {
      return this.#leaveOut(row, 'broken-quotes', row.fields.join(',').slice(0, VALUE_MAX));
    }
    if (row.fields.length <= this.#widest) {
      return this.#leaveOut(row, 'too-few-fields', String(row.fields.length));
    }
    const times = this.#times.of(row);
    if ('reason' in times) return this.#leaveOut(row, times.reason, times.value);
    const field = (kind: keyof Columns) => this.#field(row, kind);
    const { arrivedAt, startedAt, endedAt } = times;
    const who = { window: named(field('window')), clerk: named(field('clerk')) };
    // An end without a start: served by somebody who is named, else the visitor left then.
    const isServed = startedAt !== null || (who.window ?? who.clerk) !== null;
    if (isServed && startedAt === null && endedAt === null) {
      return this.#leaveOut(row, 'no-time', '');
    }
    const visit: CsvVisit = {
      line: row.line,
      ticket: field('ticket') || `#${String(row.line)}`,
      queue: field('queue') || '-',
      zone: named(field('zone')),
      ...who,
      ...{ arrivedAt, startedAt, endedAt, isServed },
    };
    const instants = [arrivedAt, startedAt, endedAt].join('|');
    const key = [visit.ticket, visit.queue, instants, who.window, who.clerk].join('|');
    if (this.#columns.ticket !== undefined && this.#seen.has(key)) {
      return this.#leaveOut(row, 'twice', visit.ticket);
    }
    this.#seen.add(key);
    this.#visits.push(visit);
  }

  result(): CsvVisits {
    return {
      visits: this.#visits,
      leftOut: [...this.#leftOut]
        .map(([reason, { count, examples }]) => ({ reason, count, examples }))
        .sort((left, right) => right.count - left.count),
      assumed: [...this.#assumed].map(([what, count]) => ({ what, count })),
    };
  }

  #field(row: CsvRow, kind: keyof Columns): string {
    const at = this.#columns[kind];
    return at === undefined ? '' : (row.fields[at]?.trim() ?? '');
  }

  #assume(what: AssumptionKind): void {
    this.#assumed.set(what, (this.#assumed.get(what) ?? 0) + 1);
  }

  #leaveOut(row: CsvRow, reason: LeftOutReason, value: string): void {
    const noted = this.#leftOut.get(reason) ?? { count: 0, examples: [] };
    noted.count += 1;
    if (noted.examples.length < EXAMPLES_MAX) noted.examples.push({ line: row.line, value });
    this.#leftOut.set(reason, noted);
  }
}

function named(text: string): string | null {
  return NOBODY.test(text) ? null : text;
}
