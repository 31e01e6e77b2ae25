/**
 * The reason stored with a call: the rule, who was passed, the best candidates, and a digest over
 * everything that decided, so that a replay of the log must come to the same.
 */
import type { Day } from '../day.ts';
import type { CallReason, CallRule } from '../call-reason.ts';
import type { Ticket } from '../ticket.ts';
import type { HallWindow } from '../window.ts';
import { placeAt } from './place.ts';

const EXPLAINED_MAX = 5;
const PASSED_MAX = 20;

export interface Explained {
  readonly day: Day;
  readonly window: HallWindow;
  /** All candidates in the order of the queue. */
  readonly eligible: readonly Ticket[];
  readonly chosen: Ticket;
  readonly rule: CallRule;
  readonly at: number;
  readonly reason?: string;
}

/** The reason of a call, complete. */
export function reasonOf(call: Explained): CallReason {
  const { day, window, eligible, chosen, rule, at } = call;
  const others = eligible.filter((ticket) => ticket !== chosen);
  const passed = passedBy(chosen, others);
  const green = rule === 'green-channel' ? chosen.green : null;
  const reason = green?.reason ?? call.reason;
  return {
    rule,
    policyVersion: day.plan.config.version,
    waiting: day.waiting.length,
    eligible: eligible.length,
    waitedMs: at - chosen.arrivedAt,
    creditMs: chosen.creditMs,
    best: [chosen, ...others]
      .slice(0, EXPLAINED_MAX)
      .map((ticket) => ({ ticket: ticket.id, effectiveWaitMs: at - ticket.orderKey })),
    digest: digestOf(eligible, window, rule),
    passedCount: passed.length,
    passed: passed.slice(0, PASSED_MAX).map((ticket) => ticket.id),
    ...(reason !== undefined && { reason }),
    ...(green && { approvedBy: green.approvedBy }),
  };
}

/** Those whose place counts from an earlier instant, credits left out. */
export function passedBy(chosen: Ticket, others: readonly Ticket[]): Ticket[] {
  return others.filter((ticket) => placeAt(ticket) < placeAt(chosen));
}

/** FNV-1a over what decides: small, stable for ever, and enough to notice any difference. */
function digestOf(tickets: readonly Ticket[], window: HallWindow, rule: CallRule): string {
  let hash = 0x811c9dc5;
  const add = (text: string) => {
    for (const char of text) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193) >>> 0;
  };
  for (const ticket of tickets) add(`${ticket.id}:${String(ticket.orderKey)}${rightsOf(ticket)};`);
  if (rule !== 'longest-wait') add(`${rule};`);
  if (window.lane !== 'any') add(`${window.lane};`);
  if (window.boosts.includes(true)) add(window.boosts.map(Number).join(''));
  return hash.toString(16).padStart(8, '0');
}

/** What a ticket may claim besides its place; nothing for most. */
function rightsOf(ticket: Ticket): string {
  const { creditMs, appointment, green, target, affinity } = ticket;
  const parts = [
    creditMs > 0 && `c${String(creditMs)}`,
    appointment?.right === 'slot' && `s${String(appointment.slotAt)}`,
    green && `g${String(green.grantedAt)}-${String(green.untilAt)}`,
    target && `t${String(target.kind === 'window' ? target.window : target.clerk)}`,
    affinity && `a${affinity.clerk}-${String(affinity.untilAt)}`,
  ];
  return parts.filter((part) => typeof part === 'string').join(',');
}
