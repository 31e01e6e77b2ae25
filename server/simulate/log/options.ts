/** The part of the command line that plays a log: `--log FILE` and what goes with it. */
import { COLUMN_KINDS } from '../../../shared/forecast/observed/csv/columns.ts';
import type { ColumnKind } from '../../../shared/forecast/observed/csv/columns.ts';
import type { NumberUnit } from '../../../shared/forecast/observed/csv/times.ts';
import { SetupError } from '../../setup/setup-error.ts';

export const LOG_USAGE = `A hall's own days, or another system's (docs/for-halls/own-data.md)
  --log FILE                  what the export writes, or a table with a header: CSV in UTF-8, UTF-16
                              or GB18030, parted by commas, semicolons, tabs or bars
  --columns KIND=NAME[,…]     columns whose names are not known by themselves; kinds are
                              ${COLUMN_KINDS.join(' ')}
  --unit seconds|minutes|hours  of plain numbers, where neither header nor numbers tell
  --bad-rows-max N            percent of rows that may be left out before a table is refused (50)
  --estimates N               visitors whose wait is estimated, evenly spread (3000; 0: none)`;

/** For `parseArgs`. */
export const LOG_ARGUMENTS = {
  log: { type: 'string' },
  columns: { type: 'string' },
  unit: { type: 'string' },
  'bad-rows-max': { type: 'string' },
  estimates: { type: 'string' },
} as const;

export interface LogOptions {
  readonly file: string;
  readonly columns: Partial<Readonly<Record<ColumnKind, string>>>;
  readonly unit: NumberUnit | null;
  /** A share, 0 to 1. */
  readonly leftOutMax: number;
  readonly estimates: number;
}

type Values = { readonly [Name in keyof typeof LOG_ARGUMENTS]?: string | undefined };

/** Null where no log is asked for; throws one sentence about what makes no sense. */
export function logOptions(values: Values): LogOptions | null {
  if (values.log === undefined) return null;
  return {
    file: values.log,
    columns: columnsFrom(values.columns ?? ''),
    unit: unitFrom(values.unit),
    leftOutMax: number('bad-rows-max', values['bad-rows-max'] ?? '50', 100) / 100,
    estimates: number('estimates', values.estimates ?? '3000', 1_000_000),
  };
}

function columnsFrom(text: string): LogOptions['columns'] {
  const columns: Partial<Record<ColumnKind, string>> = {};
  for (const part of text.split(',').filter((one) => one.trim() !== '')) {
    const [name = '', ...rest] = part.split('=');
    const kind = COLUMN_KINDS.find((one) => one === name.trim());
    if (!kind || rest.length === 0) {
      throw new SetupError(
        `--columns has ${part}: write one of ${COLUMN_KINDS.join(', ')}, "=" and a column's name.`,
      );
    }
    columns[kind] = rest.join('=').trim();
  }
  return columns;
}

function unitFrom(text: string | undefined): NumberUnit | null {
  if (text === undefined) return null;
  if (text === 'seconds' || text === 'minutes' || text === 'hours') return text;
  throw new SetupError(`--unit is seconds, minutes or hours, not ${text}.`);
}

function number(name: string, text: string, max: number): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value <= max) return value;
  throw new SetupError(`--${name} must be a number from 0 to ${String(max)}, not ${text}.`);
}
