/**
 * The instants of a row: arrival, start and end, completed from lengths, brought over midnight and
 * held against each other. How dates and plain numbers are meant is read off the whole file first;
 * what had to be assumed is told row by row, so that its count is a count of rows.
 */
import { DAY_MS } from '../../../base/time.ts';
import type { AssumptionKind } from '../observed-day.ts';
import type { Columns, HeaderUnits } from './columns.ts';
import type { CsvRow, LeftOutReason } from './rows.ts';
import {
  TimeReader,
  clockUnitOf,
  dayOrderOf,
  isBareClock,
  isPlainNumber,
  isReadBothWays,
} from './times.ts';
import type { DayOrder, NumberUnit } from './times.ts';

export interface RowInstants {
  readonly arrivedAt: number;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
}

export interface RowFault {
  readonly reason: LeftOutReason;
  readonly value: string;
}

/** What logs write where nobody served: no window, no clerk, no time. */
export const NOBODY = /^(|-|n\/?a|null|none|nan|no_?server|0)$/i;
/** A bare midnight to the second stands for "not" in logs with a date of its own. */
const NO_TIME = /^0?0:00:00$/;
const SKEW_MS = 2 * 60_000;
const LONG_MS = 12 * 3_600_000;
/** A row without a date that begins so much before the one above it may be of another day. */
const BACK_MS = 4 * 3_600_000;
const CLOCKS = ['arrival', 'start', 'end'] as const;

export class RowTimes {
  readonly #columns: Columns;
  readonly #times: TimeReader;
  readonly #units: HeaderUnits;
  /** What plain numbers were taken for, where nobody said. */
  readonly #guessed: NumberUnit | null;
  /** How dates were read, where the file does not tell. */
  readonly #unsure: DayOrder | null;
  #previousAt = -Infinity;
  readonly #assume: (what: AssumptionKind) => void;

  constructor(
    rows: readonly CsvRow[],
    columns: Columns,
    units: HeaderUnits,
    assume: (what: AssumptionKind) => void,
  ) {
    this.#columns = columns;
    const samples = () => samplesIn(rows, [columns.date, ...CLOCKS.map((kind) => columns[kind])]);
    const { order, isSure } = dayOrderOf(samples());
    this.#unsure = isSure ? null : order;
    this.#guessed =
      units.clock === null
        ? clockUnitOf(
            samplesIn(
              rows,
              CLOCKS.map((kind) => columns[kind]),
            ),
          )
        : null;
    this.#units = units;
    this.#times = new TimeReader(order, units.clock ?? this.#guessed);
    this.#assume = assume;
  }

  /** The instants, or why the row cannot be true. */
  of(row: CsvRow): RowInstants | RowFault {
    const date = this.#columns.date === undefined ? null : this.#field(row, 'date');
    const read: Partial<Record<(typeof CLOCKS)[number], number>> = {};
    const texts: string[] = [];
    for (const kind of CLOCKS) {
      const text = this.#field(row, kind);
      if (NOBODY.test(text) || NO_TIME.test(text)) continue;
      const at = this.#times.instant(text, date);
      if (at === null) return { reason: 'unreadable-time', value: text };
      texts.push(text);
      read[kind] = at;
    }
    const isCounted = this.#unit !== null && texts.some(isPlainNumber);
    const isBare = isCounted || texts.some(isBareClock);
    const found = this.#inOrder(row, isBare, read);
    if ('reason' in found) return found;
    if (isBare && date === null) {
      this.#assume('no-date');
      if (found.arrivedAt < this.#previousAt - BACK_MS) this.#assume('goes-back');
      this.#previousAt = found.arrivedAt;
    }
    if (isCounted && this.#guessed !== null) this.#assume(`unit-${this.#guessed}`);
    if (this.#unsure !== null && [date ?? '', ...texts].some(isReadBothWays)) {
      this.#assume(this.#unsure);
    }
    return found;
  }

  get #unit(): NumberUnit | null {
    return this.#units.clock ?? this.#guessed;
  }

  /** The three instants, completed from lengths and brought over midnight, as far as they agree. */
  #inOrder(
    row: CsvRow,
    isBare: boolean,
    { arrival, start, end }: Partial<Record<(typeof CLOCKS)[number], number>>,
  ): RowInstants | RowFault {
    const wait = this.#length(row, 'wait');
    const service = this.#length(row, 'service');
    const first = arrival ?? (start !== undefined && wait !== null ? start - wait : start);
    if (first === undefined) return { reason: 'no-time', value: this.#field(row, 'arrival') };
    const later = (at: number | undefined) =>
      isBare && at !== undefined ? afterMidnight(first, at) : (at ?? null);
    let startedAt = later(start) ?? (wait !== null && service !== null ? first + wait : null);
    let endedAt = later(end);
    if (endedAt === null && startedAt !== null && service !== null) endedAt = startedAt + service;
    if (startedAt === null && endedAt !== null && service !== null) startedAt = endedAt - service;
    const isSkewed = startedAt !== null && startedAt < first;
    if (isSkewed && startedAt !== null) {
      if (first - startedAt > SKEW_MS) {
        return { reason: 'start-before-arrival', value: this.#field(row, 'start') };
      }
      startedAt = first;
      if (endedAt !== null && endedAt < startedAt) endedAt = startedAt;
    }
    if (endedAt !== null && endedAt < (startedAt ?? first)) {
      return { reason: 'end-before-start', value: this.#field(row, 'end') };
    }
    const last = endedAt ?? startedAt ?? first;
    if ((startedAt ?? first) - first > LONG_MS || last - (startedAt ?? first) > LONG_MS) {
      return { reason: 'too-long', value: this.#field(row, 'end') };
    }
    if (arrival === undefined && wait === null) this.#assume('arrival-is-start');
    if (isSkewed) this.#assume('clock-skew');
    const isWhole = arrival !== undefined && start !== undefined && end !== undefined;
    if (!isWhole && this.#isInSeconds(row)) this.#assume('lengths-in-seconds');
    return { arrivedAt: first, startedAt, endedAt };
  }

  /** Of numbers whose unit nobody told seconds are assumed, or what the file's times are. */
  #length(row: CsvRow, kind: 'wait' | 'service'): number | null {
    const text = this.#field(row, kind);
    if (text === '') return null;
    return this.#times.length(text, this.#units[kind] ?? this.#unit ?? 'seconds');
  }

  #isInSeconds(row: CsvRow): boolean {
    return (['wait', 'service'] as const).some(
      (kind) => (this.#units[kind] ?? this.#unit) === null && isPlainNumber(this.#field(row, kind)),
    );
  }

  #field(row: CsvRow, kind: keyof Columns): string {
    const at = this.#columns[kind];
    return at === undefined ? '' : (row.fields[at]?.trim() ?? '');
  }
}

function* samplesIn(
  rows: readonly CsvRow[],
  places: readonly (number | undefined)[],
): Generator<string> {
  const known = places.filter((place) => place !== undefined);
  for (const { fields, isBroken } of rows) {
    if (isBroken === true) continue;
    for (const place of known) yield fields[place]?.trim() ?? '';
  }
}

/** A bare time after midnight belongs to the next day. */
function afterMidnight(first: number, at: number): number | null {
  if (at >= first - SKEW_MS) return at;
  if (first - at > DAY_MS / 2) return at + DAY_MS - first > LONG_MS ? null : at + DAY_MS;
  return at;
}
