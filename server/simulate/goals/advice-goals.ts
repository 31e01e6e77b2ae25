/**
 * A1: windows moved between the zones of S4, with walls between them. The adviser knows what a hall
 * knows and plays as the product does: what it moved goes back after its time unless it is kept. The
 * clairvoyant mover looks at the same times, sees the true hour to come, and leaves a window where it
 * is until it moves it again: the most that moving could bring. A second adviser without the way back
 * tells what that costs. The first sixty seeds, for a day of advice takes as long as a hundred without.
 */
import { MOVER_OPTIONS } from '../../../shared/forecast/advise/simulated/movers.ts';
import type { MoverName, MoverOptions } from '../../../shared/forecast/advise/simulated/movers.ts';
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

/** Nothing goes back by itself. */
const STAYING: MoverOptions = { ...MOVER_OPTIONS, returnAfterMs: Infinity };

interface Playing {
  readonly label: string;
  readonly name: MoverName;
  readonly options: MoverOptions;
}

const PLAYS = {
  static: { label: 'static', name: 'static', options: MOVER_OPTIONS },
  threshold: { label: 'threshold', name: 'threshold', options: MOVER_OPTIONS },
  adviser: { label: 'adviser', name: 'adviser', options: MOVER_OPTIONS },
  staying: { label: 'adviser, nothing goes back', name: 'adviser', options: STAYING },
  clairvoyant: { label: 'clairvoyant', name: 'clairvoyant', options: STAYING },
} as const satisfies Record<string, Playing>;
type PlayName = keyof typeof PLAYS;
const NAMES = Object.keys(PLAYS) as PlayName[];

type Days = Readonly<Record<PlayName, readonly MoverDay[]>>;

export const adviceGoals: GoalGroup = { name: 'advice', run: goals };

function goals(context: GoalContext): Goal[] {
  const days = play(context);
  const all = new Int32Array(days.static.length).fill(1);
  const share = shareOf(days, 'adviser');
  const [low, high] = dayInterval(all.length, share);
  const staying = shareOf(days, 'staying')(all);
  return [
    ...NAMES.map((name) =>
      figure(`A1 S4 ${PLAYS[name].label}: mean / p95 / moves a day`, line(days[name])),
    ),
    atLeast('A1 S4 adviser, of the clairvoyant gain', share(all), 0.96, 3),
    figure('   95 % interval', `${low.toFixed(3)}-${high.toFixed(3)}`),
    figure('   where nothing goes back by itself', staying.toFixed(3)),
    atMost('A1 S4 adviser, moves a day', perDay(days.adviser, 'moves'), MOVER_OPTIONS.movesMax, 1),
    figure('   and back by themselves', perDay(days.adviser, 'returns').toFixed(1)),
  ];
}

function play({ hall, seeds, progress }: GoalContext): Days {
  const [scenario] = variantsOf('S4');
  const days: Record<PlayName, MoverDay[]> = {
    ...{ static: [], threshold: [], adviser: [], staying: [], clairvoyant: [] },
  };
  const own = seeds.slice(0, DAYS);
  for (const [index, seed] of own.entries()) {
    if (!scenario) break;
    progress('advice S4', index / own.length);
    const day = drawDay(hall, scenario, seed);
    for (const row of NAMES) {
      const { name, options } = PLAYS[row];
      days[row].push(runMoverDay(hall, day, name, options));
    }
  }
  return days;
}

/** How much of what the clairvoyant saves somebody else saves, over the drawn days. */
function shareOf(days: Days, name: PlayName): (drawn: Int32Array) => number {
  const sums = (of: PlayName) => days[of].map(({ waitMinutes }) => sum(waitMinutes));
  const [still, own, best] = [sums('static'), sums(name), sums('clairvoyant')];
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
  return `${mean.toFixed(1)} / ${p95.toFixed(1)} / ${perDay(days, 'moves').toFixed(1)}`;
}

function perDay(days: readonly MoverDay[], what: 'moves' | 'returns'): number {
  return days.reduce((total, day) => total + day[what], 0) / Math.max(1, days.length);
}
