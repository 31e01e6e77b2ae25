/**
 * Finds the ticket that a token stands for, by the token's keyed hash in the table. A ticket that was
 * carried over midnight is found where it stands now: its paper stays good.
 */
import type { BusinessDate, HallId, TicketId } from '../../shared/base/ids.ts';
import { carriedId } from '../../shared/hall/carrying-over.ts';
import type { TicketStatus } from '../../shared/hall/ticket.ts';
import type { Secrets } from '../secrets.ts';
import type { Sql } from '../storage/database.ts';

const KEPT_MAX = 50_000;
/** A waiting ticket may be carried over; its place is looked up again after a while. */
const KEPT_MS = 30_000;
const TOKEN_SHAPE = /^[\w-]{16,64}$/;

export interface TicketPlaceFound {
  readonly hall: HallId;
  readonly date: BusinessDate;
  readonly ticket: TicketId;
}

export type FindTicket = (token: string) => Promise<TicketPlaceFound | null>;

interface PlaceRow {
  readonly hall_id: HallId;
  readonly business_date: BusinessDate;
  readonly ticket_id: TicketId;
  readonly status: TicketStatus;
}

/** A finder that keeps for a while what it found. */
export function ticketFinder(
  sql: Sql,
  secrets: Secrets,
  now: () => number = () => performance.now(),
): FindTicket {
  const kept = new Map<string, { readonly place: TicketPlaceFound; readonly untilAt: number }>();
  return async (token) => {
    if (!TOKEN_SHAPE.test(token)) return null;
    const known = kept.get(token);
    if (known && known.untilAt > now()) return known.place;
    const [row] = await sql<PlaceRow[]>`
      select hall_id, business_date, ticket_id, status from tickets
      where token_hash = ${secrets.tokenHash(token)} limit 1`;
    if (!row) return null;
    const place = row.status === 'carriedOver' ? await followed(sql, row) : placeOf(row);
    if (kept.size >= KEPT_MAX) kept.clear();
    kept.set(token, { place, untilAt: now() + KEPT_MS });
    return place;
  };
}

/** The newest day that the ticket was carried to; months later the same name may come again. */
async function followed(sql: Sql, row: PlaceRow): Promise<TicketPlaceFound> {
  const [newest] = await sql<PlaceRow[]>`
    select hall_id, business_date, ticket_id, status from tickets
    where hall_id = ${row.hall_id} and ticket_id = ${carriedId(row.ticket_id, row.business_date)}
      and business_date > ${row.business_date}
      and business_date < ${row.business_date}::date + 300
    order by business_date desc limit 1`;
  return placeOf(newest ?? row);
}

function placeOf(row: PlaceRow): TicketPlaceFound {
  return { hall: row.hall_id, date: row.business_date, ticket: row.ticket_id };
}
