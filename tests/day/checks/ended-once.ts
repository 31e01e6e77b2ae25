/**
 * Every opened ticket ends exactly once, and nobody is forgotten on the way: who was held, sent on
 * or left to a later window comes to a window again, or gives up. At a midnight each open ticket
 * gets one last event, and what is carried over stands in the next day once. Written from the rules
 * and from events alone, without the product's fold.
 */
import type { HallEvent, StoredEvent } from '../../../shared/hall/events.ts';
import type { Findings, History, NightStream } from '../history.ts';
import { ownEvents } from '../history.ts';

const OPENS = new Set(['TicketIssued', 'AppointmentBooked', 'TicketBroughtOver']);
/** The last event of a ticket. */
export const ENDS: ReadonlySet<string> = new Set([
  'TicketFinished',
  'TicketCancelled',
  'TicketVoided',
  'TicketExpired',
  'AppointmentMissed',
  'TicketCarriedOver',
]);
/** A miss is open until midnight, for the visitor may come back; then it stays a miss. */
const MISSES = new Set(['TicketMissed', 'HoldLapsed']);

type EndFault = 'notEndedOnce' | 'holdsLost' | 'transfersLost' | 'stopsLost' | 'nightTickets';

/** Checks the ends of all tickets, of the day and of the nights. */
export function endFindings(history: History): Pick<Findings, EndFault> {
  const events = ownEvents(history).map(({ event }) => event);
  return {
    notEndedOnce: endFaults(events),
    holdsLost: forgotten(events, 'TicketHeld', ['TicketReturned', 'HoldLapsed']),
    transfersLost: forgotten(events, 'TicketTransferred', ['TicketCalled']),
    stopsLost: [...forgotten(events, 'TicketMovedOn', ['TicketCalled']), ...unserved(events)],
    nightTickets: nightFaults(history),
  };
}

function endFaults(events: readonly HallEvent[]): string[] {
  const opened = new Map<string, number>();
  const ended = new Map<string, string[]>();
  const missed = new Set<string>();
  for (const event of events) {
    if (!('ticket' in event)) continue;
    const { ticket, type } = event;
    if (OPENS.has(type)) opened.set(ticket, (opened.get(ticket) ?? 0) + 1);
    if (MISSES.has(type)) missed.add(ticket);
    if (type === 'TicketReactivated') missed.delete(ticket);
    if (ENDS.has(type)) ended.set(ticket, [...(ended.get(ticket) ?? []), type]);
  }
  return [...opened].flatMap(([ticket, times]) => {
    const ends = ended.get(ticket) ?? [];
    if (times > 1) return [`${ticket} was opened ${String(times)} times`];
    if (ends.length > 1)
      return [`${ticket} ended ${String(ends.length)} times: ${ends.join(', ')}`];
    return ends.length === 1 || missed.has(ticket) ? [] : [`${ticket} never ended`];
  });
}

/** Tickets that stopped at `from` and came no further: neither on, nor given up, nor ended. */
function forgotten(
  events: readonly HallEvent[],
  from: HallEvent['type'],
  onward: readonly HallEvent['type'][],
): string[] {
  const open = new Set<string>();
  for (const event of events) {
    if (!('ticket' in event)) continue;
    if (event.type === from) open.add(event.ticket);
    else if (onward.includes(event.type) || ENDS.has(event.type)) open.delete(event.ticket);
  }
  return [...open].map((ticket) => `${ticket}: nothing came after ${from}`);
}

/** Cases that were left to a later window and not served, although the visit was finished. */
function unserved(events: readonly HallEvent[]): string[] {
  const planned = new Map<string, string>();
  const faults: string[] = [];
  for (const event of events) {
    if (event.type === 'StopPlanned') for (const id of event.cases) planned.set(id, event.ticket);
    if (event.type === 'CaseFinished') planned.delete(event.case);
    if (event.type !== 'TicketFinished') continue;
    for (const [id, ticket] of planned) {
      if (ticket === event.ticket) faults.push(`${id} was left to a later window and to nobody`);
    }
  }
  return faults;
}

function nightFaults(history: History): string[] {
  return history.nights.flatMap((night, index) => {
    const next = history.nights[index + 1]?.events ?? history.events;
    const events = night.events.map(({ event }) => event);
    const named = (text: string) => `${night.date}: ${text}`;
    return [
      ...endFaults(events).map(named),
      ...closings(events).map(named),
      ...carriedFaults(night, next).map(named),
      ...unanswered(night, history).map(named),
    ];
  });
}

function closings(events: readonly HallEvent[]): string[] {
  const count = events.filter(({ type }) => type === 'DayClosed').length;
  return count === 1 ? [] : [`the day was closed ${String(count)} times`];
}

/** What one day carries over, the next brings, under the old number and with its arrival. */
function carriedFaults({ date, events }: NightStream, next: readonly StoredEvent[]): string[] {
  const arrivals = new Map<string, number>();
  const left: string[] = [];
  for (const { event } of events) {
    if (event.type === 'TicketIssued') arrivals.set(event.ticket, event.arrivedAt);
    if (event.type === 'TicketCarriedOver') left.push(event.ticket);
  }
  const came = next.flatMap(({ event }) =>
    event.type === 'TicketBroughtOver' && event.fromDate === date ? [event] : [],
  );
  const mark = `~${date.slice(5, 7)}${date.slice(8, 10)}`;
  const faults = left.flatMap((ticket) => {
    const found = came.filter((event) => event.ticket === `${ticket}${mark}`);
    if (found.length !== 1) return [`${ticket} was brought over ${String(found.length)} times`];
    const isKept = found[0]?.arrivedAt === arrivals.get(ticket);
    return isKept ? [] : [`${ticket} lost its arrival over midnight`];
  });
  const more = came.length - left.length;
  return more > 0 ? [...faults, `${String(more)} more were brought over than left`] : faults;
}

/** Tickets that a visitor was given that night and that stand in no event. */
function unanswered({ date, events }: NightStream, { nightPresses }: History): string[] {
  const there = new Set(events.map(({ commandId }) => commandId));
  return nightPresses
    .filter((press) => press.answers.some((answer) => answer.accepted && answer.date === date))
    .filter((press) => !there.has(press.commandId))
    .map((press) => `${press.type} of ${press.by} was accepted and stands in no event`);
}
