/**
 * How many tickets of an item a day takes. A quota is of what can be served on the day: everything
 * that still is, or was, to be served counts, whether it was taken at a kiosk, booked, added at the
 * window or put right there; what ended unserved is given back. Fetching a result counts nowhere.
 */
import type { ItemCode } from '../base/ids.ts';
import type { Day } from './day.ts';
import type { Refusal } from './refusal.ts';
import { refused } from './refusal.ts';
import type { Ticket } from './ticket.ts';

/** How many tickets the day still has for an item; null where nothing limits it. */
export function quotaLeft(day: Day, item: ItemCode): number | null {
  const most = day.plan.config.itemRules.find((rule) => rule.item === item)?.ticketsPerDayMax;
  if (most === undefined) return null;
  return Math.max(0, most - (day.issuedByItem.get(item) ?? 0));
}

/** The first of these items of which the day takes no more, as a refusal; null when there is none. */
export function usedUpQuota(day: Day, items: readonly ItemCode[]): Refusal | null {
  const usedUp = items.find((item) => quotaLeft(day, item) === 0);
  return usedUp === undefined ? null : refused('quota-used-up', usedUp);
}

/** The items that a ticket takes from their quotas, each once, however many cases it has of one. */
export function countedItems({ pickup, cases }: Pick<Ticket, 'pickup' | 'cases'>): Set<ItemCode> {
  const counted = cases.filter(({ state }) => pickup === null && state.status !== 'dropped');
  return new Set(counted.map(({ item }) => item));
}

/** Changes the cases of a ticket, and the day's counts with them; a new ticket counted nothing. */
export function recount(day: Day, ticket: Ticket, change: () => void): void {
  const before = day.tickets.has(ticket.id) ? countedItems(ticket) : new Set<ItemCode>();
  change();
  const after = countedItems(ticket);
  for (const item of after) if (!before.has(item)) add(day, item, 1);
  for (const item of before) if (!after.has(item)) add(day, item, -1);
}

function add(day: Day, item: ItemCode, count: 1 | -1): void {
  day.issuedByItem.set(item, (day.issuedByItem.get(item) ?? 0) + count);
}
