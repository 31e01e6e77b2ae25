/** First passwords for those who have no sign-in yet, and numbers that another hall has already. */
import { randomInt } from 'node:crypto';
import type { HallId } from '../../shared/base/ids.ts';
import type { Sql } from '../storage/database.ts';
import { hashPassword } from './passwords.ts';

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
