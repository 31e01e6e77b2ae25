/**
 * What is asked for about one visitor: the ticket, its cases, its way through the windows. Shapes only;
 * where a clerk leaves out the window, it is the clerk's own.
 */
import type {
  BusinessDate,
  CaseId,
  ItemCode,
  PackageCode,
  StaffNo,
  TicketId,
  WindowNo,
} from '../base/ids.ts';
import type { Language } from '../text/language.ts';
import type {
  Brought,
  ByHandReason,
  CaseOutcome,
  Evidence,
  GreenReason,
  HoldReason,
  Pickup,
  Recipient,
  RefusalReason,
  TransferReason,
  TransferTarget,
} from './command-words.ts';

export interface IssueTicket {
  readonly type: 'issueTicket';
  readonly items: readonly ItemCode[];
  readonly package?: PackageCode;
  readonly class?: string;
  readonly evidence?: Evidence;
  readonly language?: Language;
  /** Only a low, accessible window is of use to the visitor. */
  readonly accessible?: boolean;
  readonly brought?: readonly Brought[];
  /** The number of a registered agent, who comes for others. */
  readonly agent?: string;
  /** A result is fetched: the case that it belongs to. The shell adds when it is expected. */
  readonly pickup?: Pickup;
}

export interface CancelTicket {
  readonly type: 'cancelTicket';
  readonly ticket: TicketId;
}

export interface ReactivateTicket {
  readonly type: 'reactivateTicket';
  readonly ticket: TicketId;
}

export interface ReprintTicket {
  readonly type: 'reprintTicket';
  readonly ticket: TicketId;
}

/** The slip of a finished case once more: a one-time notice, a receipt. */
export interface ReprintSlip {
  readonly type: 'reprintSlip';
  readonly case: CaseId;
  /** The shell has proven that the code of the case's own ticket was shown; kiosks need it. */
  readonly isShown?: true;
}

export interface AddCase {
  readonly type: 'addCase';
  readonly window?: WindowNo;
  readonly item: ItemCode;
}

export interface FinishCase {
  readonly type: 'finishCase';
  readonly case: CaseId;
  readonly outcome: CaseOutcome;
  /** What is missing of the item's materials; left out, the mandatory ones that were not ticked. */
  readonly missing?: readonly string[];
  /** What is missing besides: the clerk's words never reach an event, the shell passes their hash. */
  readonly missingHash?: string;
  /** Until when it is supplied; left out, the policy's working days. */
  readonly supplyBy?: BusinessDate;
  /** Needed for `refused`. */
  readonly reason?: RefusalReason;
  /** When the result can be fetched, if that is known. */
  readonly readyAt?: number;
  /** Who took a result. */
  readonly recipient?: Recipient;
}

export interface RecodeCase {
  readonly type: 'recodeCase';
  readonly case: CaseId;
  readonly item: ItemCode;
}

export interface TickMaterial {
  readonly type: 'tickMaterial';
  readonly case: CaseId;
  /** Place in the item's list of materials, from 0. */
  readonly material: number;
  readonly has: boolean;
}

/** These cases are left to another window; the visitor queues there already now. */
export interface PlanStop {
  readonly type: 'planStop';
  readonly cases: readonly CaseId[];
}

export interface HoldTicket {
  readonly type: 'holdTicket';
  readonly window?: WindowNo;
  readonly reason: HoldReason;
  readonly returnBy?: number;
}

export interface TransferTicket {
  readonly type: 'transferTicket';
  readonly window?: WindowNo;
  readonly to: TransferTarget;
  readonly reason: TransferReason;
  /** The target is at a pause, or about to begin one: the visitor waits for its end all the same. */
  readonly waitForReturn?: boolean;
}

/** The chief officer is called to the window; the visitor stays. */
export interface ConsultChief {
  readonly type: 'consultChief';
  readonly window?: WindowNo;
  readonly chief?: StaffNo;
}

export interface EndConsult {
  readonly type: 'endConsult';
  readonly window: WindowNo;
  readonly approved: boolean;
}

/** Let some others pass. */
export interface StepAway {
  readonly type: 'stepAway';
  readonly ticket: TicketId;
  readonly pass: number;
}

/** A manager has one waiting ticket called at a window, and says why. */
export interface CallTicket {
  readonly type: 'callTicket';
  readonly window: WindowNo;
  readonly ticket: TicketId;
  readonly reason: ByHandReason;
}

export interface GrantGreenChannel {
  readonly type: 'grantGreenChannel';
  readonly ticket: TicketId;
  readonly reason: GreenReason;
  /** Until when it holds; left out, the policy's time. */
  readonly untilAt?: number;
  /** The approver's words never reach an event: the shell stores them and passes their hash. */
  readonly noteHash?: string;
}

/** The agent's whole batch in one turn. */
export interface GrantBatch {
  readonly type: 'grantBatch';
  readonly ticket: TicketId;
}

/** Sets the priority class of a waiting ticket, or takes it away. */
export interface SetClass {
  readonly type: 'setClass';
  readonly ticket: TicketId;
  readonly class: string | null;
  readonly evidence?: Evidence;
}
