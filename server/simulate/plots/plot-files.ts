/** The pictures of a run, each a file of its own, and a page that shows them together. */
import { drawDay } from '../../../shared/forecast/simulation/day-draw.ts';
import { hallModel } from '../../../shared/forecast/simulation/hall-model.ts';
import { figuresOf } from '../../../shared/forecast/simulation/metrics.ts';
import type { PolicyName } from '../../../shared/forecast/simulation/policies.ts';
import { policyOf } from '../../../shared/forecast/simulation/policies.ts';
import { playDay } from '../../../shared/forecast/simulation/run-day.ts';
import type { ScenarioName } from '../../../shared/forecast/simulation/scenario.ts';
import { variantsOf } from '../../../shared/forecast/simulation/scenario.ts';
import { play } from '../play.ts';
import { floorPlot } from './floor-plot.ts';
import { forecastPlot } from './forecast-plot.ts';
import { waitsPlot } from './waits-plot.ts';

/** So many days are enough for a picture. */
const DAYS_MAX = 60;

export interface PlotOptions {
  readonly scenarios: readonly ScenarioName[];
  readonly policies: readonly PolicyName[];
  readonly seeds: readonly number[];
}

/** Name and text of each file, `index.html` last. */
export function plotFiles(
  { scenarios, policies, seeds }: PlotOptions,
  progress: (what: string, share: number) => void,
): (readonly [name: string, text: string])[] {
  const hall = hallModel();
  const files = scenarios.flatMap(variantsOf).flatMap((scenario) => {
    const name = scenario.name.replace(':', '-').toLowerCase();
    const played = play(hall, scenario, policies, seeds.slice(0, DAYS_MAX), (share) => {
      progress(`picture of ${scenario.name}`, share);
    });
    const strict = played.get('fifo') ?? [];
    const rows = [...played].map(([policy, days]) => [policy, figuresOf(days, strict)] as const);
    const pictures: (readonly [string, string])[] = [
      [`waits-${name}.svg`, waitsPlot(scenario.name, rows)],
    ];
    const [seed] = seeds;
    if (seed === undefined) return pictures;
    for (const policy of ['fifo', 'promise'] as const) {
      const day = drawDay(hall, scenario, seed);
      playDay(day, policyOf(policy).floorOf(hall, day), policyOf(policy));
      pictures.push([`floor-${name}-${policy}.svg`, floorPlot(day, policy)]);
      if (policy === 'fifo') pictures.push([`forecast-${name}.svg`, forecastPlot(day)]);
    }
    return pictures;
  });
  return [...files, ['index.html', page(files.map(([name]) => name))]];
}

function page(names: readonly string[]): string {
  const images = names.map((name) => `<p><img src="${name}" alt="${name}"></p>`);
  return `<!doctype html>
<meta charset="utf-8">
<title>Simulated days</title>
<style>body { margin: 24px; background: #eef1f4 } img { max-width: 100%; box-shadow: 0 1px 4px #0003 }</style>
${images.join('\n')}
`;
}
