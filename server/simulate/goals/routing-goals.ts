/**
 * R1 to R4 of the promise-bounded order: means against the other policies, the tail, harm and
 * fairness, and the distance from who knows the true service times.
 */
import { dayInterval } from '../../../shared/forecast/simulation/bootstrap.ts';
import type { Figures } from '../../../shared/forecast/simulation/metrics.ts';
import { figuresOf, waitSums } from '../../../shared/forecast/simulation/metrics.ts';
import type { PolicyName } from '../../../shared/forecast/simulation/policies.ts';
import { PROMISE } from '../../../shared/forecast/simulation/policies.ts';
import type { Scenario } from '../../../shared/forecast/simulation/scenario.ts';
import { SCENARIOS, variantsOf } from '../../../shared/forecast/simulation/scenario.ts';
import { play } from '../play.ts';
import type { Played } from '../play.ts';
import { percent } from '../table.ts';
import { atMost, figure } from './goal.ts';
import type { Goal, GoalContext, GoalGroup } from './goal.ts';

const HEADLINE: readonly PolicyName[] = [
  ...([
    'departments',
    'overflow',
    'fifo',
    'promise',
    'clairvoyant',
    'bounded-clairvoyant',
  ] as const),
];

export const routingGoals: GoalGroup = {
  name: 'routing',
  run: (context) => {
    const [headline] = variantsOf('S1');
    if (!headline) return [];
    const played = playOne(context, headline, HEADLINE);
    return [
      ...means(played),
      ...tails(played),
      ...SCENARIOS.flatMap((name) => variantsOf(name)).flatMap((scenario) =>
        fairness(scenario, context),
      ),
      ...bound(played),
    ];
  },
};

function playOne(
  { hall, seeds, progress }: GoalContext,
  scenario: Scenario,
  policies: readonly PolicyName[],
): Played {
  return play(hall, scenario, policies, seeds, (share) => {
    progress(`routing ${scenario.name}`, share);
  });
}

function figures(played: Played, name: PolicyName): Figures {
  return figuresOf(played.get(name) ?? [], played.get('fifo') ?? []);
}

function means(played: Played): Goal[] {
  const goals: readonly (readonly [PolicyName, number])[] = [
    ['departments', 0.28],
    ['fifo', 0.75],
    ['overflow', 0.58],
  ];
  return goals.flatMap(([name, most]) => {
    const { ratio, low, high } = meanRatio(played, 'promise', name);
    return [
      atMost(`R1 S1 mean / ${name}`, ratio, most, 3),
      figure(`   95 % interval`, `${low.toFixed(3)}-${high.toFixed(3)}`),
    ];
  });
}

function meanRatio(played: Played, own: PolicyName, other: PolicyName) {
  const [above, below] = [own, other].map((name) => waitSums(played.get(name) ?? []));
  const sums = (drawn: Int32Array) => {
    const total = (waits?: Float64Array) =>
      drawn.reduce((sum, times, day) => sum + times * (waits?.[day] ?? 0), 0);
    return total(above?.waits) / total(below?.waits);
  };
  const days = above?.waits.length ?? 0;
  const [low, high] = dayInterval(days, sums);
  return { ratio: sums(new Int32Array(days).fill(1)), low, high };
}

function tails(played: Played): Goal[] {
  const own = figures(played, 'promise');
  const strict = figures(played, 'fifo');
  return [
    atMost('R2 S1 p95 / fifo', own.p95 / strict.p95, 0.8, 3),
    atMost('R2 S1 mean daily maximum - fifo', own.dailyMax - strict.dailyMax, 4, 1, ' min'),
  ];
}

/** Harm and broken promises bind up to ρ .85 where promises can be kept; the limit of passes always. */
function fairness(scenario: Scenario, context: GoalContext): Goal[] {
  const played = playOne(context, scenario, ['promise']);
  const own = figures(played, 'promise');
  const { name } = scenario;
  const limit = atMost(`R3 ${name} overtaken, most`, own.overtaken.max, PROMISE.overtakenMax, 0);
  const elsewhere = `${String(own.passedElsewhere.p95)} / ${String(own.passedElsewhere.max)}`;
  const isBinding = name === 'S1' || name.startsWith('S2');
  const harm = own.harm10 * 100;
  const late = own.late5 * 100;
  return isBinding
    ? [
        atMost(`R3 ${name} > 10 min worse than fifo`, harm, 1, 2, '%'),
        atMost(`R3 ${name} called > 5 min after promise`, late, 0.05, 3, '%'),
        limit,
      ]
    : [
        limit,
        figure(
          `   ${name} > 10 min worse, > 5 min late`,
          `${percent(own.harm10, 2)}, ${late.toFixed(2)}%`,
        ),
        ...(own.passedElsewhere.max > 0
          ? [figure(`   ${name} passed by who could not serve, p95 / most`, elsewhere)]
          : []),
      ];
}

function bound(played: Played): Goal[] {
  const { ratio } = meanRatio(played, 'promise', 'clairvoyant');
  const known = meanRatio(played, 'bounded-clairvoyant', 'clairvoyant');
  return [
    atMost('R4 S1 mean / clairvoyant, K = 10', ratio, 1.6, 2),
    figure('   the same order with true service times', known.ratio.toFixed(2)),
  ];
}
