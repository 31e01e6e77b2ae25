/** A day of the benchmark under a policy: what became of each visitor, in arrays by visitor. */
import type { DrawnDay } from './day-draw.ts';
import { Engine } from './engine.ts';
import type { EngineOptions } from './engine.ts';
import { squaredDiscrimination } from './fairness.ts';
import type { Floor } from './floor.ts';
import type { HallModel } from './hall-model.ts';
import type { Policy } from './policies.ts';
import { Chance } from './random.ts';
import { DAY_MS } from './scenario.ts';

const HAND_STREAM = 11;

export interface DayResult {
  readonly seed: number;
  /** ms by visitor, from arrival or the later slot to the call; −1 where nobody could serve it. */
  readonly waitMs: Float64Array;
  readonly meanServiceMs: Float64Array;
  /** How much later than promised, ms; negative before, −Infinity without a promise. */
  readonly lateMs: Float64Array;
  readonly overtaken: Int32Array;
  readonly passedElsewhere: Int32Array;
  readonly passedByRight: Int32Array;
  /** Sum of squared discriminations, ms² (fairness.ts). */
  readonly unfairness: number;
  readonly overtimeMs: number;
  /** Busy share of the open time until the last service ends. */
  readonly utilisation: number;
  readonly events: number;
}

/** Runs the day from opening until everybody is served. */
export function runDay(hall: HallModel, day: DrawnDay, policy: Policy): DayResult {
  return resultOf(day, playDay(day, policy.floorOf(hall, day), policy));
}

/** The same without figures; what became of visitors stands on them until the next run. */
export function playDay(day: DrawnDay, floor: Floor, policy: Policy): Engine {
  const { visitors, scenario } = day;
  for (const visitor of visitors) {
    visitor.reset();
    const isBooked = visitor.slotAt < Infinity;
    const creditMs = policy.hasCredits ? visitor.creditMs : 0;
    if (!isBooked) visitor.orderKey = visitor.placeAt - creditMs;
  }
  const hand = new Chance(day.seed, HAND_STREAM);
  const byHand: EngineOptions['byHand'] = (_, candidates) =>
    hand.happens(scenario.byHand) ? hand.index(candidates) : null;
  const engine = new Engine(floor, {
    choose: policy.choose,
    promiseSlackMs: policy.promiseSlackMs,
    overflowAfterMs: policy.overflowAfterMs,
    paceUnderLoad: scenario.paceUnderLoad,
    ...(scenario.byHand > 0 && { byHand }),
  });
  engine.run(visitors, 0);
  return engine;
}

function resultOf({ seed, visitors, kinds, floor }: DrawnDay, engine: Engine): DayResult {
  const count = visitors.length;
  const result = {
    waitMs: new Float64Array(count),
    meanServiceMs: new Float64Array(count),
    lateMs: new Float64Array(count),
    overtaken: new Int32Array(count),
    passedElsewhere: new Int32Array(count),
    passedByRight: new Int32Array(count),
  };
  for (let index = 0; index < count; index += 1) {
    const visitor = visitors[index];
    if (!visitor) continue;
    const { calledAt, arrivesAt, slotAt, promiseAt } = visitor;
    const fromAt = slotAt < Infinity ? Math.max(arrivesAt, slotAt) : arrivesAt;
    result.waitMs[index] = calledAt < 0 ? -1 : Math.max(0, calledAt - fromAt);
    result.meanServiceMs[index] = kinds[visitor.kind]?.meanMs ?? 0;
    result.lateMs[index] = calledAt - promiseAt;
    result.overtaken[index] = visitor.overtaken;
    result.passedElsewhere[index] = visitor.passedElsewhere;
    result.passedByRight[index] = visitor.passedByRight;
  }
  const busyMs = engine.windows.busyMs.reduce((sum, ms) => sum + ms, 0);
  const openMs = floor.windows * Math.max(DAY_MS, engine.at);
  return {
    ...result,
    seed,
    unfairness: squaredDiscrimination(visitors.filter(({ calledAt }) => calledAt >= 0)),
    overtimeMs: Math.max(0, engine.at - DAY_MS),
    utilisation: busyMs / openMs,
    events: engine.events,
  };
}
