/**
 * Days of one simulated hall, one after the other: the same clerks with the same certificates sit at
 * the same windows all the time, for nobody learns anything from strangers. Who comes, what it takes
 * and who is absent is drawn anew every day. Strict order with priority credits, as halls begin, or
 * the promise policy.
 */
import type { OrderRules } from '../../../shared/hall/routing/pick.ts';
import type { BusinessDate } from '../../../shared/base/ids.ts';
import { DAY_MS } from '../../../shared/base/time.ts';
import { businessDateAt, startOfDay } from '../../../shared/calendar/business-date.ts';
import { drawDay } from '../../../shared/forecast/simulation/day-draw.ts';
import type { DrawnDay } from '../../../shared/forecast/simulation/day-draw.ts';
import { Engine } from '../../../shared/forecast/simulation/engine.ts';
import type { Control, EngineOptions } from '../../../shared/forecast/simulation/engine.ts';
import type { HallModel } from '../../../shared/forecast/simulation/hall-model.ts';
import {
  PROMISE,
  PROMISE_SLACK_MS,
  byRules,
} from '../../../shared/forecast/simulation/policies.ts';
import { Chance, sigmaOf } from '../../../shared/forecast/simulation/random.ts';
import type { Scenario } from '../../../shared/forecast/simulation/scenario.ts';
import { CLERK_CV } from '../../../shared/forecast/simulation/scenario.ts';
import { drawSkills } from '../../../shared/forecast/simulation/skills.ts';

const STAFF_SEED = 2_026;
const STREAM = { clerks: 5, skills: 6, hand: 11 };
const OPENS_MS = 8.5 * 3_600_000;
const FIRST_DAY_AT = Date.parse('2026-01-05T00:00:00+08:00');

export interface StaffedDay {
  readonly drawn: DrawnDay;
  readonly date: BusinessDate;
  /** The instant that the simulator counts from. */
  readonly opensAt: number;
}

/** The n-th day of the hall, drawn from its seed. */
export function staffedDay(
  hall: HallModel,
  scenario: Scenario,
  seed: number,
  place: number,
): StaffedDay {
  const drawn = drawDay(hall, scenario, seed);
  const { floor, kinds, zoneOf, speeds } = drawn;
  const clerks = new Chance(STAFF_SEED, STREAM.clerks);
  const sigma = sigmaOf(CLERK_CV);
  for (let window = 0; window < floor.windows; window += 1) {
    speeds[window] = clerks.lognormal(sigma);
    for (const [index, kind] of kinds.entries()) {
      const cell = window * floor.kinds + index;
      const isOwn = kind.zone === zoneOf[window];
      const factor = (speeds[window] ?? 1) * (isOwn ? 1 : 1 + scenario.penalty);
      floor.factor[cell] = factor;
      floor.expectedMs[cell] = kind.meanMs * factor;
    }
  }
  if (scenario.hasSkills) {
    drawSkills(new Chance(STAFF_SEED, STREAM.skills), hall, floor, kinds, zoneOf);
  }
  const date = businessDateAt(FIRST_DAY_AT + place * DAY_MS);
  return { drawn, date, opensAt: startOfDay(date) + OPENS_MS };
}

export interface Watch {
  /** A window begins with a visitor, or waits for one who does not come. */
  readonly onStart: (window: number, at: number, serviceMs: number) => void;
  readonly control?: Control;
}

export type TrialOrder = 'strict' | 'promise';

/** Whom a hall of that order calls, and what it promises beyond the strict wait; null: nothing. */
export function orderOf(order: TrialOrder): {
  readonly rules: OrderRules;
  readonly promiseSlackMs: number | null;
} {
  if (order === 'strict') return { rules: { kind: 'strict' }, promiseSlackMs: null };
  return { rules: PROMISE, promiseSlackMs: PROMISE_SLACK_MS };
}

/** Plays the day to its end. */
export function playDay(
  { drawn }: StaffedDay,
  order: TrialOrder,
  { onStart, control }: Watch,
): Engine {
  const { scenario, visitors, floor } = drawn;
  for (const visitor of visitors) visitor.reset();
  const hand = new Chance(drawn.seed, STREAM.hand);
  const byHand: EngineOptions['byHand'] = (_, candidates) =>
    hand.happens(scenario.byHand) ? hand.index(candidates) : null;
  const { rules, promiseSlackMs } = orderOf(order);
  const engine = new Engine(floor, {
    choose: byRules(rules),
    promiseSlackMs,
    overflowAfterMs: 0,
    paceUnderLoad: scenario.paceUnderLoad,
    ...(scenario.byHand > 0 && { byHand }),
    ...(control && { control }),
  });
  const { windows } = engine;
  const start = windows.start.bind(windows);
  windows.start = (window, at, serviceMs, expectedMs) => {
    onStart(window, at, serviceMs);
    start(window, at, serviceMs, expectedMs);
  };
  engine.run(visitors, 0);
  return engine;
}
