/**
 * Signing in with staff number and password. Unknown numbers take the same time and get the same
 * answer as wrong passwords; after several wrong tries the number is locked for a while, longer with
 * each further one.
 */
import type { HallId, StaffNo } from '../../shared/base/ids.ts';
import { staffNo } from '../../shared/base/ids.ts';
import type { Sql } from '../storage/database.ts';
import { hashPassword, passwordFits } from './passwords.ts';
import { claimTry, unknownNumbers } from './sign-in-tries.ts';

/** Passwords looked at side by side: each takes 19 MiB and a thread. */
const CHECKING_MAX = 16;
const BUSY_MS = 1_000;

export type SignInResult =
  | { readonly kind: 'signed-in'; readonly hall: HallId; readonly staffNo: StaffNo }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'locked'; readonly untilAt: number };

export interface People {
  signIn(number: string, password: string): Promise<SignInResult>;
  /** Gives everyone on the list the same first password, unless they have one. */
  found(hall: HallId, numbers: readonly string[], password: string): Promise<void>;
}

/** Sign-in over the staff_logins table; `now` is wall time, for locks. */
export async function people(sql: Sql, now: () => number): Promise<People> {
  const nobody = await hashPassword('nobody');
  const strangers = unknownNumbers();
  let checking = 0;
  return {
    async signIn(number, password) {
      const asked = number.trim().toUpperCase();
      const strangerLockedUntil = strangers.lockedUntil(asked, now());
      const [row] = await claimTry(sql, asked, now());
      if (!row) {
        const [locked] = await sql<{ locked_until: number }[]>`
          select locked_until from staff_logins where staff_no = ${asked}`;
        const untilAt = locked ? locked.locked_until : strangerLockedUntil;
        if (untilAt > now()) return { kind: 'locked', untilAt };
        if (!locked) strangers.count(asked, now());
      }
      if (checking >= CHECKING_MAX) return { kind: 'locked', untilAt: now() + BUSY_MS };
      checking += 1;
      const fits = await passwordFits(password, row?.password_hash ?? nobody).finally(() => {
        checking -= 1;
      });
      if (!row || !fits) return { kind: 'wrong' };
      await sql`
        update staff_logins set failed_tries = 0, locked_until = 0
        where hall_id = ${row.hall_id} and staff_no = ${row.staff_no}`;
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
