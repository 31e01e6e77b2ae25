/**
 * Waits by order of calls: median to 95th percentile as a bar, the mean with its 95 % interval, the
 * mean longest wait of a day as a stroke. Several pictures of a run share one axis, if they are given
 * the same `most`.
 */
import { legend, rightward } from './axes.ts';
import { BLUE, INK, MUTED, ORANGE, bar, dot, fitted, line, picture, text } from './svg.ts';

/** Minutes; shares 0 to 1. */
export interface WaitsRow {
  readonly label: string;
  readonly isOurs: boolean;
  readonly p50: number;
  readonly p95: number;
  readonly dailyMax: number;
  readonly mean: number;
  /** Null of a single day. */
  readonly interval: readonly [low: number, high: number] | null;
  /** Share that waits more than ten minutes longer than in strict order. */
  readonly harm10: number;
}

export interface WaitsPicture {
  readonly title: string;
  readonly below: string;
  readonly rows: readonly WaitsRow[];
}

const WIDTH = 1_180;
const LEFT = 230;
const RIGHT = 310;
const TOP = 128;
const ROW = 36;

/** What the axis of these rows must reach. */
export function mostOf(rows: readonly WaitsRow[]): number {
  return Math.max(0, ...rows.map(({ p95, dailyMax }) => Math.max(p95, dailyMax)));
}

export function waitsPlot({ title, below, rows }: WaitsPicture, most: number): string {
  const frame = { left: LEFT, top: TOP, width: WIDTH - LEFT - RIGHT, height: rows.length * ROW };
  const { at: x, marks: axis } = rightward(frame, most, 'minutes waited, arrival to call');
  const [second, third] = [WIDTH - RIGHT + 36, WIDTH - 24];
  const marks = [
    ...axis,
    ...KEY,
    text(second, TOP - 28, 'mean', { weight: 600 }),
    text(second, TOP - 12, '[95 % interval]', { weight: 600 }),
    text(third, TOP - 28, '> 10 min longer', { anchor: 'end', weight: 600 }),
    text(third, TOP - 12, 'than strict', { anchor: 'end', weight: 600 }),
  ];
  for (const [index, row] of rows.entries()) {
    const y = TOP + index * ROW + ROW / 2;
    const colour = row.isOurs ? ORANGE : BLUE;
    const weight = row.isOurs ? 700 : 400;
    const { p50, p95, mean, dailyMax, interval, harm10 } = row;
    marks.push(
      text(LEFT - 12, y + 4, fitted(row.label, LEFT - 36), { anchor: 'end', weight }),
      bar({ left: x(p50), top: y - 8, width: x(p95) - x(p50), height: 16 }, colour, 0.3),
      line([x(dailyMax), y - 11], [x(dailyMax), y + 11], INK, 2),
    );
    if (interval) {
      const [low, high] = interval;
      marks.push(line([x(low), y], [x(high), y], colour, 3));
      marks.push(...[low, high].map((end) => line([x(end), y - 5], [x(end), y + 5], colour, 2)));
    }
    const range = interval ? `  [${interval.map((end) => end.toFixed(1)).join(' – ')}]` : '';
    marks.push(
      dot([x(mean), y], 5, colour),
      text(second, y + 4, `${mean.toFixed(1)}${range}`, { weight }),
      text(third, y + 4, `${(harm10 * 100).toFixed(1)} %`, { anchor: 'end', weight }),
    );
  }
  const height = TOP + rows.length * ROW + 60;
  return picture({ width: WIDTH, height }, title, below, marks);
}

const KEY = legend(LEFT, 74, [
  {
    words: 'median to 95th percentile',
    mark: (x, y) => [bar({ left: x, top: y, width: 16, height: 12 }, MUTED, 0.35)],
  },
  {
    words: 'mean, 95 % interval',
    mark: (x, y) => [
      line([x - 1, y + 6], [x + 17, y + 6], MUTED, 3),
      dot([x + 8, y + 6], 5, MUTED),
    ],
  },
  {
    words: 'longest wait of a day, mean',
    mark: (x, y) => [line([x + 8, y - 2], [x + 8, y + 14], INK, 2)],
  },
]);
