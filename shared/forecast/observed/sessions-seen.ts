/**
 * Windows over the day: who sat where from when to when, pauses as they held (not as they were
 * wished), and the zones served. A pause may begin with another window's event, so every window's
 * state is looked at after each event; an unchanged one is the same object.
 */
import type { WindowNo } from '../../base/ids.ts';
import type { Day } from '../../hall/day.ts';
import type { StoredEvent } from '../../hall/events.ts';
import type { ZoneScope } from '../../hall/config.ts';
import type { HallWindow, WindowState } from '../../hall/window.ts';
import type { ObservedPause, ObservedScope, ObservedSession } from './observed-day.ts';

type Open<T> = { -readonly [Key in keyof T]: T[Key] };
type Session = Omit<Open<ObservedSession>, 'pauses' | 'scopes'> & {
  readonly pauses: Open<ObservedPause>[];
  readonly scopes: ObservedScope[];
};

export class SessionsSeen {
  readonly #all: Session[] = [];
  readonly #open = new Map<WindowNo, Session>();
  readonly #last = new Map<WindowNo, WindowState>();

  after(day: Day, { event, at }: StoredEvent): void {
    for (const window of day.windows.values()) {
      if (this.#last.get(window.no) === window.state) continue;
      this.#last.set(window.no, window.state);
      this.#changed(window, at);
    }
    // A version that moves a window's zones says so by no event of the window.
    const mayMove = event.type === 'WindowAssigned' || event.type === 'ConfigPublished';
    if (mayMove) for (const window of day.windows.values()) this.#moved(window, at);
  }

  all(): ObservedSession[] {
    return this.#all.map((session) => ({
      ...session,
      pauses: session.pauses.map((pause) => ({ ...pause })),
      scopes: [...session.scopes],
    }));
  }

  #changed({ no, state, zones, lane }: HallWindow, at: number): void {
    let open = this.#open.get(no);
    if (open && (state.status === 'closed' || state.session.openedAt !== open.openedAt)) {
      endPause(open, at);
      open.closedAt = at;
      this.#open.delete(no);
      open = undefined;
    }
    if (state.status === 'closed') return;
    const { clerk, openedAt } = state.session;
    if (!open) {
      const scopes = [{ fromAt: at, zones, lane }];
      open = { window: no, clerk, openedAt, closedAt: null, pauses: [], scopes };
      this.#all.push(open);
      this.#open.set(no, open);
    }
    if (state.status !== 'paused') return endPause(open, at);
    const { reason, returnAt, sinceAt } = state.pause;
    if (open.pauses.at(-1)?.toAt !== null) {
      open.pauses.push({ reason, fromAt: sinceAt, toAt: null, returnAt });
    }
  }

  #moved({ no, zones, lane }: HallWindow, at: number): void {
    const scopes = this.#open.get(no)?.scopes;
    const last = scopes?.at(-1);
    if (!scopes || !last || (isSame(last.zones, zones) && last.lane === lane)) return;
    scopes.push({ fromAt: at, zones, lane });
  }
}

/** A new version of the configuration brings equal lists that are others. */
function isSame(left: ZoneScope, right: ZoneScope): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}

function endPause(session: Session, at: number): void {
  const last = session.pauses.at(-1);
  if (last?.toAt === null) last.toAt = at;
}
