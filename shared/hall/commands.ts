/**
 * Everything that may change a hall's day, in the imperative. Shapes only: decoding and limits stand
 * in protocol/decode.ts, rules in decide.ts. New fields are optional, for old pages keep working.
 * Where a clerk leaves out the window, it is the clerk's own.
 */
import type { CaseId, ItemCode, PackageCode, StaffNo, TicketId, WindowNo } from '../base/ids.ts';
import type { BusinessDate } from '../base/ids.ts';
import type { Language } from '../text/language.ts';
import type { RatingLevel, ZoneScope } from './config.ts';
import type { PrintFailure } from './events.ts';

export const PAUSE_REASONS = [
  'lunch',
  'break',
  'meeting',
  'training',
  'equipment',
  'other',
] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

export const CASE_OUTCOMES = ['closed', 'accepted', 'supplement', 'refused', 'withdrawn'] as const;
/** closed: done at the window; accepted: taken, decided later; supplement: one-time notice given. */
export type CaseOutcome = (typeof CASE_OUTCOMES)[number];

export interface IssueTicket {
  readonly type: 'issueTicket';
  readonly items: readonly ItemCode[];
  readonly package?: PackageCode;
  readonly class?: string;
  readonly language?: Language;
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
export interface OpenWindow {
  readonly type: 'openWindow';
  readonly window: WindowNo;
  /** Needed from a manager, who opens it for somebody else. */
  readonly clerk?: StaffNo;
}
export interface PauseWindow {
  readonly type: 'pauseWindow';
  readonly window?: WindowNo;
  readonly reason: PauseReason;
  /** Instant in ms at which the window means to be back. */
  readonly returnAt?: number;
}
export interface AtWindow<Type extends string> {
  readonly type: Type;
  readonly window?: WindowNo;
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
}
export interface AssignWindow {
  readonly type: 'assignWindow';
  readonly window: WindowNo;
  readonly zones: ZoneScope;
}
export interface RateCase {
  readonly type: 'rateCase';
  readonly case: CaseId;
  readonly nonce: string;
  readonly level: RatingLevel;
  readonly tags: readonly string[];
  /** The shell could not check the nonce, for it knew no prompt: if there is one, it is refused. */
  readonly isUnproven?: boolean;
  /** The visitor's own words never reach an event: the shell stores them and passes their hash. */
  readonly textHash?: string;
}
export interface DeclineRating {
  readonly type: 'declineRating';
  readonly case: CaseId;
  readonly nonce: string;
  readonly isUnproven?: boolean;
}
/** The visitor touched the evaluator: the time to answer begins anew. */
export interface TouchPrompt {
  readonly type: 'touchPrompt';
  readonly window: WindowNo;
}
export interface RecordPrint {
  readonly type: 'recordPrint';
  readonly ticket: TicketId;
  readonly job: string;
  readonly outcome: 'printed' | 'failed' | 'unknown';
  readonly reason?: PrintFailure;
}
/** Ends what is overdue. `silentEvaluators`: windows whose evaluator is not there to be touched. */
export interface Tick {
  readonly type: 'tick';
  readonly silentEvaluators?: readonly WindowNo[];
}
export interface OpenDay {
  readonly type: 'openDay';
  readonly configVersion: number;
}
export interface CloseDay {
  readonly type: 'closeDay';
}
/** Written after a commit whose outcome is unknown, so that it can no longer arrive later. */
export interface Fence {
  readonly type: 'fence';
}
/** A restored database is behind the numbers already printed: they are passed over, visibly. */
export interface SkipNumbers {
  readonly type: 'skipNumbers';
  readonly series: string;
  readonly to: number;
}
/** A rating by QR for a case of an earlier day, looked up by the shell. */
export interface RatePastCase {
  readonly type: 'ratePastCase';
  readonly date: BusinessDate;
  readonly case: CaseId;
  readonly serviceSeq: number;
  readonly window: WindowNo;
  readonly clerk: StaffNo;
  readonly finishedAt: number;
  readonly level: RatingLevel;
  readonly tags: readonly string[];
  readonly textHash?: string;
}

export type Command =
  | IssueTicket
  | CancelTicket
  | ReactivateTicket
  | ReprintTicket
  | OpenWindow
  | PauseWindow
  | AtWindow<'resumeWindow'>
  | AtWindow<'closeWindow'>
  | AtWindow<'callNext'>
  | AtWindow<'recallTicket'>
  | AtWindow<'markNoShow'>
  | AtWindow<'undoCall'>
  | AtWindow<'startService'>
  | AddCase
  | FinishCase
  | AssignWindow
  | RateCase
  | DeclineRating
  | TouchPrompt
  | RecordPrint
  | Tick
  | OpenDay
  | CloseDay
  | Fence
  | SkipNumbers
  | RatePastCase;

export type CommandType = Command['type'];
