/**
 * What events do to a visit at its windows: cases and their outcomes, stops, holds, transfers,
 * consults and slips.
 */
import { ticketOf } from './at-window.ts';
import { must } from '../base/assert.ts';
import type { CaseId } from '../base/ids.ts';
import type { Day } from './day.ts';
import type { EventOf } from './events.ts';
import { promised, requeue } from './fold-tickets.ts';
import { release, take } from './fold-windows.ts';
import { recount } from './quotas.ts';
import type { Case, Ticket } from './ticket.ts';

export function serviceStarted(day: Day, event: EventOf<'ServiceStarted'>, at: number): void {
  const { window, clerk } = event;
  const ticket = ticketOf(day, event.ticket);
  ticket.state = { status: 'serving', window, clerk, startedAt: at, consult: null };
  ticket.target = null;
  ticket.affinity = null;
  if (ticket.windowsVisited.at(-1) !== window) ticket.windowsVisited.push(window);
  for (const row of ticket.cases) {
    if (row.state.status === 'draft' && row.stop === ticket.stop) row.takenBy ??= clerk;
  }
  take(day, window, event.ticket, 'serving', at);
}

export function caseAdded(day: Day, event: EventOf<'CaseAdded'>): void {
  const ticket = ticketOf(day, event.ticket);
  const row: Case = {
    id: event.case,
    item: event.item,
    stop: ticket.stop,
    has: new Set(),
    takenBy: ticket.state.status === 'serving' ? ticket.state.clerk : null,
    state: { status: 'draft' },
  };
  recount(day, ticket, () => ticket.cases.push(row));
}

export function caseRecoded(day: Day, event: EventOf<'CaseRecoded'>): void {
  const ticket = ticketOf(day, event.ticket);
  const row = caseOf(ticket, event.case);
  recount(day, ticket, () => (row.item = event.to));
  row.has.clear();
  day.wrongPicks.set(event.from, (day.wrongPicks.get(event.from) ?? 0) + 1);
}

export function materialTicked(day: Day, event: EventOf<'MaterialTicked'>): void {
  const { has } = caseOf(ticketOf(day, event.ticket), event.case);
  if (event.has) has.add(event.material);
  else has.delete(event.material);
}

export function stopPlanned(day: Day, event: EventOf<'StopPlanned'>): void {
  const ticket = ticketOf(day, event.ticket);
  for (const id of event.cases) {
    const row = caseOf(ticket, id);
    row.stop = event.stop;
    row.takenBy = null;
  }
}

export function batchGranted(day: Day, event: EventOf<'BatchGranted'>): void {
  const ticket = ticketOf(day, event.ticket);
  for (const row of ticket.cases) if (row.state.status === 'draft') row.stop = ticket.stop;
}

export function caseFinished(day: Day, event: EventOf<'CaseFinished'>, at: number): void {
  const { outcome, serviceSeq, window, clerk } = event;
  const result = {
    dueOn: event.dueOn ?? null,
    readyAt: event.readyAt ?? null,
    missing: event.missing ?? [],
    missingHash: event.missingHash ?? null,
    supplyBy: event.supplyBy ?? null,
    reason: event.reason ?? null,
    recipient: event.recipient ?? null,
  };
  const row = caseOf(ticketOf(day, event.ticket), event.case);
  row.state = { status: 'finished', outcome, result, serviceSeq, window, clerk, finishedAt: at };
}

export function ticketFinished(day: Day, event: EventOf<'TicketFinished'>, at: number): void {
  const { window } = event;
  ticketOf(day, event.ticket).state = { status: 'done', window, doneAt: at };
  leaveWindow(day, event, at);
}

