/**
 * The views that cost most to make: the floor, and desks that a commit does not touch itself. They
 * are marked and made soon, a hall's in one round of short slices, so that calls and screens between
 * them are never kept waiting; the next round comes no sooner than half a second later, and later
 * still where a round takes long. What is marked during a round is made in the next: the last state
 * always arrives, also after a round that failed.
 */
import type { HallId } from '../../shared/base/ids.ts';
import { restFor } from '../rest.ts';

const ROUND_EVERY_MS = 500;
/** A round may take a quarter of the time, but no state is older than this for its sake. */
const REST_PER_WORK = 3;
const REST_MAX_MS = 2_000;
const SLICE_MS = 5;

/** What is drawn, for those who listen; nobody listening, nothing drawn. */
interface Watched {
  readonly hall: HallId;
  readonly listeners: { readonly size: number };
}

export interface SlowViewsParts<View, State> {
  /** Reads the committed state of a hall; undefined where the hall is not served here. */
  readonly read: (hall: HallId, use: (state: State) => void) => Promise<void> | undefined;
  readonly draw: (view: View, state: State) => void;
  readonly onFault: (error: unknown, what: string) => void;
  /** Milliseconds that only grow, and a rest of some; given by tests that want no real time. */
  readonly now?: () => number;
  readonly rest?: (forMs: number) => Promise<void>;
}

export class SlowViews<View extends Watched, State> {
  readonly #parts: SlowViewsParts<View, State>;
  readonly #now: () => number;
  readonly #rest: (forMs: number) => Promise<void>;
  readonly #marked = new Map<HallId, Set<View>>();
  /** What the round that runs has yet to make. */
  readonly #making = new Map<HallId, Set<View>>();
  readonly #working = new Set<HallId>();
  #isClosed = false;

  constructor(parts: SlowViewsParts<View, State>) {
    this.#parts = parts;
    this.#now = parts.now ?? (() => performance.now());
    this.#rest = parts.rest ?? restFor;
  }

  /** The view is out of date; it is made in this round, if its turn is yet to come. */
  mark(view: View): void {
    const { hall } = view;
    if (this.#making.get(hall)?.has(view)) return;
    const marked = this.#marked.get(hall) ?? new Set();
    this.#marked.set(hall, marked.add(view));
    if (!this.#working.has(hall)) void this.#work(hall);
  }

  /** The view has just been made otherwise. */
  unmark(view: View): void {
    this.#making.get(view.hall)?.delete(view);
    this.#marked.get(view.hall)?.delete(view);
  }

  close(): void {
    this.#isClosed = true;
  }

  async #work(hall: HallId): Promise<void> {
    this.#working.add(hall);
    while ((this.#marked.get(hall)?.size ?? 0) > 0 && !this.#isClosed) {
      const spentMs = await this.#round(hall);
      const restMs = Math.max(ROUND_EVERY_MS - spentMs, spentMs * REST_PER_WORK);
      await this.#rest(Math.min(restMs, REST_MAX_MS));
    }
    this.#working.delete(hall);
  }

  /** Makes what is marked; the answer is how long that kept the process busy. */
  async #round(hall: HallId): Promise<number> {
    // What else has come up, a call above all, goes first; and one commit marks many at once.
    await this.#rest(0);
    const making = this.#marked.get(hall) ?? new Set();
    this.#marked.delete(hall);
    this.#making.set(hall, making);
    let spentMs = 0;
    try {
      while (making.size > 0 && !this.#isClosed) {
        const reading = this.#parts.read(hall, (state) => {
          const fromAt = this.#now();
          for (const view of making) {
            making.delete(view);
            if (view.listeners.size > 0) this.#parts.draw(view, state);
            if (this.#now() - fromAt >= SLICE_MS) break;
          }
          spentMs += this.#now() - fromAt;
        });
        if (!reading) break;
        await reading;
        await this.#rest(0);
      }
    } catch (error) {
      this.#parts.onFault(error, 'slow views');
      const marked = this.#marked.get(hall) ?? new Set();
      for (const view of making) marked.add(view);
      this.#marked.set(hall, marked);
    }
    this.#making.delete(hall);
    return spentMs;
  }
}
