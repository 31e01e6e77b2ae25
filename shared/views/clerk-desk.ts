/**
 * The clerk's desk: the window's state, the visitor there with every case, who comes next and why,
 * and the clerk's own numbers. Holds instants, not durations, so that a quiet desk stays right.
 * How a visitor rated is not here: the clerk learns only whether a prompt is still open.
 */
import type { BusinessDate, StaffNo, TicketId, WindowNo } from '../base/ids.ts';
import { must } from '../base/assert.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import { extraUntil } from '../hall/advice-return.ts';
import { ticketOf } from '../hall/at-window.ts';
import type { PauseReason } from '../hall/command-words.ts';
import type { WindowKind, ZoneScope } from '../hall/config.ts';
import { idsOnlyHere } from '../hall/coverage.ts';
import type { Day, Emergency } from '../hall/day.ts';
import { windowOf } from '../hall/fold-windows.ts';
import { isEligible } from '../hall/routing/eligible.ts';
import { clerkAt, ticketAt } from '../hall/window.ts';
import type { Names } from '../text/language.ts';
import type { Handles } from './desk-facts.ts';
import { handlesOf, isEvaluatorSilent } from './desk-facts.ts';
import type { ComingRow, HeldRow, NextRow } from './desk-queue.ts';
import { comingRows, heldRows, nextRows } from './desk-queue.ts';
import type { DeskSlip } from './desk-slips.ts';
import { deskSlips } from './desk-slips.ts';
import type { ChiefRow, ConsultRow, TargetRow } from './desk-targets.ts';
import { chiefRows, consultRows, targetRows } from './desk-targets.ts';
import type { DeskTicket } from './desk-ticket.ts';
import { deskTicket } from './desk-ticket.ts';
import type { HoursView } from './hours.ts';
import { hoursView } from './hours.ts';
import type { ClerkCard } from './people.ts';
import { clerkCard } from './people.ts';
import { scopeNames } from './scope.ts';
import type { ZoneRow } from './zones.ts';
import { zoneRows } from './zones.ts';

const ONLY_HERE_MAX = 50;
const MISSED_MAX = 6;

export interface DeskView {
  readonly hallName: Names;
  readonly window: WindowNo;
  readonly name: Names;
  readonly kind: WindowKind;
  readonly zones: ZoneScope;
  readonly zoneNames: readonly Names[] | null;
  readonly clerk: ClerkCard | null;
  /** The page that works here; another one is read-only until it takes over. */
  readonly station: string | null;
  readonly lane: 'any' | 'flash';
  readonly emergency: Emergency | null;
  readonly hours: HoursView;
  /** What the clerk here may handle, for a warning before a case is given another item. */
  readonly handles: Handles;
  /** By when gaps are supplied unless the clerk says otherwise. */
  readonly supplyBy: BusinessDate;
  readonly isEvaluatorSilent: boolean;
  readonly status: 'closed' | 'idle' | 'calling' | 'serving' | 'paused';
  readonly sinceAt: number;
  /** The pause that holds, or that begins when the visitor has left. */
  readonly pause: {
    readonly reason: PauseReason;
    readonly returnAt: number | null;
    /** Served before the pause: those of them who still wait. */
    readonly first: readonly TicketId[];
  } | null;
  /** An extra window (加开) closes then, after the visitor who is there; null for every other. */
  readonly closesAt: number | null;
  readonly ticket: DeskTicket | null;
  /** Prompts of the last visit that still stand open at the evaluator. */
  readonly openPrompts: number;
  /** How many waiting tickets this window and clerk may call; who of them comes next. */
  readonly eligible: number;
  readonly waiting: number;
  readonly next: readonly NextRow[];
  /** Waiting tickets that no other open window may call: asked about before a pause or closing. */
  readonly onlyHere: readonly TicketId[];
  /** What the visitor here and the last one took along. */
  readonly slips: readonly DeskSlip[];
  readonly held: readonly HeldRow[];
  readonly coming: readonly ComingRow[];
  readonly targets: readonly TargetRow[];
  /** Who of the chief officers may be called for the visitor here. */
  readonly chiefs: readonly ChiefRow[];
  /** Windows that ask for a chief officer; a chief's desk shows them. */
  readonly consults: readonly ConsultRow[];
  readonly zoneRows: readonly ZoneRow[];
  readonly missed: readonly { readonly ticket: TicketId; readonly missedAt: number }[];
  readonly today: {
    readonly visits: number;
    readonly cases: number;
    readonly rated: number;
    /** Closed cases, and those of them that this clerk took first: 一岗办结. */
    readonly closed: number;
    readonly closedByTaker: number;
    readonly overtimeMs: number;
  };
}

