/**
 * Estimates do not delay a press: two halls of the same kind, one that estimates and one that does not,
 * are pressed by turns; the median of the rounds' p99 of the one against that of the other. Goal 1.2;
 * above 1.5 it fails. In strict order, and under promises, where a batch keeps the worker thirty times as
 * long.
 */
import type { BenchFigure, BenchOptions } from './figure.ts';
import { plain, quantile } from './figure.ts';
import type { PressedOrder } from './pressing.ts';
import { pressedHall } from './pressing.ts';

const WAITING = 120;
const PRESSES = 400;
const WARM_UP = 200;
const GOAL = 1.2;
const FAILS_ABOVE = 1.5;

/** The suite: one order after the other. */
export async function estimateSuite(options: BenchOptions): Promise<BenchFigure[]> {
  const strict = await pressed('strict', options);
  return [...strict, ...(await pressed('promise', options))];
}

async function pressed(order: PressedOrder, { rounds, say }: BenchOptions): Promise<BenchFigure[]> {
  say(`starting two halls, ${order} order`);
  const without = await pressedHall(WAITING, order, { ESTIMATES: 'off' });
  const within = await pressedHall(WAITING, order, { ESTIMATES: 'on' }).catch(
    async (error: unknown) => {
      await without.stop();
      throw error;
    },
  );
  try {
    await without.press(WARM_UP);
    await within.press(WARM_UP);
    const p99s = { without: [] as number[], within: [] as number[] };
    const p50s = { without: [] as number[], within: [] as number[] };
    for (let round = 0; round < rounds; round += 1) {
      const sides =
        round % 2 === 0 ? (['without', 'within'] as const) : (['within', 'without'] as const);
      for (const side of sides) {
        const times = await (side === 'within' ? within : without).press(PRESSES);
        p99s[side].push(quantile(times, 0.99));
        p50s[side].push(quantile(times, 0.5));
      }
      say(`${order}: round ${String(round + 1)} of ${String(rounds)}`);
    }
    const median = (values: readonly number[]) => quantile(values, 0.5);
    const ratio = median(p99s.within) / median(p99s.without);
    return [
      plain(`${order}: press p50 without estimates`, median(p50s.without), ' ms'),
      plain(`${order}: press p50 with estimates`, median(p50s.within), ' ms'),
      plain(`${order}: press p99 without estimates`, median(p99s.without), ' ms'),
      plain(`${order}: press p99 with estimates`, median(p99s.within), ' ms'),
      {
        name: `${order}: press p99 with estimates, ratio`,
        ...{ value: ratio, unit: '', goal: `<= ${String(GOAL)}` },
        ...{ isMet: ratio <= GOAL, isFailure: ratio > FAILS_ABOVE },
      },
    ];
  } finally {
    await Promise.all([without.stop(), within.stop()]);
  }
}
