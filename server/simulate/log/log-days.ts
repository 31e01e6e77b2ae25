/** A log's days ready to be played: from a hall's own export, or from a foreign table. */
import { readFileSync, statSync } from 'node:fs';
import { columnsOf } from '../../../shared/forecast/observed/csv/columns.ts';
import type { LeftOut } from '../../../shared/forecast/observed/csv/rows.ts';
import { fromCsv } from '../../../shared/forecast/observed/from-csv.ts';
import type { CsvLog } from '../../../shared/forecast/observed/from-csv.ts';
import type { Assumption, ObservedDay } from '../../../shared/forecast/observed/observed-day.ts';
import { DayObserver } from '../../../shared/forecast/observed/observe.ts';
import type { Day } from '../../../shared/hall/day.ts';
import { SetupError } from '../../setup/setup-error.ts';
import { csvFile } from './csv-file.ts';
import type { DayFile } from './day-file.ts';
import { dayFile } from './day-file.ts';
import type { LogOptions } from './options.ts';

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
}

const BYTES_MAX = 600_000_000;

/** Reads the file; refuses in one sentence what cannot be read. */
export function logDays(options: LogOptions): LogDays {
  const { file } = options;
  const bytes = bytesOf(file);
  const start = new TextDecoder().decode(bytes.subarray(0, 200)).trimStart();
  const own = start.startsWith('{') || start.startsWith('[') ? ownLog(bytes) : null;
  if (own) return own;
  const table = csvFile(bytes);
  if (!table) throw new SetupError(`${file} holds neither days of a hall nor a table.`);
  const found = columnsOf(table.header, options.columns);
  if (!('columns' in found)) {
    throw new SetupError(
      `${file} has no column ${found.missing} for the ${found.kind}; it has ` +
        `${table.header.join(', ')}. Name it with --columns ${found.kind}=NAME.`,
    );
  }
  const { unit, leftOutMax } = options;
  const log = fromCsv(table.rows, { columns: found.columns, unit, leftOutMax });
  if (log.isRefused) throw new SetupError(refusalOf(file, log));
  return {
    ...{ kind: 'table', file: null, rows: log.rows, leftOut: log.leftOut, assumed: log.assumed },
    ...{ windows: log.windows, dayStartsAt: log.dayStartsAt },
    days: log.days.map((observed) => ({ observed, own: null })),
  };
}

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

function ownLog(bytes: Uint8Array): LogDays | null {
  const file = dayFile(new TextDecoder().decode(bytes));
  if (!file) return null;
  const days = file.days.map(({ date, events }): LogDay => {
    const observer = new DayObserver(date, file.plans);
    for (const stored of events) observer.see(stored);
    return { observed: observer.seen(), own: observer.day };
  });
  return {
    ...{ kind: 'own', days, file, leftOut: [], assumed: [], windows: [], dayStartsAt: 0 },
    rows: file.days.reduce((sum, { events }) => sum + events.length, 0),
  };
}

function refusalOf(file: string, { rows, leftOut }: CsvLog): string {
  const bad = leftOut.reduce((sum, { count }) => sum + count, 0);
  const reasons = leftOut.map(({ reason, count, examples }) => {
    const [first] = examples;
    const where = first ? `, first in line ${String(first.line)}: ${first.value}` : '';
    return `  ${String(count)} ${reason}${where}`;
  });
  return [
    `${file}: ${String(bad)} of ${String(rows)} rows cannot be used. Are the columns right?`,
    ...reasons,
    'Name them with --columns, or allow more with --bad-rows-max.',
  ].join('\n');
}
