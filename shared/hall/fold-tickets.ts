/**
 * What events do to a ticket's way through the queue, and to calls and paper. Places change in
 * `waiting` and nowhere else. Cases and stops are folded in fold-visits.ts.
 */
import type { TicketId } from '../base/ids.ts';
import { ticketOf } from './at-window.ts';
import type { Series } from './config.ts';
import type { Call, Day } from './day.ts';
import type { EventOf } from './events.ts';
import type { IssuedCase, Promised } from './visit-events.ts';
import { isByCredit } from './call-reason.ts';
import { release, settlePauses, take, windowOf } from './fold-windows.ts';
import { recount } from './quotas.ts';
import { enqueue } from './routing/place.ts';
import type { Case, PrintState, Ticket, TicketState } from './ticket.ts';

type Fresh = Pick<
  Ticket,
  'id' | 'series' | 'number' | 'zone' | 'language' | 'arrivedAt' | 'orderKey' | 'orderSeq'
> &
  Partial<Ticket>;

/** The key after which the paper of a ticket is named: the first print is `B012/0`. */
export function firstPrintJob(ticket: TicketId): string {
  return `${ticket}/0`;
}

/** A ticket as it begins; what is left out is empty, and it waits. */
export function freshTicket(fields: Fresh): Ticket {
  return {
    package: null,
    class: null,
    creditMs: 0,
    ahead: 0,
    forecast: null,
    firstCalledAt: null,
    kiosk: null,
    accessible: false,
    agent: null,
    pickup: null,
    appointment: null,
    carriedFrom: null,
    cases: [],
    stop: 1,
    queuedAt: fields.arrivedAt,
    green: null,
    target: null,
    affinity: null,
    promiseAt: null,
    fifoWaitMs: null,
    overtaken: 0,
    passedByCall: null,
    misses: 0,
    windowsVisited: [],
    transfers: 0,
    requeues: 0,
    holds: 0,
    stepAways: 0,
    reprints: 0,
    print: { status: 'none' },
    slips: [],
    state: { status: 'waiting' },
    ...fields,
  };
}

/** The cases that a ticket begins with. */
export function freshCases(rows: readonly IssuedCase[]): Case[] {
  return rows.map((row) => ({
    id: row.case,
    item: row.item,
    stop: row.stop ?? 1,
    has: new Set(row.has ?? []),
    takenBy: null,
    state: { status: 'draft' },
  }));
}

export function numbersSkipped(day: Day, event: EventOf<'NumbersSkipped'>): void {
  day.lastNumber.set(event.series as Series, event.to);
}

export function ticketIssued(day: Day, event: EventOf<'TicketIssued'>, seq: number): void {
  const kiosk = event.kiosk ?? null;
  const ticket = freshTicket({
    id: event.ticket,
    series: event.series,
    number: event.number,
    zone: event.zone,
    package: event.package ?? null,
    class: event.class ?? null,
    language: event.language,
    arrivedAt: event.arrivedAt,
    creditMs: event.creditMs,
    ahead: event.ahead,
    forecast: event.forecast ?? null,
    kiosk,
    accessible: event.accessible ?? false,
    agent: event.agent ?? null,
    pickup: event.pickup ?? null,
    cases: freshCases(event.cases),
    orderKey: event.orderKey,
    orderSeq: seq,
    ...promised(event),
    print: firstPrint(event.ticket, kiosk),
  });
  recount(day, ticket, () => day.tickets.set(ticket.id, ticket));
  day.lastNumber.set(ticket.series, ticket.number);
  day.lastKiosk = kiosk ?? day.lastKiosk;
  enqueue(day.waiting, ticket);
}

/** The first paper: wanted at a kiosk, or none at all. */
export function firstPrint(ticket: TicketId, kiosk: string | null): PrintState {
  return kiosk === null ? { status: 'none' } : { status: 'waiting', job: firstPrintJob(ticket) };
}

export function ticketCalled(
  day: Day,
  event: EventOf<'TicketCalled'>,
  at: number,
  by: string,
): void {
  const ticket = ticketOf(day, event.ticket);
  leaveQueue(day, ticket);
  const { window, clerk } = event;
  ticket.firstCalledAt ??= at;
  ticket.state = { status: 'called', window, clerk, calledAt: at, lastCallAt: at, calls: 1 };
  take(day, window, ticket.id, 'calling', at);
  windowOf(day, window).boosts.push(isBoosted(ticket, event));
  announce(day, event, { at, by, recall: false });
  countPassed(day, event);
  settlePauses(day, at);
}

/** A credit that let its ticket pass somebody; what passes by another right is not counted. */
function isBoosted({ creditMs }: Ticket, { why }: EventOf<'TicketCalled'>): boolean {
  return creditMs > 0 && isByCredit(why.rule) && (why.passedCount ?? 0) > 0;
}

/** Who was passed: by choice they are counted, and each remembers the last call that passed it. */
function countPassed(day: Day, { callSeq, why }: EventOf<'TicketCalled'>): void {
  for (const id of why.overtook ?? []) ticketOf(day, id).overtaken += 1;
  for (const id of why.overtook ?? why.passed ?? []) ticketOf(day, id).passedByCall = callSeq;
}

/** What an event says of a promise; nothing where the hall makes none. */
export function promised({
  promiseAt,
  fifoWaitMs,
}: Partial<Promised>): Partial<Pick<Ticket, 'promiseAt' | 'fifoWaitMs'>> {
  return {
    ...(promiseAt !== undefined && { promiseAt }),
    ...(fifoWaitMs !== undefined && { fifoWaitMs }),
  };
}

