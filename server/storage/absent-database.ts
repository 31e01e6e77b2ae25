// Waiting for a database that is not there yet: after a power cut a hall's machine is up before its
// PostgreSQL, and a busy one may let the first queries wait beyond their deadline.
//
// The work is done again from its beginning, so it must bear that. Any failure but an absent or
// too slow database is thrown at once, as is the last one when the wait is over.
import { setTimeout as sleep } from 'node:timers/promises';
import { isDatabaseAway } from './database-error.ts';

/** How long a start waits for its database, before whoever started it is told that it is not there. */
export const START_WAIT_MS = 60_000;
const PAUSE_MS = 250;

export interface Patience {
  readonly waitMs: number;
  /** Told once, when the first attempt has failed. */
  readonly onWaiting: (error: unknown) => void;
  /** Told when the work was done after all. */
  readonly onAnswer?: () => void;
}

/** The result of `work`, as soon as the database answers; its failure when it does not in `waitMs`. */
export async function whenDatabaseAnswers<T>(
  work: () => Promise<T>,
  { waitMs, onWaiting, onAnswer }: Patience,
): Promise<T> {
  const giveUpAt = performance.now() + waitMs;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const result = await work();
      if (attempt > 1) onAnswer?.();
      return result;
    } catch (error) {
      if (!isDatabaseAway(error) || performance.now() + PAUSE_MS > giveUpAt) throw error;
      if (attempt === 1) onWaiting(error);
    }
    await sleep(PAUSE_MS);
  }
}
