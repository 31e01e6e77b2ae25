/**
 * Finds the window that a command speaks of, and whether the one who asks may act there.
 * A clerk acts at the own window alone; a manager anywhere, and must name it.
 */
import type { StaffNo, TicketId, WindowNo } from '../base/ids.ts';
import { must } from '../base/assert.ts';
import type { Day } from './day.ts';
import type { CommandContext } from './decision.ts';
import type { Refusal } from './refusal.ts';
import { refused } from './refusal.ts';
import type { Ticket } from './ticket.ts';
import type { CounterSession, HallWindow } from './window.ts';
import { clerkAt, ticketAt } from './window.ts';

export interface OpenHallWindow {
  readonly window: HallWindow;
  readonly session: CounterSession;
}

/** The window where this clerk sits, or undefined. */
export function windowOfClerk(day: Day, clerk: StaffNo): HallWindow | undefined {
  for (const window of day.windows.values()) if (clerkAt(window) === clerk) return window;
  return undefined;
}

/** The open window that is meant; refuses unknown, closed and other people's windows. */
export function openWindowFor(
  day: Day,
  no: WindowNo | undefined,
  { by }: CommandContext,
): OpenHallWindow | Refusal {
  const own = by.kind === 'clerk' ? windowOfClerk(day, by.staffNo) : undefined;
  const window = no === undefined ? own : day.windows.get(no);
  if (!window) return no === undefined ? refused('no-window-open') : refused('unknown-window');
  if (window.state.status === 'closed') return refused('window-closed');
  if (by.kind === 'clerk' && window !== own) return refused('not-your-window');
  return { window, session: window.state.session };
}

/** The ticket called or served at the window. */
export function ticketThere(day: Day, window: HallWindow): Ticket | Refusal {
  const id = ticketAt(window);
  return id === null ? refused('no-ticket-at-window') : ticketOf(day, id);
}

/** A ticket that the day's own state names. */
export function ticketOf(day: Day, id: TicketId): Ticket {
  return must(day.tickets.get(id), `ticket ${id}`);
}
