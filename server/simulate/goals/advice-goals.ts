/**
 * A1: windows moved between the zones of S4, with walls between them. The adviser knows what a hall
 * knows; the clairvoyant mover looks with the same eyes at the same times, and sees the true hour to
 * come. Both may move as often as the hall allows; a way back is a move as well. The first sixty
 * seeds, for a day of advice takes as long as a hundred without.
 */
import { MOVERS, MOVER_OPTIONS } from '../../../shared/forecast/advise/simulated/movers.ts';
import type { MoverName } from '../../../shared/forecast/advise/simulated/movers.ts';
import { runMoverDay } from '../../../shared/forecast/advise/simulated/mover-day.ts';
import type { MoverDay } from '../../../shared/forecast/advise/simulated/mover-day.ts';
import { dayInterval } from '../../../shared/forecast/simulation/bootstrap.ts';
import { drawDay } from '../../../shared/forecast/simulation/day-draw.ts';
import { variantsOf } from '../../../shared/forecast/simulation/scenario.ts';
import { sum } from '../../../shared/forecast/statistics.ts';
import { atLeast, atMost, figure } from './goal.ts';
import type { Goal, GoalContext, GoalGroup } from './goal.ts';

const DAYS = 60;
const P95 = 0.95;

type Days = Readonly<Record<MoverName, readonly MoverDay[]>>;

export const adviceGoals: GoalGroup = { name: 'advice', run: goals };

function goals(context: GoalContext): Goal[] {
  const days = play(context);
  const all = new Int32Array(days.static.length).fill(1);
  const share = shareOf(days);
  const [low, high] = dayInterval(all.length, share);
  return [
    ...MOVERS.map((name) => figure(`A1 S4 ${name}: mean / p95 / moves a day`, line(days[name]))),
    atLeast('A1 S4 adviser, of the clairvoyant gain', share(all), 0.96, 3),
    figure('   95 % interval', `${low.toFixed(3)}-${high.toFixed(3)}`),
    atMost('A1 S4 adviser, moves a day', movesOf(days.adviser), MOVER_OPTIONS.movesMax, 1),
  ];
}

function play({ hall, seeds, progress }: GoalContext): Days {
  const [scenario] = variantsOf('S4');
  const days = { static: [], threshold: [], adviser: [], clairvoyant: [] } as Record<
    MoverName,
    MoverDay[]
  >;
  const own = seeds.slice(0, DAYS);
  for (const [index, seed] of own.entries()) {
    if (!scenario) break;
    progress('advice S4', index / own.length);
    const day = drawDay(hall, scenario, seed);
    for (const name of MOVERS) days[name].push(runMoverDay(hall, day, name));
  }
  return days;
}

/** How much of what the clairvoyant saves the adviser saves, over the drawn days. */
function shareOf(days: Days): (drawn: Int32Array) => number {
  const sums = (name: MoverName) => days[name].map(({ waitMinutes }) => sum(waitMinutes));
  const [still, own, best] = [sums('static'), sums('adviser'), sums('clairvoyant')];
  return (drawn) => {
    let saved = 0;
    let most = 0;
    drawn.forEach((times, day) => {
      saved += times * ((still[day] ?? 0) - (own[day] ?? 0));
      most += times * ((still[day] ?? 0) - (best[day] ?? 0));
    });
    return saved / most;
  };
}

function line(days: readonly MoverDay[]): string {
  const waits = Float64Array.from(days.flatMap(({ waitMinutes }) => [...waitMinutes])).sort();
  const mean = sum(waits) / Math.max(1, waits.length);
  const p95 = waits[Math.floor(waits.length * P95)] ?? 0;
  return `${mean.toFixed(1)} / ${p95.toFixed(1)} / ${movesOf(days).toFixed(1)}`;
}

function movesOf(days: readonly MoverDay[]): number {
  return days.reduce((total, { moves }) => total + moves, 0) / Math.max(1, days.length);
}
