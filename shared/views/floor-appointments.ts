/** Today's appointments by slot, for the manager's floor. */
import type { TicketId } from '../base/ids.ts';
import type { Day } from '../hall/day.ts';

const SLOTS_MAX = 60;

export interface SlotRow {
  readonly slot: string;
  readonly slotAt: number;
  /** Booked and not cancelled, of these here, and of these not come. */
  readonly booked: number;
  readonly checkedIn: number;
  readonly missed: number;
  readonly expected: readonly TicketId[];
}

/** Slots that somebody booked, in the order of their time. */
export function slotRows(day: Day): SlotRow[] {
  const rows = new Map<string, SlotRow & { expected: TicketId[] }>();
  for (const { id, appointment, state } of day.tickets.values()) {
    if (!appointment) continue;
    if (state.status === 'abandoned' && appointment.right === null) continue;
    const { slot, slotAt } = appointment;
    const row = rows.get(slot) ?? {
      ...{ slot, slotAt },
      ...{ booked: 0, checkedIn: 0, missed: 0, expected: [] },
    };
    if (state.status === 'booked') row.expected.push(id);
    rows.set(slot, {
      ...row,
      booked: row.booked + 1,
      checkedIn: row.checkedIn + (appointment.right === null ? 0 : 1),
      missed: row.missed + (state.status === 'appointmentMissed' ? 1 : 0),
    });
  }
  return [...rows.values()].sort((left, right) => left.slotAt - right.slotAt).slice(0, SLOTS_MAX);
}
