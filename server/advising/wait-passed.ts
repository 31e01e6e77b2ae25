/**
 * Whether somebody waits longer than was forecast 9 times of 10 at arrival, or a warning of long waits
 * burns that nobody has taken up: reasons to look for advice before the time.
 */
import type { Day } from '../../shared/hall/day.ts';

/** One unlucky visitor is none; so many of a zone are. */
const LATE_MIN = 2;

export function waitPassed(day: Day, at: number): boolean {
  for (const { kind, acknowledgedBy } of day.alerts.values()) {
    if (kind === 'long-wait' && acknowledgedBy === null) return true;
  }
  const late = new Map<string, number>();
  for (const { zone, arrivedAt, forecast } of day.waiting) {
    if (!forecast || at - arrivedAt <= forecast.p90Ms) continue;
    const count = (late.get(zone) ?? 0) + 1;
    if (count >= LATE_MIN) return true;
    late.set(zone, count);
  }
  return false;
}
