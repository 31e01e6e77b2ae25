/**
 * A person as the hall's bookings know one: a keyed hash of the document's number, never the number.
 * The key stands outside the database, so a copy of it tells nobody's number by trying all of them.
 */
import type { BusinessDate, HallId } from '../../shared/base/ids.ts';
import { businessDateAt, daysBefore } from '../../shared/calendar/business-date.ts';
import type { BookingHistory } from '../../shared/hall/hall-commands.ts';
import type { Secrets } from '../secrets.ts';
import type { Sql } from '../storage/database.ts';

/** A month and a week that began before today are counted whole. */
const MONTH_DAYS = 31;
const ROWS_MAX = 400;

/** The person behind a number as it was typed or read: spaces, hyphens and case do not matter. */
export function personKey(secrets: Secrets, hall: HallId, number: string): string {
  return secrets.personHash(hall, number.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase());
}

/** What a person has booked on other days than `date`, and how often nobody came. */
export async function bookingHistory(
  sql: Sql,
  hall: HallId,
  person: string,
  date: BusinessDate,
  about: { readonly at: number; readonly blockDays: number },
): Promise<BookingHistory> {
  const today = businessDateAt(about.at);
  const blockedFrom = daysBefore(today, about.blockDays);
  const from = daysBefore(today, Math.max(about.blockDays, MONTH_DAYS));
  const rows = await sql<{ business_date: BusinessDate; status: string }[]>`
    select business_date, status from tickets
    where hall_id = ${hall} and person_hash = ${person}
      and business_date >= ${from}
      and business_date <> ${date} and status <> 'abandoned'
    order by business_date desc limit ${ROWS_MAX}`;
  const [weekFrom, weekTo] = weekOf(date);
  const isMissed = (row: { status: string }) => row.status === 'appointmentMissed';
  return {
    inWeek: rows.filter((row) => weekFrom <= row.business_date && row.business_date <= weekTo)
      .length,
    inMonth: rows.filter((row) => row.business_date.slice(0, 7) === date.slice(0, 7)).length,
    noShows: rows.filter((row) => isMissed(row) && row.business_date >= blockedFrom).length,
  };
}

/** Monday and Sunday of the date's week. */
function weekOf(date: BusinessDate): [BusinessDate, BusinessDate] {
  const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
  const monday = daysBefore(date, weekday);
  return [monday, daysBefore(monday, -6)];
}
