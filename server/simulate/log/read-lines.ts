/** What was read of a log, as lines: days, columns, what was left out, what was assumed. */
import type { LogDays } from './log-days.ts';
import { byName, counted, grouped, percent, shortList } from './lines.ts';
import type { HeaderTaken } from './table-days.ts';
import { ASSUMED, LEFT_OUT } from './words.ts';

const EXAMPLES_SHOWN = 3;

/** What was read, what was left out and what was assumed. */
export function readLines(log: LogDays): string[] {
  const { kind, days, rows, assumed, header, dayStartsAt } = log;
  const tickets = days.reduce((sum, { observed }) => sum + observed.tickets.length, 0);
  const services = days.reduce((sum, { observed }) => sum + observed.services.length, 0);
  const what = kind === 'own' ? counted(rows, 'event') : counted(rows, 'row');
  const lines = [
    `${what}: ${counted(days.length, 'day')} (${datesOf(log)}), ` +
      `${counted(tickets, 'visit')}, ${counted(services, 'service')}`,
  ];
  if (header) lines.push(...headerLines(header));
  if (kind === 'table') {
    lines.push(
      `windows: ${String(log.windows.length)} (${shortList([...log.windows].sort(byName))})`,
    );
    if (dayStartsAt > 0) {
      const before = dayStartsAt >= 12 ? ' of the evening before its date' : '';
      lines.push(`a day begins at ${String(dayStartsAt)}:00${before}, when the hall is emptiest`);
    }
    lines.push('each window may serve what it was seen to serve');
  } else if (log.file?.configured === 'inferred') {
    lines.push('the file has no configuration: clerks may do what they did, windows serve all');
  }
  lines.push(...leftOutLines(log));
  if (assumed.length > 0) lines.push('assumed:');
  for (const { what: kindOf, count } of assumed)
    lines.push(`  ${grouped(count)} ${ASSUMED[kindOf]}`);
  return lines;
}

/** First and last; a file of bare times has none. */
export function datesOf({ days, assumed }: LogDays): string {
  if (assumed.some(({ what }) => what === 'no-date')) return 'the file has no date';
  const [first, last] = [days[0]?.observed.date ?? '', days.at(-1)?.observed.date ?? ''];
  return first === last ? first : `${first} to ${last}`;
}

function headerLines({ line, taken, unused, units }: HeaderTaken): string[] {
  const lines = [
    `columns (line ${String(line)}): ` +
      taken.map(({ kind, name }) => `${kind} = ${name}`).join(', '),
  ];
  if (unused.length > 0) lines.push(`not used: ${shortList(unused)}`);
  for (const { of, unit } of units)
    lines.push(`plain numbers of ${of} are ${unit}: the header says so`);
  return lines;
}

function leftOutLines({ rows, leftOut }: LogDays): string[] {
  const bad = leftOut.reduce((sum, { count }) => sum + count, 0);
  if (bad === 0) return [];
  return [
    `left out: ${counted(bad, 'row')} (${percent(bad / rows)})`,
    ...leftOut.map(({ reason, count, examples }) => {
      const shown = examples
        .slice(0, EXAMPLES_SHOWN)
        .map(({ line, value }) => `line ${String(line)}${value === '' ? '' : ` "${value}"`}`);
      return `  ${grouped(count)} ${LEFT_OUT[reason]}: ${shown.join(', ')}`;
    }),
  ];
}
