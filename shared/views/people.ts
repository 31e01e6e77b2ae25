/** Who sits at a window, as screens and staff pages name that person. */
import type { StaffNo } from '../base/ids.ts';
import type { StaffRole } from '../hall/config.ts';
import type { Day } from '../hall/day.ts';

export interface ClerkCard {
  readonly staffNo: StaffNo;
  readonly name: string;
  readonly nameLatin: string;
  readonly role: StaffRole;
}

/** The card of a member of staff; an unknown number stands for itself. */
export function clerkCard(day: Day, staffNo: StaffNo): ClerkCard {
  const person = day.plan.staff.get(staffNo);
  if (!person) return { staffNo, name: staffNo, nameLatin: staffNo, role: 'clerk' };
  const { name, nameLatin, role } = person;
  return { staffNo, name, nameLatin, role };
}
