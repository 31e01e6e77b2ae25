/**
 * Walks every ticket through the day's events, by a table of moves of its own, written from the
 * rules and not from the product's code. Whatever does not fit is told as a sentence, and the walk
 * goes on from the state that the event claims, so that one fault is not counted for ever.
 */
import type { HallEvent, StoredEvent } from '../../../shared/hall/events.ts';

export type Standing =
  'waiting' | 'called' | 'serving' | 'done' | 'noShow' | 'abandoned' | 'voided' | 'expired';

const MOVES: Partial<Record<HallEvent['type'], { from: readonly Standing[]; to: Standing }>> = {
  TicketCalled: { from: ['waiting'], to: 'called' },
  TicketRecalled: { from: ['called'], to: 'called' },
  CallUndone: { from: ['called'], to: 'waiting' },
  TicketMissed: { from: ['called'], to: 'noShow' },
  TicketVoided: { from: ['noShow'], to: 'voided' },
  TicketReactivated: { from: ['noShow'], to: 'waiting' },
  TicketCancelled: { from: ['waiting', 'called', 'noShow'], to: 'abandoned' },
  ServiceStarted: { from: ['called'], to: 'serving' },
  CaseAdded: { from: ['serving'], to: 'serving' },
  CaseFinished: { from: ['serving'], to: 'serving' },
  TicketFinished: { from: ['serving'], to: 'done' },
  TicketExpired: { from: ['waiting', 'called', 'serving'], to: 'expired' },
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
    if (event.type === 'TicketIssued') {
      standing.set(ticket, 'waiting');
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
  if (event.type === 'ServiceStarted' || event.type === 'TicketFinished') {
    if (at.get(event.window) !== ticket) {
      return [`${ticket}: ${event.type} at window ${String(event.window)}, where it is not`];
    }
  }
  const leaves = ['CallUndone', 'TicketMissed', 'TicketCancelled', 'TicketFinished'];
  if (leaves.includes(event.type) || event.type === 'TicketExpired') {
    for (const [window, there] of at) if (there === ticket) at.delete(window);
  }
  return [];
}
