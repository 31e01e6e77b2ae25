/**
 * Tickets and windows of the live hall as the choosing function sees them. What is lent here is all
 * that decides, so it is also what the digest of a call covers.
 */
import type { ItemCode, StaffNo } from '../../base/ids.ts';
import { MINUTE_MS } from '../../base/time.ts';
import type { Day } from '../day.ts';
import { LEAST_MS, expectedMs } from '../expectations.ts';
import type { Policy } from '../policy.ts';
import type { Ticket } from '../ticket.ts';
import type { HallWindow } from '../window.ts';
import { clerkAt } from '../window.ts';
import { isEligible, isOwnZone, itemsDue } from './eligible.ts';
import type { Contender, Desk, OrderRules } from './pick.ts';
import { isGreen, placeAt } from './place.ts';

/** A green channel is promised the least of a share of the strict wait, and of minutes. */
const GREEN_SHARE = 0.3;
const GREEN_MAX_MS = 5 * MINUTE_MS;

export interface Lent extends Contender {
  readonly ticket: Ticket;
}

/** The order that the hall has chosen, with its numbers. */
export function orderRules(policy: Policy): OrderRules {
  switch (policy.routing) {
    case 'strict':
      return { kind: 'strict' };
    case 'zones':
      return { kind: 'zones', overflowAfterMs: policy.zoneOverflowMs };
    case 'promise': {
      const { overtakenMax, otherZoneFactor } = policy;
      return { kind: 'promise', overtakenMax, otherZoneFactor };
    }
  }
}

/** A waiting ticket as it stands at that instant. */
export function lent(day: Day, ticket: Ticket, at: number): Lent {
  const { orderKey, orderSeq, overtaken, appointment, green } = ticket;
  return {
    ticket,
    placeAt: placeAt(ticket),
    orderKey,
    orderSeq,
    promiseAt: promiseOf(day, ticket, at),
    overtaken,
    slotAt: appointment?.right === 'slot' ? appointment.slotAt : Infinity,
    greenAt: green && isGreen(ticket, at) ? green.grantedAt : Infinity,
  };
}

/**
 * By when the ticket is to be called. Whoever was promised nothing (the hall had another order then,
 * or nobody could be expected to serve it) is treated as promised the slack from its place on.
 */
export function promiseOf(day: Day, ticket: Ticket, at: number): number {
  const { promiseSlackMs } = day.plan.config.policy;
  const own = ticket.promiseAt ?? Math.max(ticket.arrivedAt, ticket.orderKey + promiseSlackMs);
  if (!isGreen(ticket, at)) return own;
  const short = Math.min(GREEN_SHARE * (ticket.fifoWaitMs ?? Infinity), GREEN_MAX_MS);
  return Math.min(own, ticket.arrivedAt + short);
}

/** The window that asks; rows are already those that it may call. */
export function deskOf(day: Day, window: HallWindow, clerk: StaffNo, at: number): Desk<Lent> {
  // Most tickets are one item, and many ask for the same one.
  const counts = new Map<ItemCode, number>();
  const scarcity = ({ ticket }: Lent) => {
    const item = plainItem(ticket);
    const known = item === null ? undefined : counts.get(item);
    if (known !== undefined) return known;
    const count = windowsFor(day, ticket, at);
    if (item !== null) counts.set(item, count);
    return count;
  };
  return {
    mayCall: () => true,
    expectedMs: ({ ticket }) => expectedMs(day, ticket, clerk),
    isOwn: ({ ticket }) => isOwnZone(day, ticket, window),
    scarcity,
    leastMs: LEAST_MS,
  };
}

/** The one item of a ticket that nothing else binds to windows; null for any other. */
function plainItem(ticket: Ticket): ItemCode | null {
  const { cases, series, package: pack, target, affinity, accessible, appointment } = ticket;
  if (series === 'L' || accessible || cases.length !== 1) return null;
  if (pack !== null || target !== null || affinity !== null || appointment !== null) return null;
  return itemsDue(ticket)[0] ?? null;
}

/** Open windows that may call the ticket now. */
function windowsFor(day: Day, ticket: Ticket, at: number): number {
  let count = 0;
  for (const window of day.windows.values()) {
    const clerk = clerkAt(window);
    if (clerk !== null && isEligible(day, ticket, window, clerk, at)) count += 1;
  }
  return count;
}
