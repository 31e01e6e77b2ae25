/** What events do to appointments: a ticket from its booking on, in the stream of its own day. */
import { ticketOf } from './at-window.ts';
import { must } from '../base/assert.ts';
import type { Day } from './day.ts';
import type { EventOf } from './events.ts';
import {
  firstPrint,
  freshCases,
  freshTicket,
  promised,
  requeue,
  ticketEnded,
} from './fold-tickets.ts';
import { recount } from './quotas.ts';

export function appointmentBooked(
  day: Day,
  event: EventOf<'AppointmentBooked'>,
  seq: number,
): void {
  const { ticket: id, series, number, zone, language, slot, slotAt, slotEndAt } = event;
  const ticket = freshTicket({
    ...{ id, series, number, zone, language },
    package: event.package ?? null,
    arrivedAt: slotAt,
    cases: freshCases(event.cases),
    appointment: {
      ...{ slot, slotAt, slotEndAt, zone, right: null },
      items: event.cases.map(({ item }) => item),
      person: event.person ?? null,
    },
    orderKey: slotAt,
    orderSeq: seq,
    state: { status: 'booked' },
  });
  recount(day, ticket, () => day.tickets.set(id, ticket));
  day.lastNumber.set(series, number);
}

export function appointmentCheckedIn(
  day: Day,
  event: EventOf<'AppointmentCheckedIn'>,
  seq: number,
): void {
  const ticket = ticketOf(day, event.ticket);
  must(ticket.appointment, `the appointment of ${ticket.id}`).right = event.right;
  ticket.arrivedAt = event.arrivedAt;
  Object.assign(ticket, promised(event));
  ticket.ahead = event.ahead;
  ticket.kiosk = event.kiosk ?? null;
  day.lastKiosk = ticket.kiosk ?? day.lastKiosk;
  ticket.print = firstPrint(ticket.id, ticket.kiosk);
  ticket.state = { status: 'waiting' };
  requeue(day, ticket, event.orderKey, seq);
}

export function appointmentMissed(day: Day, event: EventOf<'AppointmentMissed'>, at: number): void {
  ticketEnded(day, event.ticket, { status: 'appointmentMissed', endedAt: at });
}
