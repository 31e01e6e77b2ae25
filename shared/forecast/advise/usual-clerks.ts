/**
 * Clerks who are usually at work at this time of day and were not seen today. The hall has no duty
 * roster and does not know why: they may sit in an office, or be ill. So they are thought of only
 * after everybody who is known to be here, and the proposal says that somebody has to ask.
 */
import type { StaffNo } from '../../base/ids.ts';
import { startOfDay } from '../../calendar/business-date.ts';
import type { Day } from '../../hall/day.ts';
import { servesVisitors } from '../../hall/plan.ts';
import { clerkAt } from '../../hall/window.ts';
import type { Roster } from '../estimate/rosters.ts';

const DAYS_MIN = 3;
const USUAL_SHARE = 0.5;
const CLERKS_MAX = 6;

/** At most six, whoever was here most often first; nobody before three days are known. */
export function usualRosterFree(
  day: Day,
  rosters: readonly Roster[],
  at: number,
  present: readonly StaffNo[],
): StaffNo[] {
  if (rosters.length < DAYS_MIN) return [];
  const nowMs = at - startOfDay(day.date);
  const here = new Set<StaffNo | null>([...day.windows.values()].map(clerkAt));
  for (const clerk of present) here.add(clerk);
  const counts = new Map<StaffNo, number>();
  for (const { byClerk } of rosters) {
    for (const [clerk, spans] of byClerk) {
      const isThen = spans.some(([fromMs, untilMs]) => fromMs <= nowMs && untilMs > nowMs);
      if (isThen && !here.has(clerk)) counts.set(clerk, (counts.get(clerk) ?? 0) + 1);
    }
  }
  return [...counts]
    .filter(([clerk, count]) => {
      const person = day.plan.staff.get(clerk);
      const isStaff = person !== undefined && !person.retired && servesVisitors(person);
      return isStaff && count >= rosters.length * USUAL_SHARE;
    })
    .sort((left, right) => right[1] - left[1])
    .slice(0, CLERKS_MAX)
    .map(([clerk]) => clerk);
}
