/**
 * Everything that may change a hall's day, in the imperative. The shapes stand by whom they are about;
 * decoding and limits in protocol/, rules in decide.ts. New fields are optional: old pages go on.
 */
import type { AdviceCommand } from './advice-commands.ts';
import type {
  AcknowledgeAlert,
  AnswerOverload,
  AssignWindow,
  AtWindow,
  BookAppointment,
  CheckIn,
  ClearEmergency,
  CloseWindow,
  DeclineRating,
  DivertVisitor,
  GrantCertificate,
  OpenWindow,
  PauseWindow,
  RateCase,
  ReportTerminal,
  ShowEmergency,
  TouchPrompt,
} from './hall-commands.ts';
import type {
  BringOver,
  CloseDay,
  Fence,
  OpenBookings,
  OpenDay,
  PublishConfig,
  RatePastCase,
  RecordPrint,
  SetExpectations,
  SkipNumbers,
  Tick,
} from './system-commands.ts';
import type {
  AddCase,
  CallTicket,
  CancelTicket,
  ConsultChief,
  EndConsult,
  FinishCase,
  GrantBatch,
  GrantGreenChannel,
  HoldTicket,
  IssueTicket,
  PlanStop,
  ReactivateTicket,
  RecodeCase,
  ReprintSlip,
  ReprintTicket,
  SetClass,
  StepAway,
  TickMaterial,
  TransferTicket,
} from './visit-commands.ts';

export type Command =
  | IssueTicket
  | CancelTicket
  | ReactivateTicket
  | ReprintTicket
  | ReprintSlip
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
  | AnswerOverload
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
  | RatePastCase
  | AdviceCommand
  | SetExpectations;

export type CommandType = Command['type'];
