/**
 * How long a visitor took a window, read off observed days: from the call to the window's next call
 * where somebody waited, for that is what those behind wait for (walking, greeting and tidying up
 * included). Where nobody waited the time between is idleness: there it is the call to the leaving
 * and what usually lies between two visitors.
 */
import { departmentCode, itemCode } from '../../base/ids.ts';
import type { StaffNo } from '../../base/ids.ts';
import type { ObservedDay, ObservedItem, ObservedService } from '../observed/observed-day.ts';
import { missCostMs } from '../observed/observed-day.ts';
import { median } from '../statistics.ts';

/** Handing out a result is no service of its item: its times are learned apart. */
export const PICKUP = { item: itemCode('~pickup'), department: departmentCode('~pickup') };
const PICKUP_LETTER = 'L';

/** One visitor at one window. */
export interface Duration {
  readonly items: readonly ObservedItem[];
  readonly clerk: StaffNo;
  readonly takenMs: number;
}

/** Shorter is a slip of the finger, longer a forgotten press. */
const TAKEN_MIN_MS = 5_000;
const TAKEN_MAX_MS = 4 * 3_600_000;
/** A longer gap is a break that nobody announced. */
const GAP_MAX_MS = 5 * 60_000;

export interface Durations {
  readonly services: readonly Duration[];
  /** Calls that nobody followed, and all first calls. */
  readonly missed: number;
  readonly called: number;
  /** Calls that a hand picked out of the order. */
  readonly byHand: number;
  /** What one missed call costs the window; null where none was seen. */
  readonly missMs: number | null;
}

/** Everything that was served on these days. */
export function durationsOf(days: readonly ObservedDay[]): Durations {
  const all = days.flatMap(({ services }) => services);
  const gapMs = median(all.flatMap((service) => gapOf(service) ?? [])) ?? 0;
  const services = all.flatMap((service) => {
    const takenMs = takenOf(service, gapMs);
    const isKnown = takenMs !== null && takenMs >= TAKEN_MIN_MS && takenMs <= TAKEN_MAX_MS;
    const { clerk } = service;
    const isPickup = service.ticket.startsWith(PICKUP_LETTER);
    const items = isPickup ? [{ ...PICKUP, stop: 1 }] : service.items;
    return isKnown && items.length > 0 ? [{ items, clerk, takenMs }] : [];
  });
  const costs = all.flatMap((service) => missCostMs(service) ?? []);
  return {
    services,
    missed: costs.length,
    called: all.length,
    byHand: all.filter(({ rule }) => rule === 'by-hand').length,
    missMs: costs.length === 0 ? null : costs.reduce((sum, cost) => sum + cost, 0) / costs.length,
  };
}

function takenOf(service: ObservedService, gapMs: number): number | null {
  const { startedAt, endedAt, calledAt } = service;
  if (startedAt === null || endedAt === null) return null;
  return endedAt - calledAt + (gapOf(service) ?? gapMs);
}

/** From one visitor's leaving to the next call, where somebody waited for it. */
function gapOf({ endedAt, nextCalledAt, somebodyWaited }: ObservedService): number | null {
  if (!somebodyWaited || endedAt === null || nextCalledAt === null) return null;
  const gapMs = nextCalledAt - endedAt;
  return gapMs >= 0 && gapMs <= GAP_MAX_MS ? gapMs : null;
}
