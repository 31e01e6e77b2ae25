/** Tickets: none lost, none double, none called twice, no number missing, every case ended. */
import { must } from '../../../shared/base/assert.ts';
import type { EventOf, HallEvent, StoredEvent } from '../../../shared/hall/events.ts';
import type { Counts, Findings, History } from '../history.ts';
import { ownEvents } from '../history.ts';
import { walkTickets } from './ticket-walk.ts';

type TicketFault =
  | 'lost'
  | 'duplicated'
  | 'calledTwice'
  | 'numbersMissing'
  | 'illegalMoves'
  | 'notAskedFor'
  | 'casesWithoutOutcome';

/** Checks the stream itself, and the kiosk's answers against it. */
export function ticketFindings(history: History): {
  readonly findings: Pick<Findings, TicketFault>;
  readonly counts: Counts;
} {
  const own = ownEvents(history);
  const issued = opened(history.events);
  const walk = walkTickets(history.events);
  return {
    findings: {
      lost: [...unfinished(own, walk.standing), ...acknowledgedButAbsent(history)],
      duplicated: [...twice(issued), ...idsWithTwoTickets(history)],
      calledTwice: [...walk.calledTwice, ...oneCallTwoWindows(history)],
      numbersMissing: gaps(history.events),
      illegalMoves: [...walk.illegal, ...numbersOutOfOrder(issued)],
      notAskedFor: notAskedFor(history, own),
      casesWithoutOutcome: casesWithoutOutcome(own, walk.standing),
    },
    counts: countsOf(history, own, walk.standing),
  };
}

/** Sums over the tickets issued since we came. */
function countsOf(
  history: History,
  own: readonly StoredEvent[],
  standing: ReadonlyMap<string, string>,
): Counts {
  const ours = new Set(opened(own).map(({ event }) => event.ticket));
  const brought = of(own, 'TicketBroughtOver').map(({ event }) => event.ticket);
  const all = [...ours, ...brought];
  const ending = (...names: string[]) =>
    all.filter((ticket) => names.includes(standing.get(ticket) ?? '')).length;
  return {
    issued: ours.size,
    broughtOver: brought.length,
    finished: ending('done'),
    abandoned: ending('abandoned'),
    missed: ending('noShow', 'voided', 'appointmentMissed'),
    calls: of(own, 'TicketCalled').length,
    cases: of(own, 'CaseFinished').length,
    rated: of(own, 'CaseRated').length,
    papers: history.papers.length,
    reprints: history.papers.filter((paper) => paper.reprint).length,
    presses: history.presses.length,
    pressesRetried: history.presses.filter((press) => press.failures.length > 0).length,
    forgeries: history.forgeries.length,
    prompts: promptOutcomes(own),
  };
}

/** Every event that gives out a number: at the kiosk, or to somebody who books. */
export function opened(
  events: readonly StoredEvent[],
): (StoredEvent & { readonly event: EventOf<'TicketIssued'> | EventOf<'AppointmentBooked'> })[] {
  return [...of(events, 'TicketIssued'), ...of(events, 'AppointmentBooked')].sort(
    (left, right) => left.seq - right.seq,
  );
}

/** The stream's events of one type, with their own fields. */
export function of<Type extends StoredEvent['event']['type']>(
  events: readonly StoredEvent[],
  type: Type,
): (StoredEvent & { readonly event: EventOf<Type> })[] {
  return events.filter(
    (stored): stored is StoredEvent & { readonly event: EventOf<Type> } =>
      stored.event.type === type,
  );
}

function promptOutcomes(own: readonly StoredEvent[]): Counts['prompts'] {
  const counts = { rated: 0, declined: 0, timedOut: 0, left: 0, deviceFault: 0 };
  for (const { event } of of(own, 'PromptEnded')) counts[event.outcome] += 1;
  return counts;
}

const UNFINISHED = ['booked', 'waiting', 'called', 'serving', 'held', 'expired', 'gone'];

function unfinished(own: readonly StoredEvent[], standing: ReadonlyMap<string, string>): string[] {
  return [...opened(own), ...of(own, 'TicketBroughtOver')]
    .map(({ event }) => ({ ticket: event.ticket, now: standing.get(event.ticket) ?? 'gone' }))
    .filter(({ now }) => UNFINISHED.includes(now))
    .map(({ ticket, now }) => `${ticket} is still ${now} at the end of the day`);
}

function acknowledgedButAbsent(history: History): string[] {
  const there = new Set(opened(history.events).map(({ event }) => String(event.ticket)));
  return history.presses
    .filter(isAsking)
    .flatMap((press) => press.answers.flatMap(({ ticket }) => ticket ?? []))
    .filter((ticket) => !there.has(ticket))
    .map((ticket) => `${ticket} was given to a visitor and stands in no event`);
}

