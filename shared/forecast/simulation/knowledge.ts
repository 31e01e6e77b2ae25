/**
 * What a hall knows of its service times, from the truth down to nothing. It changes what an order
 * expects (`floor.expectedMs`) and no service: visitors, clerks and lengths stay those of the day.
 * The errors are the hall's and not the day's: the same item is off by the same factor on every day.
 */
import { MINUTE_MS } from '../../base/time.ts';
import type { Floor } from './floor.ts';
import { MEAN_SERVICE_MS } from './hall-model.ts';
import type { HallModel, Item } from './hall-model.ts';
import { Chance } from './random.ts';

/** `learned`: item means off by lognormal .2. All but `true` take every clerk and zone for alike. */
export const KNOWLEDGE = ['true', 'learned', 'departments', 'none'] as const;
export type Knowledge = (typeof KNOWLEDGE)[number];

const ERROR_SEED = 4_711;
const ERROR_SIGMA = 0.2;
const NOTHING_KNOWN_MS = 10 * MINUTE_MS;

/** The floor with what is expected of services by such knowledge, ms; `true` leaves it as it is. */
export function floorKnowing(
  hall: HallModel,
  floor: Floor,
  kinds: readonly { readonly items: readonly Item[] }[],
  knowledge: Knowledge,
): Floor {
  if (knowledge === 'true') return floor;
  const itemMs = expectation(hall, knowledge);
  const kindMs = kinds.map(({ items }) => items.reduce((sum, item) => sum + itemMs(item), 0));
  const expectedMs = floor.expectedMs.map((_, cell) => kindMs[cell % floor.kinds] ?? 1);
  return { ...floor, expectedMs };
}

function expectation(
  hall: HallModel,
  knowledge: Exclude<Knowledge, 'true'>,
): (item: Item) => number {
  switch (knowledge) {
    case 'learned': {
      const chance = new Chance(ERROR_SEED);
      const means = hall.items.map((item) => item.meanMs * chance.lognormal(ERROR_SIGMA));
      const byItem = new Map(hall.items.map((item, index) => [item, means[index] ?? item.meanMs]));
      return (item) => byItem.get(item) ?? item.meanMs;
    }
    case 'departments': {
      const means = hall.departmentWork.map(
        (work, department) => (work / (hall.departmentShares[department] ?? 1)) * MEAN_SERVICE_MS,
      );
      return ({ department }) => means[department] ?? MEAN_SERVICE_MS;
    }
    case 'none':
      return () => NOTHING_KNOWN_MS;
  }
}
