/** What happened at windows, with ratings, and to the hall as a whole. Changes are additive only. */
import type {
  BusinessDate,
  CaseId,
  ItemCode,
  StaffNo,
  TicketId,
  WindowNo,
  ZoneCode,
} from '../base/ids.ts';
import type { AlertAbout, AlertKind, AlertLevel } from './alerts.ts';
import type { PauseReason } from './command-words.ts';
import type { RatingLevel, ZoneScope } from './config.ts';
import type { OverloadAnswer } from './hall-commands.ts';
import type { Promised, TicketAtWindow } from './visit-events.ts';

/** How a prompt ended; never by default as a rating. */
export type PromptOutcome = 'rated' | 'declined' | 'timedOut' | 'left' | 'deviceFault';

export interface CertificateGranted {
  readonly type: 'CertificateGranted';
  readonly clerk: StaffNo;
  readonly items: readonly ItemCode[];
  readonly reason: string;
}

export interface DeskTakenOver {
  readonly type: 'DeskTakenOver';
  readonly window: WindowNo;
  readonly clerk: StaffNo;
  readonly station: string;
}

export interface AlertRaised {
  readonly type: 'AlertRaised';
  /** Names the burning thing for as long as it burns, `wait:natural-person`. */
  readonly alert: string;
  readonly kind: AlertKind;
  readonly level: AlertLevel;
  readonly about: AlertAbout;
}

/** A guide was sent to an overloaded zone, or kiosk and lobby say what else is free. */
export interface OverloadAnswered extends OverloadAnswer {
  readonly type: 'OverloadAnswered';
  readonly alert: string;
}

/** A waiting ticket whose place, zone or promise a new version changes. */
export interface PublishedChange extends Partial<Promised> {
  readonly ticket: TicketId;
  readonly zone: ZoneCode;
  readonly creditMs: number;
  readonly orderKey: number;
}

export interface ConfigPublished {
  readonly type: 'ConfigPublished';
  readonly configVersion: number;
  readonly changes: readonly PublishedChange[];
}

export interface PromptOpened extends TicketAtWindow<'PromptOpened'> {
  readonly case: CaseId;
  readonly serviceSeq: number;
  readonly clerk: StaffNo;
}

export interface PromptTouched extends TicketAtWindow<'PromptTouched'> {
  readonly deadlineAt: number;
}

export interface PromptEnded extends TicketAtWindow<'PromptEnded'> {
  readonly case: CaseId;
  readonly serviceSeq: number;
  readonly outcome: PromptOutcome;
}

export interface CaseRated {
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

export interface WindowOpened {
  readonly type: 'WindowOpened';
  readonly window: WindowNo;
  readonly clerk: StaffNo;
  readonly station?: string;
}

export interface WindowPaused {
  readonly type: 'WindowPaused';
  readonly window: WindowNo;
  readonly reason: PauseReason;
  readonly returnAt?: number;
  /** Those who wait for this window alone are served first. */
  readonly first?: readonly TicketId[];
}

export interface WindowEvent<Type extends string> {
  readonly type: Type;
  readonly window: WindowNo;
}

export interface WindowAssigned extends WindowEvent<'WindowAssigned'> {
  readonly zones: ZoneScope;
  readonly lane?: 'any' | 'flash';
  /** The advice that moved it, see advice-events.ts. */
  readonly advice?: string;
}

export interface WindowClosed extends WindowEvent<'WindowClosed'> {
  /** Served beyond the end of the last session, credited to the clerk. */
  readonly overtimeMs?: number;
}
