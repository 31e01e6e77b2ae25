/**
 * Which ticket a window calls. The order is strict: the longest effective wait (wait + credit) among
 * those whom window and clerk may call. Whoever comes out of that order has a right to it, and the
 * call says which; the rights stand below, the strongest first. One pass over the queue, O(n) a call.
 */
import type { StaffNo } from '../../base/ids.ts';
import type { Day } from '../day.ts';
import type { CallReason, CallRule } from '../call-reason.ts';
import type { Ticket } from '../ticket.ts';
import type { HallWindow } from '../window.ts';
import { canServe, isEligible, isSentTo, itemsDue } from './eligible.ts';
import { passedBy, reasonOf } from './explain.ts';
import { isAtSlot, isGreen, placeAt } from './place.ts';
import { isShareUsedUp, normalWaitsLong } from './share.ts';

export interface Choice {
  readonly ticket: Ticket;
  readonly why: CallReason;
}

/** The ticket to call at `window` for `clerk`, or null when nobody waiting is eligible. */
export function choose(day: Day, window: HallWindow, clerk: StaffNo, at: number): Choice | null {
  const eligible = candidates(day, window, clerk, at);
  const found = byRight(day, window, clerk, eligible, at) ?? byWait(day, window, eligible, at);
  if (!found) return null;
  const { ticket, rule } = found;
  return { ticket, why: reasonOf({ day, window, eligible, chosen: ticket, rule, at }) };
}

/**
 * A manager's choice of one waiting ticket; null where window and clerk cannot serve it. The hand
 * passes over order, targets and slots, never over certificates.
 */
export function chooseByHand(
  day: Day,
  window: HallWindow,
  clerk: StaffNo,
  ticket: Ticket,
  reason: string,
  at: number,
): Choice | null {
  if (!canServe(day, ticket, window, clerk)) return null;
  const eligible = day.waiting.filter(
    (other) => other === ticket || isEligible(day, other, window, clerk, at),
  );
  const rule = 'by-hand';
  return { ticket, why: reasonOf({ day, window, eligible, chosen: ticket, rule, at, reason }) };
}

interface Found {
  readonly ticket: Ticket;
  readonly rule: CallRule;
}

/** Who may be called; before a pause only those who wait for this window alone. */
function candidates(day: Day, window: HallWindow, clerk: StaffNo, at: number): Ticket[] {
  const eligible = day.waiting.filter((ticket) => isEligible(day, ticket, window, clerk, at));
  const first = pausesAfter(window);
  return first ? eligible.filter((ticket) => first.includes(ticket.id)) : eligible;
}

function pausesAfter({ state }: HallWindow) {
  return state.status === 'idle' && state.pauseAfter ? state.pauseAfter.first : null;
}

/** The rights in their order; `eligible` in the order of the queue. */
function byRight(
  day: Day,
  window: HallWindow,
  clerk: StaffNo,
  eligible: readonly Ticket[],
  at: number,
): Found | null {
  const onlyHere = pausesAfter(window) ? eligible[0] : undefined;
  if (onlyHere) return { ticket: onlyHere, rule: 'only-here' };
  const returned = eligible.find(
    ({ affinity }) => affinity?.clerk === clerk && affinity.untilAt > at,
  );
  if (returned) return { ticket: returned, rule: 'return' };
  const sent = eligible.find((ticket) => isSentTo(ticket, window, clerk));
  if (sent) return { ticket: sent, rule: 'transfer' };
  const booked = eligible.find((ticket) => isAtSlot(ticket, at));
  if (booked) return { ticket: booked, rule: 'appointment' };
  const green = oldestGrant(eligible.filter((ticket) => isGreen(ticket, at)));
  if (green) return { ticket: green, rule: 'green-channel' };
  const flash = window.lane === 'flash' && !mustYield(day, eligible, at);
  const short = flash ? eligible.find((ticket) => isFlash(day, ticket)) : undefined;
  return short ? { ticket: short, rule: 'flash-lane' } : null;
}

function oldestGrant(tickets: readonly Ticket[]): Ticket | undefined {
  const grantedAt = ({ green }: Ticket) => green?.grantedAt ?? Infinity;
  return tickets.reduce<Ticket | undefined>(
    (oldest, ticket) => (oldest && grantedAt(oldest) <= grantedAt(ticket) ? oldest : ticket),
    undefined,
  );
}

/** Every matter that is due is a short one. */
export function isFlash(day: Day, ticket: Ticket): boolean {
  const items = itemsDue(ticket);
  return items.length > 0 && items.every((item) => day.plan.items.get(item)?.flash === true);
}

/** The flash lane yields to somebody who has waited too long. */
function mustYield(day: Day, eligible: readonly Ticket[], at: number): boolean {
  const { flashYieldWaitMs } = day.plan.config.policy;
  return eligible.some((ticket) => at - placeAt(ticket) > flashYieldWaitMs);
}

/** The longest effective wait; the longest normal one where the share of credits is used up. */
function byWait(
  day: Day,
  window: HallWindow,
  eligible: readonly Ticket[],
  at: number,
): Found | null {
  const [first] = eligible;
  if (!first) return null;
  const isBoosted = first.creditMs > 0 && passedBy(first, eligible).length > 0;
  if (!isBoosted) return { ticket: first, rule: 'longest-wait' };
  const { policy } = day.plan.config;
  const normal = eligible.filter((ticket) => ticket.creditMs === 0);
  const [longest] = normal;
  if (
    longest &&
    isShareUsedUp(window.boosts, policy.priorityShareMax) &&
    normalWaitsLong(normal, at, policy)
  ) {
    return { ticket: longest, rule: 'share-limit' };
  }
  return { ticket: first, rule: 'longest-wait' };
}
