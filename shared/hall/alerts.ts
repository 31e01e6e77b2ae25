/**
 * Alerts (预警): what burns in the hall now, yellow or red. An alert is raised and cleared by events
 * and acknowledged by a named person; its key stays the same for as long as the same thing burns.
 */
import type { DepartmentCode, StaffNo, TicketId, WindowNo, ZoneCode } from '../base/ids.ts';
import type { OverloadAnswer } from './hall-commands.ts';

export const ALERT_KINDS = [
  'long-wait',
  'queue-per-window',
  'idle-with-queue',
  'long-service',
  'unexplained-pause',
  'device-silent',
  'paper-low',
  'coverage-hole',
  'flash-breach',
  'hold-overdue',
  'call-unanswered',
] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];
export type AlertLevel = 'yellow' | 'red';

/** What the alert is about; each kind fills what it has. */
export interface AlertAbout {
  readonly zone?: ZoneCode;
  readonly window?: WindowNo;
  readonly ticket?: TicketId;
  readonly clerk?: StaffNo;
  readonly device?: string;
  readonly department?: DepartmentCode;
  /** Minutes waited, tickets per window, items uncovered, percent of paper. */
  readonly count?: number;
  /** Since when it burns, hall clock. */
  readonly sinceAt?: number;
}

/** What was done about an overload, and by whom, `manager:M01`. */
export interface AlertAnswer extends OverloadAnswer {
  readonly by: string;
  readonly at: number;
}

export interface Alert {
  readonly alert: string;
  readonly kind: AlertKind;
  readonly level: AlertLevel;
  readonly about: AlertAbout;
  readonly raisedAt: number;
  /** The staff member who has taken it up, `manager:M01`. */
  acknowledgedBy: string | null;
  acknowledgedAt: number | null;
  /** Of an overload: what was done, oldest first; absent while nothing was. */
  answers?: readonly AlertAnswer[];
}
