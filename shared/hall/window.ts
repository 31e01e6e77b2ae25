/**
 * A window in the course of a day. A window that is calling or serving may carry a wish to pause:
 * it holds from the moment that the visitor has left.
 */
import type { StaffNo, TicketId, WindowNo } from '../base/ids.ts';
import type { PauseReason } from './command-words.ts';
import type { ZoneScope } from './config.ts';

export interface Pause {
  readonly reason: PauseReason;
  readonly sinceAt: number;
  readonly returnAt: number | null;
  /** While any of these waits, the window goes on calling them and nobody else. */
  readonly first: readonly TicketId[];
}

/** One clerk at one window from opening to closing. */
export interface CounterSession {
  readonly clerk: StaffNo;
  readonly openedAt: number;
  /** The page at the desk; null where it did not tell. */
  readonly station: string | null;
}

export type WindowState =
  | { readonly status: 'closed'; readonly sinceAt: number }
  | {
      readonly status: 'idle';
      readonly session: CounterSession;
      readonly sinceAt: number;
      /** Only while those who wait for this window alone are served before a pause. */
      readonly pauseAfter: Pause | null;
    }
  | {
      readonly status: 'calling' | 'serving';
      readonly session: CounterSession;
      readonly ticket: TicketId;
      readonly sinceAt: number;
      readonly pauseAfter: Pause | null;
    }
  | {
      readonly status: 'paused';
      readonly session: CounterSession;
      readonly sinceAt: number;
      readonly pause: Pause;
    };

export interface HallWindow {
  readonly no: WindowNo;
  zones: ZoneScope;
  /** When it was moved to them; 0 where it stood there from the beginning. */
  zonesSinceAt: number;
  /** The advice that put it into its zones; null where a person or the configuration did. */
  advice: string | null;
  /** `flash`: short matters come first here. */
  lane: 'any' | 'flash';
  /** Whether each of the last calls was boosted past somebody, newest last. */
  readonly boosts: boolean[];
  overtimeMs: number;
  state: WindowState;
  /** The ticket finished last here, while its prompts may still be open. */
  lastTicket: TicketId | null;
  served: number;
}

/** The clerk at the window, or null while it is closed. */
export function clerkAt(window: HallWindow): StaffNo | null {
  return window.state.status === 'closed' ? null : window.state.session.clerk;
}

/** The pause that the window is at, or means to begin; null while it works on. */
export function pauseOf({ state }: HallWindow): Pause | null {
  if (state.status === 'paused') return state.pause;
  return 'pauseAfter' in state ? state.pauseAfter : null;
}

/** The ticket at the window, called or serving, or null. */
export function ticketAt(window: HallWindow): TicketId | null {
  const { state } = window;
  return state.status === 'calling' || state.status === 'serving' ? state.ticket : null;
}
