/**
 * V1: events a second of one core, rollouts of a long queue, a thousand full days. Only a quiet
 * machine gives figures that mean anything; each is the best of a few rounds for that reason. Events
 * are arrivals, calls and ends of services. CPU time is counted, not the time on the wall.
 */
import { drawDay } from '../../../shared/forecast/simulation/day-draw.ts';
import type { DrawnDay } from '../../../shared/forecast/simulation/day-draw.ts';
import { Engine } from '../../../shared/forecast/simulation/engine.ts';
import type { Start } from '../../../shared/forecast/simulation/engine.ts';
import { policyOf } from '../../../shared/forecast/simulation/policies.ts';
import type { PolicyName } from '../../../shared/forecast/simulation/policies.ts';
import { playDay } from '../../../shared/forecast/simulation/run-day.ts';
import { variantsOf } from '../../../shared/forecast/simulation/scenario.ts';
import { Visitor } from '../../../shared/forecast/simulation/visitor.ts';
import { atLeast, atMost } from './goal.ts';
import type { Goal, GoalContext, GoalGroup } from './goal.ts';

const ROUNDS = 5;
const DAYS = 100;
const FULL_DAYS = 1_000;
const WAITING = 200;
const ROLLOUTS = 60;
const ESTIMATES = 200;

export const speedGoals: GoalGroup = {
  name: 'speed',
  run: (context) => [...rates(context), fullDays(context), rollouts(context)],
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

/** Rollouts of 200 waiting until the last of them is called, as an estimate needs them. */
function rollouts({ hall, seeds, progress }: GoalContext): Goal {
  const [scenario] = variantsOf('S1');
  const day = scenario && drawDay(hall, scenario, seeds[0] ?? 1);
  if (!day) throw new Error('S1 has a variant');
  const policy = policyOf('promise');
  const engine = new Engine(day.floor, policy);
  const start = longQueue(day);
  const times = Array.from({ length: ESTIMATES }, (_, round) => {
    progress('speed of rollouts', (round + 1) / ESTIMATES);
    return cpuMs(() => {
      for (let rollout = 0; rollout < ROLLOUTS; rollout += 1) {
        for (const visitor of start.waiting) visitor.overtaken = 0;
        engine.run([], start.at, Infinity, start);
      }
    });
  }).sort((left, right) => left - right);
  const p99 = times[Math.floor(0.99 * times.length)] ?? NaN;
  return atMost(`V1 ${String(ROLLOUTS)} rollouts at 200 waiting, p99`, p99, 10, 1, ' ms');
}

function longQueue({ floor, kinds, visitors }: DrawnDay): Start {
  const waiting = visitors.slice(0, WAITING).map(({ kind, workMs }, index) => {
    const visitor = new Visitor(kind, index * 1_000, workMs, index);
    visitor.promiseAt = WAITING * 60_000 + index * 60_000;
    return visitor;
  });
  const remaining = Array.from({ length: floor.windows }, (_, window) => 60_000 * (window + 1));
  if (waiting.length < WAITING || kinds.length === 0) throw new Error('a day of too few visitors');
  return {
    at: WAITING * 1_000,
    waiting,
    ...{ remainingMs: remaining, expectedRemainingMs: remaining },
  };
}

function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
