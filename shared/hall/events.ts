/**
 * What happened in a hall's day, in the past tense. The stream of one (hall, business date) is the
 * truth; state, tables, views, paper and reports are made from it. Changes are additive only: old
 * logs must fold for ever. No personal data, no secrets: tickets' tokens and prompts' nonces are
 * derived by the shell from a key outside the database.
 */
import type { BusinessDate, ItemCode } from '../base/ids.ts';
import type { AdviceHallEvent } from './advice-events.ts';
import type { EmergencyKind } from './command-words.ts';
import type { Expectations } from './expectations.ts';
import type {
  AlertRaised,
  CaseRated,
  CertificateGranted,
  ConfigPublished,
  DeskTakenOver,
  OverloadAnswered,
  PromptEnded,
  PromptOpened,
  PromptTouched,
  WindowAssigned,
  WindowClosed,
  WindowEvent,
  WindowOpened,
  WindowPaused,
} from './hall-events.ts';
import type { PrintEvent, PrintFailed, ReprintRequested, SlipRequested } from './paper-events.ts';
import type {
  AppointmentBooked,
  AppointmentCheckedIn,
  CaseAdded,
  CaseFinished,
  CaseRecoded,
  ClassSet,
  ConsultEnded,
  ConsultStarted,
  GreenChannelGranted,
  HoldLapsed,
  MaterialTicked,
  ServiceStarted,
  StopPlanned,
  TicketAtWindow,
  TicketBroughtOver,
  TicketCalled,
  TicketEvent,
  TicketFinished,
  TicketHeld,
  TicketIssued,
  TicketMissed,
  TicketMovedOn,
  TicketReactivated,
  TicketRecalled,
  TicketReturned,
  TicketSteppedAway,
  TicketTransferred,
} from './visit-events.ts';

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
  | TicketMissed
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
  | HoldLapsed
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
  | OverloadAnswered
  | { readonly type: 'EmergencyShown'; readonly kind: EmergencyKind; readonly text?: string }
  | { readonly type: 'EmergencyCleared' }
  | ConfigPublished
  | (TicketEvent<'TicketCarriedOver'> & { readonly toDate: BusinessDate })
  | TicketBroughtOver
  | AdviceHallEvent
  | { readonly type: 'ExpectationsSet'; readonly expectations: Expectations };

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
