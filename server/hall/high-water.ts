/**
 * The highest number printed in each series today, kept in a file outside the database. When a backup
 * of an earlier hour is restored, the numbers printed since are passed over instead of being given
 * out twice; the event `NumbersSkipped` accounts for them. Written after the commit, whole, by rename.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HallId } from '../../shared/base/ids.ts';
import type { Day } from '../../shared/hall/day.ts';
import type { OnFault } from '../faults.ts';

const WRITE_AFTER_MS = 100;
/** A full disk is tried again; the tickets themselves are in the database. */
const WRITE_AGAIN_MS = 5_000;

/** Without the marks nobody knows which numbers were printed: better no start than a number twice. */
export class UnreadableMarks extends Error {
  override readonly name = 'UnreadableMarks';

  constructor(path: string, cause: unknown) {
    super(`The printed numbers in ${path} cannot be read; mend or remove the file.`, { cause });
  }
}

interface Mark {
  readonly date: string;
  readonly series: Record<string, number>;
}

export interface HighWater {
  /** Remembers the day's last numbers; written soon. */
  note(day: Day): void;
  /** Series whose printed numbers are ahead of the day's state. */
  ahead(day: Day): { readonly series: string; readonly to: number }[];
  /** Writes what is not yet written. */
  close(): void;
}

/** The marks of all halls under a data directory. */
export function highWater(dataDir: string, onFault: OnFault): HighWater {
  const folder = join(dataDir, 'high-water');
  mkdirSync(folder, { recursive: true });
  const unwritten = new Map<HallId, Mark>();
  let timer: NodeJS.Timeout | null = null;
  let closed = false;
  const path = (hall: HallId) => join(folder, `${hall}.json`);
  const read = (hall: HallId): Mark | null => {
    try {
      return JSON.parse(readFileSync(path(hall), 'utf8')) as Mark;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw new UnreadableMarks(path(hall), error);
    }
  };
  const write = () => {
    if (timer) clearTimeout(timer);
    timer = null;
    for (const [hall, mark] of unwritten) {
      try {
        const draft = `${path(hall)}.${String(process.pid)}`;
        writeFileSync(draft, JSON.stringify(merged(read(hall), mark)));
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
      unwritten.set(day.hall, { date: day.date, series: Object.fromEntries(day.lastNumber) });
      timer ??= setTimeout(write, WRITE_AFTER_MS);
    },
    ahead(day) {
      const mark = read(day.hall);
      if (mark?.date !== day.date) return [];
      const last = new Map<string, number>(day.lastNumber);
      return Object.entries(mark.series)
        .filter(([series, to]) => to > (last.get(series) ?? 0))
        .map(([series, to]) => ({ series, to }));
    },
    close() {
      closed = true;
      write();
    },
  };
}

/** Another server may have written higher marks of the same day. */
function merged(before: Mark | null, mark: Mark): Mark {
  if (before && before.date > mark.date) return before;
  if (before?.date !== mark.date) return mark;
  const series = { ...before.series };
  for (const [name, last] of Object.entries(mark.series)) {
    series[name] = Math.max(last, series[name] ?? 0);
  }
  return { date: mark.date, series };
}
