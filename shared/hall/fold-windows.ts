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
  const { clerk, station = null } = event;
  const session: CounterSession = { clerk, openedAt: at, station };
  windowOf(day, event.window).state = { status: 'idle', session, sinceAt: at, pauseAfter: null };
}

/** Another page at the desk goes on with the same work. */
export function deskTakenOver(day: Day, event: EventOf<'DeskTakenOver'>): void {
  const window = windowOf(day, event.window);
  const session = { ...sessionOf(window), station: event.station };
  if (window.state.status !== 'closed') window.state = { ...window.state, session };
}

export function windowPaused(day: Day, event: EventOf<'WindowPaused'>, at: number): void {
  const window = windowOf(day, event.window);
  const session = sessionOf(window);
  const { reason, returnAt = null, first = [] } = event;
  const pause: Pause = { reason, sinceAt: at, returnAt, first };
  const { state } = window;
  if (state.status === 'calling' || state.status === 'serving') {
    window.state = { ...state, pauseAfter: pause };
  } else {
    window.state = { status: 'idle', session, sinceAt: at, pauseAfter: pause };
    settlePauses(day, at);
  }
}

export function windowResumed(day: Day, event: EventOf<'WindowResumed'>, at: number): void {
  const window = windowOf(day, event.window);
  const { state } = window;
  window.state =
    state.status === 'calling' || state.status === 'serving'
      ? { ...state, pauseAfter: null }
      : { status: 'idle', session: sessionOf(window), sinceAt: at, pauseAfter: null };
}

export function windowClosed(day: Day, event: EventOf<'WindowClosed'>, at: number): void {
  const window = windowOf(day, event.window);
  window.overtimeMs += event.overtimeMs ?? 0;
  window.state = { status: 'closed', sinceAt: at };
}

export function windowAssigned(day: Day, event: EventOf<'WindowAssigned'>): void {
  const window = windowOf(day, event.window);
  window.zones = event.zones;
  window.zonesSinceAt = day.lastAt;
  window.advice = event.advice ?? null;
  window.lane = event.lane ?? window.lane;
}

/** Idle windows that mean to pause do so, once nobody is left whom they were to serve first. */
export function settlePauses(day: Day, at: number): void {
  for (const window of day.windows.values()) {
    const { state } = window;
    if (state.status !== 'idle' || !state.pauseAfter) continue;
    const { session, pauseAfter } = state;
    const isSomebodyLeft = pauseAfter.first.some((id) => waits(day, id));
    if (isSomebodyLeft) continue;
    const pause = { ...pauseAfter, sinceAt: at };
    window.state = { status: 'paused', session, sinceAt: at, pause };
  }
}

function waits(day: Day, id: TicketId): boolean {
  return day.tickets.get(id)?.state.status === 'waiting';
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
  const pauseAfter = 'pauseAfter' in window.state ? window.state.pauseAfter : null;
  window.state = { status: 'idle', session, sinceAt: at, pauseAfter };
  settlePauses(day, at);
  return window;
}

function sessionOf(window: HallWindow): CounterSession {
  if (window.state.status === 'closed') throw new Error(`window ${String(window.no)} is closed`);
  return window.state.session;
}
