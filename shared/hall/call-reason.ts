/** Why a ticket was called, as it stands in the log for ever. */
import type { TicketId } from '../base/ids.ts';
import type { Routing } from './policy.ts';

/**
 * longest-wait: the greatest effective wait, the strict order. Anything else is out of that order and
 * says by which right: an appointment at its slot, an approved green channel, the return of a held
 * visitor to the same clerk, a transfer to this very window or clerk, the flash lane, those who wait
 * for this window alone before its pause, a manager's hand; `share-limit`: the order would have taken
 * a boosted ticket, but its share was used up. Where zones overflow, `zone-overflow`: the longest
 * wait, in another zone. Where the hall promises, `promise-due`: the promise had come;
 * `overtaken-limit`: passed so often that it is its turn; `best-score`: the shortest expected service
 * for the least passing, while nobody's promise was due.
 */
export type CallRule =
  | 'longest-wait'
  | 'appointment'
  | 'green-channel'
  | 'return'
  | 'transfer'
  | 'flash-lane'
  | 'only-here'
  | 'share-limit'
  | 'by-hand'
  | 'zone-overflow'
  | 'promise-due'
  | 'overtaken-limit'
  | 'best-score';

/** Rules that follow the order of the hall, whichever it is; all others are rights. */
export type OrderRule = Extract<
  CallRule,
  'longest-wait' | 'zone-overflow' | 'promise-due' | 'overtaken-limit' | 'best-score'
>;

/** Whether nothing but the hall's order chose. */
export function isByOrder(rule: CallRule): rule is OrderRule {
  return isByCredit(rule) || rule === 'overtaken-limit' || rule === 'best-score';
}

/** Rules by which a priority credit comes sooner; its share is bounded. */
export function isByCredit(rule: CallRule): boolean {
  return rule === 'longest-wait' || rule === 'zone-overflow' || rule === 'promise-due';
}

/** One of those who could have been called. */
export interface Candidate {
  readonly ticket: TicketId;
  readonly effectiveWaitMs: number;
  /** Whether it belonged to the window's own zones then; kept where the order goes by zones. */
  readonly isOwn?: boolean;
  /** Where the hall promises: services an hour less what passing costs, and what it was made of. */
  readonly score?: number;
  readonly expectedMs?: number;
  readonly promiseAt?: number;
  readonly overtaken?: number;
}

/** Why this ticket was called, complete enough to be chosen again from the log. */
export interface CallReason {
  readonly rule: CallRule;
  readonly policyVersion: number;
  /** The order that held; absent in the strict one. */
  readonly routing?: Exclude<Routing, 'strict'>;
  /** Tickets waiting in the hall, and those that window and clerk may take. */
  readonly waiting: number;
  readonly eligible: number;
  /** Waited since arrival, and priority credit, ms. */
  readonly waitedMs: number;
  readonly creditMs: number;
  /** The called one, then the four that came closest: by effective wait, or by score. */
  readonly best: readonly Candidate[];
  /** Digest over all eligible candidates and their keys, for the proof by replay. */
  readonly digest: string;
  /** Eligible tickets that arrived earlier and were passed: how many, and the first 20 of them. */
  readonly passedCount?: number;
  readonly passed?: readonly TicketId[];
  /** All that were passed by choice; absent where a right chose, and in other orders. */
  readonly overtook?: readonly TicketId[];
  /** Of a call by hand: the manager's reason. Of a green channel: its reason. */
  readonly reason?: string;
  /** Who approved a green channel, `manager:M01`. */
  readonly approvedBy?: string;
}
