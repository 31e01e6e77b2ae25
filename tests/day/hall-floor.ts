/**
 * The people in the hall, and what they hear and see: who holds which ticket, and whether a screen
 * has shown its call. A visitor walks to the window only after some screen has shown the call: one
 * that no screen shows makes a no-show here, as it would in the hall.
 */
import type { Visitor } from './visitors.ts';

export interface Present {
  readonly visitor: Visitor;
  readonly ticket: string;
  readonly token: string;
  /** Missed calls so far. */
  misses: number;
  /** `gone`: does not come when called. */
  stay: 'waiting' | 'gone';
  /** Was missed and will come back, or still means to rate by phone: the day is not over yet. */
  returns: boolean;
  onPhone: boolean;
}

export class HallFloor {
  readonly #byTicket = new Map<string, Present>();
  /** The latest call of each ticket that a screen has shown. */
  readonly #called = new Map<string, number>();
  readonly #listeners = new Set<() => void>();

  enter(present: Present): void {
    this.#byTicket.set(present.ticket, present);
  }

  /** Whether somebody of those who took a ticket still means to do something. */
  isBusy(): boolean {
    for (const present of this.#byTicket.values()) {
      if (present.onPhone || (present.returns && present.misses > 0)) return true;
    }
    return false;
  }

  holderOf(ticket: string): Present | undefined {
    return this.#byTicket.get(ticket);
  }

  /** A screen shows the call now. */
  show(ticket: string, callSeq: number): void {
    if ((this.#called.get(ticket) ?? 0) >= callSeq) return;
    this.#called.set(ticket, callSeq);
    for (const listener of this.#listeners) listener();
  }

  /** The newest call of the ticket on any screen, or undefined. */
  callOf(ticket: string): number | undefined {
    return this.#called.get(ticket);
  }

  /** Resolves when some screen calls the ticket; false after `waitMs` of wall time. */
  isCalled(ticket: string, waitMs: number): Promise<boolean> {
    if (this.#called.has(ticket)) return Promise.resolve(true);
    return new Promise((resolve) => {
      const finish = (shown: boolean) => {
        clearTimeout(timer);
        this.#listeners.delete(listener);
        resolve(shown);
      };
      const listener = () => {
        if (this.#called.has(ticket)) finish(true);
      };
      const timer = setTimeout(() => finish(false), waitMs);
      this.#listeners.add(listener);
    });
  }
}
