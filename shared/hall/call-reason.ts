/** Why a ticket was called, as it stands in the log for ever. */
import type { TicketId } from '../base/ids.ts';

/**
 * longest-wait: the greatest effective wait, the strict order. Anything else is out of that order and
 * says by which right: an appointment at its slot, an approved green channel, the return of a held
 * visitor to the same clerk, a transfer to this very window or clerk, the flash lane, those who wait
 * for this window alone before its pause, a manager's hand; `share-limit`: the strict order would
 * have taken a boosted ticket, but its share was used up.
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
  | 'by-hand';

/** Why this ticket was called, complete enough to be chosen again from the log. */
export interface CallReason {
  readonly rule: CallRule;
  readonly policyVersion: number;
  /** Tickets waiting in the hall, and those that window and clerk may take. */
  readonly waiting: number;
  readonly eligible: number;
  /** Waited since arrival, and priority credit, ms. */
  readonly waitedMs: number;
  readonly creditMs: number;
  /** The five longest effective waits, the called one first. */
  readonly best: readonly { readonly ticket: TicketId; readonly effectiveWaitMs: number }[];
  /** Digest over all eligible candidates and their keys, for the proof by replay. */
  readonly digest: string;
  /** Eligible tickets that arrived earlier and were passed: how many, and the first 20 of them. */
  readonly passedCount?: number;
  readonly passed?: readonly TicketId[];
  /** Of a call by hand: the manager's reason. Of a green channel: its reason. */
  readonly reason?: string;
  /** Who approved a green channel, `manager:M01`. */
  readonly approvedBy?: string;
}
