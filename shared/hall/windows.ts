/**
 * Opening, pausing and moving windows. One clerk sits at one window, one window has one clerk, and
 * one page is in charge of a desk; who wants it otherwise is asked first (`takeOver`). Nothing here
 * touches a waiting ticket: a moved or paused window only stops calling them.
 */
import type { StaffNo, WindowNo } from '../base/ids.ts';
import { MINUTE_MS } from '../base/time.ts';
import { hallTime, nextDate, startOfDay } from '../calendar/business-date.ts';
import { openWindowFor, windowOfClerk } from './at-window.ts';
import type { AssignWindow, AtWindow, OpenWindow, PauseWindow } from './hall-commands.ts';
import type { Staff } from './config.ts';
import { onlyHere } from './coverage.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import { isRefusal } from './decision.ts';
import type { HallEvent } from './events.ts';
import { servesVisitors } from './plan.ts';
import type { Refusal } from './refusal.ts';
import { refused } from './refusal.ts';
import type { CounterSession, HallWindow } from './window.ts';
import { ticketAt } from './window.ts';
import { closingEvents } from './window-closing.ts';

/** Whoever waits for a window alone is served before its pause, up to so many. */
const FIRST_MAX = 100;

/** A clerk sits down at a window, or a manager opens it for a clerk. */
export function openWindow(day: Day, command: OpenWindow, ctx: CommandContext): Decision {
  const window = placedWindow(day, command.window);
  if (!window) return refused('unknown-window', String(command.window));
  const clerk = clerkFor(day, command, ctx);
  if (typeof clerk !== 'string') return clerk;
  const { state } = window;
  if (state.status !== 'closed') {
    return state.session.clerk === clerk
      ? takeDesk(window, state.session, command)
      : refused('window-taken', state.session.clerk);
  }
  const left = leaveOther(day, clerk, command);
  if (isRefusal(left)) return left;
  const { station } = command;
  return [
    ...left,
    { type: 'WindowOpened', window: window.no, clerk, ...(station !== undefined && { station }) },
  ];
}

/** The window, unless the hall has given it up. */
function placedWindow(day: Day, no: WindowNo): HallWindow | undefined {
  const place = day.plan.windows.get(no);
  return place && !place.retired ? day.windows.get(no) : undefined;
}

/** Another page at the same desk: it goes on when asked to, or where no page was there before. */
function takeDesk(
  { no }: HallWindow,
  { clerk, station: before }: CounterSession,
  { station, takeOver }: OpenWindow,
): Decision {
  if (station === undefined || station === before) return refused('window-taken', clerk);
  if (before !== null && !takeOver) return refused('used-elsewhere');
  return [{ type: 'DeskTakenOver', window: no, clerk, station }];
}

/** The clerk's other window closes first, when the clerk wants to leave it and nobody is there. */
function leaveOther(
  day: Day,
  clerk: StaffNo,
  { takeOver }: OpenWindow,
): readonly HallEvent[] | Refusal {
  const elsewhere = windowOfClerk(day, clerk);
  if (!elsewhere) return [];
  if (!takeOver) return refused('clerk-at-other-window', String(elsewhere.no));
  const ticket = ticketAt(elsewhere);
  return ticket === null ? closingEvents(day, elsewhere) : refused('window-busy', ticket);
}

function clerkFor(day: Day, command: OpenWindow, { by }: CommandContext): StaffNo | Refusal {
  const own = by.kind === 'clerk' || by.kind === 'manager' ? by.staffNo : undefined;
  const clerk = by.kind === 'manager' ? (command.clerk ?? own) : own;
  if (by.kind === 'clerk' && command.clerk !== undefined && command.clerk !== own) {
    return refused('not-allowed');
  }
  const person = clerk === undefined ? undefined : day.plan.staff.get(clerk);
  if (!person || person.retired) return refused('unknown-clerk', clerk);
  return maySit(day, person) ? person.staffNo : refused('not-certified', person.staffNo);
}

/** Some certificate of the clerk is valid today, or was granted for today. */
export function maySit(day: Day, person: Staff): boolean {
  if (!servesVisitors(person)) return false;
  const ends = [person.certificateExpires ?? '', ...Object.values(person.itemExpires ?? {})];
  return ends.some((last) => last >= day.date) || day.grants.has(person.staffNo);
}

/** Pauses now, as soon as the visitor at the window has left, or after those who wait for it alone. */
export function pauseWindow(day: Day, command: PauseWindow, ctx: CommandContext): Decision {
  const open = openWindowFor(day, command.window, ctx);
  if (isRefusal(open)) return open;
  const { window, session } = open;
  if (window.state.status === 'paused') return refused('window-paused');
  const { reason, returnAt, onlyHereFirst } = command;
  if (returnAt !== undefined && returnAt <= ctx.at) return refused('return-in-the-past');
  // Screens tell hour and minute alone: a time of another day would pass for one of today.
  const dayEndsAt = startOfDay(nextDate(day.date));
  if (returnAt !== undefined && returnAt >= dayEndsAt) {
    return refused('return-too-late', hallTime(dayEndsAt - MINUTE_MS));
  }
  const waiting = onlyHereFirst ? onlyHere(day, window, session.clerk, ctx.at) : [];
  const first = waiting.slice(0, FIRST_MAX).map(({ id }) => id);
  return [
    {
      type: 'WindowPaused',
      window: window.no,
      reason,
      ...(returnAt !== undefined && { returnAt }),
      ...(first.length > 0 && { first }),
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

/** Moves a window to other zones, open or closed, at once and for the rest of the day. */
export function assignWindow(day: Day, command: AssignWindow): Decision {
  const window = placedWindow(day, command.window);
  if (!window) return refused('unknown-window', String(command.window));
  const { zones, lane } = command;
  if (zones !== 'all') {
    const unknown = zones.find((zone) => !day.plan.zones.has(zone));
    if (unknown !== undefined || zones.length === 0) return refused('unknown-zone', unknown);
  }
  return [{ type: 'WindowAssigned', window: window.no, zones, ...(lane && { lane }) }];
}
