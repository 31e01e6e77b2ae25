/**
 * Opening, pausing, closing and moving windows. One clerk sits at one window, and one window has one
 * clerk. Nothing here touches a waiting ticket: a moved or closed window only stops calling them.
 */
import type { StaffNo } from '../base/ids.ts';
import { openWindowFor, windowOfClerk } from './at-window.ts';
import type { AssignWindow, AtWindow, OpenWindow, PauseWindow } from './commands.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import { isRefusal } from './decision.ts';
import { servesVisitors } from './plan.ts';
import { endPromptsAt } from './prompts.ts';
import type { Refusal } from './refusal.ts';
import { refused } from './refusal.ts';
import { clerkAt, ticketAt } from './window.ts';

/** A clerk sits down at a window, or a manager opens it for a clerk. */
export function openWindow(day: Day, command: OpenWindow, ctx: CommandContext): Decision {
  const window = day.windows.get(command.window);
  if (!window) return refused('unknown-window', String(command.window));
  const clerk = clerkFor(day, command, ctx);
  if (typeof clerk !== 'string') return clerk;
  const there = clerkAt(window);
  if (there !== null) return refused('window-taken', there);
  const elsewhere = windowOfClerk(day, clerk);
  if (elsewhere) return refused('clerk-at-other-window', String(elsewhere.no));
  return [{ type: 'WindowOpened', window: window.no, clerk }];
}

function clerkFor(day: Day, command: OpenWindow, { by }: CommandContext): StaffNo | Refusal {
  const own = by.kind === 'clerk' || by.kind === 'manager' ? by.staffNo : undefined;
  const clerk = by.kind === 'manager' ? (command.clerk ?? own) : own;
  if (by.kind === 'clerk' && command.clerk !== undefined && command.clerk !== own) {
    return refused('not-allowed');
  }
  const person = clerk === undefined ? undefined : day.plan.staff.get(clerk);
  if (!person) return refused('unknown-clerk', clerk);
  if (!servesVisitors(person) || (person.certificateExpires ?? '') < day.date) {
    return refused('not-certified', person.staffNo);
  }
  return person.staffNo;
}

/** Pauses now, or as soon as the visitor at the window has left. */
export function pauseWindow(day: Day, command: PauseWindow, ctx: CommandContext): Decision {
  const open = openWindowFor(day, command.window, ctx);
  if (isRefusal(open)) return open;
  const { state } = open.window;
  if (state.status === 'paused') return refused('window-paused');
  if (command.returnAt !== undefined && command.returnAt <= ctx.at) {
    return refused('return-in-the-past');
  }
  return [
    {
      type: 'WindowPaused',
      window: open.window.no,
      reason: command.reason,
      ...(command.returnAt !== undefined && { returnAt: command.returnAt }),
    },
  ];
}

/** Ends a pause, or takes back the wish to pause after this visitor. */
export function resumeWindow(
  day: Day,
  command: AtWindow<'resumeWindow'>,
  ctx: CommandContext,
): Decision {
  const open = openWindowFor(day, command.window, ctx);
  if (isRefusal(open)) return open;
  const { state } = open.window;
  const paused = state.status === 'paused' || ('pauseAfter' in state && state.pauseAfter !== null);
  if (!paused) return refused('window-not-paused');
  return [{ type: 'WindowResumed', window: open.window.no }];
}

/** Closes a window that has nobody at it; its open prompts end as `left`. */
export function closeWindow(
  day: Day,
  command: AtWindow<'closeWindow'>,
  ctx: CommandContext,
): Decision {
  const open = openWindowFor(day, command.window, ctx);
  if (isRefusal(open)) return open;
  const { window } = open;
  const ticket = ticketAt(window);
  if (ticket !== null) return refused('window-busy', ticket);
  return [...endPromptsAt(day, window.no, 'left'), { type: 'WindowClosed', window: window.no }];
}

/** Moves a window to other zones, open or closed, at once and for the rest of the day. */
export function assignWindow(day: Day, command: AssignWindow): Decision {
  const window = day.windows.get(command.window);
  if (!window) return refused('unknown-window', String(command.window));
  const { zones } = command;
  if (zones !== 'all') {
    const unknown = zones.find((zone) => !day.plan.zones.has(zone));
    if (unknown !== undefined || zones.length === 0) return refused('unknown-zone', unknown);
  }
  return [{ type: 'WindowAssigned', window: window.no, zones }];
}
