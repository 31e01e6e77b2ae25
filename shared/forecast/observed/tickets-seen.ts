/** Who was in the hall on a day: what a ticket asked for when it came, and what became of it. */
import type { TicketId, ZoneCode } from '../../base/ids.ts';
import type { Day } from '../../hall/day.ts';
import type { StoredEvent } from '../../hall/events.ts';
import type { Ticket } from '../../hall/ticket.ts';
import { observedItems } from './observed-items.ts';
import type { ObservedItem, ObservedService, ObservedTicket, TicketEnd } from './observed-day.ts';

interface AtIssue {
  readonly zone: ZoneCode;
  readonly items: readonly ObservedItem[];
  queuedAt: number;
}

export class TicketsSeen {
  readonly #atIssue = new Map<TicketId, AtIssue>();

  after(day: Day, { event, at }: StoredEvent): void {
    switch (event.type) {
      case 'TicketIssued':
      case 'AppointmentBooked':
      case 'TicketBroughtOver': {
        const items = observedItems(day.plan, event.cases);
        const queuedAt = event.type === 'TicketIssued' ? event.arrivedAt : at;
        this.#atIssue.set(event.ticket, { zone: event.zone, items, queuedAt });
        return;
      }
      case 'AppointmentCheckedIn': {
        const seen = this.#atIssue.get(event.ticket);
        if (seen) seen.queuedAt = event.arrivedAt;
        return;
      }
      default:
    }
  }

  /** Cancelled appointments are left out: nobody came, and nobody was expected any more. */
  all(day: Day, services: readonly ObservedService[]): ObservedTicket[] {
    const byTicket = Map.groupBy(services, ({ ticket }) => ticket);
    return [...day.tickets.values()]
      .flatMap((ticket) => {
        const seen = this.#atIssue.get(ticket.id);
        const wasHere = ticket.appointment === null || ticket.appointment.right !== null;
        if (!seen || (!wasHere && ticket.state.status === 'abandoned')) return [];
        return [observedTicket(ticket, seen, byTicket.get(ticket.id) ?? [])];
      })
      .sort((left, right) => left.queuedAt - right.queuedAt);
  }
}

function observedTicket(
  ticket: Ticket,
  seen: AtIssue,
  services: readonly ObservedService[],
): ObservedTicket {
  const { id, series, arrivedAt, creditMs, appointment, green, agent, misses } = ticket;
  const started = services.find(({ startedAt }) => startedAt !== null);
  return {
    ...{ id, series, arrivedAt, creditMs, agent, misses },
    ...{ zone: seen.zone, items: seen.items, queuedAt: seen.queuedAt },
    package: ticket.package,
    class: ticket.class,
    slotAt: appointment?.slotAt ?? null,
    slotRight: appointment?.right ?? null,
    greenAt: green?.grantedAt ?? null,
    isAccessible: ticket.accessible,
    isCarried: ticket.carriedFrom !== null,
    firstCalledAt: services[0]?.calledAt ?? null,
    startedAt: started?.startedAt ?? null,
    endedAt: endedAtOf(ticket),
    end: endOf(ticket),
    stepAways: ticket.stepAways,
  };
}

function endOf({ state }: Ticket): TicketEnd {
  switch (state.status) {
    case 'done':
      return 'served';
    case 'noShow':
      return 'missed';
    case 'appointmentMissed':
      return 'notCome';
    case 'abandoned':
    case 'voided':
    case 'expired':
    case 'carriedOver':
      return state.status;
    default:
      return 'open';
  }
}

function endedAtOf({ state }: Ticket): number | null {
  if (state.status === 'done') return state.doneAt;
  if (state.status === 'noShow') return state.missedAt;
  return 'endedAt' in state ? state.endedAt : null;
}
