/**
 * What says how long a newcomer waits, more closely than the zone: which of the windows that are open
 * may call it, and how long it is expected to take. Two who are alike in both wait alike.
 */
import type { Day } from './day.ts';
import { expectedMs } from './expectations.ts';
import { canServe } from './routing/eligible.ts';
import type { Seeker } from './routing/eligible.ts';
import { clerkAt } from './window.ts';
import type { HallWindow } from './window.ts';

export interface Wish {
  /** Numbers of the windows, in their order, each with a comma; empty: nobody who is here. */
  readonly windows: string;
  /** With anybody, ms. */
  readonly expectedMs: number;
}

/** The wish of a visit whose first stop is due. */
export function wishOf(day: Day, seeker: Seeker): Wish {
  const first = { ...seeker, stop: seeker.stop ?? 1 };
  let windows = '';
  for (const window of day.windows.values()) {
    const clerk = clerkAt(window);
    if (clerk !== null && canServe(day, first, window, clerk)) windows += windowMark(window);
  }
  return { windows, expectedMs: expectedMs(day, first, null) };
}

export function windowMark({ no }: HallWindow): string {
  return `${String(no)},`;
}
