/**
 * A ticket and its cases, and the table of a ticket's moves. A ticket is one visit: it is queued
 * once, whatever windows it takes.
 *
 *   booked ──check in──▶ waiting ──call──▶ called ──start──▶ serving ──last case finished──▶ done
 *                          ▲  ▲             │  └──no-show──▶ noShow ──third time──▶ voided
 *                          │  └────undo─────┘                  │
 *                          ├───────────reactivate──────────────┘
 *                          ├──return── held ◀──hold── serving
 *                          └──transfer, next stop──── serving
 *   waiting, called, held, booked or missed ──cancel──▶ abandoned
 *   open at midnight ──▶ expired (a miss stays one) or carriedOver; booked ──▶ appointmentMissed
 *
 * `arrivedAt` never changes; the place in the queue is (orderKey, orderSeq) alone.
 */
import type {
  BusinessDate,
  CaseId,
  ItemCode,
  PackageCode,
  StaffNo,
  TicketId,
  WindowNo,
  ZoneCode,
} from '../base/ids.ts';
import type { Language } from '../text/language.ts';
import type {
  CaseOutcome,
  GreenReason,
  HoldReason,
  Pickup,
  Recipient,
  RefusalReason,
  TransferTarget,
} from './command-words.ts';
import type { Series } from './config.ts';
import type { Forecast } from './estimates.ts';
import type { PrintFailure, SlipKind } from './paper-events.ts';

/** The chief officer was called to the window; null: any of them. */
export interface Consult {
  readonly chief: StaffNo | null;
  readonly sinceAt: number;
}

export type TicketState =
  | { readonly status: 'booked' }
  | { readonly status: 'waiting' }
  | {
      readonly status: 'called';
      readonly window: WindowNo;
      readonly clerk: StaffNo;
      readonly calledAt: number;
      readonly lastCallAt: number;
      readonly calls: number;
    }
  | {
      readonly status: 'serving';
      readonly window: WindowNo;
      readonly clerk: StaffNo;
      readonly startedAt: number;
      readonly consult: Consult | null;
    }
  | {
      readonly status: 'held';
      readonly window: WindowNo;
      readonly clerk: StaffNo;
      readonly reason: HoldReason;
      readonly heldAt: number;
      readonly returnByAt: number;
    }
  | { readonly status: 'noShow'; readonly window: WindowNo; readonly missedAt: number }
  | { readonly status: 'done'; readonly window: WindowNo; readonly doneAt: number }
  | { readonly status: 'abandoned'; readonly endedAt: number }
  | { readonly status: 'voided'; readonly endedAt: number }
  | { readonly status: 'expired'; readonly endedAt: number }
  | { readonly status: 'appointmentMissed'; readonly endedAt: number }
  | { readonly status: 'carriedOver'; readonly endedAt: number; readonly toDate: BusinessDate };

export type TicketStatus = TicketState['status'];

/** What an outcome leaves behind, as the phone, the slip and the due dates need it. */
export interface CaseResult {
  readonly dueOn: BusinessDate | null;
  readonly readyAt: number | null;
  readonly missing: readonly string[];
  /** What is missing besides, in the clerk's words, which stand sealed elsewhere. */
  readonly missingHash: string | null;
  readonly supplyBy: BusinessDate | null;
  readonly reason: RefusalReason | null;
  readonly recipient: Recipient | null;
}

export type CaseState =
  | { readonly status: 'draft' }
  | {
      readonly status: 'finished';
      readonly outcome: CaseOutcome;
      readonly result: CaseResult;
      readonly serviceSeq: number;
      readonly window: WindowNo;
      readonly clerk: StaffNo;
      readonly finishedAt: number;
    }
  /** The visit ended before this case was served. */
  | { readonly status: 'dropped' };

export interface Case {
  readonly id: CaseId;
  item: ItemCode;
  /** The window visit at which it is served, from 1. */
  stop: number;
  /** Places of the materials that are there, in the item's list. */
  readonly has: Set<number>;
  /** The clerk who took it first; who finishes it may be another. */
  takenBy: StaffNo | null;
  state: CaseState;
}

export type PrintState =
  | { readonly status: 'none' }
  | { readonly status: 'waiting' | 'printed' | 'unknown'; readonly job: string }
  | { readonly status: 'failed'; readonly job: string; readonly reason: PrintFailure };

/** A slip printed besides the ticket: a one-time notice, a receipt. */
export interface Slip {
  readonly job: string;
  readonly case: CaseId;
  readonly kind: SlipKind;
  readonly kiosk: string;
  print: PrintState;
}

export interface GreenChannel {
  readonly reason: GreenReason;
  readonly approvedBy: string;
  readonly grantedAt: number;
  readonly untilAt: number;
}

export interface Appointment {
  readonly slot: string;
  readonly slotAt: number;
  readonly slotEndAt: number;
  /** As booked; a transfer or another item at the window takes no other place. */
  readonly zone: ZoneCode;
  readonly items: readonly ItemCode[];
  /** Keyed hash of the identity number; null where none was asked. */
  readonly person: string | null;
  /** Null until check-in. */
  right: 'slot' | 'walkIn' | null;
}

export interface Ticket {
  readonly id: TicketId;
  readonly series: Series;
  readonly number: number;
  zone: ZoneCode;
  readonly package: PackageCode | null;
  readonly language: Language;
  /** First arrival in the hall; of an appointment that is not there yet, its slot. */
  arrivedAt: number;
  class: string | null;
  creditMs: number;
  ahead: number;
  /** The wait that was expected when it was taken; null where nobody knew. */
  readonly forecast: Forecast | null;
  /** When it was called first. */
  firstCalledAt: number | null;
  kiosk: string | null;
  readonly accessible: boolean;
  readonly agent: string | null;
  readonly pickup: Pickup | null;
  readonly appointment: Appointment | null;
  /** Came over midnight with its old number; screens mark it. */
  readonly carriedFrom: BusinessDate | null;
  readonly cases: Case[];
  /** The window visit that is due, from 1. */
  stop: number;
  orderKey: number;
  orderSeq: number;
  /** When it came into the queue last: back from a miss, a hold or another window. */
  queuedAt: number;
  green: GreenChannel | null;
  /** Transferred to this window or clerk; null: to whoever may take it. */
  target: Exclude<TransferTarget, { kind: 'zone' }> | null;
  /** Came back from a hold: until then only this clerk may call. */
  affinity: { readonly clerk: StaffNo; readonly untilAt: number } | null;
  /** Called by then, as promised at arrival; null where the hall promises nothing. */
  promiseAt: number | null;
  /** The wait in strict order as it was predicted for the promise; null without one. */
  fifoWaitMs: number | null;
  /** Calls of later ones, by choice, at windows that could have called this one. */
  overtaken: number;
  /** The last call that went to a later one there, by whatever right; null while none did. */
  passedByCall: number | null;
  misses: number;
  /** Counted for the visit, shown to the manager: goal 1 window, 0 transfers, 0 requeues. */
  readonly windowsVisited: WindowNo[];
  transfers: number;
  requeues: number;
  holds: number;
  stepAways: number;
  reprints: number;
  print: PrintState;
  readonly slips: Slip[];
  state: TicketState;
}
