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
import type { AlertAbout, AlertKind, AlertLevel } from './alerts.ts';
import type {
  CarriedTicket,
  CaseOutcome,
  EmergencyKind,
  Evidence,
  GreenReason,
  HoldReason,
  PauseReason,
  Pickup,
  Recipient,
  RefusalReason,
  TransferReason,
  TransferTarget,
} from './commands.ts';
import type { RatingLevel, Series, ZoneScope } from './config.ts';

export type PrintFailure = 'paper-out' | 'cover-open' | 'offline' | 'unreachable' | 'timeout';

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

/** How a prompt ended; never by default as a rating. */
export type PromptOutcome = 'rated' | 'declined' | 'timedOut' | 'left' | 'deviceFault';

export interface IssuedCase {
  readonly case: CaseId;
  readonly item: ItemCode;
  /** The window visit at which it is served, from 1; absent: the first. */
  readonly stop?: number;
  /** Materials that the visitor ticked as brought: places in the item's list. */
  readonly has?: readonly number[];
}
interface TicketIssued {
  readonly type: 'TicketIssued';
  readonly ticket: TicketId;
  readonly series: Series;
  readonly number: number;
  readonly zone: ZoneCode;
  readonly cases: readonly IssuedCase[];
  readonly package?: PackageCode;
  readonly class?: string;
  readonly evidence?: Evidence;
  readonly accessible?: true;
  readonly agent?: string;
  readonly pickup?: Pickup;
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
  /** The promised day of an accepted case, in working days by the hall's calendar. */
  readonly dueOn?: BusinessDate;
  readonly readyAt?: number;
  readonly missing?: readonly string[];
  readonly supplyBy?: BusinessDate;
  readonly reason?: RefusalReason;
  readonly recipient?: Recipient;
}
interface CaseRecoded extends TicketEvent<'CaseRecoded'> {
  readonly case: CaseId;
  readonly from: ItemCode;
  readonly to: ItemCode;
}
interface MaterialTicked extends TicketEvent<'MaterialTicked'> {
  readonly case: CaseId;
  readonly material: number;
  readonly has: boolean;
}
interface StopPlanned extends TicketEvent<'StopPlanned'> {
  readonly cases: readonly CaseId[];
  readonly stop: number;
}
/** The window's part is done; the visitor waits for the next stop, with the first arrival's place. */
interface TicketMovedOn extends TicketAtWindow<'TicketMovedOn'> {
  readonly stop: number;
  readonly zone: ZoneCode;
  readonly orderKey: number;
  readonly promptDeadlineAt: number;
  /** The rest of an agent's batch, behind some others. */
  readonly isBatch?: true;
}
interface TicketHeld extends TicketAtWindow<'TicketHeld'> {
  readonly clerk: StaffNo;
  readonly reason: HoldReason;
  readonly returnByAt: number;
}
interface TicketReturned extends TicketEvent<'TicketReturned'> {
  readonly clerk: StaffNo;
  readonly affinityUntilAt: number;
}
interface TicketTransferred extends TicketAtWindow<'TicketTransferred'> {
  readonly clerk: StaffNo;
  readonly to: TransferTarget;
  readonly zone: ZoneCode;
  readonly reason: TransferReason;
}
interface TicketSteppedAway extends TicketEvent<'TicketSteppedAway'> {
  readonly pass: number;
  readonly orderKey: number;
}
interface ConsultStarted extends TicketAtWindow<'ConsultStarted'> {
  readonly chief?: StaffNo;
}
interface ConsultEnded extends TicketAtWindow<'ConsultEnded'> {
  readonly approved: boolean;
}
export type SlipKind = 'notice' | 'gaps' | 'refusal' | 'receipt';
interface SlipRequested extends PrintEvent<'SlipRequested'> {
  readonly case: CaseId;
  readonly slip: SlipKind;
  readonly kiosk: string;
}
interface GreenChannelGranted extends TicketEvent<'GreenChannelGranted'> {
  readonly reason: GreenReason;
  readonly untilAt: number;
  readonly noteHash?: string;
}
interface ClassSet extends TicketEvent<'ClassSet'> {
  readonly class: string | null;
  readonly evidence?: Evidence;
  readonly creditMs: number;
  readonly orderKey: number;
}
interface AppointmentBooked extends TicketEvent<'AppointmentBooked'> {
  readonly series: Series;
  readonly number: number;
  readonly zone: ZoneCode;
  readonly cases: readonly IssuedCase[];
  readonly package?: PackageCode;
  readonly language: Language;
  /** The bookable place that it takes: plan and time, `natural-person/10:00`. */
  readonly slot: string;
  readonly slotAt: number;
  readonly slotEndAt: number;
  readonly person?: string;
}
interface AppointmentCheckedIn extends TicketEvent<'AppointmentCheckedIn'> {
  /** `slot`: called at its time. `walkIn`: in the order of arrival, early by choice or too late. */
  readonly right: 'slot' | 'walkIn';
  readonly arrivedAt: number;
  readonly orderKey: number;
  readonly ahead: number;
  readonly kiosk?: string;
}
interface CertificateGranted {
  readonly type: 'CertificateGranted';
  readonly clerk: StaffNo;
  readonly items: readonly ItemCode[];
  readonly reason: string;
}
interface DeskTakenOver {
  readonly type: 'DeskTakenOver';
  readonly window: WindowNo;
  readonly clerk: StaffNo;
  readonly station: string;
}
interface AlertRaised {
  readonly type: 'AlertRaised';
  /** Names the burning thing for as long as it burns, `wait:natural-person`. */
  readonly alert: string;
  readonly kind: AlertKind;
  readonly level: AlertLevel;
  readonly about: AlertAbout;
}
interface ConfigPublished {
  readonly type: 'ConfigPublished';
  readonly configVersion: number;
  /** Waiting tickets whose place or zone the new version changes. */
  readonly changes: readonly {
    readonly ticket: TicketId;
    readonly zone: ZoneCode;
    readonly creditMs: number;
    readonly orderKey: number;
  }[];
}
interface TicketBroughtOver extends CarriedTicket {
  readonly type: 'TicketBroughtOver';
  readonly fromDate: BusinessDate;
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
  readonly station?: string;
}
interface WindowPaused {
  readonly type: 'WindowPaused';
  readonly window: WindowNo;
  readonly reason: PauseReason;
  readonly returnAt?: number;
  /** Those who wait for this window alone are served first. */
  readonly first?: readonly TicketId[];
}
interface WindowEvent<Type extends string> {
  readonly type: Type;
  readonly window: WindowNo;
}
interface WindowAssigned extends WindowEvent<'WindowAssigned'> {
  readonly zones: ZoneScope;
  readonly lane?: 'any' | 'flash';
}
interface WindowClosed extends WindowEvent<'WindowClosed'> {
  /** Served beyond the end of the last session, credited to the clerk. */
  readonly overtimeMs?: number;
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
  | WindowClosed
  | WindowAssigned
  | PrintEvent<'TicketPrinted'>
  | PrintFailed
  | PrintEvent<'PrintUnknown'>
  | ReprintRequested
  | CaseRecoded
  | MaterialTicked
  | StopPlanned
  | TicketMovedOn
  | TicketHeld
  | TicketReturned
  | TicketEvent<'HoldLapsed'>
  | TicketTransferred
  | TicketSteppedAway
  | ConsultStarted
  | ConsultEnded
  | SlipRequested
  | GreenChannelGranted
  | TicketEvent<'BatchGranted'>
  | ClassSet
  | { readonly type: 'BookingsOpened'; readonly configVersion: number }
  | AppointmentBooked
  | AppointmentCheckedIn
  | TicketEvent<'AppointmentMissed'>
  | CertificateGranted
  | DeskTakenOver
  | {
      readonly type: 'TerminalReported';
      readonly terminal: number;
      readonly status: 'free' | 'busy' | 'fault';
    }
  | { readonly type: 'VisitorDiverted'; readonly terminal: number; readonly item: ItemCode }
  | AlertRaised
  | { readonly type: 'AlertCleared'; readonly alert: string }
  | { readonly type: 'AlertAcknowledged'; readonly alert: string }
  | { readonly type: 'EmergencyShown'; readonly kind: EmergencyKind; readonly text?: string }
  | { readonly type: 'EmergencyCleared' }
  | ConfigPublished
  | (TicketEvent<'TicketCarriedOver'> & { readonly toDate: BusinessDate })
  | TicketBroughtOver;

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
