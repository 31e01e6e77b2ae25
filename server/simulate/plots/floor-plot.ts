/** One day on the floor: what each window served when, by zone, and how many waited meanwhile. */
import { HALF_HOUR_MS } from '../../../shared/base/time.ts';
import type { DrawnDay } from '../../../shared/forecast/simulation/day-draw.ts';
import { DAY_MS } from '../../../shared/forecast/simulation/scenario.ts';
import type { Point } from './svg.ts';
import { COLOURS, FAINT, INK, MUTED, bar, clock, line, path, picture, text, ticks } from './svg.ts';

const WIDTH = 1_180;
const LEFT = 104;
const RIGHT = 24;
const TOP = 80;
const ROW = 20;
const QUEUE_HEIGHT = 150;
const ZONES = ['legal person', 'natural person', 'real estate'];

/** The day as it was played last; what became of visitors stands on them. */
export function floorPlot(day: DrawnDay, policy: string): string {
  const { floor, visitors, kinds } = day;
  const servedNow = visitors.filter(({ calledAt }) => calledAt >= 0);
  const end = Math.max(DAY_MS, ...servedNow.map(({ endsAt }) => endsAt));
  const x = (at: number) => LEFT + (at / end) * (WIDTH - LEFT - RIGHT);
  const floorBottom = TOP + floor.windows * ROW;
  const queueTop = floorBottom + 46;
  const queueBottom = queueTop + QUEUE_HEIGHT;
  const marks: string[] = [];
  for (let at = 0; at <= end; at += 2 * HALF_HOUR_MS) {
    marks.push(
      line([x(at), TOP], [x(at), queueBottom], FAINT),
      text(x(at), queueBottom + 20, clock(at), { anchor: 'middle', colour: MUTED }),
    );
  }
  for (let window = 0; window < floor.windows; window += 1) {
    const y = TOP + window * ROW;
    const zone = day.zoneOf[window] ?? 0;
    marks.push(
      text(LEFT - 30, y + 14, `window ${String(window + 1)}`, { anchor: 'end', size: 11 }),
      bar({ left: LEFT - 22, top: y + 3, width: 12, height: ROW - 6 }, COLOURS[zone] ?? INK),
    );
  }
  for (const { kind, window, calledAt, endsAt } of servedNow) {
    const zone = kinds[kind]?.zone ?? 0;
    const frame = { left: x(calledAt), top: TOP + window * ROW + 3, height: ROW - 6 };
    const width = Math.max(1, x(endsAt) - x(calledAt) - 0.8);
    marks.push(bar({ ...frame, width }, COLOURS[zone] ?? INK, 0.75));
  }
  const steps = queueSteps(servedNow);
  const most = Math.max(1, ...steps.map(([, count]) => count));
  const y = (count: number) =>
    queueBottom - (count / (ticks(most, 4).at(-1) ?? most)) * QUEUE_HEIGHT;
  for (const count of ticks(most, 4)) {
    marks.push(
      line([LEFT, y(count)], [WIDTH - RIGHT, y(count)], FAINT),
      text(LEFT - 8, y(count) + 4, String(count), { anchor: 'end', colour: MUTED }),
    );
  }
  marks.push(
    path(
      steps.flatMap(([at, count], index): Point[] => {
        const before = steps[index - 1]?.[1] ?? 0;
        return [
          [x(at), y(before)],
          [x(at), y(count)],
        ];
      }),
      INK,
      1.5,
    ),
    text(LEFT, queueTop - 12, 'waiting', { weight: 600 }),
    ...ZONES.flatMap((name, zone) => [
      bar({ left: LEFT + zone * 150, top: 48, width: 12, height: 12 }, COLOURS[zone] ?? INK),
      text(LEFT + zone * 150 + 18, 58, name, { colour: MUTED }),
    ]),
  );
  const title = `${day.scenario.name}, day ${String(day.seed)}: the floor under ${policy}`;
  return picture(WIDTH, queueBottom + 36, title, marks);
}

interface Waited {
  readonly arrivesAt: number;
  readonly calledAt: number;
}

/** How many wait from each instant on. */
function queueSteps(visitors: readonly Waited[]): (readonly [at: number, count: number])[] {
  const turns = visitors
    .filter(({ arrivesAt, calledAt }) => calledAt > arrivesAt)
    .flatMap(({ arrivesAt, calledAt }) => [
      { at: arrivesAt, step: 1 },
      { at: calledAt, step: -1 },
    ])
    .sort((left, right) => left.at - right.at);
  let count = 0;
  return turns.map(({ at, step }) => [at, (count += step)] as const);
}
