/**
 * What happened in a hall's day, in the past tense. The stream of one (hall, business date) is the
 * truth; state, tables, views, paper and reports are made from it. Changes are additive only: old
 * logs must fold for ever. No personal data, no secrets: tickets' tokens and prompts' nonces are
 * derived by the shell from a key outside the database.
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
import type { CaseOutcome, PauseReason } from './commands.ts';
import type { RatingLevel, Series, ZoneScope } from './config.ts';

export type PrintFailure = 'paper-out' | 'cover-open' | 'offline' | 'unreachable' | 'timeout';

/** Why this ticket was called, complete enough to be chosen again from the log. */
export interface CallReason {
  readonly rule: 'longest-wait';
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
}

/** How a prompt ended; never by default as a rating. */
export type PromptOutcome = 'rated' | 'declined' | 'timedOut' | 'left' | 'deviceFault';

interface TicketIssued {
  readonly type: 'TicketIssued';
  readonly ticket: TicketId;
  readonly series: Series;
  readonly number: number;
  readonly zone: ZoneCode;
  readonly cases: readonly { readonly case: CaseId; readonly item: ItemCode }[];
  readonly package?: PackageCode;
  readonly class?: string;
  readonly creditMs: number;
  readonly language: Language;
  readonly arrivedAt: number;
  readonly orderKey: number;
  readonly ahead: number;
  /** The kiosk that is to print it; absent where no paper is wanted. */
  readonly kiosk?: string;
}
interface TicketCalled {
  readonly type: 'TicketCalled';
  readonly ticket: TicketId;
  readonly window: WindowNo;
  readonly clerk: StaffNo;
  readonly callSeq: number;
  readonly why: CallReason;
}
interface TicketRecalled {
  readonly type: 'TicketRecalled';
  readonly ticket: TicketId;
  readonly window: WindowNo;
  readonly callSeq: number;
}
interface TicketReactivated {
  readonly type: 'TicketReactivated';
  readonly ticket: TicketId;
  readonly orderKey: number;
}
interface TicketEvent<Type extends string> {
  readonly type: Type;
  readonly ticket: TicketId;
}
interface TicketAtWindow<Type extends string> extends TicketEvent<Type> {
  readonly window: WindowNo;
}
interface ServiceStarted extends TicketAtWindow<'ServiceStarted'> {
  readonly clerk: StaffNo;
}
interface CaseAdded extends TicketEvent<'CaseAdded'> {
  readonly case: CaseId;
  readonly item: ItemCode;
}
interface CaseFinished extends TicketAtWindow<'CaseFinished'> {
  readonly case: CaseId;
  readonly item: ItemCode;
  readonly serviceSeq: number;
  readonly outcome: CaseOutcome;
  readonly clerk: StaffNo;
}
interface PromptOpened extends TicketAtWindow<'PromptOpened'> {
  readonly case: CaseId;
  readonly serviceSeq: number;
  readonly clerk: StaffNo;
}
interface TicketFinished extends TicketAtWindow<'TicketFinished'> {
  readonly promptDeadlineAt: number;
}
interface PromptTouched extends TicketAtWindow<'PromptTouched'> {
  readonly deadlineAt: number;
}
interface PromptEnded extends TicketAtWindow<'PromptEnded'> {
  readonly case: CaseId;
  readonly serviceSeq: number;
  readonly outcome: PromptOutcome;
}
interface CaseRated {
  readonly type: 'CaseRated';
  /** The day on which the case was served; differs from the stream's for a late rating. */
  readonly date: BusinessDate;
  readonly case: CaseId;
  readonly serviceSeq: number;
  readonly window: WindowNo;
  readonly clerk: StaffNo;
  readonly level: RatingLevel;
  readonly tags: readonly string[];
  readonly textHash?: string;
  readonly channel: 'evaluator' | 'phone';
}
interface WindowOpened {
  readonly type: 'WindowOpened';
  readonly window: WindowNo;
  readonly clerk: StaffNo;
}
interface WindowPaused {
  readonly type: 'WindowPaused';
  readonly window: WindowNo;
  readonly reason: PauseReason;
  readonly returnAt?: number;
}
interface WindowEvent<Type extends string> {
  readonly type: Type;
  readonly window: WindowNo;
}
interface WindowAssigned extends WindowEvent<'WindowAssigned'> {
  readonly zones: ZoneScope;
}
interface PrintEvent<Type extends string> extends TicketEvent<Type> {
  readonly job: string;
}
interface PrintFailed extends PrintEvent<'PrintFailed'> {
  readonly reason: PrintFailure;
}
interface ReprintRequested extends PrintEvent<'ReprintRequested'> {
  readonly kiosk: string;
}

export type HallEvent =
  | { readonly type: 'DayOpened'; readonly configVersion: number }
  | { readonly type: 'DayClosed' }
  | { readonly type: 'Fenced' }
  | {
      readonly type: 'NumbersSkipped';
      readonly series: string;
      readonly from: number;
      readonly to: number;
    }
  | TicketIssued
  | TicketCalled
  | TicketRecalled
  | TicketAtWindow<'CallUndone'>
  | TicketAtWindow<'TicketMissed'>
  | TicketEvent<'TicketVoided'>
  | TicketReactivated
  | TicketEvent<'TicketCancelled'>
  | TicketEvent<'TicketExpired'>
  | ServiceStarted
  | CaseAdded
  | CaseFinished
  | PromptOpened
  | TicketFinished
  | PromptTouched
  | PromptEnded
  | CaseRated
  | WindowOpened
  | WindowPaused
  | WindowEvent<'WindowResumed'>
  | WindowEvent<'WindowClosed'>
  | WindowAssigned
  | PrintEvent<'TicketPrinted'>
  | PrintFailed
  | PrintEvent<'PrintUnknown'>
  | ReprintRequested;

export type EventType = HallEvent['type'];
export type EventOf<Type extends EventType> = Extract<HallEvent, { type: Type }>;

/** An event as it stands in the stream. */
export interface StoredEvent {
  readonly seq: number;
  /** Hall clock, epoch ms; never goes back within a stream. */
  readonly at: number;
  /** `clerk:JZ03`, see principal.ts. */
  readonly by: string;
  readonly commandId: string;
  readonly event: HallEvent;
}
