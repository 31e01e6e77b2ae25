/**
 * Those who want to look at a hall's committed state. The actor serves them between two batches, when
 * no draft stands; so a queue that never empties does not keep them waiting, and nobody sees what
 * was decided ahead of the log and may come to nothing.
 */
import type { DayStream } from './stream.ts';

/** Looks at the open day and the one before; must not wait for anything. */
export type Look<T> = (stream: DayStream, previous: DayStream | null) => T;

interface Reader {
  /** Wants what other servers have written first. */
  readonly isFresh: boolean;
  readonly look: Look<void>;
  readonly fail: (error: unknown) => void;
}

export interface ReaderSource {
  readonly readOn: () => Promise<void>;
  readonly current: () => Promise<DayStream>;
  readonly previous: () => Promise<DayStream | null>;
}

export class Readers {
  #waiting: Reader[] = [];

  get size(): number {
    return this.#waiting.length;
  }

  /** Queues a look; rejects when it throws, or when the day cannot be had. */
  ask<T>(use: Look<T>, isFresh: boolean): Promise<T> {
    return new Promise((resolve, reject) => {
      const fail = (error: unknown) => reject(asError(error));
      const look: Look<void> = (stream, previous) => {
        try {
          resolve(use(stream, previous));
        } catch (error) {
          fail(error);
        }
      };
      this.#waiting.push({ isFresh, look, fail });
    });
  }

  /** Serves all who wait now; called by the actor alone. */
  async serve({ readOn, current, previous }: ReaderSource): Promise<void> {
    if (this.#waiting.length === 0) return;
    const readers = this.#waiting;
    this.#waiting = [];
    try {
      if (readers.some(({ isFresh }) => isFresh)) await readOn();
      const stream = await current();
      const before = await previous();
      for (const { look } of readers) look(stream, before);
    } catch (error) {
      for (const { fail } of readers) fail(error);
    }
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
