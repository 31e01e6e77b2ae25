/**
 * A snapshot on its way to the worker. Copying two thousand tickets at once would keep presses waiting
 * for tens of milliseconds, so a long queue goes before it in pages, with a turn of the event loop
 * after each; the snapshot itself was taken in one go and does not change. The message that ends it
 * names how many went before: what a worker has not heard whole it does not use.
 */
import type { Snapshot, TicketSnapshot } from '../../shared/forecast/estimate/snapshot.ts';
import { restFor } from '../rest.ts';
import type { ToWorker } from './messages.ts';

/** Below a millisecond to copy. */
export const PAGE_TICKETS = 250;
/** Snapshots that were begun and not ended, in the worker. */
const OPEN_MAX = 16;

/** What stands in the place of the first of a snapshot's waiting tickets. */
export interface SentBefore {
  readonly id: number;
  readonly count: number;
}

let lastId = 0;

/**
 * Sends all but the last page of those who wait; the rest of the snapshot, to be sent by the caller,
 * or null once `send` fails.
 */
export async function sendPages(
  snapshot: Snapshot,
  send: (message: ToWorker) => boolean,
  rest: (forMs: number) => Promise<void> = restFor,
): Promise<{ readonly snapshot: Snapshot; readonly before?: SentBefore } | null> {
  const { waiting } = snapshot;
  if (waiting.length <= PAGE_TICKETS) return { snapshot };
  const id = (lastId += 1);
  let count = 0;
  for (; count + PAGE_TICKETS < waiting.length; count += PAGE_TICKETS) {
    const tickets = waiting.slice(count, count + PAGE_TICKETS);
    if (!send({ kind: 'page', id, tickets })) return null;
    await rest(0);
  }
  return { snapshot: { ...snapshot, waiting: waiting.slice(count) }, before: { id, count } };
}

/** The pages that a worker has heard. */
export class HeardPages {
  readonly #open = new Map<number, TicketSnapshot[]>();

  hear(id: number, tickets: readonly TicketSnapshot[]): void {
    const heard = this.#open.get(id) ?? [];
    heard.push(...tickets);
    this.#open.set(id, heard);
    for (const old of this.#open.keys()) if (this.#open.size > OPEN_MAX) this.#open.delete(old);
  }

  /** The snapshot as it was taken; throws where a page is missing. */
  whole(snapshot: Snapshot, before: SentBefore | undefined): Snapshot {
    if (!before) return snapshot;
    const heard = this.#open.get(before.id) ?? [];
    this.#open.delete(before.id);
    if (heard.length !== before.count) throw new Error('a page of the snapshot is missing');
    return { ...snapshot, waiting: [...heard, ...snapshot.waiting] };
  }
}
