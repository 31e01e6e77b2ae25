/** A log's figures as lines to read: how well strict order explains it, orders, the estimate. */
import { MINUTE_MS } from '../../../shared/base/time.ts';
import { BASELINES } from '../../../shared/forecast/shadow/log-baselines.ts';
import type { Figure, OrderFigures } from '../../../shared/forecast/shadow/order-figures.ts';
import { POLICY } from '../names.ts';
import { counted, fine, grouped, minutes, percent, table } from './lines.ts';
import type { EstimateFigures, ModelCheck, OrdersPlayed } from './play.ts';

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

const HEAD = ['order', 'mean', 'p50', 'p95', 'max/day', '≤10', '≤15', '≤30'];
const MORE = ['>5 worse', '>10 worse', 'broken', 'overtaken', 'uncalled'];
const LEGEND = [
  'minutes waited; ≤10: share called within 10 minutes; >5 worse: share who wait over 5 minutes longer',
  'than in strict order; broken: called over 5 minutes after their promise; overtaken: how often one',
  'visitor was passed at most; uncalled: not called before the windows closed, in no other figure',
];

/** The table of orders; minutes, shares in percent, intervals below each row. */
export function orderLines({ orders }: OrdersPlayed): string[] {
  const rows = [...orders].flatMap(([name, figures]) => [
    [POLICY[name].label, ...cellsOf(figures, (figure, show) => show(figure.value))],
    ['', ...cellsOf(figures, interval)],
  ]);
  const days = [...orders.values()][0]?.days ?? 0;
  const note =
    days < 2 ? 'no intervals from one day' : 'in brackets: 95 % intervals, by drawing days';
  return [...table([[...HEAD, ...MORE], ...rows]), ...LEGEND, note];
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
  return low === null || high === null ? '' : `(${show(low)}–${show(high)})`.replaceAll('%', '');
}

/** The estimate beside the simple rules. */
export function estimateLines(figures: EstimateFigures | null): string[] {
  if (!figures)
    return ['estimate: none; it needs a day to learn from and another to be asked about'];
  const { asked, days, meanWaitMs, errorMs, biasMs, coverage, rawCoverage, waited, baselines } =
    figures;
  const best = Math.min(...BASELINES.map((rule) => baselines[rule]));
  return [
    `estimate at arrival: ${counted(asked, 'visitor')} on ${counted(days, 'day')}, each told by what ` +
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
    `called within the p90 told: ${percent(coverage)} (90 would be right; uncorrected ` +
      `${percent(rawCoverage)})`,
    `  of the ${grouped(waited.count)} who waited half a minute or were told to: ` +
      percent(waited.coverage),
    `waited ${minutes(Math.abs(biasMs))} min ${biasMs >= 0 ? 'longer' : 'less'} than the p50 on average`,
  ];
}
