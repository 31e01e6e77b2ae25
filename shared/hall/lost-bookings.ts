/** Bookings that a change of the hours or of the calendar leaves without their time. Pure. */
import type { TicketId } from '../base/ids.ts';
import type { Day } from './day.ts';
import type { Plan } from './plan.ts';
import { slotPlanFor, slotsOf } from './slots.ts';
import type { Appointment } from './ticket.ts';

/**
 * Booked tickets of a day whose time is offered now and would not be under `next`: the day is off, or
 * the time is gone. They stay booked, so somebody should tell the visitors.
 */
export function lostBookings(day: Day, next: Plan): TicketId[] {
  return [...day.tickets.values()].flatMap(({ id, appointment, state }) => {
    if (!appointment || state.status !== 'booked') return [];
    const isLost = isOffered(day, day.plan, appointment) && !isOffered(day, next, appointment);
    return isLost ? [id] : [];
  });
}

function isOffered({ date }: Day, plan: Plan, { zone, items, slotAt }: Appointment): boolean {
  const of = slotPlanFor(plan, zone, items);
  return of !== undefined && slotsOf(plan, date, of).some((slot) => slot.slotAt === slotAt);
}
