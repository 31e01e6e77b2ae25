/** What happened to one visitor, from the ticket to the last case. Changes are additive only. */
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
import type { CallReason } from './call-reason.ts';
import type {
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
import type { Series } from './config.ts';
import type { Forecast } from './estimates.ts';
import type { CarriedTicket } from './system-commands.ts';

export interface IssuedCase {
  readonly case: CaseId;
  readonly item: ItemCode;
  /** The window visit at which it is served, from 1; absent: the first. */
  readonly stop?: number;
  /** Materials that the visitor ticked as brought: places in the item's list. */
  readonly has?: readonly number[];
}

/** The promise where the hall makes one; absent in other orders, and in old logs. */
export interface Promised {
  /** Called by then; a later event of the same ticket replaces it. */
  readonly promiseAt: number;
  /** The wait in strict order, as predicted at that moment. */
  readonly fifoWaitMs?: number;
}

export interface TicketIssued extends Partial<Promised> {
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
  /** The wait that was expected; absent where nobody knew. */
  readonly forecast?: Forecast;
}

export interface TicketCalled {
  readonly type: 'TicketCalled';
  readonly ticket: TicketId;
  readonly window: WindowNo;
  readonly clerk: StaffNo;
  readonly callSeq: number;
  readonly why: CallReason;
}

export interface TicketRecalled {
  readonly type: 'TicketRecalled';
  readonly ticket: TicketId;
  readonly window: WindowNo;
  readonly callSeq: number;
}

export interface TicketReactivated extends Partial<Promised> {
  readonly type: 'TicketReactivated';
  readonly ticket: TicketId;
  readonly orderKey: number;
  /** The slot came and was missed: from now on in the order of the queue like everybody. */
  readonly right?: 'walkIn';
}

export interface TicketEvent<Type extends string> {
  readonly type: Type;
  readonly ticket: TicketId;
}

export interface TicketAtWindow<Type extends string> extends TicketEvent<Type> {
  readonly window: WindowNo;
}

/** A right to come first that the miss has used up; who approved it may give it again. */
export interface RightLost {
  readonly greenEnded?: true;
}

export interface TicketMissed extends TicketAtWindow<'TicketMissed'>, RightLost {}

export interface HoldLapsed extends TicketEvent<'HoldLapsed'>, RightLost {}

export interface ServiceStarted extends TicketAtWindow<'ServiceStarted'> {
  readonly clerk: StaffNo;
}

export interface CaseAdded extends TicketEvent<'CaseAdded'> {
  readonly case: CaseId;
  readonly item: ItemCode;
}

export interface CaseFinished extends TicketAtWindow<'CaseFinished'> {
  readonly case: CaseId;
  readonly item: ItemCode;
  readonly serviceSeq: number;
  readonly outcome: CaseOutcome;
  readonly clerk: StaffNo;
  /** The promised day of an accepted case, in working days by the hall's calendar. */
  readonly dueOn?: BusinessDate;
  readonly readyAt?: number;
  /** Names out of the item's materials; in old logs the clerk's own words may stand among them. */
  readonly missing?: readonly string[];
  /** Keyed hash of the clerk's words on what is missing besides. */
  readonly missingHash?: string;
  readonly supplyBy?: BusinessDate;
  readonly reason?: RefusalReason;
  readonly recipient?: Recipient;
}

export interface CaseRecoded extends TicketEvent<'CaseRecoded'> {
  readonly case: CaseId;
  readonly from: ItemCode;
  readonly to: ItemCode;
}

export interface MaterialTicked extends TicketEvent<'MaterialTicked'> {
  readonly case: CaseId;
  readonly material: number;
  readonly has: boolean;
}

export interface StopPlanned extends TicketEvent<'StopPlanned'> {
  readonly cases: readonly CaseId[];
  readonly stop: number;
}

/** The window's part is done; the visitor waits for the next stop, with the first arrival's place. */
export interface TicketMovedOn extends TicketAtWindow<'TicketMovedOn'>, Partial<Promised> {
  readonly stop: number;
  readonly zone: ZoneCode;
  readonly orderKey: number;
  readonly promptDeadlineAt: number;
  /** The rest of an agent's batch, behind some others. */
  readonly isBatch?: true;
}

export interface TicketHeld extends TicketAtWindow<'TicketHeld'> {
  readonly clerk: StaffNo;
  readonly reason: HoldReason;
  readonly returnByAt: number;
}

export interface TicketReturned extends TicketEvent<'TicketReturned'> {
  readonly clerk: StaffNo;
  readonly affinityUntilAt: number;
}

export interface TicketTransferred extends TicketAtWindow<'TicketTransferred'> {
  readonly clerk: StaffNo;
  readonly to: TransferTarget;
  readonly zone: ZoneCode;
  readonly reason: TransferReason;
}

export interface TicketSteppedAway extends TicketEvent<'TicketSteppedAway'>, Partial<Promised> {
  readonly pass: number;
  readonly orderKey: number;
  /** The slot has come and is given up, so that others can pass. */
  readonly right?: 'walkIn';
}

export interface ConsultStarted extends TicketAtWindow<'ConsultStarted'> {
  readonly chief?: StaffNo;
}

export interface ConsultEnded extends TicketAtWindow<'ConsultEnded'> {
  readonly approved: boolean;
  /** Nobody answered: the visitor left the window before the chief came. */
  readonly unanswered?: true;
}

export interface GreenChannelGranted extends TicketEvent<'GreenChannelGranted'> {
  readonly reason: GreenReason;
  readonly untilAt: number;
  readonly noteHash?: string;
}

export interface ClassSet extends TicketEvent<'ClassSet'>, Partial<Promised> {
  readonly class: string | null;
  readonly evidence?: Evidence;
  readonly creditMs: number;
  readonly orderKey: number;
}

export interface AppointmentBooked extends TicketEvent<'AppointmentBooked'> {
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

export interface AppointmentCheckedIn
  extends TicketEvent<'AppointmentCheckedIn'>, Partial<Promised> {
  /** `slot`: called at its time. `walkIn`: in the order of arrival, early by choice or too late. */
  readonly right: 'slot' | 'walkIn';
  readonly arrivedAt: number;
  readonly orderKey: number;
  readonly ahead: number;
  readonly kiosk?: string;
}

export interface TicketBroughtOver extends CarriedTicket {
  readonly type: 'TicketBroughtOver';
  readonly fromDate: BusinessDate;
}

export interface TicketFinished extends TicketAtWindow<'TicketFinished'> {
  readonly promptDeadlineAt: number;
}
