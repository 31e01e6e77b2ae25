/** The order of the queue, and how many come first in it. Strict: (orderKey, orderSeq) alone. */
import type { Day } from '../day.ts';
import type { Ticket } from '../ticket.ts';

/** Places a ticket in the queue: after all with a smaller or equal key that came earlier. */
export function enqueue(waiting: Ticket[], ticket: Ticket): void {
  let low = 0;
  let high = waiting.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = waiting[middle];
    if (other && comesBefore(other, ticket)) low = middle + 1;
    else high = middle;
  }
  waiting.splice(low, 0, ticket);
}

/**
 * The instant from which the ticket's place counts, its credit left out: its arrival; for one that
 * came back after a miss its later place, for an appointment the slot.
 */
export function placeAt({ orderKey, creditMs }: Ticket): number {
  return orderKey + creditMs;
}

/** An approved green channel that still holds. */
export function isGreen({ green }: Ticket, at: number): boolean {
  return green !== null && green.untilAt > at;
}

/** An appointment that has its slot's right and whose slot has come. */
export function isAtSlot({ appointment }: Ticket, at: number): boolean {
  return appointment?.right === 'slot' && appointment.slotAt <= at;
}

/** With whom somebody queues: results are handed out at windows of their own, in any zone. */
export type Queue = Pick<Ticket, 'zone' | 'series'>;

/** Whether both wait for the same windows: in one zone, both for a result or both for a matter. */
export function sharesQueue(left: Queue, right: Queue): boolean {
  return left.zone === right.zone && isForResult(left) === isForResult(right);
}

/** Fetches a finished result (统一出件), at collection windows alone. */
export function isForResult({ series }: Pick<Ticket, 'series'>): boolean {
  return series === 'L';
}

/** Waiting tickets of the zone that would be called before `ticket` by who may call both. */
export function peopleAhead(day: Day, ticket: Ticket, at: number = day.lastAt): number {
  const own = { ...rankOf(ticket, at), seq: ticket.orderSeq };
  return countBefore(day, ticket, own, at, ticket);
}

/** How many would come before a ticket that is placed with this key now. */
export function aheadOfKey(day: Day, queue: Queue, orderKey: number, at: number): number {
  return countBefore(day, queue, { right: 0, key: orderKey, seq: Infinity }, at, null);
}

/** Who of the queue would come after a ticket that is placed with this key now, the next one first. */
export function behindKey(day: Day, queue: Queue, orderKey: number, at: number): Ticket[] {
  const own = { right: 0, key: orderKey, seq: Infinity } as const;
  return day.waiting.filter((row) => sharesQueue(row, queue) && ranksBefore(own, rankOf(row, at)));
}

interface Rank {
  /** 2: an appointment, checked in; 1: a green channel; 0: in the order of the queue. */
  readonly right: 0 | 1 | 2;
  readonly key: number;
  readonly seq: number;
}

/** Whoever is here for a slot is counted as coming first: the slot comes within minutes. */
function rankOf(ticket: Ticket, at: number): Rank {
  const { appointment, green, orderKey, orderSeq: seq } = ticket;
  if (appointment?.right === 'slot') return { right: 2, key: appointment.slotAt, seq };
  if (green && isGreen(ticket, at)) return { right: 1, key: green.grantedAt, seq };
  return { right: 0, key: orderKey, seq };
}

function countBefore(day: Day, queue: Queue, own: Rank, at: number, except: Ticket | null): number {
  let count = 0;
  for (const other of day.waiting) {
    if (other === except || !sharesQueue(other, queue)) continue;
    if (ranksBefore(rankOf(other, at), own)) count += 1;
  }
  return count;
}

function ranksBefore(left: Rank, right: Rank): boolean {
  if (left.right !== right.right) return left.right > right.right;
  if (left.key !== right.key) return left.key < right.key;
  return left.seq < right.seq;
}

function comesBefore(left: Ticket, right: Ticket): boolean {
  if (left.orderKey !== right.orderKey) return left.orderKey < right.orderKey;
  return left.orderSeq < right.orderSeq;
}
