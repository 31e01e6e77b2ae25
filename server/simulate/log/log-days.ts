/** A log's days ready to be played: from a hall's own export, or from a foreign table. */
import { readFileSync, statSync } from 'node:fs';
import type { LeftOut } from '../../../shared/forecast/observed/csv/rows.ts';
import type { Assumption, ObservedDay } from '../../../shared/forecast/observed/observed-day.ts';
import { DayObserver } from '../../../shared/forecast/observed/observe.ts';
import type { Day } from '../../../shared/hall/day.ts';
import { SetupError } from '../../setup/setup-error.ts';
import type { DayEvents, DayFile } from './day-file.ts';
import { dayFile } from './day-file.ts';
import type { LogOptions } from './options.ts';
import { tableDays } from './table-days.ts';
import type { HeaderTaken } from './table-days.ts';

export interface LogDay {
  readonly observed: ObservedDay;
  /** The folded day of a hall's own log; null for a foreign one. */
  readonly own: Day | null;
}

export interface LogDays {
  readonly kind: 'own' | 'table';
  readonly days: readonly LogDay[];
  /** The hall's own log as it stands; null for a foreign one. */
  readonly file: DayFile | null;
  readonly rows: number;
  readonly leftOut: readonly LeftOut[];
  readonly assumed: readonly Assumption[];
  readonly windows: readonly string[];
  readonly dayStartsAt: number;
  /** What the columns of a table were taken for; null for a hall's own log. */
  readonly header: HeaderTaken | null;
}

const BYTES_MAX = 600_000_000;

/** Reads the file; refuses in one sentence what cannot be read. */
export function logDays(options: LogOptions): LogDays {
  const { file } = options;
  const bytes = bytesOf(file);
  const start = new TextDecoder().decode(bytes.subarray(0, 200)).replace(/^\uFEFF/, '');
  if (start.trim() === '') throw new SetupError(`${file} is empty.`);
  for (const [begins, what] of SPREADSHEETS) {
    if (begins.every((byte, index) => bytes[index] === byte)) {
      throw new SetupError(`${file} is ${what}: save it as CSV (UTF-8) and give that.`);
    }
  }
  return (/^\s*[[{]/.test(start) ? ownLog(file, bytes) : null) ?? tableDays(bytes, options);
}

/** Of an .xlsx (a zip) and an .xls. */
const SPREADSHEETS = [
  [[0x50, 0x4b, 0x03, 0x04], 'a spreadsheet or an archive'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old spreadsheet'],
] as const;

function bytesOf(file: string): Uint8Array {
  try {
    if (statSync(file).size > BYTES_MAX) {
      throw new SetupError(`${file} is larger than ${String(BYTES_MAX / 1_000_000)} MB.`);
    }
    return readFileSync(file);
  } catch (error) {
    if (error instanceof SetupError) throw error;
    throw new SetupError(`The file ${file} cannot be read.`);
  }
}

function ownLog(file: string, bytes: Uint8Array): LogDays | null {
  const own = dayFile(file, new TextDecoder().decode(bytes));
  if (!own) return null;
  const days = own.days.map((day) => ownDay(file, day, own));
  return {
    ...{ kind: 'own', days, file: own, leftOut: [], assumed: [], windows: [], dayStartsAt: 0 },
    rows: own.days.reduce((sum, { events }) => sum + events.length, 0),
    header: null,
  };
}

function ownDay(file: string, { date, events }: DayEvents, { plans }: DayFile): LogDay {
  const observer = new DayObserver(date, plans);
  for (const stored of events) {
    try {
      observer.see(stored);
    } catch {
      throw new SetupError(
        `${file}: event ${String(stored.seq)} of ${date} does not follow from those before it.`,
      );
    }
  }
  return { observed: observer.seen(), own: observer.day };
}
