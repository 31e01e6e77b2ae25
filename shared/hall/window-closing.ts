/**
 * Closing a window: its open prompts end as `left`, and what was served after the end of the last
 * session is credited as overtime. A window that alone may call somebody who waits closes only when
 * the clerk says so.
 */
import { openWindowFor } from './at-window.ts';
import type { CloseWindow } from './hall-commands.ts';
import { onlyHere } from './coverage.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import { isRefusal } from './decision.ts';
import type { EventOf, HallEvent } from './events.ts';
import { lastCloseAt } from './opening.ts';
import { endPromptsAt } from './prompts.ts';
import { refused } from './refusal.ts';
import type { HallWindow } from './window.ts';
import { ticketAt } from './window.ts';

/** Closes a window that has nobody at it. */
export function closeWindow(day: Day, command: CloseWindow, ctx: CommandContext): Decision {
  const open = openWindowFor(day, command.window, ctx);
  if (isRefusal(open)) return open;
  const { window, session } = open;
  const ticket = ticketAt(window);
  if (ticket !== null) return refused('window-busy', ticket);
  // Those who are to be called later in the day count as well.
  const left = command.leave ? 0 : onlyHere(day, window, session.clerk, Infinity).length;
  if (left > 0) return refused('only-here-waiting', String(left));
  return closingEvents(day, window);
}

/** The events that close an open window, its prompts first. */
export function closingEvents(day: Day, window: HallWindow): HallEvent[] {
  return [...endPromptsAt(day, window.no, 'left'), windowClosed(day, window)];
}

/** The closing itself, with the overtime if there was some. */
export function windowClosed(day: Day, window: HallWindow): EventOf<'WindowClosed'> {
  const overtimeMs = overtimeOf(day, window);
  return { type: 'WindowClosed', window: window.no, ...(overtimeMs > 0 && { overtimeMs }) };
}

/** From the end of the last session to the last case finished here, in this counter session. */
function overtimeOf(day: Day, { no, state }: HallWindow): number {
  if (state.status === 'closed' || day.plan.config.policy.alwaysOpen) return 0;
  const closeAt = lastCloseAt(day.plan, day.date);
  if (closeAt === null) return 0;
  const from = Math.max(closeAt, state.session.openedAt);
  let servedUntilAt = from;
  for (const { cases } of day.tickets.values()) {
    for (const { state: at } of cases) {
      if (at.status !== 'finished' || at.window !== no) continue;
      servedUntilAt = Math.max(servedUntilAt, at.finishedAt);
    }
  }
  return servedUntilAt - from;
}
