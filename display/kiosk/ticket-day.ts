/** Which number of today a scanned ticket stands for. Pure. */
import { businessDateAt } from '../../shared/calendar/business-date.ts';
import type { TicketPlace } from '../../shared/protocol/http.ts';

/**
 * Today's ticket, or the number under which an earlier day's may have come over midnight: numbers
 * begin anew each day, so that yesterday's B012 must never be taken for today's.
 */
export function ticketDayOf({ ticket, date }: TicketPlace, now: number): string {
  const isToday = date === businessDateAt(now);
  return isToday || ticket.includes('~') ? ticket : `${ticket}~${date.slice(5).replace('-', '')}`;
}
