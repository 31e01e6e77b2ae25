/**
 * The rows of a foreign log as visits, one stop each. A row that cannot be true is left out, named
 * with its line and the reason, and counted; a real log has many. Nothing is left out for being long
 * or short within a working day: long services are what queues are made of.
 */
import { DAY_MS } from '../../../base/time.ts';
import type { Assumption, AssumptionKind } from '../observed-day.ts';
import type { Columns } from './columns.ts';
import { TimeReader, dayOrderOf } from './times.ts';
import type { NumberUnit } from './times.ts';

export interface CsvRow {
  readonly line: number;
  readonly fields: readonly string[];
}

export type LeftOutReason =
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
const SKEW_MS = 2 * 60_000;
const LONG_MS = 12 * 3_600_000;
/** What logs write where nobody served: no window and no clerk. */
/** A bare midnight to the second stands for "not" in logs with a date of its own. */
const NO_TIME = /^0?0:00:00$/;
const NOBODY = /^(|-|n\/?a|null|none|nan|no_?server|0)$/i;

/** Reads every row; `unit` is that of plain small numbers. */
export function visitsOf(
  rows: readonly CsvRow[],
  columns: Columns,
  unit: NumberUnit | null = null,
): CsvVisits {
  const reader = new RowReader(rows, columns, unit);
  for (const row of rows) reader.take(row);
  return reader.result();
}

class RowReader {
  readonly #columns: Columns;
  readonly #times: TimeReader;
  readonly #visits: CsvVisit[] = [];
  readonly #leftOut = new Map<
    LeftOutReason,
    { count: number; examples: LeftOut['examples'][number][] }
  >();
  readonly #assumed = new Map<AssumptionKind, number>();
  readonly #seen = new Set<string>();
  readonly #widest: number;

  constructor(rows: readonly CsvRow[], columns: Columns, unit: NumberUnit | null) {
    this.#columns = columns;
    this.#widest = Math.max(columns.arrival ?? 0, columns.start ?? 0, columns.end ?? 0);
    const at = columns.date ?? columns.arrival ?? columns.start ?? 0;
    const { order, isSure } = dayOrderOf(samplesAt(rows, at));
    this.#times = new TimeReader(order, unit);
    if (!isSure) this.#assumed.set(order, rows.length);
  }

  take(row: CsvRow): void {
    if (row.fields.length <= this.#widest) {
      return this.#leaveOut(row, 'too-few-fields', String(row.fields.length));
    }
    const times = this.#timesOf(row);
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

  #timesOf(
    row: CsvRow,
  ):
    | { arrivedAt: number; startedAt: number | null; endedAt: number | null }
    | { reason: LeftOutReason; value: string } {
    const date = this.#columns.date === undefined ? null : this.#field(row, 'date');
    const read: Partial<Record<'arrival' | 'start' | 'end', number | null>> = {};
    for (const kind of ['arrival', 'start', 'end'] as const) {
      const text = this.#field(row, kind);
      if (NOBODY.test(text) || NO_TIME.test(text)) continue;
      const at = this.#times.instant(text, date);
      if (at === null) return { reason: 'unreadable-time', value: text };
      if (date === null && /^\d{1,2}:/.test(text)) this.#assume('no-date');
      read[kind] = at;
    }
    return this.#inOrder(row, read.arrival ?? null, read.start ?? null, read.end ?? null);
  }

  /** The three instants, completed from lengths and brought over midnight, as far as they agree. */
  #inOrder(row: CsvRow, arrival: number | null, start: number | null, end: number | null) {
    const bare = /^\d{1,2}:/.test(this.#field(row, 'arrival') || this.#field(row, 'start'));
    const wait = this.#length(row, 'wait');
    const service = this.#length(row, 'service');
    const first = arrival ?? (start !== null && wait !== null ? start - wait : start);
    if (first === null) return { reason: 'no-time', value: this.#field(row, 'arrival') } as const;
    if (arrival === null && wait === null) this.#assume('arrival-is-start');
    const later = (at: number | null) => (bare && at !== null ? afterMidnight(first, at) : at);
    let startedAt = later(start) ?? (wait !== null && service !== null ? first + wait : null);
    let endedAt = later(end);
    if (endedAt === null && startedAt !== null && service !== null) endedAt = startedAt + service;
    if (startedAt === null && endedAt !== null && service !== null) startedAt = endedAt - service;
    if (startedAt !== null && startedAt < first) {
      if (first - startedAt > SKEW_MS) {
        return { reason: 'start-before-arrival', value: this.#field(row, 'start') } as const;
      }
      this.#assume('clock-skew');
      startedAt = first;
      if (endedAt !== null && endedAt < startedAt) endedAt = startedAt;
    }
    if (endedAt !== null && endedAt < (startedAt ?? first)) {
      return { reason: 'end-before-start', value: this.#field(row, 'end') } as const;
    }
    const last = endedAt ?? startedAt ?? first;
    if ((startedAt ?? first) - first > LONG_MS || last - (startedAt ?? first) > LONG_MS) {
      return { reason: 'too-long', value: this.#field(row, 'end') } as const;
    }
    return { arrivedAt: first, startedAt, endedAt };
  }

  #length(row: CsvRow, kind: 'wait' | 'service'): number | null {
    const text = this.#field(row, kind);
    return text === '' ? null : this.#times.length(text);
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

function* samplesAt(rows: readonly CsvRow[], at: number): Generator<string> {
  for (const { fields } of rows) yield fields[at]?.trim() ?? '';
}

function named(text: string): string | null {
  return NOBODY.test(text) ? null : text;
}

/** A bare time after midnight belongs to the next day. */
function afterMidnight(first: number, at: number): number | null {
  if (at >= first - SKEW_MS) return at;
  if (first - at > DAY_MS / 2) return at + DAY_MS - first > LONG_MS ? null : at + DAY_MS;
  return at;
}
