/**
 * The highest number given out in each series, of today and of the days that are booked ahead, kept in
 * a file outside the database. When a backup of an earlier hour is restored, the numbers given out
 * since are passed over instead of being given out twice; the event `NumbersSkipped` accounts for
 * them. Written after the commit, whole, by rename.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { businessDate } from '../../shared/base/ids.ts';
import type { BusinessDate, HallId } from '../../shared/base/ids.ts';
import type { Day } from '../../shared/hall/day.ts';
import type { OnFault } from '../faults.ts';
import type { Commit } from './commit.ts';

const WRITE_AFTER_MS = 100;
/** A full disk is tried again; the tickets themselves are in the database. */
const WRITE_AGAIN_MS = 5_000;
/** More than may ever be booked ahead. */
const DAYS_MAX = 400;

/** Without the marks nobody knows which numbers were printed: better no start than a number twice. */
export class UnreadableMarks extends Error {
  override readonly name = 'UnreadableMarks';

  constructor(path: string, cause: unknown) {
    super(`The printed numbers in ${path} cannot be read; mend or remove the file.`, { cause });
  }
}

type Numbers = Readonly<Record<string, number>>;

/** The last number of each series, by business date: today's, and what is booked for days to come. */
type Marks = Readonly<Record<string, Numbers>>;

/** The file; `date` and `series` are of a server that knew one day alone. */
interface MarksFile {
  readonly days?: Marks;
  readonly date?: string;
  readonly series?: Numbers;
}

export interface HighWater {
  /** Remembers the day's last numbers; written soon. */
  note(day: Day): void;
  /** Series whose numbers given out are ahead of the day's state. */
  ahead(day: Day): { readonly series: string; readonly to: number }[];
  /** Later days of which numbers were given out, soonest first. */
  daysAfter(hall: HallId, date: BusinessDate): readonly BusinessDate[];
  /** Writes what is not yet written. */
  close(): void;
}

/** Whether a number was given out, on paper or for an appointment. */
export function givesNumbers({ events }: Pick<Commit, 'events'>): boolean {
  const gives = ['TicketIssued', 'AppointmentBooked'];
  return events.some(({ event }) => gives.includes(event.type));
}

/** The marks of all halls under a data directory. */
export function highWater(dataDir: string, onFault: OnFault): HighWater {
  const folder = join(dataDir, 'high-water');
  mkdirSync(folder, { recursive: true });
  const unwritten = new Map<HallId, Marks>();
  /** The newest open day of each hall. */
  const opened = new Map<HallId, BusinessDate>();
  let timer: NodeJS.Timeout | null = null;
  let closed = false;
  const path = (hall: HallId) => join(folder, `${hall}.json`);
  const read = (hall: HallId): Marks => {
    try {
      return marksOf(JSON.parse(readFileSync(path(hall), 'utf8')) as MarksFile);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
      throw new UnreadableMarks(path(hall), error);
    }
  };
  const write = () => {
    if (timer) clearTimeout(timer);
    timer = null;
    for (const [hall, marks] of unwritten) {
      try {
        const draft = `${path(hall)}.${String(process.pid)}`;
        const days = without(merged(read(hall), marks), opened.get(hall));
        writeFileSync(draft, JSON.stringify({ days } satisfies MarksFile));
        renameSync(draft, path(hall));
        unwritten.delete(hall);
      } catch (error) {
        onFault(error, 'high-water marks');
      }
    }
    if (unwritten.size > 0 && !closed) timer = setTimeout(write, WRITE_AGAIN_MS);
  };
  return {
    note(day) {
      if (day.phase === 'open') opened.set(day.hall, day.date);
      const noted = { [day.date]: Object.fromEntries(day.lastNumber) };
      unwritten.set(day.hall, merged(unwritten.get(day.hall) ?? {}, noted));
      timer ??= setTimeout(write, WRITE_AFTER_MS);
    },
    ahead(day) {
      const last = new Map<string, number>(day.lastNumber);
      return Object.entries(read(day.hall)[day.date] ?? {})
        .filter(([series, to]) => to > (last.get(series) ?? 0))
        .map(([series, to]) => ({ series, to }));
    },
    daysAfter: (hall, date) =>
      Object.keys(read(hall))
        .filter((later) => later > date)
        .sort()
        .map(businessDate),
    close() {
      closed = true;
      write();
    },
  };
}

function marksOf({ days, date, series }: MarksFile): Marks {
  return days ?? (date !== undefined && series !== undefined ? { [date]: series } : {});
}

/** Another server may have written higher marks of the same day. */
function merged(before: Marks, added: Marks): Marks {
  const days: Record<string, Numbers> = { ...before };
  for (const [date, numbers] of Object.entries(added)) {
    const series: Record<string, number> = { ...days[date] };
    for (const [name, last] of Object.entries(numbers)) {
      series[name] = Math.max(last, series[name] ?? 0);
    }
    days[date] = series;
  }
  return days;
}

/** What is over gives out no more numbers; of very many days the last ones are kept. */
function without(marks: Marks, opened: BusinessDate | undefined): Marks {
  const days = Object.keys(marks).filter((date) => opened === undefined || date >= opened);
  return Object.fromEntries(
    days
      .sort()
      .slice(-DAYS_MAX)
      .map((date) => [date, marks[date] ?? {}]),
  );
}
