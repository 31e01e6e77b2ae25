/**
 * Everything that may change a hall's day, in the imperative. Shapes only: decoding and limits stand
 * in protocol/decode.ts, rules in decide.ts. New fields are optional, for old pages keep working.
 * Where a clerk leaves out the window, it is the clerk's own.
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
import type { RatingLevel, Series, ZoneScope } from './config.ts';
import type { IssuedCase, PrintFailure } from './events.ts';

export const PAUSE_REASONS = [
  'lunch',
  'break',
  'meeting',
  'training',
  'equipment',
  'other',
] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/**
 * closed: done at the window. accepted: taken, decided later. acceptedWithGaps: taken, something is
 * supplied by a date (容缺). supplement: one-time notice given. refused: with a reason and a notice.
 * handedOver: a result was handed out.
 */
export const CASE_OUTCOMES = [
  'closed',
  'accepted',
  'acceptedWithGaps',
  'supplement',
  'refused',
  'withdrawn',
  'handedOver',
] as const;
export type CaseOutcome = (typeof CASE_OUTCOMES)[number];

export const REFUSAL_REASONS = [
  'out-of-scope',
  'not-entitled',
  'wrong-authority',
  'already-decided',
  'false-material',
  'other',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

export const HOLD_REASONS = [
  'pay',
  'copy',
  'fill-form',
  'fetch-material',
  'approval',
  'other',
] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

export const TRANSFER_REASONS = [
  'wrong-item',
  'not-certified',
  'lunch',
  'approval',
  'other',
] as const;
export type TransferReason = (typeof TRANSFER_REASONS)[number];

export const GREEN_REASONS = [
  'key-project',
  'urgent-medical',
  'leaving-country',
  'disaster-relief',
  'other',
] as const;
export type GreenReason = (typeof GREEN_REASONS)[number];

/** Why a manager has a ticket called out of its order. */
export const BY_HAND_REASONS = ['visitor-unwell', 'our-mistake', 'guide-asks', 'other'] as const;
export type ByHandReason = (typeof BY_HAND_REASONS)[number];

export const EMERGENCY_KINDS = ['fire', 'power', 'weather', 'security', 'drill', 'notice'] as const;
export type EmergencyKind = (typeof EMERGENCY_KINDS)[number];

export const RECIPIENTS = ['self', 'proxy', 'agent'] as const;
export type Recipient = (typeof RECIPIENTS)[number];

/** How a priority class was shown. */
export const EVIDENCES = [
  'id-card',
  'shown-at-kiosk',
  'shown-to-guide',
  'shown-at-window',
] as const;
export type Evidence = (typeof EVIDENCES)[number];

/** Where a transferred visitor goes; the place in the queue stays that of the first arrival. */
export type TransferTarget =
  | { readonly kind: 'zone'; readonly zone: ZoneCode }
  | { readonly kind: 'window'; readonly window: WindowNo }
  | { readonly kind: 'clerk'; readonly clerk: StaffNo };

/** Materials that the visitor has with them: their places in the item's list. */
export interface Brought {
  readonly item: ItemCode;
  readonly materials: readonly number[];
}

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
export interface Pickup {
  /** As on the slip: business date and case, `2026-11-20/B012-1`; absent when it is not at hand. */
  readonly of?: string;
  /** Instant from which the result can be fetched; null when nobody knows. */
  readonly expectedAt?: number;
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
  /** Leave the window where the clerk sits, or take this desk over from another page. */
  readonly takeOver?: boolean;
  /** A random name of the page at the desk: a second page turns the first one read-only. */
  readonly station?: string;
}
export interface PauseWindow {
  readonly type: 'pauseWindow';
  readonly window?: WindowNo;
  readonly reason: PauseReason;
  /** Instant in ms at which the window means to be back. */
  readonly returnAt?: number;
  /** First serve those who wait for this window alone, then pause. */
  readonly onlyHereFirst?: boolean;
}
export interface CloseWindow {
  readonly type: 'closeWindow';
  readonly window?: WindowNo;
  /** Close although somebody waits whom this window alone may call. */
  readonly leave?: boolean;
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
  /** Names of what is missing; left out, the mandatory materials that were not ticked. */
  readonly missing?: readonly string[];
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
export interface BookAppointment {
  readonly type: 'bookAppointment';
  readonly date: BusinessDate;
  /** `HH:MM`, one of the bookable times. */
  readonly time: string;
  readonly items: readonly ItemCode[];
  readonly package?: PackageCode;
  readonly language?: Language;
  /** Keyed hash of the identity number, and what the person booked elsewhere; made by the shell. */
  readonly person?: string;
  readonly history?: BookingHistory;
}
/** What other days tell of a person, looked up by the shell. */
export interface BookingHistory {
  readonly inWeek: number;
  readonly inMonth: number;
  /** No-shows within the block's days. */
  readonly noShows: number;
}
/** An appointment's visitor is here. `asWalkIn`: rather now than at the slot. */
export interface CheckIn {
  readonly type: 'checkIn';
  readonly ticket?: TicketId;
  /** Or found by the identity card; a keyed hash made by the shell. */
  readonly person?: string;
  readonly asWalkIn?: boolean;
}
export interface GrantCertificate {
  readonly type: 'grantCertificate';
  readonly clerk: StaffNo;
  readonly items: readonly ItemCode[];
  readonly reason: 'colleague-absent' | 'certificate-renewing' | 'other';
}
export interface ReportTerminal {
  readonly type: 'reportTerminal';
  readonly terminal: number;
  readonly status: 'free' | 'busy' | 'fault';
}
/** The visitor took the terminal instead of a ticket. */
export interface DivertVisitor {
  readonly type: 'divertVisitor';
  readonly terminal: number;
  readonly item: ItemCode;
}
export interface AcknowledgeAlert {
  readonly type: 'acknowledgeAlert';
  readonly alert: string;
}
export interface ShowEmergency {
  readonly type: 'showEmergency';
  readonly kind: EmergencyKind;
  /** At most 60 characters, shown below the kind's own words. */
  readonly text?: string;
}
export interface ClearEmergency {
  readonly type: 'clearEmergency';
}
export interface AssignWindow {
  readonly type: 'assignWindow';
  readonly window: WindowNo;
  readonly zones: ZoneScope;
  /** `flash`: short matters first (闪办); left out, as it is. */
  readonly lane?: 'any' | 'flash';
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
  /** What only the shell knows, for alerts; absent where alerts are not looked at. */
  readonly facts?: HallFacts;
}
export interface HallFacts {
  /** Devices that should be heard and are not, `lobby-1`, since when. */
  readonly silent: readonly { readonly device: string; readonly sinceAt: number }[];
  readonly papers: readonly { readonly device: string; readonly percent: number }[];
}
/** A new version of the configuration, already stored, holds from now on. */
export interface PublishConfig {
  readonly type: 'publishConfig';
  readonly configVersion: number;
}
/** The first booking of a day to come opens its stream. */
export interface OpenBookings {
  readonly type: 'openBookings';
  readonly configVersion: number;
}
export interface OpenDay {
  readonly type: 'openDay';
  readonly configVersion: number;
}
export interface CloseDay {
  readonly type: 'closeDay';
  /** The day that opens in the same transaction; open tickets may be carried to it. */
  readonly nextDate?: BusinessDate;
}
/** Tickets that came over midnight, as they stood; the other half of `closeDay`. */
export interface BringOver {
  readonly type: 'bringOver';
  readonly fromDate: BusinessDate;
  readonly tickets: readonly CarriedTicket[];
}
export interface CarriedTicket {
  readonly ticket: TicketId;
  readonly series: Series;
  readonly number: number;
  readonly zone: ZoneCode;
  readonly package?: PackageCode;
  readonly language: Language;
  readonly arrivedAt: number;
  readonly class?: string;
  readonly creditMs?: number;
  readonly accessible?: true;
  readonly agent?: string;
  readonly pickup?: Pickup;
  /** Those not finished, with the stops that are left. */
  readonly cases: readonly IssuedCase[];
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
  | CloseWindow
  | AtWindow<'callNext'>
  | AtWindow<'recallTicket'>
  | AtWindow<'markNoShow'>
  | AtWindow<'undoCall'>
  | AtWindow<'startService'>
  | AddCase
  | FinishCase
  | RecodeCase
  | TickMaterial
  | PlanStop
  | HoldTicket
  | TransferTicket
  | ConsultChief
  | EndConsult
  | StepAway
  | CallTicket
  | GrantGreenChannel
  | GrantBatch
  | SetClass
  | BookAppointment
  | CheckIn
  | GrantCertificate
  | ReportTerminal
  | DivertVisitor
  | AcknowledgeAlert
  | ShowEmergency
  | ClearEmergency
  | AssignWindow
  | RateCase
  | DeclineRating
  | TouchPrompt
  | RecordPrint
  | Tick
  | OpenDay
  | CloseDay
  | BringOver
  | OpenBookings
  | PublishConfig
  | Fence
  | SkipNumbers
  | RatePastCase;

export type CommandType = Command['type'];
