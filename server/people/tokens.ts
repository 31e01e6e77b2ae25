/**
 * Finds the ticket that a token stands for: in the open day, among its tickets; else in the table,
 * where the token's keyed hash stands.
 */
import type { BusinessDate, HallId, TicketId } from '../../shared/base/ids.ts';
import type { Secrets } from '../secrets.ts';
import type { Sql } from '../storage/database.ts';

const KEPT_MAX = 50_000;
const TOKEN_SHAPE = /^[\w-]{16,64}$/;

export interface TicketPlaceFound {
  readonly hall: HallId;
  readonly date: BusinessDate;
  readonly ticket: TicketId;
}

export type FindTicket = (token: string) => Promise<TicketPlaceFound | null>;

/** A finder that keeps what it found: a token's ticket never changes. */
export function ticketFinder(sql: Sql, secrets: Secrets): FindTicket {
  const kept = new Map<string, TicketPlaceFound>();
  return async (token) => {
    if (!TOKEN_SHAPE.test(token)) return null;
    const known = kept.get(token);
    if (known) return known;
    const [row] = await sql<
      { hall_id: HallId; business_date: BusinessDate; ticket_id: TicketId }[]
    >`
      select hall_id, business_date, ticket_id from tickets
      where token_hash = ${secrets.tokenHash(token)} limit 1`;
    if (!row) return null;
    const place = { hall: row.hall_id, date: row.business_date, ticket: row.ticket_id };
    if (kept.size >= KEPT_MAX) kept.clear();
    kept.set(token, place);
    return place;
  };
}
