/**
 * The pictures of a benchmark run: waits of every scenario on one axis, then a drawn day of each: what
 * was told and came, and the floor in strict order and under promises on the same axes.
 */
import { drawDay } from '../../../shared/forecast/simulation/day-draw.ts';
import { hallModel } from '../../../shared/forecast/simulation/hall-model.ts';
import type { Figures } from '../../../shared/forecast/simulation/metrics.ts';
import { POLICIES } from '../../../shared/forecast/simulation/policies.ts';
import type { Scenario } from '../../../shared/forecast/simulation/scenario.ts';
import { DAY_MS } from '../../../shared/forecast/simulation/scenario.ts';
import { POLICY } from '../names.ts';
import { daysCaution } from '../table.ts';
import { floorPlot, mostWaiting } from './floor-plot.ts';
import type { Plot } from './page.ts';
import { plotFilesOf } from './page.ts';
import { clock, simulatedFloor, simulatedTold } from './simulated-days.ts';
import { toldPlot, withinTold } from './told-plot.ts';
import type { WaitsRow } from './waits-plot.ts';
import { mostOf, waitsPlot } from './waits-plot.ts';

/** A scenario with the figures of each policy that was played. */
export interface PlayedScenario {
  readonly scenario: Scenario;
  readonly figures: Readonly<Record<string, Figures>>;
}

/** Name and text of each file, `index.html` last; the first seed's day is drawn. */
export function plotFiles(
  played: readonly PlayedScenario[],
  seeds: readonly number[],
  progress: (what: string, share: number) => void,
): (readonly [name: string, text: string])[] {
  const days = seeds.length;
  const rows = played.map(({ figures }) => rowsOf(figures, days));
  const most = Math.max(0, ...rows.map(mostOf));
  const waits = played.map(({ scenario, figures }, index): Plot => ({
    name: `waits-${fileName(scenario)}.svg`,
    svg: waitsPlot(
      {
        title: `${scenario.name}: waits by policy`,
        below: `${String(days)} drawn days, the same visitors and service times under every policy`,
        rows: rows[index] ?? [],
      },
      most,
    ),
    sentence: waitsSentence(scenario, figures, days),
  }));
  const drawn = played.flatMap(({ scenario }, index) => {
    progress('pictures', index / played.length);
    const [seed] = seeds;
    return seed === undefined ? [] : dayPlots(scenario, seed);
  });
  progress('pictures', 1);
  const caution = daysCaution(days);
  return plotFilesOf(
    {
      title: 'Orders of calling, compared on drawn days',
      about:
        `${String(days)} days of each scenario, played under every policy with the same visitors. ` +
        'Minutes from arrival to call; shorter is better, unless others pay for it.',
      cautions: caution === null ? [] : [caution],
    },
    [...waits, ...drawn],
  );
}

function rowsOf(figures: PlayedScenario['figures'], days: number): WaitsRow[] {
  return POLICIES.flatMap((name) => {
    const found = figures[name];
    if (!found) return [];
    const { p50, p95, dailyMax, mean, meanInterval, harm10 } = found;
    const interval = days < 2 ? null : meanInterval;
    return [{ ...{ p50, p95, dailyMax, mean, interval, harm10 }, ...labelOf(name) }];
  });
}

function labelOf(name: (typeof POLICIES)[number]) {
  return { label: POLICY[name].label, isOurs: name === 'promise' };
}

function waitsSentence({ name }: Scenario, figures: PlayedScenario['figures'], days: number) {
  const { fifo, promise } = figures;
  const over = `Scenario ${name}, ${String(days)} days`;
  if (!fifo || !promise) return `${over}: waits under each policy that was asked for.`;
  return (
    `${over}: under promises visitors wait ${promise.mean.toFixed(1)} minutes on average, in strict ` +
    `order ${fifo.mean.toFixed(1)}; ${(promise.harm10 * 100).toFixed(1)} % wait over ten minutes ` +
    'longer than they would in strict order.'
  );
}

function dayPlots(scenario: Scenario, seed: number): Plot[] {
  const hall = hallModel();
  const day = drawDay(hall, scenario, seed);
  const told = simulatedTold(day);
  const floors = (['fifo', 'promise'] as const).map((policy) => ({
    ...{ policy, picture: simulatedFloor(hall, day, policy) },
  }));
  const most = Math.max(0, ...floors.map(({ picture }) => mostWaiting(picture.waits)));
  const toAt = Math.max(0, ...floors.map(({ picture }) => picture.range[1]));
  return [
    {
      name: `told-${fileName(scenario)}.svg`,
      svg: toldPlot({
        title: `${scenario.name}: what could be told at arrival, and what came`,
        below:
          `strict order, drawn day ${String(seed)}; rollouts that know the true mean times` +
          (scenario.booked > 0 ? ', but not the appointments still to come' : ''),
        ...{ told, range: [0, DAY_MS], clock },
      }),
      sentence:
        `One day of ${scenario.name} in strict order: ${withinTold(told)}. Visitors of one day wait ` +
        'for the same reasons, so a day is often above or below as a whole.',
    },
    ...floors.map(({ policy, picture }) => ({
      name: `floor-${fileName(scenario)}-${policy}.svg`,
      svg: floorPlot({ ...picture, range: [0, toAt] }, most),
      sentence:
        `The same day, ${POLICY[policy].label}: what each window served, and below how many waited ` +
        `meanwhile, at most ${String(mostWaiting(picture.waits))} at a time.`,
    })),
  ];
}

function fileName({ name }: Scenario): string {
  return name.replace(':', '-').toLowerCase();
}
