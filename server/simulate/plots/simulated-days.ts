/**
 * A drawn day of the benchmark as pictures: the floor under a policy, and what could be told at each
 * arrival in strict order. The forecast goes by rollouts of the hall as it stood, with the true means
 * and paces, so what it misses is chance alone (and in S8 what no model of a hall has).
 */
import { MINUTE_MS } from '../../../shared/base/time.ts';
import type { DrawnDay } from '../../../shared/forecast/simulation/day-draw.ts';
import { Engine } from '../../../shared/forecast/simulation/engine.ts';
import type { HallModel } from '../../../shared/forecast/simulation/hall-model.ts';
import type { PolicyName } from '../../../shared/forecast/simulation/policies.ts';
import { byRules, policyOf } from '../../../shared/forecast/simulation/policies.ts';
import { Chance, sigmaOf } from '../../../shared/forecast/simulation/random.ts';
import { playDay } from '../../../shared/forecast/simulation/run-day.ts';
import { DAY_MS, NO_SHOW_SHARE } from '../../../shared/forecast/simulation/scenario.ts';
import { Visitor } from '../../../shared/forecast/simulation/visitor.ts';
import { quantile } from '../../../shared/forecast/statistics.ts';
import { POLICY } from '../names.ts';
import type { FloorPicture } from './floor-plot.ts';
import type { Told } from './told-plot.ts';

const OPENS_HOUR = 9;
const ZONES = ['legal person', 'natural person', 'real estate'];
const ROLLOUTS = 60;
/** So many visitors of a day are asked about, evenly spread: enough for a picture. */
const ASKED_MAX = 160;

/** Hours of a working day from opening at 09:00. */
export function clock(ms: number): string {
  const minutes = Math.round(ms / MINUTE_MS) + OPENS_HOUR * 60;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The day's floor under a policy; plays the day anew. */
export function simulatedFloor(hall: HallModel, day: DrawnDay, policy: PolicyName): FloorPicture {
  const rules = policyOf(policy);
  playDay(day, rules.floorOf(hall, day), rules);
  const { floor, kinds, scenario, seed } = day;
  const served = day.visitors.filter(({ calledAt }) => calledAt >= 0);
  const toAt = Math.max(DAY_MS, ...served.map(({ endsAt }) => endsAt));
  return {
    title: `${scenario.name}: a day's floor, ${POLICY[policy].label}`,
    below: `drawn day ${String(seed)}: ${String(served.length)} visitors served`,
    windows: Array.from({ length: floor.windows }, (_, window) => {
      const zone = ZONES[day.zoneOf[window] ?? -1] ?? '';
      return `${String(window + 1)} ${zone}`;
    }),
    groups: ZONES,
    services: served.map(({ kind, window, calledAt, endsAt }) => ({
      ...{ row: window, group: kinds[kind]?.zone ?? null, fromAt: calledAt, toAt: endsAt },
    })),
    open: floor.shifts.flatMap((shifts, row) =>
      shifts.map(([from, until]) => ({
        ...{ row, fromAt: Math.max(0, from), toAt: Math.min(DAY_MS, until) },
      })),
    ),
    waits: served.map(({ arrivesAt, slotAt, calledAt }) => ({
      ...{ fromAt: slotAt < Infinity ? Math.max(arrivesAt, slotAt) : arrivesAt, toAt: calledAt },
    })),
    ...{ range: [0, toAt], clock },
  };
}

/** Visitors of the day in strict order, evenly spread: told and come. Plays the day anew. */
export function simulatedTold(day: DrawnDay): Told[] {
  playDay(day, day.floor, policyOf('fifo'));
  const { floor, visitors, kinds, scenario } = day;
  const sigma = sigmaOf(scenario.serviceCv);
  const engine = new Engine(floor, {
    ...{ choose: byRules({ kind: 'strict' }), promiseSlackMs: null, overflowAfterMs: 0 },
  });
  const asked = visitors.filter(({ calledAt, slotAt }) => calledAt >= 0 && slotAt === Infinity);
  const stride = Math.max(1, Math.ceil(asked.length / ASKED_MAX));
  return asked
    .filter((_, index) => index % stride === 0)
    .flatMap((visitor) => {
      const at = visitor.arrivesAt;
      const waiting = visitors.filter(
        (one) => one !== visitor && one.arrivesAt <= at && one.calledAt > at,
      );
      const busy = visitors.filter(
        (one) => one.calledAt >= 0 && one.calledAt <= at && one.endsAt > at && one !== visitor,
      );
      const calls = Array.from({ length: ROLLOUTS }, (_, rollout) => {
        const chance = new Chance(day.seed, at, rollout);
        const draw = (kind: number) => (kinds[kind]?.meanMs ?? 0) * chance.lognormal(sigma);
        const remainingMs = new Float64Array(floor.windows);
        for (const { window, kind, calledAt } of busy) {
          const factor = floor.factor[window * floor.kinds + kind] ?? 1;
          remainingMs[window] = leftOf(at - calledAt, () => draw(kind) * factor);
        }
        const line = waiting.map((one, index) => clone(one, draw(one.kind), chance, index));
        const asker = new Visitor(visitor.kind, at, draw(visitor.kind), Infinity);
        engine.run([asker], at, Infinity, {
          ...{ at, waiting: line, remainingMs, expectedRemainingMs: remainingMs },
        });
        return asker.calledAt;
      });
      // A rollout in which nobody was left who may serve them tells nothing of a wait.
      const called = calls.filter((calledAt) => calledAt >= 0);
      if (called.length === 0) return [];
      const waits = Float64Array.from(called, (calledAt) => (calledAt - at) / MINUTE_MS).sort();
      const came = (visitor.calledAt - at) / MINUTE_MS;
      return [{ at, p50: quantile(waits, 0.5), p90: quantile(waits, 0.9), came }];
    });
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
