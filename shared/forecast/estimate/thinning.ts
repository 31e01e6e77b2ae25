/**
 * How many of those to come need to be played. What a hall cannot serve in the time only lengthens
 * the end of the queue, where it changes nothing for those who are here: a flood is thinned to what
 * the windows could take and half as much again. The largest streams are cut, small ones stay whole;
 * so do those with a credit, who pass others by right.
 */
import type { Situation, Stream } from './situation.ts';

/** So many times what the windows can serve is played. */
const DEMAND_MAX = 1.5;

/** The streams with their rates cut; the very same where there is no flood. */
export function thinned({ coming, floor }: Pick<Situation, 'coming' | 'floor'>): readonly Stream[] {
  const rates = coming.map(rateOf);
  const plain = coming.map(({ creditMs }, index) => (creditMs === 0 ? (rates[index] ?? 0) : 0));
  const most = levelOf(plain, DEMAND_MAX * servedPerMs(floor));
  if (most === Infinity) return coming;
  return coming.map((stream, index) => {
    const rate = rates[index] ?? 0;
    if (stream.creditMs > 0 || rate <= most) return stream;
    const share = most / rate;
    return {
      ...stream,
      parts: stream.parts.map((part) => ({ ...part, perMs: part.perMs * share })),
    };
  });
}

/** The mean rate over the time that a stream tells of. */
function rateOf({ parts }: Stream): number {
  let [people, ms] = [0, 0];
  for (const { fromAt, untilAt, perMs } of parts) {
    people += perMs * (untilAt - fromAt);
    ms += untilAt - fromAt;
  }
  return ms > 0 ? people / ms : 0;
}

/** The rate to which the largest are cut so that all together are `total`; Infinity: none. */
function levelOf(rates: readonly number[], total: number): number {
  let left = total;
  const sorted = rates.filter((rate) => rate > 0).sort((one, other) => one - other);
  for (const [index, rate] of sorted.entries()) {
    const even = left / (sorted.length - index);
    if (rate > even) return even;
    left -= rate;
  }
  return Infinity;
}

/** What all windows together serve, each at the mean of what it may take. */
function servedPerMs({ windows, kinds, may, expectedMs }: Situation['floor']): number {
  let served = 0;
  for (let window = 0; window < windows; window += 1) {
    let [sum, count] = [0, 0];
    for (let cell = window * kinds; cell < (window + 1) * kinds; cell += 1) {
      if (may[cell] !== 1) continue;
      sum += expectedMs[cell] ?? 0;
      count += 1;
    }
    if (sum > 0) served += count / sum;
  }
  return served;
}
