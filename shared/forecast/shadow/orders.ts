/** The orders of calls that a log is played in: those of the benchmark that need no other furniture. */
import { OVERFLOW_MS, policyOf } from '../simulation/policies.ts';
import type { ReplayOrder } from './replay.ts';

export const LOG_ORDERS = [
  'zones',
  'overflow',
  'fifo',
  'priority',
  'promise',
  'sept',
  'clairvoyant',
] as const;
export type LogOrder = (typeof LOG_ORDERS)[number];

/** What a log must have for an order to differ from strict order. */
export interface LogTraits {
  readonly zones: number;
  readonly hasCredits: boolean;
}

/** The orders that say something of such a log, in the order of the table. */
export function ordersFor({ zones, hasCredits }: LogTraits): LogOrder[] {
  return LOG_ORDERS.filter((order) => {
    if (order === 'zones' || order === 'overflow') return zones > 1;
    return order !== 'priority' || hasCredits;
  });
}

/** An order by its name, as the benchmark has it. */
export function replayOrder(name: LogOrder): ReplayOrder {
  const { choose, promiseSlackMs, hasCredits } = policyOf(name);
  return {
    ...{ choose, promiseSlackMs, hasCredits },
    overflowAfterMs: name === 'overflow' ? OVERFLOW_MS : 0,
    hasWalls: name === 'zones',
  };
}
