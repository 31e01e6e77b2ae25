/**
 * Which ticket a window calls. Who has a right to this very window or clerk comes first; then the
 * order that the hall has chosen decides (pick.ts), among those whom window and clerk may call. By
 * default it is strict: the longest effective wait (wait + credit). Every call says by which rule it
 * was made. A pass or two over the queue, O(n) a call.
 */
import type { StaffNo } from '../../base/ids.ts';
import type { Day } from '../day.ts';
import type { CallReason, CallRule } from '../call-reason.ts';
import { isByCredit, isByOrder } from '../call-reason.ts';
import type { Ticket } from '../ticket.ts';
import type { HallWindow } from '../window.ts';
import type { Lent } from './contenders.ts';
import { deskOf, lent, orderRules } from './contenders.ts';
import { canServe, isBackTo, isEligible, isSentTo, itemsDue } from './eligible.ts';
import { passedBy, reasonOf } from './explain.ts';
import type { OrderRules, Picked } from './pick.ts';
import { pick } from './pick.ts';
import { placeAt } from './place.ts';
import { isShareUsedUp, normalWaitsLong } from './share.ts';

export interface Choice {
  readonly ticket: Ticket;
  readonly why: CallReason;
}

/** The ticket to call at `window` for `clerk`, or null when nobody waiting is eligible. */
export function choose(day: Day, window: HallWindow, clerk: StaffNo, at: number): Choice | null {
  const eligible = candidates(day, window, clerk, at);
  const asked: Asked = { day, window, clerk, eligible, at };
  const found = byRight(asked) ?? byOrder(asked);
  if (!found) return null;
  const { ticket, rule } = found;
  return { ticket, why: reasonOf({ ...asked, chosen: ticket, rule }) };
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
  const why = reasonOf({ day, window, clerk, eligible, chosen: ticket, rule, at, reason });
  return { ticket, why };
}

interface Found {
  readonly ticket: Ticket;
  readonly rule: CallRule;
}

interface Asked {
  readonly day: Day;
  readonly window: HallWindow;
  readonly clerk: StaffNo;
  /** In the order of the queue. */
  readonly eligible: readonly Ticket[];
  readonly at: number;
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

/** The rights to this very window or clerk, the strongest first. */
function byRight({ window, clerk, eligible, at }: Asked): Found | null {
  const onlyHere = pausesAfter(window) ? eligible[0] : undefined;
  if (onlyHere) return { ticket: onlyHere, rule: 'only-here' };
  const returned = eligible.find((ticket) => isBackTo(ticket, clerk, at));
  if (returned) return { ticket: returned, rule: 'return' };
  const sent = eligible.find((ticket) => isSentTo(ticket, window, clerk));
  return sent ? { ticket: sent, rule: 'transfer' } : null;
}

/**
 * The order of the hall. Where it would decide by itself, a flash lane takes short matters first,
 * and a credit steps back once the share of boosted calls is used up.
 */
function byOrder(asked: Asked): Found | null {
  const { day, window, eligible, at } = asked;
  const rows = eligible.map((ticket) => lent(day, ticket, at));
  const first = picked(asked, rows);
  if (!first) return null;
  const isFree = first.rule === 'longest-wait' || first.rule === 'zone-overflow';
  if (window.lane === 'flash' && (isFree || first.rule === 'best-score')) {
    const short = mustYield(day, eligible, at)
      ? null
      : picked(
          asked,
          rows.filter(({ ticket }) => isFlash(day, ticket)),
        );
    if (short) return { ticket: short.ticket, rule: 'flash-lane' };
  }
  if (!isBoosted(first, eligible)) return first;
  const { policy } = day.plan.config;
  const normal = rows.filter(({ ticket }) => ticket.creditMs === 0);
  const isBound =
    isShareUsedUp(window.boosts, policy.priorityShareMax) &&
    normalWaitsLong(
      normal.map(({ ticket }) => ticket),
      at,
      policy,
    );
  const other = isBound ? picked(asked, normal) : null;
  if (!other) return first;
  return isByOrder(other.rule) ? { ...other, rule: 'share-limit' } : other;
}

/** A credit that lets its ticket pass somebody. */
function isBoosted({ ticket, rule }: Found, eligible: readonly Ticket[]): boolean {
  return ticket.creditMs > 0 && isByCredit(rule) && passedBy(ticket, eligible).length > 0;
}

function picked({ day, window, clerk, at }: Asked, rows: readonly Lent[]): Found | null {
  const rules = orderRules(day.plan.config.policy);
  const desk = deskOf(day, window, clerk, at);
  const found = pick(rows, desk, rules, at);
  if (!found) return null;
  return { ticket: found.row.ticket, rule: ruleOf(found, rules, desk.isOwn(found.row)) };
}

function ruleOf({ rule }: Picked<Lent>, { kind }: OrderRules, isOwn: boolean): CallRule {
  return rule === 'longest-wait' && kind === 'zones' && !isOwn ? 'zone-overflow' : rule;
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
