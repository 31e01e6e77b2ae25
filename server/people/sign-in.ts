/**
 * Signing in with staff number and password. Unknown numbers take the same time and get the same
 * answer as wrong passwords; after several wrong tries the number is locked for a while, longer with
 * each further one.
 */
import { randomInt } from 'node:crypto';
import type { HallId, StaffNo } from '../../shared/base/ids.ts';
import { staffNo } from '../../shared/base/ids.ts';
import type { Sql } from '../storage/database.ts';
import { hashPassword, passwordFits } from './passwords.ts';

const FREE_TRIES = 5;
const LOCK_MS = 30_000;
const LOCK_MAX_MS = 15 * 60_000;
const STRANGERS_MAX = 10_000;
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

/** A member of staff with the first password, told once. */
export interface FirstPassword {
  readonly staffNo: string;
  readonly password: string;
}

const FIRST_PASSWORD_CHARS = 10;
/** Without what is read wrongly from paper: 0 O 1 l I. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

/** Makes sign-ins for those who have none; the passwords stand nowhere but in the answer. */
export async function makeSignIns(
  sql: Sql,
  hall: HallId,
  numbers: readonly string[],
): Promise<FirstPassword[]> {
  const made: FirstPassword[] = [];
  const known = await sql<{ staff_no: string }[]>`
    select staff_no from staff_logins where hall_id = ${hall}`;
  const has = new Set(known.map((row) => row.staff_no));
  for (const number of numbers) {
    if (has.has(number)) continue;
    const password = firstPassword();
    const rows = await sql`
      insert into staff_logins (hall_id, staff_no, password_hash)
      values (${hall}, ${number}, ${await hashPassword(password)})
      on conflict do nothing returning staff_no`;
    if (rows.length > 0) made.push({ staffNo: number, password });
  }
  return made;
}

/** Staff numbers of a list that belong to another hall: each is unique over all halls. */
export async function numbersElsewhere(
  sql: Sql,
  hall: HallId,
  numbers: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await sql<{ staff_no: string }[]>`
    select staff_no from staff_logins
    where hall_id <> ${hall} and staff_no = any(string_to_array(${numbers.join(' ')}, ' '))`;
  return new Set(rows.map((row) => row.staff_no));
}

function firstPassword(): string {
  return Array.from(
    { length: FIRST_PASSWORD_CHARS },
    () => LETTERS[randomInt(LETTERS.length)],
  ).join('');
}

interface LoginRow {
  readonly hall_id: HallId;
  readonly staff_no: string;
  readonly password_hash: string;
}

/**
 * Counts the try before the password is looked at, so that tries sent side by side are counted too;
 * a right password sets the count back. No row: locked, or unknown.
 */
function claimTry(sql: Sql, number: string, at: number): Promise<LoginRow[]> {
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
function unknownNumbers() {
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
