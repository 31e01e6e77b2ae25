/** Plays a scenario under policies: the same days for each, strict order always with them. */
import { drawDay } from '../../shared/forecast/simulation/day-draw.ts';
import type { HallModel } from '../../shared/forecast/simulation/hall-model.ts';
import { policyOf } from '../../shared/forecast/simulation/policies.ts';
import type { PolicyName } from '../../shared/forecast/simulation/policies.ts';
import { runDay } from '../../shared/forecast/simulation/run-day.ts';
import type { DayResult } from '../../shared/forecast/simulation/run-day.ts';
import type { Scenario } from '../../shared/forecast/simulation/scenario.ts';

export type Played = ReadonlyMap<PolicyName, readonly DayResult[]>;

/** By policy the results of each seed's day, in the order of the seeds. */
export function play(
  hall: HallModel,
  scenario: Scenario,
  policies: readonly PolicyName[],
  seeds: readonly number[],
  onDay: (share: number) => void,
): Played {
  const names = [...new Set<PolicyName>(['fifo', ...policies])];
  const results = new Map<PolicyName, DayResult[]>(names.map((name) => [name, []]));
  for (const [index, seed] of seeds.entries()) {
    const day = drawDay(hall, scenario, seed);
    for (const [name, rows] of results) rows.push(runDay(hall, day, policyOf(name)));
    onDay((index + 1) / seeds.length);
  }
  return results;
}
