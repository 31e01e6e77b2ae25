/**
 * A foreign hall's log for tests: a pooled hall of some windows in strict order, days of 08:00 to
 * 17:00, written as a table. `dirtied` makes it what such tables are.
 */
import type { CsvRow } from '../../../../shared/forecast/observed/csv/rows.ts';
import { pick, seededRandom } from '../../../../shared/base/seeded-random.ts';
import type { Random } from '../../../../shared/base/seeded-random.ts';

const MINUTE_MS = 60_000;
export const HEADER = ['ticket', 'queue', 'arrival', 'start', 'end', 'window'];

export interface ForeignRow {
  readonly ticket: string;
  readonly queue: string;
  readonly arrivedAt: number;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly window: number;
}

/** Everybody who was served, by arrival; `loadMinutes` between two arrivals on average. */
export function foreignDays(
  dates: readonly string[],
  { windows = 4, betweenMinutes = 2.2, seed = 7 } = {},
): ForeignRow[] {
  const random = seededRandom(seed);
  return dates.flatMap((date) => {
    const freeAt = Array.from({ length: windows }, () => Date.parse(`${date}T08:00:00+08:00`));
    const rows: ForeignRow[] = [];
    const closesAt = Date.parse(`${date}T17:00:00+08:00`);
    let at = Date.parse(`${date}T07:55:00+08:00`);
    for (let number = 1; ; number += 1) {
      at += Math.round(-Math.log(1 - random()) * betweenMinutes * MINUTE_MS);
      if (at > closesAt) return rows;
      const queue = pick(random, ['cards', 'loans', 'cards', 'cash']);
      const minutes = { cards: 6, loans: 16, cash: 4 }[queue] ?? 5;
      const window = freeAt.indexOf(Math.min(...freeAt));
      const startedAt = Math.max(at, freeAt[window] ?? at);
      const endedAt = startedAt + Math.round(minutes * (0.5 + random()) * MINUTE_MS);
      freeAt[window] = endedAt;
      const ticket = `${date}-${String(number)}`;
      rows.push({ ticket, queue, arrivedAt: at, startedAt, endedAt, window: window + 1 });
    }
  });
}

/** As cells, in the order of HEADER; instants written by `written`. */
export function cells(
  rows: readonly ForeignRow[],
  written: (at: number) => string = local,
): CsvRow[] {
  return rows.map(({ ticket, queue, arrivedAt, startedAt, endedAt, window }, index) => ({
    line: index + 2,
    fields: [
      ...[ticket, queue, written(arrivedAt), written(startedAt), written(endedAt)],
      String(window),
    ],
  }));
}

/** `2026-11-23 09:05:00`, the hall's wall clock. */
export function local(at: number): string {
  return new Date(at + 8 * 60 * MINUTE_MS).toISOString().slice(0, 19).replace('T', ' ');
}

export type Dirt = 'no-start' | 'no-end' | 'twice' | 'backwards' | 'nonsense' | 'short' | 'left';

/** About one row in twelve is spoilt, each in one way; tells how often each way was taken. */
export function dirtied(
  rows: readonly CsvRow[],
  seed = 3,
): { rows: CsvRow[]; dirt: Map<Dirt, number> } {
  const random = seededRandom(seed);
  const dirt = new Map<Dirt, number>();
  const spoilt = rows.flatMap((row) => {
    if (random() > 1 / 12) return [row];
    const how = pick<Dirt>(random, DIRT);
    dirt.set(how, (dirt.get(how) ?? 0) + 1);
    return spoil(row, how, random);
  });
  return { rows: spoilt, dirt };
}

const DIRT: readonly Dirt[] = [
  'no-start',
  'no-end',
  'twice',
  'backwards',
  'nonsense',
  'short',
  'left',
];

function spoil(row: CsvRow, how: Dirt, random: Random): CsvRow[] {
  const [ticket = '', queue = '', arrival = '', start = '', end = '', window = ''] = row.fields;
  const { line } = row;
  switch (how) {
    case 'no-start':
      return [{ line, fields: [ticket, queue, arrival, '', end, window] }];
    case 'no-end':
      return [{ line, fields: [ticket, queue, arrival, start, '', window] }];
    case 'twice':
      return [row, row];
    case 'backwards':
      return [{ line, fields: [ticket, queue, end, arrival, start, window] }];
    case 'nonsense':
      return [
        { line, fields: [ticket, queue, random() < 0.5 ? '??' : '31/31', start, end, window] },
      ];
    case 'short':
      return [{ line, fields: [ticket, queue] }];
    case 'left':
      return [{ line, fields: [ticket, queue, arrival, '', '', ''] }];
  }
}
