/**
 * Instants as logs write them: `2026-11-23 09:05[:06]` with any separators, `2026-11-23T09:05Z`,
 * `23.11.2026 9:05`, `11/23/2026 9:05 AM`, `20261123090500`, seconds or ms since 1970, a spreadsheet's
 * day number, or a bare time beside a column with the date. Without an offset it is the hall's wall
 * clock. Which of day and month comes first is taken from the file itself: a 23 is no month.
 */
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../base/time.ts';

const HALL_OFFSET_MS = 8 * 3_600_000;
const SECOND_MS = 1_000;
/** Day 0 of spreadsheets, 1899-12-30. */
const SHEET_EPOCH_MS = Date.UTC(1899, 11, 30);
const NUMBER = /^\d+(\.\d+)?$/;
const YEAR_FIRST = /^(\d{4})\D+(\d{1,2})\D+(\d{1,2})(?:\D+(.+))?$/;
const YEAR_LAST = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})(?:\D+(.+))?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})[ T](.+)$/;
/** Colons of either width, or the words for hour, minute and second between the digits. */
const COLON = String.raw`[:\uFF1A\p{scx=Han}]`;
const CLOCK = new RegExp(
  String.raw`^(\d{1,2})${COLON}(\d{2})(?:${COLON}(\d{2})(\.\d+)?)?\p{scx=Han}?` +
    String.raw`\s*([ap])?\.?m?\.?\s*(z|[+-]\d{2}:?\d{2})?$`,
  'iu',
);

export type DayOrder = 'day-first' | 'month-first';
export type NumberUnit = 'seconds' | 'minutes' | 'hours';

/** Hours, minutes, seconds past midnight: what the greatest of a file may be at most. */
const HOURS_MAX = 36;
const MINUTES_MAX = 36 * 60;
const SECONDS_MAX = 36 * 3_600;
/** Below it is a share of a day or nothing. */
const HOURS_MIN = 2;

/** How the dates of a file are written, from samples; `isSure` where one of them tells. */
export function dayOrderOf(samples: Iterable<string>): { order: DayOrder; isSure: boolean } {
  let sample: RegExpExecArray | null = null;
  for (const text of samples) {
    const parts = YEAR_LAST.exec(text);
    if (!parts) continue;
    sample = parts;
    if (Number(parts[1]) > 12) return { order: 'day-first', isSure: true };
    if (Number(parts[2]) > 12) return { order: 'month-first', isSure: true };
  }
  if (!sample) return { order: 'day-first', isSure: true };
  return { order: sample[0].includes('/') ? 'month-first' : 'day-first', isSure: false };
}

/** Whether a date says by itself which is the month: `03/04/2026` does not. */
export function isReadBothWays(text: string): boolean {
  const parts = YEAR_LAST.exec(text);
  if (!parts) return false;
  const [one, two] = [Number(parts[1]), Number(parts[2])];
  return one <= 12 && two <= 12 && one !== two;
}

/** A time of day without its date. */
export function isBareClock(text: string): boolean {
  return clockMs(text) !== null;
}

/** Small enough to count from midnight, where a file has plain numbers. */
export function isPlainNumber(text: string): boolean {
  return NUMBER.test(text) && Number(text) <= SECONDS_MAX;
}

/** What plain numbers of a file can only be, going by the greatest; null where they can be anything. */
export function clockUnitOf(samples: Iterable<string>): NumberUnit | null {
  let [most, least, isWhole] = [0, Infinity, true];
  for (const text of samples) {
    if (!NUMBER.test(text)) continue;
    const value = Number(text);
    [most, least] = [Math.max(most, value), Math.min(least, value)];
    if (!Number.isInteger(value)) isWhole = false;
  }
  if (least === Infinity || most > SECONDS_MAX) return null;
  if (most <= HOURS_MAX) return isWhole || most < HOURS_MIN ? null : 'hours';
  if (most <= MINUTES_MAX) return 'minutes';
  return isWhole ? 'seconds' : null;
}

/** Reads instants of one file; a reader keeps the last date that it read, for they repeat. */
export class TimeReader {
  readonly #order: DayOrder;
  /** Of plain small numbers; null: they are not understood. */
  readonly #unit: NumberUnit | null;
  readonly #dates = new Map<string, number | null>();

  constructor(order: DayOrder, unit: NumberUnit | null) {
    this.#order = order;
    this.#unit = unit;
  }

