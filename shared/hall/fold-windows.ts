/** What events do to windows: who sits there, which ticket stands there, and pauses. */
import { must } from '../base/assert.ts';
import type { TicketId, WindowNo } from '../base/ids.ts';
import type { Day } from './day.ts';
import type { EventOf } from './events.ts';
import type { CounterSession, HallWindow, Pause } from './window.ts';

/** A window that the day's own events name. */
export function windowOf(day: Day, no: WindowNo): HallWindow {
  return must(day.windows.get(no), `window ${String(no)}`);
}

export function windowOpened(day: Day, event: EventOf<'WindowOpened'>, at: number): void {
  const session: CounterSession = { clerk: event.clerk, openedAt: at };
  windowOf(day, event.window).state = { status: 'idle', session, sinceAt: at };
}

export function windowPaused(day: Day, event: EventOf<'WindowPaused'>, at: number): void {
  const window = windowOf(day, event.window);
  const session = sessionOf(window);
  const pause: Pause = { reason: event.reason, sinceAt: at, returnAt: event.returnAt ?? null };
  const { state } = window;
  window.state =
    state.status === 'calling' || state.status === 'serving'
      ? { ...state, pauseAfter: pause }
      : { status: 'paused', session, sinceAt: at, pause };
}

export function windowResumed(day: Day, event: EventOf<'WindowResumed'>, at: number): void {
  const window = windowOf(day, event.window);
  const { state } = window;
  window.state =
    state.status === 'calling' || state.status === 'serving'
      ? { ...state, pauseAfter: null }
      : { status: 'idle', session: sessionOf(window), sinceAt: at };
}

export function windowClosed(day: Day, event: EventOf<'WindowClosed'>, at: number): void {
  windowOf(day, event.window).state = { status: 'closed', sinceAt: at };
}

/** A ticket comes to the window, called or served. */
export function take(
  day: Day,
  no: WindowNo,
  ticket: TicketId,
  status: 'calling' | 'serving',
  at: number,
): void {
  const window = windowOf(day, no);
  const pauseAfter = 'pauseAfter' in window.state ? window.state.pauseAfter : null;
  window.state = { status, session: sessionOf(window), ticket, sinceAt: at, pauseAfter };
}

/** The ticket has left the window: it is free, or paused if that was wished. */
export function release(day: Day, no: WindowNo, at: number): HallWindow {
  const window = windowOf(day, no);
  const session = sessionOf(window);
  const pause = 'pauseAfter' in window.state ? window.state.pauseAfter : null;
  window.state = pause
    ? { status: 'paused', session, sinceAt: at, pause: { ...pause, sinceAt: at } }
    : { status: 'idle', session, sinceAt: at };
  return window;
}

function sessionOf(window: HallWindow): CounterSession {
  if (window.state.status === 'closed') throw new Error(`window ${String(window.no)} is closed`);
  return window.state.session;
}
