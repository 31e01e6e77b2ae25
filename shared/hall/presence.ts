/**
 * Who is in the hall and sits at no window now, as far as the day's log tells: clerks who have called
 * somebody today and closed their window. There is no duty roster; whoever was not seen is not counted.
 */
import type { StaffNo } from '../base/ids.ts';
import { staffNo } from '../base/ids.ts';
import type { Day } from './day.ts';
import { clerkAt } from './window.ts';

const CLERK = 'clerk:';

/** Clerks seen today who could sit down at a window. */
export function freeHere(day: Day): StaffNo[] {
  const sitting = new Set([...day.windows.values()].map((window) => clerkAt(window)));
  const seen = new Set<StaffNo>();
  for (const { by } of day.calls) {
    if (by.startsWith(CLERK)) seen.add(staffNo(by.slice(CLERK.length)));
  }
  return [...seen].filter((clerk) => !sitting.has(clerk) && day.plan.staff.has(clerk));
}
