/** The appointments of one day, for those who run the hall; nothing here tells who comes. */
import type { BusinessDate, TicketId } from '../base/ids.ts';
import { must } from '../base/assert.ts';
import type { Day } from '../hall/day.ts';
import type { Names } from '../text/language.ts';

const ROWS_MAX = 500;

export interface BookedDay {
  readonly date: BusinessDate;
  /** Today and every day to come that may be booked. */
  readonly dates: readonly BusinessDate[];
  readonly rows: readonly BookedRow[];
}

export interface BookedRow {
  readonly ticket: TicketId;
  readonly slotAt: number;
  readonly zone: Names;
  readonly items: readonly Names[];
}

/** Booked and not come yet, in the order of their time. */
export function bookedRows(day: Day): BookedRow[] {
  const rows: BookedRow[] = [];
  for (const { id, state, appointment, zone, cases } of day.tickets.values()) {
    if (state.status !== 'booked' || !appointment) continue;
    rows.push({
      ticket: id,
      slotAt: appointment.slotAt,
      zone: must(day.plan.zones.get(zone), zone).name,
      items: cases.map(({ item }) => must(day.plan.items.get(item), item).name),
    });
  }
  return rows.sort((left, right) => left.slotAt - right.slotAt).slice(0, ROWS_MAX);
}
