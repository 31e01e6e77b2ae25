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
  /** `gone`: does not come when called; `left`: never comes again. */
  stay: 'waiting' | 'gone' | 'left';
  /** How many of the missed calls the visitor has come back from. */
  returned: number;
  /** Paying, copying, fetching something: called back later, or never seen again. */
  isAway: boolean;
  /** Still looks at the phone, perhaps to rate: the day is not over yet. */
  onPhone: boolean;
}

export interface MountedScreen {
  /** Null: in the lobby. */
  readonly window: number | null;
  isLive(): boolean;
  /** The newest call of the ticket that it has shown; 0 for none. */
  showsUpTo(ticket: string): number;
}

export class HallFloor {
  readonly #byTicket = new Map<string, Present>();
  /** Missed calls of each ticket, also before its visitor has heard the kiosk's answer. */
  readonly #misses = new Map<string, number>();
  readonly #screens: MountedScreen[] = [];
  readonly #listeners = new Set<() => void>();

  /** Told of each visitor who was missed and will come back. */
  readonly #onMissed: (present: Present) => void;

  /** Told of each visitor who is held. */
  readonly #onSentOff: (present: Present) => void;

  constructor(onMissed: (present: Present) => void, onSentOff: (present: Present) => void) {
    this.#onMissed = onMissed;
    this.#onSentOff = onSentOff;
  }

  /** A visitor holds the ticket now; it may have been called and missed while the answer came. */
  enter(present: Present): void {
    this.#byTicket.set(present.ticket, present);
    if (this.isMissed(present)) this.#onMissed(present);
  }

  /** Whether somebody of those who took a ticket still means to do something. */
  isBusy(): boolean {
    for (const present of this.#byTicket.values()) {
      if (present.onPhone || present.isAway || this.isMissed(present)) return true;
    }
    return false;
  }

  /** A clerk has given the ticket up. */
  miss(ticket: string): void {
    this.#misses.set(ticket, (this.#misses.get(ticket) ?? 0) + 1);
    const present = this.#byTicket.get(ticket);
    if (present && this.isMissed(present)) this.#onMissed(present);
  }

  /** Missed a call, and will come back. */
  isMissed(present: Present): boolean {
    return this.comesBack(present) && this.missesOf(present) > present.returned;
  }

  /** How many calls the visitor has missed so far. */
  missesOf(present: Present): number {
    return this.#misses.get(present.ticket) ?? 0;
  }

  /** The clerk has sent the visitor off to come back later. */
  sendOff(ticket: string): void {
    const present = this.#byTicket.get(ticket);
    if (present) this.#onSentOff(present);
  }

  /** All but those who have left the hall for good. */
  comesBack({ visitor, stay }: Present): boolean {
    if (stay === 'left') return false;
    return stay === 'waiting' || (visitor.noShow?.backAfterMs ?? null) !== null;
  }

  holderOf(ticket: string): Present | undefined {
    return this.#byTicket.get(ticket);
  }

  mount(screen: MountedScreen): void {
    this.#screens.push(screen);
  }

  /** A screen has changed: whoever waits for a call looks up. */
  looked(): void {
    for (const listener of this.#listeners) listener();
  }

  /**
   * Resolves when every live screen that must show the call shows it, the lobby's and the window's
   * own; false after `waitMs` of wall time if none does. Walking takes many seconds of hall time,
   * which a fast clock makes shorter than a message: so the walk begins when the last screen shows.
   */
  isCalled(ticket: string, window: number, callSeq: number, waitMs: number): Promise<boolean> {
    const concerned = this.#screens.filter((row) => row.window === null || row.window === window);
    const shows = (row: MountedScreen) => row.showsUpTo(ticket) >= callSeq;
    const isDone = () =>
      concerned.some(shows) && concerned.every((row) => shows(row) || !row.isLive());
    if (isDone()) return Promise.resolve(true);
    return new Promise((resolve) => {
      const finish = (heard: boolean) => {
        clearTimeout(timer);
        this.#listeners.delete(listener);
        resolve(heard);
      };
      const listener = () => {
        if (isDone()) finish(true);
      };
      const timer = setTimeout(() => finish(concerned.some(shows)), waitMs);
      this.#listeners.add(listener);
    });
  }
}
