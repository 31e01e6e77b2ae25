/**
 * Who is in the hall and sits at no window now: clerks who have called somebody today and closed their
 * window, as the day's log tells, and clerks and chiefs who have a page open, as the server tells.
 * There is no duty roster; whoever was not seen is not counted.
 */
import type { StaffNo } from '../base/ids.ts';
import { staffNo } from '../base/ids.ts';
import type { Day } from './day.ts';
import { clerkAt } from './window.ts';

const CLERK = 'clerk:';

/** Clerks seen today who could sit down at a window; a manager who looks on is none of them. */
export function freeHere(day: Day, signedIn: ReadonlySet<StaffNo> = new Set()): StaffNo[] {
  const { staff } = day.plan;
  const sitting = new Set([...day.windows.values()].map((window) => clerkAt(window)));
  const seen = new Set<StaffNo>();
  for (const { by } of day.calls) {
    if (by.startsWith(CLERK)) seen.add(staffNo(by.slice(CLERK.length)));
  }
  for (const person of signedIn) {
    const role = staff.get(person)?.role;
    if (role === 'clerk' || role === 'chief') seen.add(person);
  }
  return [...seen].filter((clerk) => !sitting.has(clerk) && staff.has(clerk));
}
