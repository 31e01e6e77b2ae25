/**
 * A foreign log (a plain table of ticket, queue, arrival, start, end) as observed days. Real logs are
 * dirty: what cannot be true is left out and named, what is not told is assumed and counted, and a
 * log of which more than half is left out is refused. A day begins at the quietest hour, so that a
 * night shift is one day; a service over midnight belongs to the day of the arrival.
 */
import { DAY_MS, HOUR_MS } from '../../base/time.ts';
import { businessDateAt } from '../../calendar/business-date.ts';
import type { Columns, HeaderUnits } from './csv/columns.ts';
import { completed } from './csv/completed.ts';
import type { Stop } from './csv/completed.ts';
import { observedDayOf } from './csv/day.ts';
import { visitsOf } from './csv/rows.ts';
import type { CsvRow, LeftOut } from './csv/rows.ts';
import { serversOf } from './csv/servers.ts';
import { isServed } from './csv/sweep.ts';
import type { NumberUnit } from './csv/times.ts';
import type { Assumption, ObservedDay } from './observed-day.ts';

export interface CsvOptions {
  readonly columns: Columns;
  /** Of all plain small numbers, whatever the header says; null: nobody says so. */
  readonly unit?: NumberUnit | null;
  /** What the header says of units. */
  readonly units?: HeaderUnits;
  /** More than this share left out, and the log is refused. */
  readonly leftOutMax?: number;
}

export interface CsvLog {
  /** By date; empty where the log is refused. */
  readonly days: readonly ObservedDay[];
  readonly rows: number;
  readonly leftOut: readonly LeftOut[];
  readonly assumed: readonly Assumption[];
  /** Names of the windows (or clerks), by window number from 1. */
  readonly windows: readonly string[];
  /** The hour at which days begin, 0 to 23; from noon on that of the evening before the date. */
  readonly dayStartsAt: number;
  readonly isRefused: boolean;
}

const LEFT_OUT_MAX = 0.5;
const NO_UNITS: HeaderUnits = { clock: null, wait: null, service: null };
/** So few of all rows in an hour count as nobody. */
const SLIPS_SHARE = 0.001;
const HALL_OFFSET_MS = 8 * HOUR_MS;

/** Reads a table's rows, the header left out. */
export function fromCsv(rows: readonly CsvRow[], options: CsvOptions): CsvLog {
  const { unit = null, units = NO_UNITS } = options;
  const meant = unit === null ? units : { clock: unit, wait: unit, service: unit };
  const { visits, leftOut, assumed } = visitsOf(rows, options.columns, meant);
  const isRefused =
    visits.length === 0 || visits.length < rows.length * (1 - (options.leftOutMax ?? LEFT_OUT_MAX));
  const told = { rows: rows.length, leftOut, isRefused };
  if (isRefused) return { ...told, days: [], assumed, windows: [], dayStartsAt: 0 };
  const { stops, assumed: filledIn } = completed(visits);
  const dayStartsAt = quietestHour(stops);
  const shiftMs = shiftOf(stops, dayStartsAt);
  const byDate = [
    ...Map.groupBy(stops, ({ arrivedAt }) => businessDateAt(arrivedAt - shiftMs)),
  ].sort((left, right) => left[0].localeCompare(right[0]));
  const servers = serversOf(
    byDate.map(([, own]) => own.filter(isServed).sort((a, b) => a.startedAt - b.startedAt)),
  );
  let away = 0;
  const days = byDate.map(([date, own]) => {
    own.sort((left, right) => left.arrivedAt - right.arrivedAt);
    const observed = observedDayOf(date, own, servers);
    away += observed.away;
    return observed.day;
  });
  const idle: Assumption[] = away > 0 ? [{ what: 'idle-while-waiting', count: away }] : [];
  return {
    ...{ ...told, days, dayStartsAt, windows: servers.names },
    assumed: [...assumed, ...filledIn, ...servers.assumed, ...idle],
  };
}

/**
 * By how much a day begins after its own midnight, ms; below 0 where it begins on the evening before.
 * Either way the same arrivals make a day: the label is the date on which most of them came.
 */
function shiftOf(stops: readonly Stop[], dayStartsAt: number): number {
  const afterMs = dayStartsAt * HOUR_MS;
  const onTheDay = stops.filter(
    ({ arrivedAt }) => businessDateAt(arrivedAt - afterMs) === businessDateAt(arrivedAt),
  );
  return onTheDay.length * 2 >= stops.length ? afterMs : afterMs - DAY_MS;
}

/** Midnight where nobody is there then, else the middle of the longest run of the emptiest hours. */
function quietestHour(stops: readonly Stop[]): number {
  const present = Array.from({ length: 24 }, () => 0);
  for (const { arrivedAt, endedAt } of stops) {
    const from = Math.floor((arrivedAt + HALL_OFFSET_MS) / HOUR_MS);
    const until = Math.floor(((endedAt ?? arrivedAt) + HALL_OFFSET_MS) / HOUR_MS);
    for (let hour = from; hour <= until; hour += 1) {
      present[hour % 24] = (present[hour % 24] ?? 0) + 1;
    }
  }
  // One slip of a clock at three in the morning makes no night shift.
  const limit = Math.min(...present) + stops.length * SLIPS_SHARE;
  const isQuiet = (hour: number) => (present[(hour + 24) % 24] ?? 0) <= limit;
  if (isQuiet(0)) return 0;
  let best = { from: 0, length: 0 };
  for (let from = 0; from < 24; from += 1) {
    if (!isQuiet(from) || isQuiet(from - 1)) continue;
    let length = 1;
    while (isQuiet(from + length)) length += 1;
    if (length > best.length) best = { from, length };
  }
  return (best.from + Math.floor(best.length / 2)) % 24;
}
