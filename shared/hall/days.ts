/**
 * A business day begins and ends. Closing gives every open ticket exactly one last event (a missed
 * one could still have come back, so it is open, and stays a miss in the sums); a second
 * closing is refused, so that a rollover done twice has the same result.
 */
import type { Day } from './day.ts';
import type { OpenDay } from './commands.ts';
import type { Decision } from './decision.ts';
import type { HallEvent } from './events.ts';
import { promptEnded } from './prompts.ts';
import { refused } from './refusal.ts';
import { MOVES } from './ticket.ts';

/** Opens the day under one version of the configuration. */
export function openDay(day: Day, command: OpenDay): Decision {
  if (day.phase !== 'unopened' && day.phase !== 'booking') return refused('day-already-open');
  return [{ type: 'DayOpened', configVersion: command.configVersion }];
}

/** Ends prompts, closes windows, expires what is still open, and closes the day. */
export function closeDay(day: Day): Decision {
  const events: HallEvent[] = [...day.openPrompts].map((row) => promptEnded(row, 'timedOut'));
  for (const ticket of day.tickets.values()) {
    if (MOVES[ticket.state.status].closeDay !== 'ticket-over') {
      events.push({ type: 'TicketExpired', ticket: ticket.id });
    }
  }
  for (const window of day.windows.values()) {
    if (window.state.status !== 'closed') events.push({ type: 'WindowClosed', window: window.no });
  }
  events.push({ type: 'DayClosed' });
  return events;
}
