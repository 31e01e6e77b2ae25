/**
 * Tickets that go on after midnight, where a hall wants it: whoever waits, was called, is being served
 * or was asked to come back keeps number and arrival, with the cases that are not finished. The new
 * day names them after the old one, `B012~1121`, for it gives out its own B012. Over a longer gap
 * nobody is still waiting: then they expire.
 */
import { caseId, ticketId } from '../base/ids.ts';
import type { BusinessDate, TicketId } from '../base/ids.ts';
import { nextDate } from '../calendar/business-date.ts';
import type { BringOver, CarriedTicket } from './system-commands.ts';
import type { Day } from './day.ts';
import type { Decision } from './decision.ts';
import type { EventOf } from './events.ts';
import { refused } from './refusal.ts';
import type { Ticket, TicketStatus } from './ticket.ts';

const GOES_ON: ReadonlySet<TicketStatus> = new Set(['waiting', 'called', 'serving', 'held']);
const MARK = '~';

/** The tickets that `closeDay` hands on to that date, as they stand; oldest first. */
export function carriedTickets(day: Day, toDate: BusinessDate | undefined): CarriedTicket[] {
  const isNext = toDate !== undefined && toDate === nextDate(day.date);
  if (!day.plan.config.policy.carryOver || !isNext) return [];
  return [...day.tickets.values()].flatMap((ticket) => {
    const carried = GOES_ON.has(ticket.state.status) ? carriedTicket(ticket) : null;
    return carried && carried.cases.length > 0 ? [carried] : [];
  });
}

function carriedTicket(ticket: Ticket): CarriedTicket {
  const { id, series, number, zone, language, arrivedAt, creditMs, agent, pickup } = ticket;
  const drafts = ticket.cases.filter(({ state }) => state.status === 'draft');
  const first = Math.min(...drafts.map(({ stop }) => stop));
  return {
    ...{ ticket: id, series, number, zone, language, arrivedAt },
    ...(ticket.package !== null && { package: ticket.package }),
    ...(ticket.class !== null && { class: ticket.class }),
    ...(creditMs > 0 && { creditMs }),
    ...(ticket.accessible && { accessible: true }),
    ...(agent !== null && { agent }),
    ...(pickup !== null && { pickup }),
    cases: drafts.map((row) => ({
      case: row.id,
      item: row.item,
      ...(row.stop > first && { stop: row.stop - first + 1 }),
      ...(row.has.size > 0 && { has: [...row.has] }),
    })),
  };
}

/** The other half of `closeDay`; what is there already is left out. */
export function bringOver(day: Day, { fromDate, tickets }: BringOver): Decision {
  const events = tickets
    .map((ticket): EventOf<'TicketBroughtOver'> => {
      const id = carriedId(ticket.ticket, fromDate);
      const cases = ticket.cases.map((row) => ({
        ...row,
        case: caseId(`${id}${row.case.slice(row.case.lastIndexOf('-'))}`),
      }));
      return { ...ticket, type: 'TicketBroughtOver', ticket: id, cases, fromDate };
    })
    .filter(({ ticket }) => !day.tickets.has(ticket));
  return events.length > 0 ? events : refused('nothing-due');
}

/** The name of a ticket on the days after its own; one that was carried before keeps it. */
export function carriedId(ticket: TicketId, fromDate: BusinessDate): TicketId {
  if (ticket.includes(MARK)) return ticket;
  return ticketId(`${ticket}${MARK}${fromDate.slice(5, 7)}${fromDate.slice(8, 10)}`);
}
