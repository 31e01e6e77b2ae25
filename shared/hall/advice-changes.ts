/**
 * What the changes of an advice do to the windows, tried on a copy of them: the events that make them,
 * or why they cannot be made. Nobody who is being served is interrupted, and no ticket that could be
 * called before is left without a window.
 */
import type { WindowNo } from '../base/ids.ts';
import { windowOfChange } from './advice.ts';
import type { AdviceChange } from './advice.ts';
import { loanOf } from './advice-loan.ts';
import { windowOfClerk } from './at-window.ts';
import type { ZoneScope } from './config.ts';
import type { Day } from './day.ts';
import { isRefusal } from './decision.ts';
import type { HallEvent } from './events.ts';
import { orderSet } from './fold-advice.ts';
import { windowAssigned, windowClosed, windowOpened, windowResumed } from './fold-windows.ts';
import { servesVisitors } from './plan.ts';
import type { Refusal } from './refusal.ts';
import { refused } from './refusal.ts';
import { canServe } from './routing/eligible.ts';
import type { Ticket, TicketStatus } from './ticket.ts';
import type { HallWindow } from './window.ts';
import { clerkAt, pauseOf, ticketAt } from './window.ts';
import { closingEvents } from './window-closing.ts';
import { maySit } from './windows.ts';

/** Changes of one advice: more would not be understood in a sentence. */
export const ADVICE_CHANGES_MAX = 8;

/** The day as it would stand after some changes, and the events that would bring it there. */
export interface Tried {
  readonly day: Day;
  readonly events: readonly HallEvent[];
}

/** Makes the changes one after the other on a copy; `advice` is named in their events. */
export function tryChanges(
  day: Day,
  changes: readonly AdviceChange[],
  at: number,
  advice: string,
): Tried | Refusal {
  const copy = withOwnWindows(day);
  const events: HallEvent[] = [];
  const about = new Set(changes.map(windowOfChange));
  if (changes.length === 0 || changes.length > ADVICE_CHANGES_MAX)
    return refused('advice-outdated');
  if (about.size < changes.length) return refused('advice-outdated');
  for (const change of changes) {
    const made = eventsOf(copy, change, advice);
    if (isRefusal(made)) return made;
    for (const event of made) evolveWindow(copy, event, at);
    events.push(...made);
  }
  const left = stranded(day, copy, about);
  return left > 0 ? refused('only-here-waiting', String(left)) : { day: copy, events };
}

/**
 * Whether the changes no longer make sense at all: a window that was closed or moved meanwhile, a clerk
 * who sits elsewhere. A visitor who stands in the way for a while does not count.
 */
export function isOutdated(day: Day, changes: readonly AdviceChange[], at: number): boolean {
  const copy = withOwnWindows(day);
  for (const change of changes) {
    const made = eventsOf(copy, change, 'look');
    if (isRefusal(made)) return made.refused !== 'window-busy';
    for (const event of made) evolveWindow(copy, event, at);
  }
  return false;
}

/** The same day with windows that may be changed without changing its own. */
export function withOwnWindows(day: Day): Day {
  const windows = new Map([...day.windows].map(([no, window]) => [no, { ...window }]));
  return { ...day, windows };
}

/** Folds what happened at a window into a copy made by `withOwnWindows`. */
export function evolveWindow(day: Day, event: HallEvent, at: number): void {
  if (event.type === 'WindowAssigned') windowAssigned(day, event);
  else if (event.type === 'WindowOpened') windowOpened(day, event, at);
  else if (event.type === 'WindowClosed') windowClosed(day, event, at);
  else if (event.type === 'WindowResumed') windowResumed(day, event, at);
  else if (event.type === 'OrderSet') orderSet(day, event);
}

