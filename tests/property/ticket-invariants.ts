/** What must hold of tickets and calls in the whole log: T1, T2, T3, T5, T6, T8 to T14, T17. */
import type { TicketId } from '../../shared/base/ids.ts';
import type { TicketStatus } from '../../shared/hall/ticket.ts';
import type { EventType, HallEvent } from '../../shared/hall/events.ts';
import { isRefusal } from '../../shared/hall/decision.ts';
import type { Entry, Run } from './journal.ts';
import { eventsOf, logOf } from './journal.ts';
import { DueItems } from './due-items.ts';
import { holdsCertificate } from './oracle.ts';

/** T1: a number stands once. */
export function uniqueNumbers(run: Run): string[] {
  const seen = new Set<string>();
  return numbered(run).flatMap((event) => {
    const key = `${event.series}/${String(event.number)}`;
    const again = seen.has(key) || seen.has(event.ticket);
    seen.add(key).add(event.ticket);
    return again ? [`${event.ticket} was issued twice`] : [];
  });
}

/** Every event that gives out a number, of the kiosk or of a booking. */
function numbered(run: Run) {
  return logOf(run).flatMap(({ event }) =>
    event.type === 'TicketIssued' || event.type === 'AppointmentBooked' ? [event] : [],
  );
}

/** T2 and T3: 1, 2, 3 … in the order of the log; what is passed over says so. */
export function gaplessNumbers(run: Run): string[] {
  const next = new Map<string, number>();
  const faults: string[] = [];
  for (const { event } of logOf(run)) {
    if (event.type === 'NumbersSkipped') {
      const expected = next.get(event.series) ?? 1;
      if (event.from !== expected) faults.push(`skipped from ${String(event.from)}`);
      next.set(event.series, event.to + 1);
    }
    if (event.type !== 'TicketIssued' && event.type !== 'AppointmentBooked') continue;
    const expected = next.get(event.series) ?? 1;
    if (event.number !== expected) faults.push(`${event.ticket} instead of ${String(expected)}`);
    next.set(event.series, event.number + 1);
  }
  return faults;
}

const NUMBERING: readonly EventType[] = ['TicketIssued', 'AppointmentBooked'];

/** T5 and T6: a ticket for each accepted request and for nothing else; refusals leave no event. */
export function ticketsAskedFor(run: Run): string[] {
  return run.entries.flatMap(({ command, decision, stored }) => {
    const issued = stored.filter(({ event }) => NUMBERING.includes(event.type)).length;
    const isAsked = command.type === 'issueTicket' || command.type === 'bookAppointment';
    const expected = isAsked && !isRefusal(decision) ? 1 : 0;
    const faults = issued === expected ? [] : [`${command.type} issued ${String(issued)}`];
    if (isRefusal(decision) && stored.length > 0) faults.push(`${command.type} refused and done`);
    if (!isRefusal(decision) && stored.length === 0) faults.push(`${command.type} did nothing`);
    return faults;
  });
}

const NONE = 'none';
type From = TicketStatus | typeof NONE;

/** T9, told by events: from which states each may come, and where it leads. */
const EVENT_MOVES: Readonly<Partial<Record<EventType, readonly [readonly From[], TicketStatus]>>> =
  {
    TicketIssued: [[NONE], 'waiting'],
    TicketCalled: [['waiting'], 'called'],
    TicketRecalled: [['called'], 'called'],
    CallUndone: [['called'], 'waiting'],
    TicketMissed: [['called'], 'noShow'],
    TicketVoided: [['noShow'], 'voided'],
    TicketReactivated: [['noShow'], 'waiting'],
    TicketCancelled: [['booked', 'waiting', 'called', 'held', 'noShow'], 'abandoned'],
    TicketBroughtOver: [[NONE], 'waiting'],
    TicketCarriedOver: [['waiting', 'called', 'serving', 'held'], 'carriedOver'],
    TicketExpired: [['waiting', 'called', 'serving', 'held', 'noShow'], 'expired'],
    TicketSteppedAway: [['waiting'], 'waiting'],
    GreenChannelGranted: [['waiting'], 'waiting'],
    ClassSet: [['waiting'], 'waiting'],
    AppointmentBooked: [[NONE], 'booked'],
    AppointmentCheckedIn: [['booked'], 'waiting'],
    AppointmentMissed: [['booked'], 'appointmentMissed'],
    TicketHeld: [['serving'], 'held'],
    TicketReturned: [['held'], 'waiting'],
    HoldLapsed: [['held'], 'noShow'],
    TicketTransferred: [['serving'], 'waiting'],
    TicketMovedOn: [['serving'], 'waiting'],
    CaseRecoded: [['serving'], 'serving'],
    MaterialTicked: [['serving'], 'serving'],
    StopPlanned: [['serving'], 'serving'],
    ConsultStarted: [['serving'], 'serving'],
    ConsultEnded: [['serving'], 'serving'],
    ServiceStarted: [['called'], 'serving'],
    CaseAdded: [['serving'], 'serving'],
    CaseFinished: [['serving'], 'serving'],
    TicketFinished: [['serving'], 'done'],
  };

