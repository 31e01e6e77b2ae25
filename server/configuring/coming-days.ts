/** The days to come that take bookings: a published version holds for their slots too. */
import type { BusinessDate, HallId } from '../../shared/base/ids.ts';
import type { Bookings } from '../hall/bookings.ts';
import type { PublisherParts } from './publisher.ts';
import type { Sql } from '../storage/database.ts';

const DAYS_MAX = 100;

/** Finds the actors of begun days after a day. */
export function comingDays(sql: Sql, bookings: Bookings): PublisherParts['comingDays'] {
  return async (hall: HallId, after: BusinessDate) => {
    const rows = await sql<{ business_date: BusinessDate }[]>`
      select business_date from hall_days
      where hall_id = ${hall} and business_date > ${after} and seq > 0
      order by business_date limit ${DAYS_MAX}`;
    return rows.map((row) => bookings.actor(hall, row.business_date));
  };
}