export function ticketMovedOn(
  day: Day,
  event: EventOf<'TicketMovedOn'>,
  at: number,
  seq: number,
): void {
  const ticket = ticketOf(day, event.ticket);
  ticket.state = { status: 'waiting' };
  ticket.stop = event.stop;
  ticket.zone = event.zone;
  if (event.isBatch) ticket.requeues += 1;
  Object.assign(ticket, promised(event));
  requeue(day, ticket, event.orderKey, event.isBatch ? seq : ticket.orderSeq);
  leaveWindow(day, event, at);
}

function leaveWindow(
  day: Day,
  event: EventOf<'TicketFinished'> | EventOf<'TicketMovedOn'>,
  at: number,
): void {
  const place = release(day, event.window, at);
  place.served += 1;
  place.lastTicket = event.ticket;
}

export function ticketTransferred(day: Day, event: EventOf<'TicketTransferred'>, at: number): void {
  const ticket = ticketOf(day, event.ticket);
  ticket.state = { status: 'waiting' };
  ticket.zone = event.zone;
  ticket.target = event.to.kind === 'zone' ? null : event.to;
  ticket.transfers += 1;
  requeue(day, ticket, ticket.orderKey, ticket.orderSeq);
  release(day, event.window, at);
}

export function ticketHeld(day: Day, event: EventOf<'TicketHeld'>, at: number): void {
  const { window, clerk, reason, returnByAt } = event;
  const ticket = ticketOf(day, event.ticket);
  ticket.state = { status: 'held', window, clerk, reason, heldAt: at, returnByAt };
  ticket.holds += 1;
  release(day, window, at);
}

export function ticketReturned(day: Day, event: EventOf<'TicketReturned'>): void {
  const ticket = ticketOf(day, event.ticket);
  ticket.state = { status: 'waiting' };
  ticket.affinity = { clerk: event.clerk, untilAt: event.affinityUntilAt };
  requeue(day, ticket, ticket.orderKey, ticket.orderSeq);
}

/** Not back in time: counted as missed; the visitor may still come back behind some others. */
export function holdLapsed(day: Day, event: EventOf<'HoldLapsed'>, at: number): void {
  const ticket = ticketOf(day, event.ticket);
  if (ticket.state.status !== 'held') throw new Error(`${ticket.id} lapsed, but was not held`);
  ticket.misses += 1;
  if (event.greenEnded) ticket.green = null;
  ticket.state = { status: 'noShow', window: ticket.state.window, missedAt: at };
}

export function consultStarted(day: Day, event: EventOf<'ConsultStarted'>, at: number): void {
  const ticket = ticketOf(day, event.ticket);
  if (ticket.state.status !== 'serving') throw new Error(`${ticket.id} is not being served`);
  ticket.state = { ...ticket.state, consult: { chief: event.chief ?? null, sinceAt: at } };
}

export function consultEnded(day: Day, event: EventOf<'ConsultEnded'>): void {
  const ticket = ticketOf(day, event.ticket);
  if (ticket.state.status === 'serving') ticket.state = { ...ticket.state, consult: null };
}

export function slipRequested(day: Day, event: EventOf<'SlipRequested'>): void {
  const { job, slip, kiosk } = event;
  const print = { status: 'waiting', job } as const;
  ticketOf(day, event.ticket).slips.push({ job, case: event.case, kind: slip, kiosk, print });
}

export function greenChannelGranted(
  day: Day,
  event: EventOf<'GreenChannelGranted'>,
  at: number,
  by: string,
): void {
  const { reason, untilAt } = event;
  ticketOf(day, event.ticket).green = { reason, approvedBy: by, grantedAt: at, untilAt };
}

export function classSet(day: Day, event: EventOf<'ClassSet'>): void {
  const ticket = ticketOf(day, event.ticket);
  ticket.class = event.class;
  ticket.creditMs = event.creditMs;
  Object.assign(ticket, promised(event));
  requeue(day, ticket, event.orderKey, ticket.orderSeq);
}

function caseOf(ticket: Ticket, id: CaseId): Case {
  return must(
    ticket.cases.find((row) => row.id === id),
    `case ${id}`,
  );
}
