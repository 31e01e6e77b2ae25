/**
 * What a clerk does with the desk itself: opens it, takes it over from a page that was left open,
 * goes to lunch with a queue, and steps out for a moment although somebody waits for this window
 * alone, after being asked about them.
 */
import type { DeskView } from '../../shared/views/clerk-desk.ts';
import type { Clerk } from './clerk.ts';

const OUT_MS = 4 * 60_000;
const SECOND_PAGE_WALL_MS = 200;

export class DeskManners {
  readonly #clerk: Clerk;
  #pages = 0;
  /** Has closed the window for a moment and comes back. */
  isOut = false;
  /** Decided once, when lunch comes and somebody waits. */
  #leavesQueue: boolean | null = null;

  constructor(clerk: Clerk) {
    this.#clerk = clerk;
  }

  /** Opens the window from a page; a second one must ask before it takes over. */
  async open(): Promise<void> {
    const clerk = this.#clerk;
    const answer = await clerk.press('openWindow', { station: this.#page() });
    const isElsewhere = answer?.outcome === 'refused' && answer.code === 'clerk-at-other-window';
    if (isElsewhere) this.isOut = false;
    if (answer?.outcome !== 'accepted') return;
    this.isOut = false;
    if (!clerk.day.deck.due('second-page')) return;
    await clerk.desk.change(SECOND_PAGE_WALL_MS);
    const station = this.#page();
    const asked = await clerk.press('openWindow', { station });
    if (asked?.outcome === 'refused' && asked.code === 'used-elsewhere') {
      clerk.day.recorder.count('asked before a take-over');
    }
    await clerk.press('openWindow', { station, takeOver: true });
  }

  #page(): string {
    this.#pages += 1;
    return `page-${String(this.#clerk.window)}-${String(this.#pages)}`;
  }

  /** Closes for today; if somebody waits here alone, the manager has been told and sends them on. */
  async close(): Promise<void> {
    const answer = await this.#clerk.press('closeWindow');
    if (answer?.outcome === 'refused' && answer.code === 'only-here-waiting') {
      this.#clerk.day.recorder.count('asked before closing');
      await this.#clerk.press('closeWindow', { leave: true });
    }
  }

  /** Whether lunch has to wait for those who wait; some clerks hand them over instead. */
  putsOffLunch({ eligible }: DeskView): () => boolean {
    return () => {
      if (eligible === 0) return false;
      this.#leavesQueue ??= this.#clerk.day.deck.due('lunch-with-queue');
      return !this.#leavesQueue;
    };
  }

  /**
   * Somebody waits for this window alone and the clerk has to go: asked about them, the clerk stays
   * and finishes, or the next time leaves them to whoever can be found, and is back soon.
   */
  async stepsOut(): Promise<boolean> {
    const clerk = this.#clerk;
    const { day } = clerk;
    if ((clerk.desk.view?.onlyHere.length ?? 0) === 0) return false;
    if (!day.deck.due('close-with-queue')) return false;
    const answer = await clerk.press('closeWindow');
    if (answer?.outcome === 'accepted') {
      this.isOut = true;
      return true;
    }
    if (answer?.code !== 'only-here-waiting') return false;
    day.recorder.count('asked before closing');
    const asked = day.recorder.happened.get('asked before closing') ?? 0;
    if (asked % 2 === 1) {
      day.recorder.count('stayed for the last');
      return false;
    }
    const left = await clerk.press('closeWindow', { leave: true });
    if (left?.outcome !== 'accepted') return false;
    day.recorder.count('left with a queue');
    this.isOut = true;
    await day.pace.sleep(OUT_MS * day.timeFactor);
    return true;
  }
}