/** T8 and T9: only the moves in the table, and a window holds at most one. */
export function legalMoves(run: Run): string[] {
  const states = new Map<string, From>();
  const held = new Map<number, string>();
  return logOf(run).flatMap(({ event }) => {
    const move = EVENT_MOVES[event.type];
    if (!move || !('ticket' in event)) return [];
    const [from, to] = move;
    const before = states.get(event.ticket) ?? NONE;
    states.set(event.ticket, to);
    const faults = from.includes(before) ? [] : [`${event.type} of ${event.ticket} from ${before}`];
    return [...faults, ...holding(held, event, to)];
  });
}

function holding(held: Map<number, string>, event: HallEvent, to: TicketStatus): string[] {
  if (!('ticket' in event)) return [];
  const isThere = to === 'called' || to === 'serving';
  if (!isThere) for (const [no, id] of held) if (id === event.ticket) held.delete(no);
  if (!isThere || !('window' in event)) return [];
  const other = held.get(event.window);
  held.set(event.window, event.ticket);
  const elsewhere = [...held].some(([no, id]) => id === event.ticket && no !== event.window);
  if (elsewhere) return [`${event.ticket} at two windows`];
  return other !== undefined && other !== event.ticket ? [`two at ${String(event.window)}`] : [];
}

/** Whether the window was opened for a while by advice, and that while is over. */
function closesExtra({ command, stored }: Entry, untilAt: ReadonlyMap<string, number>): boolean {
  if (command.type !== 'callNext') return false;
  const closed = stored.flatMap(({ event }) =>
    event.type === 'WindowClosed' ? [event.window] : [],
  );
  const isDue = stored.some(
    ({ event, at }) =>
      event.type === 'AdviceReverted' &&
      closed.some((no) => event.returned.includes(no)) &&
      (untilAt.get(event.advice) ?? Infinity) <= at,
  );
  return isDue && !stored.some(({ event }) => event.type === 'TicketCalled');
}

/**
 * T10 to T12: next calls the one whom the rules name, and refuses only when there is nobody. An extra
 * window whose time is over closes instead.
 */
export function rightChoice(run: Run): string[] {
  const untilAt = new Map(
    eventsOf(run, 'AdviceApplied').map(({ event }) => [event.advice, event.untilAt]),
  );
  return run.entries.flatMap((entry) => {
    const { oracle, decision, stored } = entry;
    if (oracle === undefined || closesExtra(entry, untilAt)) return [];
    if (isRefusal(decision)) {
      return oracle === null ? [] : [`${decision.refused} while ${oracle} waits`];
    }
    const called = stored.flatMap(({ event }) =>
      event.type === 'TicketCalled' ? [[event.ticket, event.why.best[0]?.ticket]] : [],
    );
    const [ticket, best] = called[0] ?? [];
    const right = called.length === 1 && ticket === oracle && best === oracle;
    return right ? [] : [`${String(ticket)} was called, not ${String(oracle)}`];
  });
}