function eventsOf(day: Day, change: AdviceChange, advice: string): readonly HallEvent[] | Refusal {
  if (change.kind === 'order') return orderChanged(day, advice);
  const window = day.windows.get(change.window);
  const place = day.plan.windows.get(change.window);
  if (!window || !place || place.retired) return refused('unknown-window', String(change.window));
  const { no, state } = window;
  switch (change.kind) {
    case 'assign':
      if (isSameScope(window.zones, change.zones)) return refused('advice-outdated', String(no));
      return assigned(day, no, change.zones, advice);
    case 'open':
      return opened(day, window, change, advice);
    case 'close': {
      if (state.status === 'closed') return refused('advice-outdated', String(no));
      const ticket = ticketAt(window);
      return ticket === null ? closingEvents(day, window) : refused('window-busy', ticket);
    }
    case 'pauseLater': {
      const isAboutTo = 'pauseAfter' in state && state.pauseAfter !== null;
      if (!isAboutTo) return refused('advice-outdated', String(no));
      return [{ type: 'WindowResumed', window: no }];
    }
    case 'keep': {
      const isStill = loanOf(day, no) !== null && isSameScope(window.zones, change.zones);
      if (!isStill) return refused('advice-outdated', String(no));
      return [{ type: 'WindowAssigned', window: no, zones: change.zones, advice }];
    }
    case 'moveBreak': {
      // Nothing changes at the window: who is there is asked, and the log says so.
      const isThere = state.status !== 'closed' && state.session.clerk === change.clerk;
      return isThere && pauseOf(window) === null ? [] : refused('advice-outdated', String(no));
    }
  }
}

/** Only from the strict order, and only where the hall lets the adviser name another. */
function orderChanged(day: Day, advice: string): readonly HallEvent[] | Refusal {
  const { routing, adviceNamesOrder } = day.plan.config.policy;
  return adviceNamesOrder && routing === 'strict'
    ? [{ type: 'OrderSet', routing: 'zones', advice }]
    : refused('advice-outdated');
}

function opened(
  day: Day,
  window: HallWindow,
  change: Extract<AdviceChange, { kind: 'open' }>,
  advice: string,
): readonly HallEvent[] | Refusal {
  const { clerk, zones } = change;
  const { no } = window;
  const sitting = clerkAt(window);
  if (sitting !== null) return refused('window-taken', sitting);
  const person = day.plan.staff.get(clerk);
  if (!person || person.retired) return refused('unknown-clerk', clerk);
  if (!servesVisitors(person) || !maySit(day, person)) return refused('not-certified', clerk);
  const elsewhere = windowOfClerk(day, clerk);
  if (elsewhere) return refused('clerk-at-other-window', String(elsewhere.no));
  const isElsewhere = zones !== undefined && !isSameScope(window.zones, zones);
  const moved = isElsewhere ? assigned(day, no, zones, advice) : [];
  return isRefusal(moved) ? moved : [...moved, { type: 'WindowOpened', window: no, clerk }];
}

function assigned(
  day: Day,
  window: WindowNo,
  zones: ZoneScope,
  advice: string,
): readonly HallEvent[] | Refusal {
  const unknown = zones === 'all' ? undefined : zones.find((zone) => !day.plan.zones.has(zone));
  if (unknown !== undefined || zones.length === 0) return refused('unknown-zone', unknown);
  return [{ type: 'WindowAssigned', window, zones, advice }];
}

/** Whether two scopes name the same zones, in whatever order. */
export function isSameScope(left: ZoneScope, right: ZoneScope): boolean {
  if (left === 'all' || right === 'all') return left === right;
  return left.length === right.length && left.every((zone) => right.includes(zone));
}

/** Whoever may still need a window: who waits, may come back, or goes on to another window. */
const MAY_NEED: ReadonlySet<TicketStatus> = new Set([
  ...(['waiting', 'called', 'held', 'noShow', 'serving'] as const),
]);

/** How many tickets only the changed windows (null: any) could take before, and nobody can any more. */
export function stranded(before: Day, after: Day, changed: ReadonlySet<WindowNo | null>): number {
  const isChanged = ({ no }: HallWindow) => changed.has(no) || changed.has(null);
  const lost = [...before.windows.values()].filter(isChanged);
  const now = [...after.windows.values()];
  let count = 0;
  for (const ticket of before.tickets.values()) {
    if (!MAY_NEED.has(ticket.state.status)) continue;
    const isLost = (at: Ticket) => isServedBy(before, at, lost) && !isServedBy(after, at, now);
    if ([...stopsLeft(ticket)].some((stop) => isLost({ ...ticket, stop }))) count += 1;
  }
  return count;
}

/** The window visits that a ticket has yet to make; the one that goes on now is none of them. */
function stopsLeft({ stop, cases, state }: Ticket): Set<number> {
  const later = cases.filter((row) => row.stop > stop && row.state.status === 'draft');
  const now = state.status === 'serving' ? [] : [stop];
  return new Set([...now, ...later.map((row) => row.stop)]);
}

function isServedBy(day: Day, ticket: Ticket, windows: readonly HallWindow[]): boolean {
  return windows.some((window) => {
    const clerk = clerkAt(window);
    return clerk !== null && canServe(day, ticket, window, clerk);
  });
}
