/**
 * Walks every ticket through the day's events, by a table of moves of its own, written from the
 * rules and not from the product's code. Whatever does not fit is told as a sentence, and the walk
 * goes on from the state that the event claims, so that one fault is not counted for ever.
 */
import type { HallEvent, StoredEvent } from '../../../shared/hall/events.ts';

export type Standing =
  | 'booked'
  | 'waiting'
  | 'called'
  | 'serving'
  | 'held'
  | 'done'
  | 'noShow'
  | 'abandoned'
  | 'voided'
  | 'expired'
  | 'appointmentMissed'
  | 'carriedOver';

const STAYS = { from: ['serving'], to: 'serving' } as const;
const WAITS_ON = { from: ['waiting'], to: 'waiting' } as const;
const OPEN: readonly Standing[] = ['waiting', 'called', 'serving', 'held', 'noShow'];

const MOVES: Partial<Record<HallEvent['type'], { from: readonly Standing[]; to: Standing }>> = {
  TicketCalled: { from: ['waiting'], to: 'called' },
  TicketRecalled: { from: ['called'], to: 'called' },
  CallUndone: { from: ['called'], to: 'waiting' },
  TicketMissed: { from: ['called'], to: 'noShow' },
  TicketVoided: { from: ['noShow'], to: 'voided' },
  TicketReactivated: { from: ['noShow'], to: 'waiting' },
  TicketCancelled: { from: ['booked', 'waiting', 'called', 'held', 'noShow'], to: 'abandoned' },
  ServiceStarted: { from: ['called'], to: 'serving' },
  CaseAdded: STAYS,
  CaseFinished: STAYS,
  CaseRecoded: STAYS,
  MaterialTicked: STAYS,
  StopPlanned: STAYS,
  ConsultStarted: STAYS,
  ConsultEnded: STAYS,
  TicketFinished: { from: ['serving'], to: 'done' },
  TicketHeld: { from: ['serving'], to: 'held' },
  TicketTransferred: { from: ['serving'], to: 'waiting' },
  TicketMovedOn: { from: ['serving'], to: 'waiting' },
  TicketReturned: { from: ['held'], to: 'waiting' },
  HoldLapsed: { from: ['held'], to: 'noShow' },
  TicketSteppedAway: WAITS_ON,
  GreenChannelGranted: WAITS_ON,
  ClassSet: WAITS_ON,
  AppointmentCheckedIn: { from: ['booked'], to: 'waiting' },
  AppointmentMissed: { from: ['booked'], to: 'appointmentMissed' },
  TicketExpired: { from: OPEN, to: 'expired' },
  TicketCarriedOver: { from: OPEN, to: 'carriedOver' },
};

/** How a ticket begins. */
const BEGINS: Partial<Record<HallEvent['type'], Standing>> = {
  TicketIssued: 'waiting',
  TicketBroughtOver: 'waiting',
  AppointmentBooked: 'booked',
};

export interface Walk {
  readonly standing: ReadonlyMap<string, Standing>;
  readonly calledTwice: string[];
  readonly illegal: string[];
}

/** Where every ticket stands at the end, and every move that was not allowed. */
export function walkTickets(events: readonly StoredEvent[]): Walk {
  const standing = new Map<string, Standing>();
  const at = new Map<number, string>();
  const calledTwice: string[] = [];
  const illegal: string[] = [];
  for (const { event, seq } of events) {
    if (!('ticket' in event)) continue;
    const { ticket } = event;
    const begins = BEGINS[event.type];
    if (begins) {
      standing.set(ticket, begins);
      continue;
    }
    const move = MOVES[event.type];
    if (!move) continue;
    const now = standing.get(ticket);
    if (now === undefined || !move.from.includes(now)) {
      const list = event.type === 'TicketCalled' ? calledTwice : illegal;
      list.push(`${ticket}: ${event.type} at ${String(seq)} while ${now ?? 'not issued'}`);
    }
    standing.set(ticket, move.to);
    illegal.push(...occupancyFaults(at, event, seq));
  }
  return { standing, calledTwice, illegal };
}

/** The visitor leaves the window that the event names. */
const LEAVES_FROM = new Set(['TicketFinished', 'TicketMovedOn', 'TicketHeld', 'TicketTransferred']);
const LEAVES = new Set([
  'CallUndone',
  'TicketMissed',
  'TicketCancelled',
  'TicketExpired',
  'TicketCarriedOver',
]);

/** A window holds at most one ticket, and a ticket stands at one window. */
function occupancyFaults(at: Map<number, string>, event: HallEvent, seq: number): string[] {
  if (!('ticket' in event)) return [];
  const { ticket } = event;
  if (event.type === 'TicketCalled') {
    const other = at.get(event.window);
    at.set(event.window, ticket);
    if (other === undefined) return [];
    return [
      `window ${String(event.window)} called ${ticket} at ${String(seq)} with ${other} there`,
    ];
  }
  if (event.type === 'ServiceStarted' || LEAVES_FROM.has(event.type)) {
    if ('window' in event && at.get(event.window) !== ticket) {
      return [`${ticket}: ${event.type} at window ${String(event.window)}, where it is not`];
    }
  }
  if (LEAVES.has(event.type) || LEAVES_FROM.has(event.type)) {
    for (const [window, there] of at) if (there === ticket) at.delete(window);
  }
  return [];
}