export function ticketRecalled(
  day: Day,
  event: EventOf<'TicketRecalled'>,
  at: number,
  by: string,
): void {
  const ticket = ticketOf(day, event.ticket);
  if (ticket.state.status !== 'called') throw new Error(`${ticket.id} recalled, but not called`);
  ticket.state = { ...ticket.state, lastCallAt: at, calls: ticket.state.calls + 1 };
  announce(day, event, { at, by, recall: true });
}

function announce(
  day: Day,
  event: EventOf<'TicketCalled'> | EventOf<'TicketRecalled'>,
  how: Pick<Call, 'at' | 'by' | 'recall'>,
): void {
  const { callSeq, ticket, window } = event;
  const why = event.type === 'TicketCalled' ? event.why : null;
  day.callSeq = callSeq;
  day.calls.push({ callSeq, ticket, window, why, ...how });
}

/** As if it had not been called: those it passed by choice were not passed. */
export function callUndone(day: Day, event: EventOf<'CallUndone'>, at: number): void {
  const ticket = ticketOf(day, event.ticket);
  const call = day.calls.findLast((row) => row.ticket === ticket.id && !row.recall);
  for (const id of call?.why?.overtook ?? []) ticketOf(day, id).overtaken -= 1;
  const { state } = ticket;
  const isFirst = state.status === 'called' && state.calledAt === ticket.firstCalledAt;
  if (isFirst) ticket.firstCalledAt = null;
  ticket.state = { status: 'waiting' };
  enqueue(day.waiting, ticket);
  release(day, event.window, at).boosts.pop();
}

export function ticketMissed(day: Day, event: EventOf<'TicketMissed'>, at: number): void {
  const ticket = ticketOf(day, event.ticket);
  ticket.misses += 1;
  if (event.greenEnded) ticket.green = null;
  ticket.state = { status: 'noShow', window: event.window, missedAt: at };
  release(day, event.window, at);
}

export function ticketReactivated(
  day: Day,
  event: EventOf<'TicketReactivated'>,
  seq: number,
): void {
  const ticket = ticketOf(day, event.ticket);
  ticket.requeues += 1;
  ticket.state = { status: 'waiting' };
  if (ticket.appointment && event.right) ticket.appointment.right = event.right;
  Object.assign(ticket, promised(event));
  requeue(day, ticket, event.orderKey, seq);
}

export function ticketSteppedAway(
  day: Day,
  event: EventOf<'TicketSteppedAway'>,
  seq: number,
): void {
  const ticket = ticketOf(day, event.ticket);
  ticket.stepAways += 1;
  if (ticket.appointment && event.right) ticket.appointment.right = event.right;
  Object.assign(ticket, promised(event));
  requeue(day, ticket, event.orderKey, seq);
}

/** A ticket takes another place in the queue, or comes back to it. */
export function requeue(day: Day, ticket: Ticket, orderKey: number, orderSeq: number): void {
  if (!day.waiting.includes(ticket)) ticket.queuedAt = day.lastAt;
  leaveQueue(day, ticket);
  ticket.orderKey = orderKey;
  ticket.orderSeq = orderSeq;
  enqueue(day.waiting, ticket);
}

/** Abandoned, voided or expired: cases not served are dropped, the window is free. */
export function ticketEnded(day: Day, id: TicketId, state: TicketState): void {
  const ticket = ticketOf(day, id);
  const before = ticket.state;
  leaveQueue(day, ticket);
  ticket.state = state;
  recount(day, ticket, () => {
    for (const row of ticket.cases) {
      if (row.state.status === 'draft') row.state = { status: 'dropped' };
    }
  });
  if (before.status === 'called' || before.status === 'serving') {
    release(day, before.window, day.lastAt);
  }
  settlePauses(day, day.lastAt);
}

/** The day is over: a missed ticket stays a miss, anything else that was open has expired. */
export function ticketExpired(day: Day, id: TicketId, at: number): void {
  const { state } = ticketOf(day, id);
  const isMissed = state.status === 'noShow';
  ticketEnded(day, id, isMissed ? state : { status: 'expired', endedAt: at });
}

export function ticketBroughtOver(
  day: Day,
  event: EventOf<'TicketBroughtOver'>,
  seq: number,
): void {
  const { ticket: id, series, number, zone, language, arrivedAt, fromDate } = event;
  const ticket = freshTicket({
    ...{ id, series, number, zone, language, arrivedAt },
    package: event.package ?? null,
    carriedFrom: fromDate,
    class: event.class ?? null,
    creditMs: event.creditMs ?? 0,
    accessible: event.accessible ?? false,
    agent: event.agent ?? null,
    pickup: event.pickup ?? null,
    cases: freshCases(event.cases),
    orderKey: arrivedAt - (event.creditMs ?? 0),
    ...{ orderSeq: seq, queuedAt: day.lastAt },
  });
  recount(day, ticket, () => day.tickets.set(id, ticket));
  enqueue(day.waiting, ticket);
}

/** What became of a paper: the ticket's own, or a slip's. */
export function printed(day: Day, id: TicketId, state: PrintState): void {
  const ticket = ticketOf(day, id);
  const slip = 'job' in state ? ticket.slips.find(({ job }) => job === state.job) : undefined;
  if (slip) slip.print = state;
  else ticket.print = state;
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
