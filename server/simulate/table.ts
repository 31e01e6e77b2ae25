/** Figures as lines: one row a policy, minutes with one or two digits, shares in percent. */
import type { Figures } from '../../shared/forecast/simulation/metrics.ts';

const HEAD = [
  ...['policy', 'mean', '95 %', 'p50', 'p95', 'max/day', '<=10', '<=15', '<=30'],
  ...['overtaken', 'elsewhere', 'by right', 'harm>5', 'harm>10', 'late>5', 'busy', 'overtime'],
  ...['raqfm', 'x clairv.'],
];

/** The table of a scenario; `best` is the mean of the clairvoyant reference, if it was run. */
export function tableLines(
  rows: readonly (readonly [name: string, figures: Figures])[],
  best: number | null,
): string[] {
  const cells = [HEAD, ...rows.map(([name, figures]) => rowOf(name, figures, best))];
  const widths = HEAD.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 0 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  '),
  );
}

function rowOf(name: string, figures: Figures, best: number | null): string[] {
  const [low, high] = figures.meanInterval;
  return [
    name,
    figures.mean.toFixed(2),
    figures.days < 2 ? '' : `${low.toFixed(1)}-${high.toFixed(1)}`,
    figures.p50.toFixed(1),
    figures.p95.toFixed(1),
    figures.dailyMax.toFixed(1),
    ...[figures.within10, figures.within15, figures.within30].map((share) => percent(share, 0)),
    ...[figures.overtaken, figures.passedElsewhere, figures.passedByRight].map(
      ({ mean, p95, max }) => `${mean.toFixed(1)}/${String(p95)}/${String(max)}`,
    ),
    percent(figures.harm5, 2),
    percent(figures.harm10, 2),
    percent(figures.late5, 3),
    percent(figures.utilisation, 0),
    figures.overtime.toFixed(0),
    figures.raqfm.toFixed(1),
    best === null ? '' : (figures.mean / best).toFixed(2),
  ];
}

/** A share as `12.3%`. */
export function percent(share: number, digits: number): string {
  return `${(share * 100).toFixed(digits)}%`;
}

export const TABLE_NOTES = [
  'minutes; overtaken: mean/p95/max of passes by a window that could have called the ticket and chose',
  'another; elsewhere: by windows that could not serve it; by right: appointment, credit, hand.',
  'harm: share that waited so much longer than in fifo on the same draws; late: after their promise.',
];

/** The bootstrap by day is too narrow below about ten days. */
const DAYS_GOOD = 10;

/** What so few days cannot carry, in words; null where there are enough. */
export function daysCaution(days: number): string | null {
  if (days >= DAYS_GOOD) return null;
  if (days === 1) return 'one day only: no interval can be given, and differences may be its luck';
  return `${String(days)} days only: intervals drawn from so few are too narrow`;
}
