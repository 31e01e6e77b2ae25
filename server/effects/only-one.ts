/** One of several servers does a job: whoever holds an advisory lock, for as long as it lives. */
import { openDatabase } from '../storage/database.ts';

export interface OnlyOne {
  /** Whether this process holds the lock now. Asking again while holding it costs one query. */
  holds(): Promise<boolean>;
  close(): Promise<void>;
}

/** Competes for the lock over a connection of its own: it is lost with the connection. */
export function onlyOne(url: string, key: number, deadlineMs: number): OnlyOne {
  const { sql, close } = openDatabase(url, { max: 1, name: 'yichuang-effects', deadlineMs });
  return {
    async holds() {
      const [row] = await sql<{ mine: boolean }[]>`
        select pg_try_advisory_lock(${key}::bigint) as mine`;
      return row?.mine ?? false;
    },
    close: () => close(),
  };
}