/** The view of the topic `hall/{hall}/desk/{n}`; the window must exist. */
export function deskView(day: Day, no: WindowNo): DeskView {
  const place = must(day.plan.windows.get(no), `window ${String(no)}`);
  const window = windowOf(day, no);
  const clerk = clerkAt(window);
  const ticket = ticketAt(window);
  const eligible =
    clerk === null
      ? []
      : day.waiting.filter((row) => isEligible(day, row, window, clerk, day.lastAt));
  const { calendar, policy } = day.plan.config;
  const own = [...day.prompts.values()].filter((prompt) => prompt.clerk === clerk);
  return {
    hallName: day.plan.config.name,
    window: no,
    name: place.name,
    kind: place.kind,
    zones: window.zones,
    zoneNames: scopeNames(day, no),
    clerk: clerk === null ? null : clerkCard(day, clerk),
    station: window.state.status === 'closed' ? null : window.state.session.station,
    lane: window.lane,
    emergency: day.emergency,
    hours: hoursView(day),
    handles: handlesOf(day, clerk),
    supplyBy: addWorkingDays(calendar, day.date, policy.supplyByWorkingDays),
    isEvaluatorSilent: isEvaluatorSilent(day, no),
    status: window.state.status,
    sinceAt: window.state.sinceAt,
    pause: pauseOf(day, window.state),
    closesAt: extraUntil(day, window),
    ticket: ticket === null ? null : deskTicket(day, ticketOf(day, ticket)),
    openPrompts: [...day.openPrompts].filter((prompt) => prompt.window === no).length,
    eligible: eligible.length,
    waiting: day.waiting.length,
    next: clerk === null ? [] : nextRows(day, window, clerk, eligible),
    onlyHere: clerk === null ? [] : idsOnlyHere(day, window, clerk, ONLY_HERE_MAX),
    slips: deskSlips(day, no),
    held: heldRows(day, clerk),
    coming: comingRows(day, no, clerk),
    targets: targetRows(day, no),
    chiefs: chiefRows(day, no),
    consults: consultRows(day),
    zoneRows: zoneRows(day),
    missed: missedHere(day, no),
    today: {
      visits: new Set(own.map((prompt) => prompt.ticket)).size,
      cases: own.length,
      rated: own.filter((prompt) => prompt.rating !== null).length,
      ...closedBy(day, clerk),
      overtimeMs: window.overtimeMs,
    },
  };
}

function pauseOf(day: Day, state: ReturnType<typeof windowOf>['state']): DeskView['pause'] {
  const pause =
    state.status === 'paused' ? state.pause : 'pauseAfter' in state ? state.pauseAfter : null;
  if (!pause) return null;
  const first = pause.first.filter((id) => day.tickets.get(id)?.state.status === 'waiting');
  return { reason: pause.reason, returnAt: pause.returnAt, first };
}

function closedBy(day: Day, clerk: StaffNo | null) {
  let closed = 0;
  let closedByTaker = 0;
  for (const ticket of day.tickets.values()) {
    for (const { state, takenBy } of ticket.cases) {
      if (state.status !== 'finished' || state.outcome !== 'closed') continue;
      if (state.clerk !== clerk) continue;
      closed += 1;
      if (takenBy === clerk) closedByTaker += 1;
    }
  }
  return { closed, closedByTaker };
}

function missedHere(day: Day, no: WindowNo): DeskView['missed'] {
  const rows: DeskView['missed'][number][] = [];
  for (const { id, state } of day.tickets.values()) {
    if (state.status === 'noShow' && state.window === no) {
      rows.push({ ticket: id, missedAt: state.missedAt });
    }
  }
  return rows.reverse().slice(0, MISSED_MAX);
}
