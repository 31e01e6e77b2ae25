/**
 * Which ticket a window calls: the longest effective wait (wait + priority credit) among the tickets
 * that the window and its clerk's certificates allow. Pure, one pass over the queue, O(n) a call.
 * The reason is stored with the call, complete enough to be proven from the log.
 */
import type { StaffNo } from '../base/ids.ts';
import type { ZoneScope } from './config.ts';
import type { Day } from './day.ts';
import type { CallReason } from './events.ts';
import { isCertified } from './certificates.ts';
import type { Ticket } from './ticket.ts';
import type { HallWindow } from './window.ts';

const EXPLAINED_MAX = 5;

export interface Choice {
  readonly ticket: Ticket;
  readonly why: CallReason;
}

/** The ticket to call at `window` for `clerk`, or null when nobody waiting is eligible. */
export function choose(day: Day, window: HallWindow, clerk: StaffNo, at: number): Choice | null {
  const eligible = day.waiting.filter((ticket) => isEligible(day, ticket, window, clerk));
  const first = eligible[0];
  if (!first) return null;
  return {
    ticket: first,
    why: {
      rule: day.plan.config.policy.rule,
      policyVersion: day.plan.config.version,
      waiting: day.waiting.length,
      eligible: eligible.length,
      waitedMs: at - first.arrivedAt,
      creditMs: first.creditMs,
      best: eligible
        .slice(0, EXPLAINED_MAX)
        .map((ticket) => ({ ticket: ticket.id, effectiveWaitMs: at - ticket.orderKey })),
      digest: digestOf(eligible),
    },
  };
}

/**
 * Every case of the ticket lies in the window's zones, in its domains if it is a domain window, and
 * is certified today for the clerk. Collection windows take series L alone; a package whose items
 * cross zones belongs to its own zone, and certificates alone bind its items, not what is added.
 */
export function isEligible(day: Day, ticket: Ticket, window: HallWindow, clerk: StaffNo): boolean {
  return (
    windowTakes(day, ticket, window) &&
    ticket.cases.every((row) => isCertified(day, clerk, row.item))
  );
}

/** The furniture's half of eligibility, whoever sits there. */
export function windowTakes(day: Day, ticket: Ticket, window: HallWindow): boolean {
  const place = day.plan.windows.get(window.no);
  if (!place) return false;
  if ((place.kind === 'collection') !== (ticket.series === 'L')) return false;
  const pack = ticket.package === null ? undefined : day.plan.packages.get(ticket.package);
  if (pack && (place.kind === 'domain' || !inScope(window.zones, pack.zone))) return false;
  return ticket.cases.every((row) => {
    if (pack?.items.includes(row.item)) return true;
    const item = day.plan.items.get(row.item);
    if (!item || !inScope(window.zones, item.zone)) return false;
    return place.kind !== 'domain' || place.domains.includes(item.department);
  });
}

/** Whether a zone lies in a window's scope. */
export function inScope(zones: ZoneScope, zone: string): boolean {
  return zones === 'all' || zones.some((code) => code === zone);
}

/** Waiting tickets that would be called before `ticket` by the windows that may call it. */
export function peopleAhead(day: Day, ticket: Ticket): number {
  const place = day.waiting.indexOf(ticket);
  const before = place < 0 ? day.waiting : day.waiting.slice(0, place);
  return before.filter((other) => other.zone === ticket.zone).length;
}

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

function comesBefore(left: Ticket, right: Ticket): boolean {
  if (left.orderKey !== right.orderKey) return left.orderKey < right.orderKey;
  return left.orderSeq < right.orderSeq;
}

/** FNV-1a over ids and keys: small, stable for ever, and enough to notice any difference. */
function digestOf(tickets: readonly Ticket[]): string {
  let hash = 0x811c9dc5;
  for (const ticket of tickets) {
    for (const char of `${ticket.id}:${String(ticket.orderKey)};`) {
      hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193) >>> 0;
    }
  }
  return hash.toString(16).padStart(8, '0');
}
