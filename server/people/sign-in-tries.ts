/**
 * Wrong tries to sign in, counted per number: after several the number is locked for a while,
 * longer with each further one.
 */
import type { HallId } from '../../shared/base/ids.ts';
import type { Sql } from '../storage/database.ts';

const FREE_TRIES = 5;
const LOCK_MS = 30_000;
const LOCK_MAX_MS = 15 * 60_000;
const STRANGERS_MAX = 10_000;

interface LoginRow {
  readonly hall_id: HallId;
  readonly staff_no: string;
  readonly password_hash: string;
}

/**
 * Counts the try before the password is looked at, so that tries sent side by side are counted too;
 * a right password sets the count back. No row: locked, or unknown.
 */
export function claimTry(sql: Sql, number: string, at: number): Promise<LoginRow[]> {
  return sql<LoginRow[]>`
    update staff_logins set failed_tries = failed_tries + 1,
      locked_until = case when failed_tries + 1 < ${FREE_TRIES} then 0 else ${at}::bigint
        + least(
            ${LOCK_MAX_MS}::bigint,
            ${LOCK_MS} * 2 ^ least(10, failed_tries + 1 - ${FREE_TRIES})
          )
        end
    where staff_no = ${number} and locked_until <= ${at}
    returning hall_id, staff_no, password_hash`;
}

/** Numbers that nobody has are locked like the others: the answer must not tell who exists. */
export function unknownNumbers() {
  const tries = new Map<string, { readonly count: number; readonly untilAt: number }>();
  return {
    lockedUntil: (number: string, at: number) => {
      const found = tries.get(number);
      return found && found.untilAt > at ? found.untilAt : 0;
    },
    count(number: string, at: number) {
      const count = (tries.get(number)?.count ?? 0) + 1;
      const lockMs = Math.min(LOCK_MAX_MS, LOCK_MS * 2 ** Math.max(0, count - FREE_TRIES));
      if (tries.size >= STRANGERS_MAX) tries.clear();
      tries.set(number, { count, untilAt: count >= FREE_TRIES ? at + lockMs : 0 });
    },
  };
}
