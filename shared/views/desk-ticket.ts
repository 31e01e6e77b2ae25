/**
 * The visitor at a desk: every case with its materials and stop, by which right they were called, and
 * what may be done from when on. Holds instants, not durations.
 */
import type { BusinessDate, PackageCode, TicketId, ZoneCode } from '../base/ids.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import type { Day } from '../hall/day.ts';
import type { CallReason } from '../hall/call-reason.ts';
import type { Case, Slip, Ticket } from '../hall/ticket.ts';
import type { Language } from '../text/language.ts';
import type { CaseRow } from './cases.ts';
import { caseRow } from './cases.ts';
import { isUnseen } from './desk-targets.ts';
import type { ClerkCard } from './people.ts';
import { clerkCard } from './people.ts';

/** A case at the desk; `dueOn` while open: when it would be due if it were accepted now. */
export interface DeskCase extends CaseRow {
  readonly dueOn: BusinessDate | null;
}

export interface DeskTicket {
  readonly id: TicketId;
  readonly zone: ZoneCode;
  readonly package: PackageCode | null;
  readonly language: Language;
  readonly arrivedAt: number;
  readonly misses: number;
  readonly status: 'called' | 'serving';
  readonly calledAt: number | null;
  readonly startedAt: number | null;
  /** While called: how often, and from when what is allowed. */
  readonly calls: number;
  readonly recallFromAt: number | null;
  /** Calls still missing before the ticket may be given up. */
  readonly callsMissing: number;
  readonly noShowFromAt: number | null;
  readonly undoUntilAt: number | null;
  readonly why: CallReason | null;
  readonly cases: readonly DeskCase[];
  /** The window visit that is due, and how many there are. */
  readonly stop: number;
  readonly stops: number;
  readonly class: string | null;
  readonly creditMs: number;
  readonly isGreen: boolean;
  readonly accessible: boolean;
  readonly agent: { readonly agentNo: string; readonly organisation: string } | null;
  readonly appointment: {
    readonly slotAt: number;
    readonly right: 'slot' | 'walkIn' | null;
  } | null;
  readonly pickup: { readonly of: string | null; readonly expectedAt: number | null } | null;
  readonly carriedFrom: BusinessDate | null;
  /** The chief officer is called to the window; `chief` null: any of them. */
  readonly consult: {
    readonly chief: ClerkCard | null;
    readonly sinceAt: number;
    /** No desk tells whom it concerns. */
    readonly isUnseen: boolean;
  } | null;
  readonly windowsVisited: number;
  readonly transfers: number;
  readonly requeues: number;
  readonly holds: number;
  readonly slips: readonly Slip[];
}

/** A ticket that is called or served at a desk. */
export function deskTicket(day: Day, ticket: Ticket): DeskTicket {
  const { recallGapMs, callsBeforeNoShow, undoCallMs } = day.plan.config.policy;
  const { state, appointment, pickup } = ticket;
  const called = state.status === 'called' ? state : null;
  const serving = state.status === 'serving' ? state : null;
  return {
    id: ticket.id,
    zone: ticket.zone,
    package: ticket.package,
    language: ticket.language,
    arrivedAt: ticket.arrivedAt,
    misses: ticket.misses,
    status: called ? 'called' : 'serving',
    calledAt: called?.calledAt ?? null,
    startedAt: serving?.startedAt ?? null,
    calls: called?.calls ?? 0,
    recallFromAt: called ? called.lastCallAt + recallGapMs : null,
    callsMissing: called ? Math.max(0, callsBeforeNoShow - called.calls) : 0,
    noShowFromAt: called ? called.lastCallAt + recallGapMs : null,
    undoUntilAt: called ? called.calledAt + undoCallMs : null,
    why: day.calls.findLast((call) => call.ticket === ticket.id && call.why)?.why ?? null,
    cases: ticket.cases.map((row) => deskCase(day, row)),
    stop: ticket.stop,
    stops: Math.max(1, ...ticket.cases.map((row) => row.stop)),
    class: ticket.class,
    creditMs: ticket.creditMs,
    isGreen: ticket.green !== null,
    accessible: ticket.accessible,
    agent: agentOf(day, ticket),
    appointment: appointment && { slotAt: appointment.slotAt, right: appointment.right },
    pickup: pickup && { of: pickup.of ?? null, expectedAt: pickup.expectedAt ?? null },
    carriedFrom: ticket.carriedFrom,
    consult: consultOf(day, ticket),
    windowsVisited: ticket.windowsVisited.length,
    transfers: ticket.transfers,
    requeues: ticket.requeues,
    holds: ticket.holds,
    slips: ticket.slips,
  };
}

/** An instant matter promises nothing. */
function deskCase(day: Day, row: Case): DeskCase {
  const item = day.plan.items.get(row.item);
  const isLater = item !== undefined && item.kind !== 'instant';
  const { calendar } = day.plan.config;
  const dueOn =
    row.state.status === 'draft' && isLater
      ? addWorkingDays(calendar, day.date, item.promisedWorkingDays)
      : null;
  return { ...caseRow(day, row), dueOn };
}

function agentOf(day: Day, { agent }: Ticket): DeskTicket['agent'] {
  if (agent === null) return null;
  return { agentNo: agent, organisation: day.plan.agents.get(agent)?.organisation ?? '' };
}

function consultOf(day: Day, { state }: Ticket): DeskTicket['consult'] {
  if (state.status !== 'serving' || !state.consult) return null;
  const { chief, sinceAt } = state.consult;
  const card = chief === null ? null : clerkCard(day, chief);
  return { chief: card, sinceAt, isUnseen: isUnseen(day, chief, state.window) };
}
