/** Places in the queue as keys: behind some others, and never before one's own. */
import type { Day } from './day.ts';
import type { Queue } from './routing/place.ts';
import { sharesQueue } from './routing/place.ts';
import type { Ticket } from './ticket.ts';

/**
 * Who waits for the same windows, in the order of the queue. An appointment that is called at its slot is in no
 * order: a place behind it would be a place behind everybody who comes until then.
 */
export function waitingIn(day: Day, queue: Queue): Ticket[] {
  return day.waiting.filter(
    (ticket) => sharesQueue(ticket, queue) && ticket.appointment?.right !== 'slot',
  );
}

/** The key of the place behind `count` of the others, or behind all where they are fewer. */
export function keyBehind(others: readonly Ticket[], count: number, ownKey: number): number {
  const last = others[Math.min(count, others.length) - 1];
  return Math.max(last?.orderKey ?? ownKey, ownKey);
}
