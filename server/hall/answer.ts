/**
 * The answer to a command, made from its own events alone, so that every retry gets the same one,
 * from any server, also after a restart.
 */
import type { BusinessDate, TicketId } from '../../shared/base/ids.ts';
import type { EventType, StoredEvent } from '../../shared/hall/events.ts';
import type { Accepted } from '../../shared/protocol/messages.ts';

/** The visitor holds a ticket from now on: its key goes along. */
const BEGINS = new Set<EventType>(['TicketIssued', 'AppointmentBooked', 'AppointmentCheckedIn']);

/** Reads what a command's events say of ticket, case, window and call. */
export function acceptedAnswer(
  date: BusinessDate,
  events: readonly StoredEvent[],
  tokenOf: (ticket: TicketId) => string,
): Accepted {
  let answer: Accepted = { outcome: 'accepted', date, seq: events.at(-1)?.seq ?? 0 };
  for (const { event } of events) {
    if (event.type === 'PromptEnded' && answer.ticket === undefined && events.length > 1) continue;
    if ('ticket' in event) answer = { ...answer, ticket: event.ticket };
    if ('window' in event) answer = { ...answer, window: event.window };
    if ('case' in event) answer = { ...answer, case: event.case };
    if ('callSeq' in event) answer = { ...answer, callSeq: event.callSeq };
    if ('ahead' in event) answer = { ...answer, ahead: event.ahead };
    if (BEGINS.has(event.type) && 'ticket' in event) {
      answer = { ...answer, token: tokenOf(event.ticket) };
    }
  }
  return answer;
}
