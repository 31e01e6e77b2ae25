/**
 * 95 % intervals by resampling whole days: visitors of one day wait for each other, so only days are
 * independent. The statistic is given how often each day was drawn, from sums made once per day.
 */
import { Chance } from './random.ts';

const ROUNDS = 400;
const SEED = 1905;
const TAIL = 0.025;

export type Interval = readonly [low: number, high: number];

/** `statistic` of the resampled days; `drawn[i]` is how often day i is in the sample. */
export function dayInterval(
  days: number,
  statistic: (drawn: Int32Array) => number,
  rounds = ROUNDS,
): Interval {
  const chance = new Chance(SEED, days);
  const drawn = new Int32Array(days);
  const values = new Float64Array(rounds);
  for (let round = 0; round < rounds; round += 1) {
    drawn.fill(0);
    for (let draw = 0; draw < days; draw += 1) {
      const day = chance.index(days);
      drawn[day] = (drawn[day] ?? 0) + 1;
    }
    values[round] = statistic(drawn);
  }
  values.sort();
  const at = (share: number) => values[Math.round(share * (rounds - 1))] ?? NaN;
  return [at(TAIL), at(1 - TAIL)];
}

/** The ratio of two sums over the drawn days, such as a mean (waits / visitors). */
export function ratioOf(
  upper: ArrayLike<number>,
  lower: ArrayLike<number>,
): (drawn: Int32Array) => number {
  return (drawn) => {
    let above = 0;
    let below = 0;
    for (let day = 0; day < drawn.length; day += 1) {
      const times = drawn[day] ?? 0;
      above += times * (upper[day] ?? 0);
      below += times * (lower[day] ?? 0);
    }
    return above / below;
  };
}
