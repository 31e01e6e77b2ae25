/**
 * Forecast bands of a day in strict order: for each visitor who waits the 10th to 90th percentile of
 * rollouts of the hall as it stood at arrival, and the wait that came. True parameters, so the band
 * shows what chance alone leaves open.
 */
import { HALF_HOUR_MS, MINUTE_MS } from '../../../shared/base/time.ts';
import type { DrawnDay } from '../../../shared/forecast/simulation/day-draw.ts';
import { Engine } from '../../../shared/forecast/simulation/engine.ts';
import { byRules, policyOf } from '../../../shared/forecast/simulation/policies.ts';
import { Chance, sigmaOf } from '../../../shared/forecast/simulation/random.ts';
import { playDay } from '../../../shared/forecast/simulation/run-day.ts';
import { DAY_MS, NO_SHOW_SHARE } from '../../../shared/forecast/simulation/scenario.ts';
import { Visitor } from '../../../shared/forecast/simulation/visitor.ts';
import type { Point } from './svg.ts';
import {
  COLOURS,
  FAINT,
  INK,
  MUTED,
  band,
  clock,
  dot,
  line,
  path,
  picture,
  text,
  ticks,
} from './svg.ts';

const WIDTH = 1_180;
const LEFT = 64;
const RIGHT = 24;
const TOP = 80;
const BOTTOM = 420;
const ROLLOUTS = 60;
const EVERY_MS = 6 * MINUTE_MS;

interface Forecast {
  readonly at: number;
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

export function forecastPlot(day: DrawnDay): string {
  const policy = policyOf('fifo');
  playDay(day, day.floor, policy);
  const waits = day.visitors
    .filter(({ calledAt }) => calledAt >= 0)
    .map(({ arrivesAt, calledAt }) => [arrivesAt, (calledAt - arrivesAt) / MINUTE_MS] as const);
  const forecasts = forecastsOf(day);
  const most = Math.max(1, ...waits.map(([, wait]) => wait), ...forecasts.map(({ high }) => high));
  const steps = ticks(most);
  const end = steps.at(-1) ?? most;
  const x = (at: number) => LEFT + (at / DAY_MS) * (WIDTH - LEFT - RIGHT);
  const y = (minutes: number) => BOTTOM - (minutes / end) * (BOTTOM - TOP);
  const along = (of: (forecast: Forecast) => number): Point[] =>
    forecasts.map((forecast) => [x(forecast.at), y(of(forecast))]);
  const marks = steps.flatMap((step) => [
    line([LEFT, y(step)], [WIDTH - RIGHT, y(step)], FAINT),
    text(LEFT - 8, y(step) + 4, String(step), { anchor: 'end', colour: MUTED }),
  ]);
  for (let at = 0; at <= DAY_MS; at += 2 * HALF_HOUR_MS) {
    marks.push(text(x(at), BOTTOM + 20, clock(at), { anchor: 'middle', colour: MUTED }));
  }
  const [blue = INK, orange = INK] = COLOURS;
  marks.push(
    band(
      along(({ high }) => high),
      along(({ low }) => low),
      blue,
    ),
    path(
      along(({ middle }) => middle),
      blue,
    ),
    ...waits.map(([at, wait]) => dot([x(at), y(wait)], 2, orange)),
    text(
      24,
      54,
      'band: 10th to 90th percentile, line: median, told at arrival · dots: the wait that came, minutes',
      {
        colour: MUTED,
      },
    ),
  );
  const title = `${day.scenario.name}, day ${String(day.seed)}: what could be told, and what came (fifo)`;
  return picture(WIDTH, BOTTOM + 40, title, marks);
}

/** Every few minutes: somebody of the commonest kind comes and asks. Each visitor is drawn anew. */
function forecastsOf(day: DrawnDay): Forecast[] {
  const { floor, visitors, kinds, scenario } = day;
  const sigma = sigmaOf(scenario.serviceCv);
  const engine = new Engine(floor, {
    ...{ choose: byRules({ kind: 'strict' }), promiseSlackMs: null, overflowAfterMs: 0 },
  });
  const forecasts: Forecast[] = [];
  for (let at = EVERY_MS; at < DAY_MS; at += EVERY_MS) {
    const waiting = visitors.filter((one) => one.arrivesAt <= at && one.calledAt > at);
    const busy = visitors.filter(
      (one) => one.calledAt >= 0 && one.calledAt <= at && one.endsAt > at,
    );
    const waits = Array.from({ length: ROLLOUTS }, (_, rollout) => {
      const chance = new Chance(day.seed, at, rollout);
      const draw = (kind: number) => (kinds[kind]?.meanMs ?? 0) * chance.lognormal(sigma);
      const remainingMs = new Float64Array(floor.windows);
      for (const { window, kind, calledAt } of busy) {
        const factor = floor.factor[window * floor.kinds + kind] ?? 1;
        remainingMs[window] = leftOf(at - calledAt, () => draw(kind) * factor);
      }
      const line = waiting.map((one, index) => clone(one, draw(one.kind), chance, index));
      const asker = new Visitor(commonest(day), at, draw(commonest(day)), Infinity);
      engine.run([asker], at, Infinity, {
        ...{ at, waiting: line, remainingMs, expectedRemainingMs: remainingMs },
      });
      return Math.max(0, asker.calledAt - at) / MINUTE_MS;
    }).sort((left, right) => left - right);
    const share = (part: number) => waits[Math.floor(part * (ROLLOUTS - 1))] ?? 0;
    forecasts.push({ at, low: share(0.1), middle: share(0.5), high: share(0.9) });
  }
  return forecasts;
}

/** A draw that is longer than what has passed, less what has passed; no endless search. */
function leftOf(elapsedMs: number, draw: () => number): number {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const whole = draw();
    if (whole > elapsedMs) return whole - elapsedMs;
  }
  return MINUTE_MS;
}

function clone(one: Visitor, workMs: number, chance: Chance, index: number): Visitor {
  const copy = new Visitor(one.kind, one.arrivesAt, workMs, index);
  copy.shows = !chance.happens(NO_SHOW_SHARE);
  return copy;
}

function commonest({ visitors, kinds }: DrawnDay): number {
  const counts = new Int32Array(kinds.length);
  for (const { kind } of visitors) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts.indexOf(Math.max(...counts));
}
