/** A log's figures as lines to read: what was read and assumed, orders, the estimate. */
import { MINUTE_MS } from '../../../shared/base/time.ts';
import { BASELINES } from '../../../shared/forecast/shadow/log-baselines.ts';
import type { Figure, OrderFigures } from '../../../shared/forecast/shadow/order-figures.ts';
import type { LogDays } from './log-days.ts';
import type { EstimateFigures, ModelCheck, OrdersPlayed } from './play.ts';
import { ASSUMED, LEFT_OUT, ORDER } from './words.ts';

const EXAMPLES_SHOWN = 3;

/** What was read, what was left out and what was assumed. */
export function readLines({ kind, days, rows, leftOut, assumed, ...log }: LogDays): string[] {
  const [first, last] = [days[0]?.observed.date ?? '', days.at(-1)?.observed.date ?? ''];
  const tickets = days.reduce((sum, { observed }) => sum + observed.tickets.length, 0);
  const services = days.reduce((sum, { observed }) => sum + observed.services.length, 0);
  const what = kind === 'own' ? 'events' : 'rows';
  const lines = [
    `${grouped(rows)} ${what}: ${grouped(days.length)} days (${first} to ${last}), ` +
      `${grouped(tickets)} visits, ${grouped(services)} services`,
  ];
  if (kind === 'table') {
    lines.push(`windows: ${String(log.windows.length)} (${shortList(log.windows)})`);
    if (log.dayStartsAt > 0) lines.push(`a day begins at ${String(log.dayStartsAt)}:00`);
    lines.push('each window may serve what it was seen to serve');
  } else if (log.file?.configured === 'inferred') {
    lines.push('the file has no configuration: clerks may do what they did, windows serve all');
  }
  const bad = leftOut.reduce((sum, { count }) => sum + count, 0);
  if (bad > 0) {
    lines.push(`left out: ${grouped(bad)} rows (${percent(bad / rows)})`);
    for (const { reason, count, examples } of leftOut) {
      const shown = examples
        .slice(0, EXAMPLES_SHOWN)
        .map(({ line, value }) => `line ${String(line)}${value === '' ? '' : ` "${value}"`}`);
      lines.push(`  ${grouped(count)} ${LEFT_OUT[reason]}: ${shown.join(', ')}`);
    }
  }
  if (assumed.length > 0) lines.push('assumed:');
  for (const { what, count } of assumed) lines.push(`  ${grouped(count)} ${ASSUMED[what]}`);
  return lines;
}

/** How well strict order explains what happened. */
export function modelLines({ real, errorMs, biasMs, neverCalled }: ModelCheck): string[] {
  const more = biasMs >= 0 ? 'more' : 'less';
  const lines = [
    `what happened: mean wait ${minutes(real.meanMs)}, p95 ${minutes(real.p95Ms)}, longest ` +
      `${minutes(real.maxMs)} min`,
    `strict order played again is off by ${minutes(errorMs)} min on average ` +
      `(${minutes(Math.abs(biasMs))} ${more} on the whole)`,
  ];
  if (errorMs > Math.max(2 * MINUTE_MS, 0.5 * real.meanMs)) {
    lines.push('  that is much: this hall did not call in order of arrival, or the log hides why');
  }
  if (neverCalled > 0) lines.push(`  ${grouped(neverCalled)} left without being called: left out`);
  return lines;
}

const HEAD = [
  'order',
  'mean',
  'p50',
  'p95',
  'max/day',
  '≤10',
  '≤15',
  '≤30',
  '>5 worse',
  '>10 worse',
];
const MORE = ['broken', 'overtaken', 'uncalled'];

/** The table of orders; minutes, shares in percent, intervals below each row. */
export function orderLines({ orders }: OrdersPlayed): string[] {
  const rows = [...orders].flatMap(([name, figures]) => [
    [ORDER[name], ...cellsOf(figures, (figure, show) => show(figure.value))],
    ['', ...cellsOf(figures, interval)],
  ]);
  const days = [...orders.values()][0]?.days ?? 0;
  const note = days < 2 ? ['one day: no intervals'] : ['in brackets: 95 % intervals by days'];
  return [...table([[...HEAD, ...MORE], ...rows]), ...note];
}

type Show = (value: number) => string;

function cellsOf(figures: OrderFigures, cell: (figure: Figure, show: Show) => string): string[] {
  const { meanMs, p50Ms, p95Ms, dayMaxMs, within10, within15, within30 } = figures;
  const { worse5, worse10, broken, overtakenMax, uncalled } = figures;
  const isValue = cell({ value: 0, low: null, high: null }, () => 'x') === 'x';
  return [
    ...[meanMs, p50Ms, p95Ms, dayMaxMs].map((figure) => cell(figure, minutes)),
    ...[within10, within15, within30].map((figure) => cell(figure, percent)),
    ...[worse5, worse10, broken].map((figure) => cell(figure, fine)),
    ...(isValue ? [String(overtakenMax), String(uncalled)] : ['', '']),
  ];
}

function interval({ low, high }: Figure, show: Show): string {
  return low === null || high === null ? '' : `(${show(low)}–${show(high)})`;
}

/** The estimate beside the simple rules. */
export function estimateLines(figures: EstimateFigures | null): string[] {
  if (!figures) return ['estimate: it needs a day to learn from and another to be asked about'];
  const { asked, days, meanWaitMs, errorMs, biasMs, coverage, rawCoverage, baselines } = figures;
  const best = Math.min(...BASELINES.map((rule) => baselines[rule]));
  return [
    `estimate at arrival: ${grouped(asked)} visitors on ${String(days)} days, each told by what ` +
      `was learned before; mean wait ${minutes(meanWaitMs)} min`,
    ...table([
      ['rule', 'mean error (min)', '× best simple rule'],
      ['estimate (p50)', minutes(errorMs), (errorMs / best).toFixed(2)],
      ...BASELINES.map((rule) => [
        rule,
        minutes(baselines[rule]),
        (baselines[rule] / best).toFixed(2),
      ]),
    ]),
    `called within the p90 told: ${percent(coverage)} (uncorrected ${percent(rawCoverage)}); ` +
      `waited ${minutes(Math.abs(biasMs))} min ${biasMs >= 0 ? 'longer' : 'less'} than p50 on average`,
  ];
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, index) => (widths[index] = Math.max(widths[index] ?? 0, cell.length)));
  }
  return rows
    .filter((row) => row.some((cell) => cell !== ''))
    .map((row) =>
      row
        .map((cell, index) =>
          index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    );
}

function minutes(ms: number): string {
  return (ms / MINUTE_MS).toFixed(1);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

function fine(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}

function grouped(value: number): string {
  return value.toLocaleString('en');
}

function shortList(names: readonly string[]): string {
  const NAMES_MAX = 12;
  const shown = names.slice(0, NAMES_MAX).join(', ');
  return names.length > NAMES_MAX ? `${shown}, …` : shown;
}
