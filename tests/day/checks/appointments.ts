/**
 * Appointments: no slot is sold beyond its capacity at any moment, and an appointment is one ticket:
 * one booking gives one number, checking in gives no second one. From events and answers alone.
 */
import type { HallEvent, StoredEvent } from '../../../shared/hall/events.ts';
import type { Findings, History } from '../history.ts';
import { ownEvents } from '../history.ts';

/** Checks every slot and every booking. */
export function appointmentFindings(
  history: History,
): Pick<Findings, 'slotsOversold' | 'appointmentsDoubled'> {
  return { slotsOversold: oversold(history), appointmentsDoubled: doubled(history) };
}

function oversold({ configs, events }: History): string[] {
  const taken = new Map<string, number>();
  const slots = new Map<string, string>();
  const faults: string[] = [];
  for (const { event } of events) {
    if (event.type === 'AppointmentBooked') {
      const { slot, ticket } = event;
      const count = (taken.get(slot) ?? 0) + 1;
      taken.set(slot, count);
      slots.set(ticket, slot);
      const most = capacityOf(configs, slot);
      if (count > most) faults.push(`${slot} was sold ${String(count)} times of ${String(most)}`);
    }
    const slot = freed(event) === null ? undefined : slots.get(freed(event) ?? '');
    if (slot !== undefined) taken.set(slot, (taken.get(slot) ?? 0) - 1);
    if (event.type === 'AppointmentCheckedIn') slots.delete(event.ticket);
  }
  return faults;
}

/** Given back before the check-in, the place is free again. */
function freed(event: HallEvent): string | null {
  return event.type === 'TicketCancelled' ? event.ticket : null;
}

/** `natural-person/10:00`, or `zone:item+item/10:00`; what no plan offers was never for sale. */
function capacityOf(configs: History['configs'], slot: string): number {
  const [home = '', time = ''] = slot.split('/');
  const capacities = configs.flatMap((config) =>
    config.slots
      .filter((row) => (row.items ? `${row.zone}:${row.items.join('+')}` : row.zone) === home)
      .filter((row) => row.times.includes(time))
      .map((row) => row.capacity),
  );
  return Math.max(0, ...capacities);
}

function doubled(history: History): string[] {
  const own = ownEvents(history);
  const faults: string[] = [];
  const byCommand = Map.groupBy(own.filter(opensTicket), (stored) => stored.commandId);
  for (const [id, rows] of byCommand) {
    if (rows.length > 1) faults.push(`the press ${id} made ${String(rows.length)} tickets`);
  }
  const booked = new Set<string>();
  const here = new Set<string>();
  for (const { event } of own) {
    if (event.type === 'AppointmentBooked') booked.add(event.ticket);
    if (event.type !== 'AppointmentCheckedIn') continue;
    if (here.has(event.ticket)) faults.push(`${event.ticket} checked in twice`);
    here.add(event.ticket);
  }
  for (const press of history.presses.filter(({ type }) => type === 'checkIn')) {
    for (const { accepted, ticket } of press.answers) {
      if (!accepted || ticket === undefined) continue;
      if (!booked.has(ticket) && history.alone) faults.push(`${ticket} was never booked`);
      if (byCommand.has(press.commandId)) faults.push(`the check-in of ${ticket} made a ticket`);
    }
  }
  return faults;
}

function opensTicket({ event }: StoredEvent): boolean {
  return event.type === 'AppointmentBooked' || event.type === 'TicketIssued';
}
