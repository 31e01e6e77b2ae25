/** Who sits at a window, as screens and staff pages name that person. */
import type { StaffNo } from '../base/ids.ts';
import type { StaffRole } from '../hall/config.ts';
import type { Day } from '../hall/day.ts';

const GUIDES_MAX = 20;

export interface ClerkCard {
  readonly staffNo: StaffNo;
  readonly name: string;
  readonly nameLatin: string;
  readonly role: StaffRole;
}

/** The guides (导办) of the hall, at most twenty. */
export function guideCards(day: Day): ClerkCard[] {
  return day.plan.config.staff
    .filter(({ role, retired }) => role === 'guide' && !retired)
    .slice(0, GUIDES_MAX)
    .map(({ staffNo }) => clerkCard(day, staffNo));
}

/** The card of a member of staff; an unknown number stands for itself. */
export function clerkCard(day: Day, staffNo: StaffNo): ClerkCard {
  const person = day.plan.staff.get(staffNo);
  if (!person) return { staffNo, name: staffNo, nameLatin: staffNo, role: 'clerk' };
  const { name, nameLatin, role } = person;
  return { staffNo, name, nameLatin, role };
}
