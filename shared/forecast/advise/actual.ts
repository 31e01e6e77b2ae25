/**
 * What really came after advice: who arrived within its time, how long each was served and where, who
 * did not answer. Taken from the day as it stands later; of what had not ended by then nothing is said.
 */
import type { TicketId, WindowNo } from '../../base/ids.ts';
import type { Day } from '../../hall/day.ts';
import type { Ticket } from '../../hall/ticket.ts';
import type { TicketSnapshot } from '../estimate/snapshot.ts';
import { ticketSnapshot } from '../estimate/snapshot.ts';

/** The first service of a visit, from its call to its end. */
export interface Served {
  readonly ms: number;
  readonly calledAt: number;
  readonly window: WindowNo;
}

export interface Actual {
  /** As they stood when they came, in the order of coming; appointments are left to chance. */
  readonly arrivals: readonly TicketSnapshot[];
  readonly served: ReadonlyMap<TicketId, Served>;
  readonly missed: readonly TicketId[];
}

/** What came between two instants, and what became of everybody. */
export function actualOf(day: Day, fromAt: number, untilAt: number): Actual {
  const arrivals: TicketSnapshot[] = [];
  const served = new Map<TicketId, Served>();
  const missed: TicketId[] = [];
  for (const ticket of day.tickets.values()) {
    const { arrivedAt, appointment, carriedFrom } = ticket;
    const isNew = arrivedAt > fromAt && arrivedAt < untilAt;
    if (isNew && appointment === null && carriedFrom === null) arrivals.push(asItCame(ticket));
    if (ticket.state.status === 'noShow' || ticket.state.status === 'voided')
      missed.push(ticket.id);
    const first = firstService(ticket);
    if (first) served.set(ticket.id, first);
  }
  return {
    arrivals: arrivals.sort((left, right) => left.arrivedAt - right.arrivedAt),
    served,
    missed,
  };
}

function asItCame(ticket: Ticket): TicketSnapshot {
  const row = ticketSnapshot(ticket);
  return {
    ...row,
    ...{ state: { status: 'waiting' }, stop: 1, target: null, affinity: null, green: null },
    items: row.items.map((item) => ({ ...item, isDraft: true })),
  };
}

/** From the first call to the last case of the first stop; unknown where the visitor was away between. */
function firstService({ firstCalledAt, cases, misses, holds }: Ticket): Served | null {
  if (firstCalledAt === null || misses > 0 || holds > 0) return null;
  let endAt = -Infinity;
  let window: WindowNo | null = null;
  for (const { stop, state } of cases) {
    if (stop !== 1 || state.status !== 'finished' || state.finishedAt <= endAt) continue;
    endAt = state.finishedAt;
    window = state.window;
  }
  if (window === null || endAt <= firstCalledAt) return null;
  return { ms: endAt - firstCalledAt, calledAt: firstCalledAt, window };
}
