/**
 * The record of one ticket: everything that happened to it, who did it, when, and by which rule it
 * was called or passed. Made from the day's events alone. Who rates is not told: a ticket's record
 * says that a case was rated, neither how nor by whom; hashes of persons and words stay out as well.
 */
import type { TicketId, WindowNo } from '../base/ids.ts';
import { staffNo, ticketOfCase } from '../base/ids.ts';
import type { Day } from '../hall/day.ts';
import type { CallReason } from '../hall/call-reason.ts';
import type { EventType, HallEvent, StoredEvent } from '../hall/events.ts';
import type { CallLimits } from './call-limits.ts';
import { callLimits } from './call-limits.ts';

export interface TimelineRow {
  readonly seq: number;
  readonly at: number;
  /** `clerk:JZ03`, `kiosk:kiosk-1`, `visitor`, `system`. */
  readonly by: string;
  /** The name of a member of staff; null for everybody and everything else. */
  readonly byName: string | null;
  readonly type: EventType;
  /** `passed`: not the ticket itself but one that came later was called before it. */
  readonly kind: 'own' | 'passed';
  readonly window: WindowNo | null;
  /** Of calls: the rule, the waits, who was passed and who approved. */
  readonly why: CallReason | null;
  /** Of calls: the numbers of the order that held. */
  readonly limits: CallLimits | null;
  /** The version of the rules that held. */
  readonly configVersion: number;
  /** The event's other fields. */
  readonly detail: Readonly<Record<string, unknown>>;
}

/** `GET …/tickets/{ticket}/timeline`. */
export interface Timeline {
  readonly ticket: TicketId;
  readonly date: string;
  readonly rows: readonly TimelineRow[];
}

const ROWS_MAX = 1_000;
/** Fields that name the ticket, stand in columns of their own, or could tell a person. */
const LEFT_OUT = new Set([
  ...['type', 'ticket', 'window', 'why', 'person', 'textHash', 'noteHash', 'missingHash'],
  ...['changes'],
]);
const MASKED = new Set(['level', 'tags', 'channel']);

/** The rows of a ticket, oldest first, at most 1,000. */
export function timelineOf(day: Day, events: readonly StoredEvent[], ticket: TicketId): Timeline {
  const rows: TimelineRow[] = [];
  let { version } = firstPlan(day).config;
  for (const stored of events) {
    const { event } = stored;
    if ('configVersion' in event) version = event.configVersion;
    const kind = kindOf(day, event, ticket);
    if (kind === null || rows.length >= ROWS_MAX) continue;
    rows.push(rowOf(day, stored, kind, version, ticket));
  }
  return { ticket, date: day.date, rows };
}

function firstPlan(day: Day) {
  const [plan = day.plan] = day.plans.values();
  return plan;
}

function kindOf(day: Day, event: HallEvent, ticket: TicketId): TimelineRow['kind'] | null {
  if ('ticket' in event && event.ticket === ticket) return 'own';
  if (event.type === 'CaseRated') {
    return event.date === day.date && ticketOfCase(event.case) === ticket ? 'own' : null;
  }
  if (event.type === 'ConfigPublished') {
    return event.changes.some((row) => row.ticket === ticket) ? 'own' : null;
  }
  if (event.type === 'WindowPaused') return event.first?.includes(ticket) ? 'own' : null;
  const isPassed = event.type === 'TicketCalled' && event.why.passed?.includes(ticket);
  return isPassed ? 'passed' : null;
}

function rowOf(
  day: Day,
  { seq, at, by, event }: StoredEvent,
  kind: TimelineRow['kind'],
  configVersion: number,
  ticket: TicketId,
): TimelineRow {
  const isRating = event.type === 'CaseRated';
  const fields = Object.entries(event).filter(
    ([key]) => !LEFT_OUT.has(key) && !(isRating && MASKED.has(key)),
  );
  const moved =
    event.type === 'ConfigPublished'
      ? event.changes.find((row) => row.ticket === ticket)
      : undefined;
  return {
    seq,
    at,
    by: maskedBy(by),
    byName: nameOfStaff(day, by),
    type: event.type,
    kind,
    window: 'window' in event ? event.window : null,
    why: event.type === 'TicketCalled' ? event.why : null,
    limits: event.type === 'TicketCalled' ? callLimits(day, event.why.policyVersion) : null,
    configVersion,
    detail: {
      ...Object.fromEntries(fields),
      ...(moved && { zone: moved.zone, creditMs: moved.creditMs, orderKey: moved.orderKey }),
      ...(kind === 'passed' && 'ticket' in event && { calledInstead: event.ticket }),
    },
  };
}

/** Visitors and evaluators are told as what they are, not which. */
function maskedBy(by: string): string {
  const [kind = by] = by.split(':');
  return kind === 'visitor' || kind === 'evaluator' ? kind : by;
}

function nameOfStaff(day: Day, by: string): string | null {
  const [kind, number] = by.split(':');
  if ((kind !== 'clerk' && kind !== 'manager' && kind !== 'guide') || number === undefined)
    return null;
  return day.plan.staff.get(staffNo(number))?.name ?? null;
}
