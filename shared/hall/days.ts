/**
 * A business day begins and ends. Closing gives every open ticket exactly one last event (a missed
 * one could still have come back, so it is open, and stays a miss in the sums); a second
 * closing is refused, so that a rollover done twice has the same result.
 */
import type { Day } from './day.ts';
import { carriedTickets } from './carrying-over.ts';
import { consultLeft } from './consulting.ts';
import type { CloseDay, OpenDay } from './system-commands.ts';
import type { Decision } from './decision.ts';
import type { HallEvent } from './events.ts';
import { promptEnded } from './prompts.ts';
import { refused } from './refusal.ts';
import { MOVES } from './moves.ts';
import { windowClosed } from './window-closing.ts';

/** Opens the day under one version of the configuration. */
export function openDay(day: Day, command: OpenDay): Decision {
  if (day.phase !== 'unopened' && day.phase !== 'booking') return refused('day-already-open');
  return [{ type: 'DayOpened', configVersion: command.configVersion }];
}

/**
 * Ends prompts, closes windows, gives every open ticket its last event, and closes the day. Where the
 * hall carries tickets over, `nextDate` takes them in the same transaction. A day that took bookings
 * and never opened, for the server was off, closes as well: nobody there was a no-show.
 */
export function closeDay(day: Day, { nextDate }: CloseDay): Decision {
  const wasOpen = day.phase === 'open';
  const events: HallEvent[] = [...day.openPrompts].map((row) => promptEnded(row, 'timedOut'));
  const carried = new Set(carriedTickets(day, nextDate).map(({ ticket }) => ticket));
  for (const row of day.tickets.values()) {
    const { id: ticket, state } = row;
    const after = MOVES[state.status].closeDay;
    if (after === 'ticket-over') continue;
    events.push(...consultLeft(row));
    if (nextDate !== undefined && carried.has(ticket)) {
      events.push({ type: 'TicketCarriedOver', ticket, toDate: nextDate });
    } else if (after === 'appointmentMissed' && wasOpen) {
      events.push({ type: 'AppointmentMissed', ticket });
    } else {
      events.push({ type: 'TicketExpired', ticket });
    }
  }
  for (const window of day.windows.values()) {
    if (window.state.status !== 'closed') events.push(windowClosed(day, window));
  }
  events.push({ type: 'DayClosed' });
  return events;
}
