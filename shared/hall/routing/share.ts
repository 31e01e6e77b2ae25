/**
 * The greatest share of boosted calls. A call is boosted when a credit lets its ticket pass somebody;
 * of the last calls of a window at most that share may be, while visitors without credit wait long.
 * Rights (appointment, green channel, transfer …) are not counted.
 */
import type { Policy } from '../policy.ts';
import type { Ticket } from '../ticket.ts';
import { placeAt } from './place.ts';

/** Shares are entered with four digits: 0.3333 means one in three. */
const ROUNDING = 0.001;
const P90 = 0.9;

/** Whether the window has used up its share of boosted calls, the next one counted. */
export function isShareUsedUp(boosts: readonly boolean[], shareMax: number): boolean {
  const { of, boosted } = limitOf(shareMax);
  if (boosted >= of) return false;
  const last = of > 1 ? boosts.slice(1 - of) : [];
  return last.filter(Boolean).length >= boosted;
}

/** `boosted` of every `of` calls in a row: a third is 1 of 3, nine tenths are 9 of 10. */
function limitOf(shareMax: number): { of: number; boosted: number } {
  if (shareMax >= 1 - ROUNDING) return { of: 1, boosted: 1 };
  if (shareMax <= ROUNDING) return { of: 1, boosted: 0 };
  if (shareMax <= 0.5) return { of: Math.ceil(1 / (shareMax + ROUNDING)), boosted: 1 };
  const of = Math.floor(1 / (1 - shareMax - ROUNDING) + ROUNDING);
  return { of, boosted: of - 1 };
}

/** Whether those without credit wait so long that the share binds; `normal` in queue order. */
export function normalWaitsLong(
  normal: readonly Ticket[],
  at: number,
  { priorityShareAboveWaitMs }: Policy,
): boolean {
  // The queue's order is that of the waits, longest first, where there is no credit.
  const rank = normal[normal.length - Math.ceil(normal.length * P90)];
  return rank !== undefined && at - placeAt(rank) > priorityShareAboveWaitMs;
}
