/**
 * The latest view of one topic, and waiting for it to change: what a person in front of a page does.
 * Never goes back in (date, seq). Every wait has a deadline, in wall milliseconds.
 */
import type { ViewOf } from '../../shared/protocol/topics.ts';

export class Watched<Kind extends keyof ViewOf> {
  view: ViewOf[Kind] | null = null;
  seq = -1;
  #date = '';
  #waiters = new Set<() => void>();

  /** Takes a newer view; an older one is ignored and answered with false. */
  take(message: { readonly date: string; readonly seq: number; readonly view: unknown }): boolean {
    const { date, seq, view } = message;
    if (date < this.#date || (date === this.#date && seq < this.seq)) return false;
    this.#date = date;
    this.seq = seq;
    this.view = view as ViewOf[Kind];
    this.wake();
    return true;
  }

  /** Lets all who wait look again. */
  wake(): void {
    const waiters = [...this.#waiters];
    this.#waiters.clear();
    for (const waiter of waiters) waiter();
  }

  /** Waits for the next view, at most `waitMs`. */
  change(waitMs: number): Promise<void> {
    return new Promise((resolve) => {
      const finish = () => {
        clearTimeout(timer);
        this.#waiters.delete(finish);
        resolve();
      };
      const timer = setTimeout(finish, Math.max(0, waitMs));
      this.#waiters.add(finish);
    });
  }

  /** Waits until the view is at least as new as an answer. */
  async reach(seq: number, waitMs: number): Promise<boolean> {
    const untilMs = performance.now() + waitMs;
    while (this.seq < seq && performance.now() < untilMs) {
      await this.change(untilMs - performance.now());
    }
    return this.seq >= seq;
  }
}
