/** What the new day takes over from the one before: carried tickets, and an emergency that goes on. */
import type { BusinessDate } from '../../shared/base/ids.ts';
import { bringOver } from '../../shared/hall/carrying-over.ts';
import type { CarriedTicket } from '../../shared/hall/system-commands.ts';
import type { Day, Emergency } from '../../shared/hall/day.ts';
import { isRefusal } from '../../shared/hall/decision.ts';
import type { HallEvent } from '../../shared/hall/events.ts';

/** The events that follow the opening of a day, in the same transaction. */
export function overMidnight(
  day: Day,
  fromDate: BusinessDate,
  tickets: readonly CarriedTicket[],
  emergency: Emergency | null,
): HallEvent[] {
  const brought = bringOver(day, { type: 'bringOver', fromDate, tickets });
  const events = isRefusal(brought) ? [] : [...brought];
  if (!emergency) return events;
  const { kind, text } = emergency;
  return [...events, { type: 'EmergencyShown', kind, ...(text !== null && { text }) }];
}
