/**
 * The days of a foreign table: finds the header (titles may stand above it), takes its columns for
 * what they mean, and reads the rows. Says which column was taken for what, for everything else
 * stands on that. Refuses in one sentence, with what the file has.
 */
import { columnsOf, headerUnits } from '../../../shared/forecast/observed/csv/columns.ts';
import { COLUMN_KINDS } from '../../../shared/forecast/observed/csv/columns.ts';
import type { ColumnKind } from '../../../shared/forecast/observed/csv/columns.ts';
import type { CsvRow } from '../../../shared/forecast/observed/csv/rows.ts';
import type { NumberUnit } from '../../../shared/forecast/observed/csv/times.ts';
import { fromCsv } from '../../../shared/forecast/observed/from-csv.ts';
import type { CsvLog } from '../../../shared/forecast/observed/from-csv.ts';
import { SetupError } from '../../setup/setup-error.ts';
import { csvFile } from './csv-file.ts';
import type { LogDays } from './log-days.ts';
import type { LogOptions } from './options.ts';
import { LEFT_OUT } from './words.ts';

/** What the columns of a table were taken for. */
export interface HeaderTaken {
  /** From 1. */
  readonly line: number;
  readonly taken: readonly { readonly kind: ColumnKind; readonly name: string }[];
  /** Names of the columns that nothing is read from. */
  readonly unused: readonly string[];
  /** Of plain numbers, as the header tells it. */
  readonly units: readonly { readonly of: 'times' | ColumnKind; readonly unit: NumberUnit }[];
}

/** Titles and empty rows above a header are fewer. */
const TITLES_MAX = 10;
const NAMES_SHOWN = 20;
const NAME_SHOWN_MAX = 30;

/** The days of a table; throws a `SetupError` where there is none. */
export function tableDays(bytes: Uint8Array, options: LogOptions): LogDays {
  const { file } = options;
  const rows = csvFile(bytes)?.rows ?? [];
  const found = headerOf(rows, options);
  if (!found) throw new SetupError(`${file} holds neither days of a hall nor a table.`);
  const { header, columns, place } = found;
  const body = rows.slice(place + 1);
  if (body.length === 0) throw new SetupError(`${file} has a header and no row below it.`);
  const units = headerUnits(header.fields, columns);
  const { unit, leftOutMax } = options;
  const log = fromCsv(body, { columns, unit, units, leftOutMax });
  if (log.isRefused) throw new SetupError(refusalOf(file, log));
  const places = new Set(Object.values(columns));
  const kinds = COLUMN_KINDS.flatMap((kind) => {
    const at = columns[kind];
    return at === undefined ? [] : [{ kind, name: header.fields[at]?.trim() ?? '' }];
  });
  const told = unit === null ? units : { clock: null, wait: null, service: null };
  return {
    ...{ kind: 'table', file: null, rows: log.rows, leftOut: log.leftOut, assumed: log.assumed },
    ...{ windows: log.windows, dayStartsAt: log.dayStartsAt },
    days: log.days.map((observed) => ({ observed, own: null })),
    header: {
      ...{ line: header.line, taken: kinds },
      unused: header.fields.filter((name, at) => !places.has(at) && name.trim() !== ''),
      units: [
        ...(told.clock === null ? [] : [{ of: 'times' as const, unit: told.clock }]),
        ...(told.wait === null ? [] : [{ of: 'wait' as const, unit: told.wait }]),
        ...(told.service === null ? [] : [{ of: 'service' as const, unit: told.service }]),
      ],
    },
  };
}

/** The first row that names what is needed; null where no row is a row of a table. */
function headerOf(rows: readonly CsvRow[], { file, columns: named }: LogOptions) {
  const heads = rows.slice(0, TITLES_MAX);
  for (const [place, header] of heads.entries()) {
    const found = columnsOf(header.fields, named);
    if ('columns' in found) return { header, place, columns: found.columns };
  }
  const widest = heads.reduce<CsvRow | null>(
    (best, row) => (row.fields.length > (best?.fields.length ?? 1) ? row : best),
    null,
  );
  if (!widest || widest.fields.some((name) => /\p{Cc}/u.test(name))) return null;
  const found = columnsOf(widest.fields, named);
  if ('columns' in found) return null;
  throw new SetupError(
    (named[found.kind] === undefined
      ? `${file} has no column whose name is known for the ${found.kind}`
      : `${file} has no column ${found.missing} for the ${found.kind}`) +
      `; it has ${namesOf(widest.fields)}. Name it with --columns ${found.kind}=NAME.`,
  );
}

function namesOf(header: readonly string[]): string {
  const shown = header.slice(0, NAMES_SHOWN).map((name) => name.trim().slice(0, NAME_SHOWN_MAX));
  return `${shown.join(', ')}${header.length > NAMES_SHOWN ? ', …' : ''}`;
}

function refusalOf(file: string, { rows, leftOut }: CsvLog): string {
  const bad = leftOut.reduce((sum, { count }) => sum + count, 0);
  const reasons = leftOut.map(({ reason, count, examples }) => {
    const [first] = examples;
    const where = first ? `, first in line ${String(first.line)}: ${first.value}` : '';
    return `  ${String(count)} ${LEFT_OUT[reason]}${where}`;
  });
  return [
    `${file}: ${String(bad)} of ${String(rows)} rows cannot be used. Are the columns right?`,
    ...reasons,
    'Name columns with --columns, the unit of plain numbers with --unit, or allow more rows to be',
    'left out with --bad-rows-max.',
  ].join('\n');
}