/** T13: whoever calls or takes a case holds a certificate for it that day. */
export function certified(run: Run): string[] {
  const due = new DueItems();
  const granted = new Set<string>();
  const may = (clerk: string, item: string) => {
    const row = run.config.items.find((one) => one.code === item);
    const person = run.config.staff.find((one) => one.staffNo === clerk);
    if (!row || !person) return false;
    return granted.has(`${clerk}/${item}`) || holdsCertificate(run.day, person.staffNo, row.code);
  };
  return logOf(run).flatMap(({ event }) => {
    due.follow(event);
    if (event.type === 'CertificateGranted') {
      for (const item of event.items) granted.add(`${event.clerk}/${item}`);
    }
    // Handing out a result takes no certificate.
    if ('ticket' in event && event.ticket.startsWith('L')) return [];
    if (event.type === 'TicketCalled') {
      const lacking = due.of(event.ticket).filter((item) => !may(event.clerk, item));
      return lacking.map((item) => `${event.clerk} called ${event.ticket} with ${item}`);
    }
    const isWrong = event.type === 'CaseFinished' && !may(event.clerk, event.item);
    return isWrong ? [`${event.clerk} finished ${event.item}`] : [];
  });
}

/** T14: the first arrival stays, whatever comes; a return never moves a ticket forward. */
export function arrivalKept(run: Run): string[] {
  const keys = new Map<string, number>();
  return logOf(run).flatMap(({ event }) => {
    if (event.type === 'TicketIssued') {
      keys.set(event.ticket, event.orderKey);
      return keptArrival(run, event.ticket, event.arrivedAt);
    }
    if (event.type === 'TicketBroughtOver') {
      keys.set(event.ticket, event.arrivedAt - (event.creditMs ?? 0));
      return keptArrival(run, event.ticket, event.arrivedAt);
    }
    if (event.type === 'AppointmentCheckedIn') {
      keys.set(event.ticket, event.orderKey);
      return keptArrival(run, event.ticket, event.arrivedAt);
    }
    if (event.type === 'ClassSet') keys.set(event.ticket, event.orderKey);
    const isReturn =
      event.type === 'TicketReactivated' ||
      event.type === 'TicketSteppedAway' ||
      event.type === 'TicketMovedOn';
    if (!isReturn) return [];
    const before = keys.get(event.ticket) ?? Infinity;
    keys.set(event.ticket, event.orderKey);
    // Whose slot had come stood before all, whatever its key: giving that up is going back.
    const gaveSlotUp = 'right' in event;
    return gaveSlotUp || event.orderKey >= before ? [] : [`${event.ticket} came forward`];
  });
}

function keptArrival(run: Run, id: TicketId, arrivedAt: number): string[] {
  const kept = run.day.tickets.get(id)?.arrivedAt;
  return kept === arrivedAt ? [] : [`${id} lost its arrival`];
}

/** T17, D2: seq rises by one, the stream's clock never goes back. */
export function ordered(run: Run): string[] {
  const log = logOf(run);
  return log.flatMap(({ seq, at }, place) => {
    const before = log[place - 1];
    const faults = seq === place + 1 ? [] : [`seq ${String(seq)} at place ${String(place + 1)}`];
    return before && at < before.at ? [...faults, `${String(seq)} happened before`] : faults;
  });
}

/** D3: callSeq rises by one with every call and recall, so a screen can count what it missed. */
export function countedCalls(run: Run): string[] {
  let last = 0;
  return logOf(run).flatMap(({ event }) => {
    if (event.type !== 'TicketCalled' && event.type !== 'TicketRecalled') return [];
    last += 1;
    return event.callSeq === last
      ? []
      : [`call ${String(event.callSeq)} instead of ${String(last)}`];
  });
}

/** T16: the day closes once, as the last event but fences, and leaves no ticket open. */
export function closedOnce(run: Run): string[] {
  const closings = eventsOf(run, 'DayClosed').length;
  const log = logOf(run);
  const end = log.findIndex(({ event }) => event.type === 'DayClosed');
  const after = log.slice(end + 1).filter(({ event }) => event.type !== 'Fenced');
  const open = [...run.day.tickets.values()].filter(({ state }) =>
    ['booked', 'waiting', 'called', 'serving', 'held'].includes(state.status),
  );
  return [
    ...(closings === 1 ? [] : [`the day closed ${String(closings)} times`]),
    ...after.map(({ event }) => `${event.type} after the end`),
    ...open.map(({ id }) => `${id} stayed open`),
  ];
}
