/** The order of the queue, and how many come first in it. Strict: (orderKey, orderSeq) alone. */
import type { ZoneCode } from '../../base/ids.ts';
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

/** Waiting tickets of the zone that would be called before `ticket` by who may call both. */
export function peopleAhead(day: Day, ticket: Ticket, at: number = day.lastAt): number {
  const own = { ...rankOf(ticket, at), seq: ticket.orderSeq };
  return countBefore(day, ticket.zone, own, at, ticket);
}

/** How many would come before a ticket that is placed with this key now. */
export function aheadOfKey(day: Day, zone: ZoneCode, orderKey: number, at: number): number {
  return countBefore(day, zone, { right: 0, key: orderKey, seq: Infinity }, at, null);
}

/** Who of the zone would come after a ticket that is placed with this key now, the next one first. */
export function behindKey(day: Day, zone: ZoneCode, orderKey: number, at: number): Ticket[] {
  const own = { right: 0, key: orderKey, seq: Infinity } as const;
  return day.waiting.filter((row) => row.zone === zone && ranksBefore(own, rankOf(row, at)));
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

function countBefore(
  day: Day,
  zone: ZoneCode,
  own: Rank,
  at: number,
  except: Ticket | null,
): number {
  let count = 0;
  for (const other of day.waiting) {
    if (other === except || other.zone !== zone) continue;
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
