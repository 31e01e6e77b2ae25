/** What happened to paper: tickets and slips. Changes are additive only. */
import type { CaseId } from '../base/ids.ts';
import type { TicketEvent } from './visit-events.ts';

export type PrintFailure = 'paper-out' | 'cover-open' | 'offline' | 'unreachable' | 'timeout';

export type SlipKind = 'notice' | 'gaps' | 'refusal' | 'receipt';

export interface SlipRequested extends PrintEvent<'SlipRequested'> {
  readonly case: CaseId;
  readonly slip: SlipKind;
  readonly kiosk: string;
}

export interface PrintEvent<Type extends string> extends TicketEvent<Type> {
  readonly job: string;
}

export interface PrintFailed extends PrintEvent<'PrintFailed'> {
  readonly reason: PrintFailure;
}

export interface ReprintRequested extends PrintEvent<'ReprintRequested'> {
  readonly kiosk: string;
}
