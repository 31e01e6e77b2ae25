/** What events do to tickets, cases, calls and paper. Places change in `waiting` and nowhere else. */
import type { TicketId } from '../base/ids.ts';
import { ticketOf } from './at-window.ts';
import type { Series } from './config.ts';
import type { Day } from './day.ts';
import type { EventOf } from './events.ts';
import { release, take } from './fold-windows.ts';
import { enqueue } from './routing.ts';
import type { PrintState, Ticket, TicketState } from './ticket.ts';

/** The key after which the paper of a ticket is named: the first print is `B012/0`. */
export function firstPrintJob(ticket: TicketId): string {
  return `${ticket}/0`;
}

export function numbersSkipped(day: Day, event: EventOf<'NumbersSkipped'>): void {
  day.lastNumber.set(event.series as Series, event.to);
}

export function ticketIssued(day: Day, event: EventOf<'TicketIssued'>, seq: number): void {
  const kiosk = event.kiosk ?? null;
  const ticket: Ticket = {
    id: event.ticket,
    series: event.series,
    number: event.number,
    zone: event.zone,
    package: event.package ?? null,
    language: event.language,
    arrivedAt: event.arrivedAt,
    creditMs: event.creditMs,
    ahead: event.ahead,
    kiosk,
    cases: event.cases.map((row) => ({
      id: row.case,
      item: row.item,
      state: { status: 'draft' },
    })),
    orderKey: event.orderKey,
    orderSeq: seq,
    misses: 0,
    reprints: 0,
    print:
      kiosk === null ? { status: 'none' } : { status: 'waiting', job: firstPrintJob(event.ticket) },
    state: { status: 'waiting' },
  };
  day.tickets.set(ticket.id, ticket);
  day.lastNumber.set(ticket.series, ticket.number);
  enqueue(day.waiting, ticket);
}

export function ticketCalled(day: Day, event: EventOf<'TicketCalled'>, at: number): void {
  const ticket = ticketOf(day, event.ticket);
  leaveQueue(day, ticket);
  const { window, clerk } = event;
  ticket.state = { status: 'called', window, clerk, calledAt: at, lastCallAt: at, calls: 1 };
  take(day, window, ticket.id, 'calling', at);
  announce(day, event, at, false);
}

export function ticketRecalled(day: Day, event: EventOf<'TicketRecalled'>, at: number): void {
  const ticket = ticketOf(day, event.ticket);
  if (ticket.state.status !== 'called') throw new Error(`${ticket.id} recalled, but not called`);
  ticket.state = { ...ticket.state, lastCallAt: at, calls: ticket.state.calls + 1 };
  announce(day, event, at, true);
}

function announce(
  day: Day,
  event: EventOf<'TicketCalled'> | EventOf<'TicketRecalled'>,
  at: number,
  recall: boolean,
): void {
  const { callSeq, ticket, window } = event;
  const why = event.type === 'TicketCalled' ? event.why : null;
  day.callSeq = callSeq;
  day.calls.push({ callSeq, ticket, window, at, recall, why });
}

export function callUndone(day: Day, event: EventOf<'CallUndone'>, at: number): void {
  const ticket = ticketOf(day, event.ticket);
  ticket.state = { status: 'waiting' };
  enqueue(day.waiting, ticket);
  release(day, event.window, at);
}

export function ticketMissed(day: Day, event: EventOf<'TicketMissed'>, at: number): void {
  const ticket = ticketOf(day, event.ticket);
  ticket.misses += 1;
  ticket.state = { status: 'noShow', window: event.window, missedAt: at };
  release(day, event.window, at);
}

export function ticketReactivated(
  day: Day,
  event: EventOf<'TicketReactivated'>,
  seq: number,
): void {
  const ticket = ticketOf(day, event.ticket);
  ticket.orderKey = event.orderKey;
  ticket.orderSeq = seq;
  ticket.state = { status: 'waiting' };
  enqueue(day.waiting, ticket);
}

/** Abandoned, voided or expired: cases not served are dropped, the window is free. */
export function ticketEnded(day: Day, id: TicketId, state: TicketState): void {
  const ticket = ticketOf(day, id);
  const before = ticket.state;
  leaveQueue(day, ticket);
  ticket.state = state;
  for (const row of ticket.cases) {
    if (row.state.status === 'draft') row.state = { status: 'dropped' };
  }
  if (before.status === 'called' || before.status === 'serving') {
    release(day, before.window, day.lastAt);
  }
}

/** The day is over: a missed ticket stays a miss, anything else that was open has expired. */
export function ticketExpired(day: Day, id: TicketId, at: number): void {
  const { state } = ticketOf(day, id);
  const isMissed = state.status === 'noShow';
  ticketEnded(day, id, isMissed ? state : { status: 'expired', endedAt: at });
}

export function serviceStarted(day: Day, event: EventOf<'ServiceStarted'>, at: number): void {
  const { window, clerk } = event;
  ticketOf(day, event.ticket).state = { status: 'serving', window, clerk, startedAt: at };
  take(day, window, event.ticket, 'serving', at);
}

export function caseAdded(day: Day, event: EventOf<'CaseAdded'>): void {
  const { cases } = ticketOf(day, event.ticket);
  cases.push({ id: event.case, item: event.item, state: { status: 'draft' } });
}

export function caseFinished(day: Day, event: EventOf<'CaseFinished'>, at: number): void {
  const row = ticketOf(day, event.ticket).cases.find((one) => one.id === event.case);
  if (!row) throw new Error(`case ${event.case} was never taken`);
  const { outcome, serviceSeq, window, clerk } = event;
  row.state = { status: 'finished', outcome, serviceSeq, window, clerk, finishedAt: at };
}

export function ticketFinished(day: Day, event: EventOf<'TicketFinished'>, at: number): void {
  const { window } = event;
  ticketOf(day, event.ticket).state = { status: 'done', window, doneAt: at };
  const place = release(day, window, at);
  place.served += 1;
  place.lastTicket = event.ticket;
}

export function printed(day: Day, id: TicketId, state: PrintState): void {
  ticketOf(day, id).print = state;
}

export function reprintRequested(day: Day, event: EventOf<'ReprintRequested'>): void {
  const ticket = ticketOf(day, event.ticket);
  ticket.reprints += 1;
  ticket.print = { status: 'waiting', job: event.job };
}

function leaveQueue(day: Day, ticket: Ticket): void {
  const place = day.waiting.indexOf(ticket);
  if (place >= 0) day.waiting.splice(place, 1);
}
