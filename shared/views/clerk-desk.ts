/**
 * The clerk's desk: the window's state, the visitor there with every case, who comes next and why,
 * and the clerk's own numbers. Holds instants, not durations, so that a quiet desk stays right.
 * How a visitor rated is not here: the clerk learns only whether a prompt is still open.
 */
import type { PackageCode, TicketId, WindowNo, ZoneCode } from '../base/ids.ts';
import { ticketOf } from '../hall/at-window.ts';
import type { PauseReason } from '../hall/commands.ts';
import type { WindowKind, ZoneScope } from '../hall/config.ts';
import type { Day } from '../hall/day.ts';
import type { CallReason } from '../hall/events.ts';
import { windowOf } from '../hall/fold-windows.ts';
import { must } from '../base/assert.ts';
import { isEligible } from '../hall/routing/eligible.ts';
import type { Ticket } from '../hall/ticket.ts';
import { clerkAt, ticketAt } from '../hall/window.ts';
import type { Language, Names } from '../text/language.ts';
import type { CaseRow } from './cases.ts';
import { caseRow } from './cases.ts';
import type { ClerkCard } from './people.ts';
import { clerkCard } from './people.ts';
import { scopeNames } from './scope.ts';
import type { ZoneRow } from './zones.ts';
import { zoneRows } from './zones.ts';

const NEXT_MAX = 6;
const MISSED_MAX = 6;

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
  readonly cases: readonly CaseRow[];
}

export interface DeskView {
  readonly hallName: Names;
  readonly window: WindowNo;
  readonly name: Names;
  readonly kind: WindowKind;
  readonly zones: ZoneScope;
  readonly zoneNames: readonly Names[] | null;
  readonly clerk: ClerkCard | null;
  readonly status: 'closed' | 'idle' | 'calling' | 'serving' | 'paused';
  readonly sinceAt: number;
  /** The pause that holds, or that begins when the visitor has left. */
  readonly pause: { readonly reason: PauseReason; readonly returnAt: number | null } | null;
  readonly ticket: DeskTicket | null;
  /** Prompts of the last visit that still stand open at the evaluator. */
  readonly openPrompts: number;
  /** How many waiting tickets this window and clerk may call; the first of them in order. */
  readonly eligible: number;
  readonly waiting: number;
  readonly next: readonly {
    readonly ticket: TicketId;
    readonly zone: ZoneCode;
    readonly arrivedAt: number;
    readonly creditMs: number;
    readonly items: readonly Names[];
  }[];
  readonly zoneRows: readonly ZoneRow[];
  readonly missed: readonly { readonly ticket: TicketId; readonly missedAt: number }[];
  readonly today: { readonly visits: number; readonly cases: number; readonly rated: number };
}

/** The view of the topic `hall/{hall}/desk/{n}`; the window must exist. */
export function deskView(day: Day, no: WindowNo): DeskView {
  const place = must(day.plan.windows.get(no), `window ${String(no)}`);
  const window = windowOf(day, no);
  const clerk = clerkAt(window);
  const ticket = ticketAt(window);
  const eligible =
    clerk === null ? [] : day.waiting.filter((row) => isEligible(day, row, window, clerk, day.lastAt));
  const own = [...day.prompts.values()].filter((prompt) => prompt.clerk === clerk);
  return {
    hallName: day.plan.config.name,
    window: no,
    name: place.name,
    kind: place.kind,
    zones: window.zones,
    zoneNames: scopeNames(day, no),
    clerk: clerk === null ? null : clerkCard(day, clerk),
    status: window.state.status,
    sinceAt: window.state.sinceAt,
    pause: pauseOf(window.state),
    ticket: ticket === null ? null : deskTicket(day, ticketOf(day, ticket)),
    openPrompts: [...day.openPrompts].filter((prompt) => prompt.window === no).length,
    eligible: eligible.length,
    waiting: day.waiting.length,
    next: eligible.slice(0, NEXT_MAX).map((row) => ({
      ticket: row.id,
      zone: row.zone,
      arrivedAt: row.arrivedAt,
      creditMs: row.creditMs,
      items: row.cases.map((one) => caseRow(day, one).name),
    })),
    zoneRows: zoneRows(day),
    missed: missedHere(day, no),
    today: {
      visits: new Set(own.map((prompt) => prompt.ticket)).size,
      cases: own.length,
      rated: own.filter((prompt) => prompt.rating !== null).length,
    },
  };
}

function pauseOf(state: ReturnType<typeof windowOf>['state']): DeskView['pause'] {
  if (state.status === 'paused') return state.pause;
  return 'pauseAfter' in state ? state.pauseAfter : null;
}

function deskTicket(day: Day, ticket: Ticket): DeskTicket {
  const { recallGapMs, callsBeforeNoShow, undoCallMs } = day.plan.config.policy;
  const { state } = ticket;
  const called = state.status === 'called' ? state : null;
  return {
    id: ticket.id,
    zone: ticket.zone,
    package: ticket.package,
    language: ticket.language,
    arrivedAt: ticket.arrivedAt,
    misses: ticket.misses,
    status: called ? 'called' : 'serving',
    calledAt: called?.calledAt ?? null,
    startedAt: state.status === 'serving' ? state.startedAt : null,
    calls: called?.calls ?? 0,
    recallFromAt: called ? called.lastCallAt + recallGapMs : null,
    callsMissing: called ? Math.max(0, callsBeforeNoShow - called.calls) : 0,
    noShowFromAt: called ? called.lastCallAt + recallGapMs : null,
    undoUntilAt: called ? called.calledAt + undoCallMs : null,
    why: day.calls.findLast((call) => call.ticket === ticket.id && call.why)?.why ?? null,
    cases: ticket.cases.map((row) => caseRow(day, row)),
  };
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
