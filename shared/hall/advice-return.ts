/**
 * The way back of what an advice changed, window by window: taken when nobody stands in the way (a
 * visitor at a window that is to close, somebody whom only this window may call), left out where
 * somebody has changed the window since. What cannot return yet is asked for again at the next look.
 */
import type { WindowNo } from '../base/ids.ts';
import { windowOfChange } from './advice.ts';
import type { Advice, AdviceChange, AdviceReturn } from './advice.ts';
import { evolveWindow, isSameScope, stranded, withOwnWindows } from './advice-changes.ts';
import type { Tried } from './advice-changes.ts';
import { windowOfClerk } from './at-window.ts';
import type { Day } from './day.ts';
import type { EventOf, HallEvent } from './events.ts';
import type { HallWindow } from './window.ts';
import { clerkAt, ticketAt } from './window.ts';
import { closingEvents } from './window-closing.ts';
import { maySit } from './windows.ts';

/** What returns now, what was left as somebody else set it, and who keeps the rest from returning. */
export interface WayBack {
  readonly events: readonly HallEvent[];
  readonly back: Pick<EventOf<'AdviceReverted'>, 'returned' | 'kept' | 'order'>;
  /** Neither anything returned nor anything was left: there is nothing to say. */
  readonly isEmpty: boolean;
  readonly waiting: readonly WindowNo[];
}

type Unmoved = 'changed' | 'not-yet';
/** One window's answer: events, or why there are none. */
type Step = readonly HallEvent[] | Unmoved;

type Opening = Extract<AdviceChange, { kind: 'open' }>;

/** What of an applied advice can return at the instant `at`. */
export function wayBack(day: Day, advice: Advice, at: number): WayBack {
  const { state } = advice;
  const events: HallEvent[] = [];
  const returned: WindowNo[] = [];
  const kept: WindowNo[] = [];
  const waiting: WindowNo[] = [];
  let order: 'returned' | 'kept' | undefined;
  let now = day;
  for (const one of state.status === 'applied' ? state.returns : []) {
    const window = windowOfChange(one.change);
    const after = tried(now, advice, one, at);
    if (after === 'not-yet') {
      if (window !== null) waiting.push(window);
      continue;
    }
    const isKept = after === 'changed';
    if (!isKept) {
      now = after.day;
      events.push(...after.events);
    }
    if (window === null) order = isKept ? 'kept' : 'returned';
    else (isKept ? kept : returned).push(window);
  }
  return {
    events,
    back: { returned, kept, ...(order && { order }) },
    isEmpty: returned.length + kept.length === 0 && order === undefined,
    waiting,
  };
}

/** The day after one step back, unless somebody would be left without a window by it. */
function tried(now: Day, advice: Advice, one: AdviceReturn, at: number): Tried | Unmoved {
  const step = stepBack(now, advice, one, at);
  if (step === 'changed' || step === 'not-yet') return step;
  const after = withOwnWindows(now);
  for (const event of step) evolveWindow(after, event, at);
  const isStranding = stranded(now, after, new Set([windowOfChange(one.change)])) > 0;
  return isStranding ? 'not-yet' : { day: after, events: step };
}

function stepBack(day: Day, advice: Advice, one: AdviceReturn, at: number): Step {
  const { change } = one;
  if (change.kind === 'order') {
    return day.orderAdvice === advice.id ? [{ type: 'OrderSet', routing: null }] : 'changed';
  }
  const window = day.windows.get(change.window);
  const place = day.plan.windows.get(change.window);
  if (!window || !place || place.retired) return 'changed';
  switch (change.kind) {
    case 'assign':
      return isStill(window, advice, change.zones) ? [zonesBack(window, one)] : 'changed';
    case 'open': {
      if (!isStillOpen(window, advice, change)) return 'changed';
      if (ticketAt(window) !== null) return 'not-yet';
      const isMoved = change.zones && isStill(window, advice, change.zones);
      return [...closingEvents(day, window), ...(isMoved ? [zonesBack(window, one)] : [])];
    }
    case 'close':
      return reopened(day, advice, one, window);
    case 'pauseLater':
      return pausedAfterAll(window, one, at);
    case 'moveBreak':
    case 'keep':
      // Nothing was done; the way back of a kept window is that of the move before.
      return [];
  }
}

/** The clerk sits there since the advice was applied, without a break between. */
function isStillOpen({ state }: HallWindow, advice: Advice, { clerk }: Opening): boolean {
  if (state.status === 'closed' || state.session.clerk !== clerk) return false;
  return state.session.openedAt === appliedAt(advice);
}

/** The advice that opened the window as an extra one, while it is still to close again; or null. */
function openedBy(day: Day, window: HallWindow): Advice | null {
  for (const advice of day.advice.values()) {
    if (advice.state.status !== 'applied') continue;
    const found = advice.state.returns.find(({ change }) => windowOfChange(change) === window.no);
    if (found?.change.kind === 'open' && isStillOpen(window, advice, found.change)) return advice;
  }
  return null;
}

/** When an extra window is to close; a visitor who is there then is served first. Null for others. */
export function extraUntil(day: Day, window: HallWindow): number | null {
  return openedBy(day, window)?.untilAt ?? null;
}

/**
 * What closes an extra window whose time is over, in place of its next call: ticks come between two
 * visitors too seldom. Empty while the window is needed or not due.
 */
export function extraWindowBack(day: Day, window: HallWindow, at: number): readonly HallEvent[] {
  const advice = openedBy(day, window);
  if (!advice || advice.untilAt > at) return [];
  const { events, back } = wayBack(day, advice, at);
  if (!back.returned.includes(window.no)) return [];
  return [{ type: 'AdviceReverted', advice: advice.id, ...back }, ...events];
}

function zonesBack({ no }: HallWindow, { zones }: AdviceReturn): HallEvent {
  return { type: 'WindowAssigned', window: no, zones };
}

/** Nobody has assigned the window since. */
function isStill(window: HallWindow, { id }: Advice, zones: HallWindow['zones']): boolean {
  return window.advice === id && isSameScope(window.zones, zones);
}

function appliedAt({ state }: Advice): number | null {
  return state.status === 'applied' ? state.at : null;
}

/** The clerk comes back, unless the clerk sits elsewhere by now, or the window was used since. */
function reopened(day: Day, advice: Advice, { clerk }: AdviceReturn, window: HallWindow): Step {
  const { state } = window;
  const person = clerk === null ? undefined : day.plan.staff.get(clerk);
  if (state.status !== 'closed' || state.sinceAt !== appliedAt(advice)) return 'changed';
  if (!person || !maySit(day, person)) return 'changed';
  const elsewhere = windowOfClerk(day, person.staffNo);
  if (!elsewhere) return [{ type: 'WindowOpened', window: window.no, clerk: person.staffNo }];
  const isOurs =
    advice.state.status === 'applied' &&
    advice.state.returns.some(({ change }) => windowOfChange(change) === elsewhere.no);
  return isOurs ? 'not-yet' : 'changed';
}

/** The pause that was put off begins now, as long as it was meant to be. */
function pausedAfterAll(window: HallWindow, { clerk, pause }: AdviceReturn, at: number): Step {
  const { no, state } = window;
  if (pause === null || clerkAt(window) !== clerk || state.status === 'closed') return 'changed';
  if (state.status === 'paused' || state.pauseAfter !== null) return 'changed';
  const { reason, lengthMs } = pause;
  const returnAt = lengthMs !== null && lengthMs > 0 ? at + lengthMs : null;
  return [{ type: 'WindowPaused', window: no, reason, ...(returnAt !== null && { returnAt }) }];
}
