/**
 * A ticket and its cases, and the table of a ticket's moves.
 *
 *   waiting ──call──▶ called ──start──▶ serving ──last case finished──▶ done
 *      ▲  ▲             │  └──no-show──▶ noShow ──third time──▶ voided
 *      │  └────undo─────┘                  │
 *      └───────────reactivate──────────────┘
 *   waiting, called or missed ──cancel──▶ abandoned; open at midnight ──▶ expired (a miss stays one)
 *
 * `arrivedAt` never changes; the place in the queue is (orderKey, orderSeq) alone.
 */
import type { CaseId, ItemCode, PackageCode, StaffNo, TicketId, WindowNo } from '../base/ids.ts';
import type { ZoneCode } from '../base/ids.ts';
import type { Language } from '../text/language.ts';
import type { CaseOutcome } from './commands.ts';
import type { Series } from './config.ts';
import type { PrintFailure } from './events.ts';
import type { RefusalCode } from './refusal.ts';

export type TicketState =
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
    }
  | { readonly status: 'noShow'; readonly window: WindowNo; readonly missedAt: number }
  | { readonly status: 'done'; readonly window: WindowNo; readonly doneAt: number }
  | { readonly status: 'abandoned'; readonly endedAt: number }
  | { readonly status: 'voided'; readonly endedAt: number }
  | { readonly status: 'expired'; readonly endedAt: number };

export type TicketStatus = TicketState['status'];

export type CaseState =
  | { readonly status: 'draft' }
  | {
      readonly status: 'finished';
      readonly outcome: CaseOutcome;
      readonly serviceSeq: number;
      readonly window: WindowNo;
      readonly clerk: StaffNo;
      readonly finishedAt: number;
    }
  /** The visit ended before this case was served. */
  | { readonly status: 'dropped' };

export interface Case {
  readonly id: CaseId;
  readonly item: ItemCode;
  state: CaseState;
}

export type PrintState =
  | { readonly status: 'none' }
  | { readonly status: 'waiting' | 'printed' | 'unknown'; readonly job: string }
  | { readonly status: 'failed'; readonly job: string; readonly reason: PrintFailure };

export interface Ticket {
  readonly id: TicketId;
  readonly series: Series;
  readonly number: number;
  readonly zone: ZoneCode;
  readonly package: PackageCode | null;
  readonly language: Language;
  readonly arrivedAt: number;
  readonly creditMs: number;
  readonly ahead: number;
  readonly kiosk: string | null;
  readonly cases: Case[];
  orderKey: number;
  orderSeq: number;
  misses: number;
  reprints: number;
  print: PrintState;
  state: TicketState;
}

type Move =
  | 'cancelTicket'
  | 'callNext'
  | 'recallTicket'
  | 'markNoShow'
  | 'undoCall'
  | 'startService'
  | 'addCase'
  | 'finishCase'
  | 'reactivateTicket'
  | 'closeDay';

/**
 * What a move does from a state: the state after it, or the code of the refusal. Moves at a window
 * name no ticket: asked for at the window where the ticket is or was, they find this. Closing the
 * day leaves what is over as it is.
 */
type Row = Readonly<Record<Move, TicketStatus | RefusalCode>>;

const notAtWindow = {
  callNext: 'nobody-waiting',
  recallTicket: 'no-ticket-at-window',
  markNoShow: 'no-ticket-at-window',
  undoCall: 'no-ticket-at-window',
  startService: 'no-ticket-at-window',
  addCase: 'no-ticket-at-window',
  finishCase: 'not-serving',
} as const;

const over: Row = {
  ...notAtWindow,
  cancelTicket: 'ticket-over',
  finishCase: 'ticket-over',
  reactivateTicket: 'ticket-over',
  closeDay: 'ticket-over',
};

/** The one table of legal moves; `decide` asks it, tests walk it. `done` follows the last case. */
export const MOVES: Readonly<Record<TicketStatus, Row>> = {
  waiting: {
    ...notAtWindow,
    cancelTicket: 'abandoned',
    callNext: 'called',
    reactivateTicket: 'already-waiting',
    closeDay: 'expired',
  },
  called: {
    cancelTicket: 'abandoned',
    callNext: 'window-busy',
    recallTicket: 'called',
    markNoShow: 'noShow',
    undoCall: 'waiting',
    startService: 'serving',
    addCase: 'not-serving',
    finishCase: 'not-serving',
    reactivateTicket: 'already-called',
    closeDay: 'expired',
  },
  serving: {
    cancelTicket: 'already-serving',
    callNext: 'window-busy',
    recallTicket: 'already-serving',
    markNoShow: 'already-serving',
    undoCall: 'already-serving',
    startService: 'already-serving',
    addCase: 'serving',
    finishCase: 'done',
    reactivateTicket: 'already-serving',
    closeDay: 'expired',
  },
  noShow: {
    ...notAtWindow,
    cancelTicket: 'abandoned',
    reactivateTicket: 'waiting',
    closeDay: 'noShow',
  },
  done: over,
  abandoned: over,
  voided: over,
  expired: over,
};
