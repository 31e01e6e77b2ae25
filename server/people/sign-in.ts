/**
 * Signing in with staff number and password. Unknown numbers take the same time and get the same
 * answer as wrong passwords; after several wrong tries the number is locked for a while, longer with
 * each further one.
 */
import type { HallId, StaffNo } from '../../shared/base/ids.ts';
import { staffNo } from '../../shared/base/ids.ts';
import type { Sql } from '../storage/database.ts';
import { hashPassword, passwordFits } from './passwords.ts';

const FREE_TRIES = 5;
const LOCK_MS = 30_000;
const LOCK_MAX_MS = 15 * 60_000;

export type SignInResult =
  | { readonly kind: 'signed-in'; readonly hall: HallId; readonly staffNo: StaffNo }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'locked'; readonly untilAt: number };

export interface People {
  signIn(number: string, password: string): Promise<SignInResult>;
  /** Gives everyone on the list the same first password, unless they have one. */
  found(hall: HallId, numbers: readonly string[], password: string): Promise<void>;
}

interface LoginRow {
  readonly hall_id: HallId;
  readonly staff_no: string;
  readonly password_hash: string;
  readonly failed_tries: number;
  readonly locked_until: number;
}

/** Sign-in over the staff_logins table; `now` is wall time, for locks. */
export async function people(sql: Sql, now: () => number): Promise<People> {
  const nobody = await hashPassword('nobody');
  return {
    async signIn(number, password) {
      const [row] = await sql<LoginRow[]>`
        select hall_id, staff_no, password_hash, failed_tries, locked_until
        from staff_logins where staff_no = ${number.trim().toUpperCase()}`;
      if (row && row.locked_until > now()) return { kind: 'locked', untilAt: row.locked_until };
      const fits = await passwordFits(password, row?.password_hash ?? nobody);
      if (!row) return { kind: 'wrong' };
      if (!fits) {
        const tries = row.failed_tries + 1;
        const lockMs = Math.min(LOCK_MAX_MS, LOCK_MS * 2 ** Math.max(0, tries - FREE_TRIES));
        const lockedUntil = tries >= FREE_TRIES ? now() + lockMs : 0;
        await sql`
          update staff_logins set failed_tries = failed_tries + 1, locked_until = ${lockedUntil}
          where hall_id = ${row.hall_id} and staff_no = ${row.staff_no}`;
        return { kind: 'wrong' };
      }
      if (row.failed_tries > 0) {
        await sql`
          update staff_logins set failed_tries = 0, locked_until = 0
          where hall_id = ${row.hall_id} and staff_no = ${row.staff_no}`;
      }
      return { kind: 'signed-in', hall: row.hall_id, staffNo: staffNo(row.staff_no) };
    },
    async found(hall, numbers, password) {
      const [row] = await sql<{ known: number }[]>`
        select count(*)::int as known from staff_logins where hall_id = ${hall}`;
      if (row && row.known >= numbers.length) return;
      const hash = await hashPassword(password);
      await sql`
        insert into staff_logins (hall_id, staff_no, password_hash)
        select ${hall}, staff_no, ${hash}
        from string_to_array(${numbers.join(' ')}, ' ') as numbers, unnest(numbers) as staff_no
        on conflict do nothing`;
    },
  };
}
