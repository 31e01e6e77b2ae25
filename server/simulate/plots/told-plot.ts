/**
 * What was told and what came: for each visitor who was asked about, the p50 to p90 told at arrival as
 * an upright bar at the time of arrival, and the wait that came as a dot. A dot above its bar waited
 * longer than the p90; of ten one should.
 */
import { MINUTE_MS } from '../../../shared/base/time.ts';
import { isWait } from '../waited.ts';
import { legend, timeOfDay, upward } from './axes.ts';
import { BLUE, INK, ORANGE, bar, dot, line, picture } from './svg.ts';

/** Minutes; `at` in ms on the scale of the clock. */
export interface Told {
  readonly at: number;
  readonly p50: number;
  readonly p90: number;
  readonly came: number;
}

export interface ToldPicture {
  readonly title: string;
  readonly below: string;
  readonly told: readonly Told[];
  readonly range: readonly [fromAt: number, toAt: number];
  readonly clock: (at: number) => string;
}

const WIDTH = 1_180;
const FRAME = { left: 76, top: 108, width: WIDTH - 76 - 24, height: 360 };

export function toldPlot({ title, below, told, range, clock }: ToldPicture): string {
  const most = Math.max(0, ...told.map(({ p90, came }) => Math.max(p90, came)));
  const { at: y, marks: upright } = upward(FRAME, most, 'minutes to wait');
  const { at: x, marks: hours } = timeOfDay(FRAME, range, clock);
  const marks = [...hours, ...upright, ...KEY];
  for (const { at, p50, p90 } of told) {
    marks.push(
      bar({ left: x(at) - 1.5, top: y(p90), width: 3, height: y(p50) - y(p90) }, BLUE, 0.35),
      line([x(at) - 3, y(p50)], [x(at) + 3, y(p50)], BLUE, 1.5),
    );
  }
  for (const { at, p90, came } of told) {
    marks.push(dot([x(at), y(came)], 2.5, came > p90 ? ORANGE : INK));
  }
  const height = FRAME.top + FRAME.height + 60;
  return picture({ width: WIDTH, height }, title, below, marks);
}

/**
 * How many were called within the p50 and the p90 that they were told, in words. Whoever was told no
 * wait and had none is left out: they would make any forecast look good.
 */
export function withinTold(told: readonly Told[]): string {
  const waited = told.filter(({ p90, came }) => isWait(p90 * MINUTE_MS, came * MINUTE_MS));
  const share = (of: (one: Told) => number) =>
    ((waited.filter((one) => one.came <= of(one)).length / waited.length) * 100).toFixed(0);
  const asked = `${String(told.length)} visitors asked about`;
  if (waited.length === 0) return `${asked}, none of whom waited or was told to`;
  return (
    `${asked}; of the ${String(waited.length)} who waited or were told to, ` +
    `${share(({ p50 }) => p50)} % were called within the p50 told (50 would be right) and ` +
    `${share(({ p90 }) => p90)} % within the p90 (90 would be right)`
  );
}

const KEY = legend(FRAME.left, 74, [
  {
    words: 'told at arrival: p50 (stroke) to p90',
    mark: (x, y) => [
      bar({ left: x + 6, top: y - 2, width: 4, height: 16 }, BLUE, 0.35),
      line([x + 3, y + 14], [x + 13, y + 14], BLUE, 1.5),
    ],
  },
  { words: 'came: within the p90', mark: (x, y) => [dot([x + 8, y + 6], 3.5, INK)] },
  { words: 'came: longer than the p90', mark: (x, y) => [dot([x + 8, y + 6], 3.5, ORANGE)] },
]);
