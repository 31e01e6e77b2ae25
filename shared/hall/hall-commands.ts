/**
 * What is asked for about windows, ratings, appointments and the hall as a whole. Shapes only; where a
 * clerk leaves out the window, it is the clerk's own.
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
import type { EmergencyKind, PauseReason } from './command-words.ts';
import type { RatingLevel, ZoneScope } from './config.ts';

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

/** guide: a guide was sent. terminals, appointments: kiosk and lobby say that some are free. */
export const OVERLOAD_ANSWERS = ['guide', 'terminals', 'appointments'] as const;

export interface OverloadAnswer {
  readonly answer: (typeof OVERLOAD_ANSWERS)[number];
  /** Who was sent. */
  readonly guide?: StaffNo | undefined;
}

export interface AnswerOverload extends OverloadAnswer {
  readonly type: 'answerOverload';
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
