/** The same acts for the same seed: a day that is made again as it was. */
import { seededRandom } from '../../shared/base/seeded-random.ts';
import type { Act } from './random-pick.ts';

/** That many acts; few of them jump with the clock. */
export function seededActs(seed: number, count: number): Act[] {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  return Array.from({ length: count }, () => ({
    ...{ kind: below(997), first: below(9_999), second: below(9_999), jump: 3 + below(496) },
  }));
}
