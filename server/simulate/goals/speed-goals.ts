/**
 * V1: events a second of one core, estimates of a long queue, a thousand full days. Only a quiet
 * machine gives figures that mean anything; each is the best of a few rounds for that reason. Events
 * are arrivals, calls and ends of services. CPU time is counted, not the time on the wall.
 */
import { UNCALIBRATED } from '../../../shared/forecast/estimate/calibrate.ts';
import { estimate } from '../../../shared/forecast/estimate/estimate.ts';
import { learn } from '../../../shared/forecast/estimate/learn.ts';
import { snapshotOf } from '../../../shared/forecast/estimate/snapshot.ts';
import { drawDay } from '../../../shared/forecast/simulation/day-draw.ts';
import { policyOf } from '../../../shared/forecast/simulation/policies.ts';
import type { PolicyName } from '../../../shared/forecast/simulation/policies.ts';
import { playDay } from '../../../shared/forecast/simulation/run-day.ts';
import { variantsOf } from '../../../shared/forecast/simulation/scenario.ts';
import { quantile } from '../../../shared/forecast/statistics.ts';
import { atLeast, atMost, figure } from './goal.ts';
import type { Goal, GoalContext, GoalGroup } from './goal.ts';
import { liveHall } from './live-hall.ts';

const ROUNDS = 5;
const DAYS = 100;
const FULL_DAYS = 1_000;
const WAITING = 200;
/** A live worker makes a batch a second and is warm within minutes; its first batches count for nobody. */
const WARM_UP = { strict: 100, promise: 10 };
const ESTIMATES = { strict: 500, promise: 40 };

export const speedGoals: GoalGroup = {
  name: 'speed',
  run: (context) => [...rates(context), fullDays(context), ...estimates(context)],
};

function rates({ hall, seeds, progress }: GoalContext): Goal[] {
  const [scenario] = variantsOf('S1');
  if (!scenario) return [];
  const days = seeds.slice(0, DAYS).map((seed) => drawDay(hall, scenario, seed));
  const goals: readonly (readonly [PolicyName, number])[] = [
    ['zones', 5],
    ['promise', 1],
  ];
  return goals.map(([name, least]) => {
    const policy = policyOf(name);
    const ready = days.map((day) => ({ day, floor: policy.floorOf(hall, day) }));
    const rates = Array.from({ length: ROUNDS }, (_, round) => {
      progress(`speed ${name}`, (round + 1) / ROUNDS);
      let events = 0;
      const ms = cpuMs(() => {
        for (const { day, floor } of ready) events += playDay(day, floor, policy).events;
      });
      return events / ms / 1_000;
    });
    return atLeast(`V1 million events/s, ${name}`, Math.max(...rates), least, 2);
  });
}

/** Drawing included, promise policy. */
function fullDays({ hall, progress }: GoalContext): Goal {
  const [scenario] = variantsOf('S1');
  const policy = policyOf('promise');
  const rounds = Array.from({ length: 3 }, (_, round) => {
    progress('speed of full days', (round + 1) / 3);
    return cpuMs(() => {
      for (let seed = 1; scenario && seed <= FULL_DAYS; seed += 1) {
        const day = drawDay(hall, scenario, seed);
        playDay(day, day.floor, policy);
      }
    });
  });
  return atMost('V1 1,000 full days, promise', Math.min(...rounds) / 1_000, 2, 2, ' s');
}

/**
 * A batch of estimates of a live hall with 200 waiting, as the worker makes it once it is warm, with
 * all that the thread pays for it (collecting garbage too). A goal in strict order; promise, whose
 * batches are bounded by work and not by time, as figures.
 */
function estimates({ progress }: GoalContext): Goal[] {
  const times = (routing: 'strict' | 'promise') => {
    const { day, at } = liveHall(routing, WAITING);
    const learned = learn(day.plan.config.items, []);
    const { lastHour } = snapshotOf(day, at);
    const batch = () => estimate(day, learned, UNCALIBRATED, { at, lastHour });
    for (let round = 0; round < WARM_UP[routing]; round += 1) batch();
    const count = ESTIMATES[routing];
    const sorted = Array.from({ length: count }, (_, round) => {
      if (round % 10 === 0) progress(`speed of estimates, ${routing}`, (round + 1) / count);
      return cpuMs(batch);
    }).sort((left, right) => left - right);
    return { p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99) };
  };
  const name = `V1 estimate at ${String(WAITING)} waiting`;
  const [strict, promise] = [times('strict'), times('promise')];
  return [
    atMost(`${name}, p99`, strict.p99, 10, 1, ' ms'),
    figure(`${name}, p50`, `${strict.p50.toFixed(1)} ms`),
    figure(`${name}, promise, p50`, `${promise.p50.toFixed(1)} ms`),
  ];
}

function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