/** A press that asks for a number. */
function isAsking({ type }: History['presses'][number]): boolean {
  return type === 'issueTicket' || type === 'bookAppointment';
}

function twice(issued: ReturnType<typeof opened>): string[] {
  const seen = new Set<string>();
  return issued.flatMap(({ event }) => {
    const number = `${event.series}${String(event.number)}`;
    if (seen.has(number) || seen.has(event.ticket)) return [`${event.ticket} was issued twice`];
    seen.add(number).add(event.ticket);
    return [];
  });
}

/** One press gives one ticket, however often it was sent; one ticket belongs to one press. */
function idsWithTwoTickets({ events, presses }: History): string[] {
  const faults: string[] = [];
  const byCommand = Map.groupBy(opened(events), (stored) => stored.commandId);
  for (const [id, rows] of byCommand) {
    if (rows.length > 1) faults.push(`the press ${id} made ${String(rows.length)} tickets`);
  }
  const owners = new Map<string, string>();
  for (const press of presses.filter(isAsking)) {
    for (const ticket of new Set(press.answers.flatMap((answer) => answer.ticket ?? []))) {
      const other = owners.get(ticket);
      if (other !== undefined) faults.push(`${ticket} was given to two visitors`);
      owners.set(ticket, press.commandId);
    }
  }
  return faults;
}

/** Every accepted press of "next" stands in the stream as one call of its own. */
function oneCallTwoWindows({ events, presses }: History): string[] {
  const calls = new Map(of(events, 'TicketCalled').map((stored) => [stored.commandId, stored]));
  const owners = new Map<number, string>();
  const faults: string[] = [];
  for (const press of presses.filter(({ type }) => type === 'callNext')) {
    for (const { accepted, callSeq, ticket } of press.answers) {
      if (!accepted || callSeq === undefined) continue;
      const owner = owners.get(callSeq);
      if (owner !== undefined && owner !== press.commandId) {
        faults.push(`call ${String(callSeq)} was answered to two presses`);
      }
      owners.set(callSeq, press.commandId);
      const stored = calls.get(press.commandId);
      if (stored && stored.event.ticket !== ticket) {
        faults.push(`${press.by} was told ${ticket ?? 'nothing'}, called ${stored.event.ticket}`);
      }
    }
  }
  return faults;
}

function gaps(events: readonly StoredEvent[]): string[] {
  const numbers = new Map<string, Set<number>>();
  for (const { event } of events) {
    if (isOpening(event)) add(numbers, event.series, event.number);
    if (event.type === 'NumbersSkipped') {
      for (let number = event.from; number <= event.to; number += 1) {
        add(numbers, event.series, number);
      }
    }
  }
  return [...numbers].flatMap(([series, seen]) =>
    Array.from({ length: Math.max(...seen) }, (_, index) => index + 1)
      .filter((number) => !seen.has(number))
      .map((number) => `${series}${String(number).padStart(3, '0')} was never issued`),
  );
}

function isOpening(event: HallEvent) {
  return event.type === 'TicketIssued' || event.type === 'AppointmentBooked';
}

function add(numbers: Map<string, Set<number>>, series: string, number: number): void {
  const seen = numbers.get(series) ?? new Set();
  numbers.set(series, seen.add(number));
}

function numbersOutOfOrder(issued: ReturnType<typeof opened>) {
  const last = new Map<string, number>();
  return issued.flatMap(({ event }) => {
    const before = last.get(event.series) ?? 0;
    last.set(event.series, event.number);
    return event.number > before ? [] : [`${event.ticket} came after ${String(before)}`];
  });
}

function notAskedFor(history: History, own: readonly StoredEvent[]): string[] {
  if (!history.alone) return [];
  const asked = new Set(history.presses.map((press) => press.commandId));
  return opened(own)
    .filter((stored) => !asked.has(stored.commandId))
    .map(({ event }) => `${event.ticket} was issued and nobody had asked for it`);
}

/** A finished visit has one outcome for each of its cases; nobody else has any. */
function casesWithoutOutcome(
  own: readonly StoredEvent[],
  standing: ReadonlyMap<string, string>,
): string[] {
  const open = new Map<string, string>();
  const faults: string[] = [];
  for (const { event } of own) {
    if (isOpening(event) || event.type === 'TicketBroughtOver') {
      for (const row of event.cases) open.set(row.case, event.ticket);
    }
    if (event.type === 'CaseAdded') open.set(event.case, event.ticket);
    if (event.type === 'CaseFinished' && !open.delete(event.case)) {
      faults.push(`${event.case} was finished twice, or never taken`);
    }
  }
  for (const [id, ticket] of open) {
    const now = must(standing.get(ticket), `the ticket of ${id}`);
    if (now === 'done' || now === 'serving') faults.push(`${id} has no outcome`);
  }
  return faults;
}
