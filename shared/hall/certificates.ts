/**
 * Whether a clerk may handle an item today: by a certificate that is still valid, or by an emergency
 * grant of a manager, which holds for the day and stands in the log.
 */
import type { ItemCode, StaffNo } from '../base/ids.ts';
import type { Day } from './day.ts';
import { holdsCertificate } from './plan.ts';

/** Certified for the item on the day, or granted it for the day. */
export function isCertified(day: Day, clerk: StaffNo, item: ItemCode): boolean {
  return (
    holdsCertificate(day.plan, clerk, item, day.date) || (day.grants.get(clerk)?.has(item) ?? false)
  );
}
