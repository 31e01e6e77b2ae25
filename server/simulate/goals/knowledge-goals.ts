/**
 * R1 and R3 once more for a hall that does not know its service times as R1 to R4 assume: the goals
 * are the same, met or missed. S1 only. Strict order is the headline's: where several windows are idle
 * it too goes by what is known, so against one that knows as little the ratio is lower; a figure.
 */
import { drawDay } from '../../../shared/forecast/simulation/day-draw.ts';
import type { Knowledge } from '../../../shared/forecast/simulation/knowledge.ts';
import { figuresOf } from '../../../shared/forecast/simulation/metrics.ts';
import { PROMISE, policyOf } from '../../../shared/forecast/simulation/policies.ts';
import { runDay } from '../../../shared/forecast/simulation/run-day.ts';
import { variantsOf } from '../../../shared/forecast/simulation/scenario.ts';
import { atMost, figure } from './goal.ts';
import type { Goal, GoalContext, GoalGroup } from './goal.ts';

const LESS: readonly (readonly [Knowledge, string])[] = [
  ['learned', 'item means off 20 %'],
  ['departments', 'department means'],
  ['none', 'nothing known'],
];

export const knowledgeGoals: GoalGroup = {
  name: 'knowledge',
  run: (context) => LESS.flatMap(([knowledge, words]) => goals(context, knowledge, words)),
};

function goals({ hall, seeds, progress }: GoalContext, knowledge: Knowledge, words: string) {
  const [scenario] = variantsOf('S1');
  if (!scenario) return [];
  const days = seeds.map((seed, index) => {
    progress(`knowledge ${knowledge}`, index / seeds.length);
    const day = drawDay(hall, scenario, seed, knowledge);
    return {
      strict: runDay(hall, drawDay(hall, scenario, seed), policyOf('fifo')),
      alike: runDay(hall, day, policyOf('fifo')),
      promise: runDay(hall, day, policyOf('promise')),
    };
  });
  const strictDays = days.map(({ strict }) => strict);
  const strict = figuresOf(strictDays, strictDays);
  const alike = figuresOf(
    days.map((day) => day.alike),
    strictDays,
  );
  const own = figuresOf(
    days.map(({ promise }) => promise),
    strictDays,
  );
  return [
    atMost(`R1 S1 mean / fifo, ${words}`, own.mean / strict.mean, 0.75, 3),
    figure('   by a strict order that knows as little', (own.mean / alike.mean).toFixed(3)),
    atMost(`R3 S1 > 10 min worse than fifo, ${words}`, own.harm10 * 100, 1, 2, '%'),
    atMost(`R3 S1 > 5 min after promise, ${words}`, own.late5 * 100, 0.05, 4, '%'),
    atMost(`R3 S1 overtaken, most, ${words}`, own.overtaken.max, PROMISE.overtakenMax, 0),
  ] satisfies Goal[];
}
