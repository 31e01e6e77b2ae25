/**
 * An appointment's visitor is here: the booked number waits from now on, no second queue. In time it
 * has the right of its slot; too early it may wait as a walk-in; too late it is one, in the order of
 * arrival. Much later the appointment counts as missed, and the visitor takes a ticket.
 */
import { hallTime } from '../calendar/business-date.ts';
import type { CheckIn } from './hall-commands.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import type { EventOf, HallEvent } from './events.ts';
import type { Refusal, RefusalCode } from './refusal.ts';
import { refused } from './refusal.ts';
import { aheadOfKey } from './routing/place.ts';
import { promiseFor, slotPromise } from './routing/promise.ts';
import { MOVES } from './moves.ts';
import type { Appointment, Ticket } from './ticket.ts';

type Right = EventOf<'AppointmentCheckedIn'>['right'];

/** Turns a booked ticket into a waiting one. */
export function checkIn(day: Day, command: CheckIn, { at, by }: CommandContext): Decision {
  const ticket = bookedTicket(day, command, at);
  if (!ticket?.appointment || (by.kind === 'visitor' && by.ticket !== ticket.id)) {
    return refused('no-appointment');
  }
  const { status } = ticket.state;
  if (status === 'appointmentMissed') return refused('appointment-missed');
  const move = MOVES[status].checkIn;
  if (move !== 'waiting') return refused(move as RefusalCode, ticket.id);
  const right = rightAt(day, ticket.appointment, command, at);
  if (typeof right !== 'string') return right;
  const orderKey = right === 'slot' ? ticket.appointment.slotAt : at;
  return [
    {
      type: 'AppointmentCheckedIn',
      ticket: ticket.id,
      right,
      arrivedAt: at,
      orderKey,
      // Who is in time comes after those with an earlier slot alone.
      ahead:
        right === 'slot'
          ? earlierSlots(day, ticket.zone, orderKey)
          : aheadOfKey(day, ticket, orderKey, at),
      ...(right === 'slot'
        ? slotPromise(day, orderKey, at)
        : promiseFor(day, { ...ticket, orderKey }, at)),
      ...(by.kind === 'kiosk' && { kiosk: by.device }),
    },
  ];
}

/** By number, or the person's appointment that is next; one that is past if there is no other. */
function bookedTicket(day: Day, { ticket, person }: CheckIn, at: number): Ticket | undefined {
  if (ticket !== undefined) return day.tickets.get(ticket);
  if (person === undefined) return undefined;
  const { bookMissedAfterMs } = day.plan.config.policy;
  const own = [...day.tickets.values()]
    .filter((row) => row.appointment?.person === person && row.state.status !== 'abandoned')
    .sort((left, right) => slotAt(left) - slotAt(right));
  const isOpen = (row: Ticket) =>
    row.state.status === 'booked' && at < slotAt(row) + bookMissedAfterMs;
  return own.find(isOpen) ?? own.at(-1);
}

function slotAt({ appointment }: Ticket): number {
  return appointment?.slotAt ?? 0;
}

function rightAt(
  day: Day,
  appointment: Appointment,
  { asWalkIn = false }: CheckIn,
  at: number,
): Right | Refusal {
  const { bookEarlyMs, bookLateMs, bookMissedAfterMs } = day.plan.config.policy;
  const lateMs = at - appointment.slotAt;
  if (lateMs >= Math.max(bookMissedAfterMs, bookLateMs)) return refused('appointment-missed');
  if (lateMs > bookLateMs) return 'walkIn';
  // Rather now than at the slot; once the slot has come there is nothing better.
  if (asWalkIn && lateMs < 0) return 'walkIn';
  if (lateMs >= -bookEarlyMs) return 'slot';
  return refused('too-early-for-slot', hallTime(appointment.slotAt - bookEarlyMs));
}

function earlierSlots(day: Day, zone: Ticket['zone'], before: number): number {
  return day.waiting.filter(
    (row) => row.zone === zone && row.appointment?.right === 'slot' && slotAt(row) <= before,
  ).length;
}

/** Appointments that nobody has come for in time. */
export function missedAppointments(day: Day, at: number): HallEvent[] {
  const { bookMissedAfterMs, bookLateMs } = day.plan.config.policy;
  const events: HallEvent[] = [];
  for (const ticket of day.tickets.values()) {
    const isOver = at >= slotAt(ticket) + Math.max(bookMissedAfterMs, bookLateMs);
    if (ticket.state.status === 'booked' && isOver) {
      events.push({ type: 'AppointmentMissed', ticket: ticket.id });
    }
  }
  return events;
}