  /** Epoch ms, or null where it cannot be read. `date` goes with a bare time. */
  instant(text: string, date: string | null): number | null {
    if (NUMBER.test(text)) return this.#fromNumber(text, date);
    const clock = clockMs(text);
    if (clock) {
      const dayAt = date === null ? 0 : this.#dayAt(date);
      return dayAt === null ? null : dayAt + clock.ms - (clock.offsetMs ?? HALL_OFFSET_MS);
    }
    const parts = YEAR_FIRST.exec(text) ?? YEAR_LAST.exec(text) ?? COMPACT.exec(text);
    if (!parts) return fromWords(text);
    const rest = parts[4] === undefined ? { ms: 0, offsetMs: null } : clockMs(parts[4].trim());
    const dayAt = this.#dayAt(parts.slice(1, 4).join('-'));
    if (dayAt === null || !rest) return null;
    return dayAt + rest.ms - (rest.offsetMs ?? HALL_OFFSET_MS);
  }

  /** A length in ms: `1:05` h:mm, `0:01:05`, or a number in its column's unit. */
  length(text: string, unit: NumberUnit): number | null {
    if (NUMBER.test(text)) return Number(text) * UNIT_MS[unit];
    return clockMs(text)?.ms ?? null;
  }

  /** Midnight of a date as if it were UTC, or null. */
  #dayAt(text: string): number | null {
    const known = this.#dates.get(text);
    if (known !== undefined) return known;
    const read = this.#readDay(text.trim());
    this.#dates.set(text, read);
    return read;
  }

  #readDay(text: string): number | null {
    const first = YEAR_FIRST.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
    if (first) return utcDay(Number(first[1]), Number(first[2]), Number(first[3]));
    const short = /^(\d{2})(\d{2})(\d{2})$/.exec(text);
    if (short) return utcDay(fullYear(short[1]), Number(short[2]), Number(short[3]));
    const last = YEAR_LAST.exec(text);
    if (!last) return null;
    const [one, two] = [Number(last[1]), Number(last[2])];
    const [month, day] = this.#order === 'day-first' ? [two, one] : [one, two];
    return utcDay(fullYear(last[3]), month, day);
  }

  #fromNumber(text: string, date: string | null): number | null {
    const value = Number(text);
    if (/^(19|20)\d{10}(\d{2})?$/.test(text)) {
      const dayAt = this.#dayAt(text.slice(0, 8));
      const clock = `${text.slice(8, 10)}:${text.slice(10, 12)}:${text.slice(12) || '00'}`;
      const ms = clockMs(clock)?.ms;
      return dayAt === null || ms === undefined ? null : dayAt + ms - HALL_OFFSET_MS;
    }
    if (value >= 1e11) return value;
    if (value >= 1e8) return value * SECOND_MS;
    if (this.#unit !== null) {
      const dayAt = date === null ? 0 : this.#dayAt(date);
      return dayAt === null ? null : dayAt + value * UNIT_MS[this.#unit] - HALL_OFFSET_MS;
    }
    const isSheet = value > 20_000 && value < 80_000;
    return isSheet ? Math.round(SHEET_EPOCH_MS + value * DAY_MS - HALL_OFFSET_MS) : null;
  }
}

const UNIT_MS: Readonly<Record<NumberUnit, number>> = {
  seconds: SECOND_MS,
  minutes: MINUTE_MS,
  hours: HOUR_MS,
};

/** A bare time, or null; hours may pass 24 in lengths. */
function clockMs(text: string): { ms: number; offsetMs: number | null } | null {
  const parts = CLOCK.exec(text);
  if (!parts) return null;
  const [, hours, minutes, seconds = '0', fraction = '0', half, zone] = parts;
  const hour =
    half === undefined ? Number(hours) : (Number(hours) % 12) + (/p/i.test(half) ? 12 : 0);
  if (Number(minutes) > 59 || Number(seconds) > 59) return null;
  const ms = hour * HOUR_MS + Number(minutes) * MINUTE_MS;
  const offsetMs = zone === undefined ? null : offsetOf(zone);
  return { ms: ms + Math.round((Number(seconds) + Number(fraction)) * SECOND_MS), offsetMs };
}

function offsetOf(zone: string): number {
  if (/z/i.test(zone)) return 0;
  const ms = Number(zone.slice(1, 3)) * HOUR_MS + Number(zone.slice(-2)) * MINUTE_MS;
  return zone.startsWith('-') ? -ms : ms;
}

/** `05 Jan 1999 10:20`: what the language itself reads, taken as the hall's wall clock. */
function fromWords(text: string): number | null {
  if (!/[a-z]{3}/i.test(text) || !/\d\D+\d{4}/.test(text)) return null;
  const at = Date.parse(`${text} GMT+0800`);
  return Number.isNaN(at) ? null : at;
}

function utcDay(year: number, month: number, day: number): number | null {
  const at = Date.UTC(year, month - 1, day);
  const isReal = new Date(at).getUTCMonth() === month - 1 && new Date(at).getUTCDate() === day;
  return isReal ? at : null;
}

function fullYear(text: string | undefined): number {
  const year = Number(text);
  if (year > 99) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}
