/**
 * The manager's floor: each window with clerk, ticket and since when; each zone with its waiting;
 * the tickets that no open window may call; the day's sums, ratings always with their coverage.
 */
import type { BusinessDate, TicketId, WindowNo, ZoneCode } from '../base/ids.ts';
import { must } from '../base/assert.ts';
import type { PauseReason } from '../hall/command-words.ts';
import type { WindowKind, ZoneScope } from '../hall/config.ts';
import { aboutOf, keyOf } from '../hall/alert-rules/coverage-hole.ts';
import { longestWaiting } from '../hall/alert-rules/waiting.ts';
import type { Alert } from '../hall/alerts.ts';
import type { CoverageHole } from '../hall/coverage.ts';
import { coverageHoles } from '../hall/coverage.ts';
import type { Day, Emergency } from '../hall/day.ts';
import type { PromptOutcome } from '../hall/hall-events.ts';
import type { HallNotice } from '../hall/overload.ts';
import { possibleNotices } from '../hall/overload.ts';
import { isEligible } from '../hall/routing/eligible.ts';
import type { PrintState, Ticket, TicketStatus } from '../hall/ticket.ts';
import type { HallWindow } from '../hall/window.ts';
import { clerkAt, ticketAt } from '../hall/window.ts';
import { maySit } from '../hall/windows.ts';
import type { Names } from '../text/language.ts';
import type { AdviceBoard } from './advice-board.ts';
import { adviceBoard } from './advice-board.ts';
import type { ClerkCard } from './people.ts';
import { clerkCard, guideCards } from './people.ts';
import type { ConsultRow } from './desk-targets.ts';
import { consultRows } from './desk-targets.ts';
import type { SlotRow } from './floor-appointments.ts';
import { slotRows } from './floor-appointments.ts';
import { noOutcomes, papers, ratings, totals } from './floor-sums.ts';
import type { FloorHold, VisitSums, WrongPick } from './floor-visits.ts';
import { floorHolds, grantRows, visitSums, wrongPicks } from './floor-visits.ts';
import { jumps } from './jump-report.ts';
import type { HoursView } from './hours.ts';
import { hoursView } from './hours.ts';
import type { TerminalRow } from './kiosk-screen.ts';
import { terminalRows } from './kiosk-screen.ts';
import type { AccuracyView, Outlook } from './outlook.ts';
import { NO_OUTLOOK, accuracyView } from './outlook.ts';
import type { ZoneRow } from './zones.ts';
import { zoneLimits, zoneRows } from './zones.ts';

const WAITING_MAX = 100;
const PEOPLE_MAX = 500;

export interface FloorWindow {
  readonly no: WindowNo;
  readonly name: Names;
  readonly kind: WindowKind;
  readonly accessible: boolean;
  readonly zones: ZoneScope;
  /** False while it serves other zones than the configuration places it in. */
  readonly atHome: boolean;
  readonly status: 'closed' | 'idle' | 'calling' | 'serving' | 'paused';
  readonly sinceAt: number;
  readonly clerk: ClerkCard | null;
  readonly ticket: TicketId | null;
  readonly cases: number;
  readonly pause: {
    readonly reason: PauseReason;
    readonly returnAt: number | null;
    /** How many are still served before it. */
    readonly first: number;
  } | null;
  readonly lane: 'any' | 'flash';
  readonly overtimeMs: number;
  /** Since when the visitor there waits for a chief officer. */
  readonly consultSinceAt: number | null;
  readonly served: number;
  /** Waiting tickets that this window and clerk may call. */
  readonly eligible: number;
  /** How prompts ended here: calling on before the visitor rated shows as `left`. */
  readonly prompts: Readonly<Record<PromptOutcome, number>>;
}

export interface FloorView {
  readonly hallName: Names;
  readonly phase: Day['phase'];
  readonly date: BusinessDate;
  readonly configVersion: number;
  readonly hours: HoursView;
  readonly emergency: Emergency | null;
  /** Red before yellow, newest first; kept until they clear by themselves. */
  readonly alerts: readonly Alert[];
  /** What may be told to the hall of an overloaded zone; absent from an old server. */
  readonly possibleNotices?: readonly HallNotice[];
  readonly guides?: readonly ClerkCard[];
  readonly advice: AdviceBoard;
  readonly windows: readonly FloorWindow[];
  readonly zones: readonly ZoneRow[];
  /** From where a zone is yellow and red: the lines of the warnings. */
  readonly limits: ReturnType<typeof zoneLimits>;
  readonly waiting: readonly {
    readonly ticket: TicketId;
    readonly zone: ZoneCode;
    readonly arrivedAt: number;
    readonly items: readonly Names[];
    readonly class: string | null;
    readonly creditMs: number;
    readonly isGreen: boolean;
    /** An agent's batch in several turns, which a manager may grant in one. */
    readonly batches: number;
    readonly slotAt: number | null;
    readonly carriedFrom: BusinessDate | null;
    readonly requeues: number;
    /** No open window with its clerk may call it: the manager must act. */
    readonly stranded: boolean;
  }[];
  readonly strandedCount: number;
  readonly freeClerks: readonly ClerkCard[];
  /** Everybody on the staff, for names in alerts, grants and the record. */
  readonly people: readonly ClerkCard[];
  readonly holes: readonly CoverageHole[];
  readonly grants: ReturnType<typeof grantRows>;
  readonly held: readonly FloorHold[];
  readonly consults: readonly ConsultRow[];
  readonly visits: VisitSums;
  readonly jumps: ReturnType<typeof jumps>;
  readonly wrongPicks: readonly WrongPick[];
  readonly terminals: readonly TerminalRow[];
  readonly appointments: readonly SlotRow[];
  readonly totals: Readonly<Record<TicketStatus, number>> & { readonly issued: number };
  readonly ratings: {
    readonly finishedCases: number;
    readonly rated: number;
    readonly good: number;
    readonly outcomes: Readonly<Record<PromptOutcome, number>> & { readonly open: number };
  };
  /** What the waits that visitors were told were worth. */
  readonly estimates: AccuracyView;
  /** Papers that failed or are uncertain, newest first. */
  readonly papers: readonly { readonly ticket: TicketId; readonly print: PrintState }[];
}

/** The view of the topic `hall/{hall}/floor`. */
export function floorView(day: Day, outlook: Outlook = NO_OUTLOOK): FloorView {
  const eligible = eligibleByWindow(day, day.waiting, day.lastAt);
  const now = new Set([...eligible.values()].flat());
  // Whoever waits for the own slot alone is not stranded: the time will come.
  const notNow = day.waiting.filter((ticket) => !now.has(ticket));
  const later = [...eligibleByWindow(day, notNow, Infinity).values()].flat();
  const calledBySome = new Set([...now, ...later]);
  const holes = coverageHoles(day);
  return {
    hallName: day.plan.config.name,
    phase: day.phase,
    date: day.date,
    configVersion: day.plan.config.version,
    hours: hoursView(day),
    emergency: day.emergency,
    alerts: alertRows(day, holes),
    possibleNotices: possibleNotices(day),
    guides: guideCards(day),
    advice: adviceBoard(day),
    windows: [...day.windows.values()].map((window) =>
      floorWindow(day, window, eligible.get(window.no)?.length ?? 0),
    ),
    zones: zoneRows(day, outlook),
    limits: zoneLimits(day),
    waiting: day.waiting.slice(0, WAITING_MAX).map((ticket) => ({
      ticket: ticket.id,
      zone: ticket.zone,
      arrivedAt: ticket.arrivedAt,
      items: ticket.cases.map((row) => must(day.plan.items.get(row.item), row.item).name),
      class: ticket.class,
      creditMs: ticket.creditMs,
      isGreen: ticket.green !== null,
      batches: ticket.agent === null ? 1 : stopsLeft(ticket),
      slotAt: ticket.appointment?.right === 'slot' ? ticket.appointment.slotAt : null,
      carriedFrom: ticket.carriedFrom,
      requeues: ticket.requeues,
      stranded: !calledBySome.has(ticket),
    })),
    strandedCount: day.waiting.filter((ticket) => !calledBySome.has(ticket)).length,
    freeClerks: freeClerks(day),
    people: day.plan.config.staff
      .slice(0, PEOPLE_MAX)
      .map((person) => clerkCard(day, person.staffNo)),
    holes,
    grants: grantRows(day),
    held: floorHolds(day),
    consults: consultRows(day),
    visits: visitSums(day),
    jumps: jumps(day),
    wrongPicks: wrongPicks(day),
    terminals: terminalRows(day),
    appointments: slotRows(day),
    totals: totals(day),
    ratings: ratings(day),
    estimates: accuracyView(day, outlook),
    papers: papers(day),
  };
}

function eligibleByWindow(
  day: Day,
  tickets: readonly Ticket[],
  at: number,
): Map<WindowNo, Ticket[]> {
  const open = [...day.windows.values()].filter((window) => window.state.status !== 'closed');
  return new Map(
    open.map((window) => {
      const clerk = must(clerkAt(window), 'the clerk of an open window');
      return [window.no, tickets.filter((row) => isEligible(day, row, window, clerk, at))];
    }),
  );
}

const LEVELS = ['red', 'yellow'];

function alertRows(day: Day, holes: readonly CoverageHole[]): Alert[] {
  return [...day.alerts.values()]
    .flatMap((alert) => asOfNow(day, holes, alert))
    .sort(
      (left, right) =>
        LEVELS.indexOf(left.level) - LEVELS.indexOf(right.level) || right.raisedAt - left.raisedAt,
    );
}

/**
 * A long wait burns for its zone and outlives the ticket that raised it: it names who waits longest
 * now, and nothing once nobody waits, until the next tick clears it. So does a hole and its clerks.
 */
function asOfNow(day: Day, holes: readonly CoverageHole[], alert: Alert): Alert[] {
  if (alert.kind === 'coverage-hole') {
    const hole = holes.find((row) => keyOf(row) === alert.alert);
    return hole ? [{ ...alert, about: aboutOf(hole) }] : [];
  }
  const { zone } = alert.about;
  if (alert.kind !== 'long-wait' || zone === undefined) return [alert];
  const about = longestWaiting(day, zone, day.lastAt);
  return about ? [{ ...alert, about }] : [];
}

function stopsLeft(ticket: Ticket): number {
  return Math.max(1, ...ticket.cases.map((row) => row.stop - ticket.stop + 1));
}

function pauseFirst(day: Day, first: readonly TicketId[]): number {
  return first.filter((id) => day.tickets.get(id)?.state.status === 'waiting').length;
}

function consultSince(day: Day, id: TicketId | null): number | null {
  const state = id === null ? undefined : day.tickets.get(id)?.state;
  return state?.status === 'serving' ? (state.consult?.sinceAt ?? null) : null;
}

function floorWindow(day: Day, window: HallWindow, eligible: number): FloorWindow {
  const place = must(day.plan.windows.get(window.no), `window ${String(window.no)}`);
  const clerk = clerkAt(window);
  const ticket = ticketAt(window);
  const { state } = window;
  const pause =
    state.status === 'paused' ? state.pause : 'pauseAfter' in state ? state.pauseAfter : null;
  const prompts = noOutcomes();
  for (const prompt of day.prompts.values()) {
    if (prompt.window === window.no && prompt.outcome) prompts[prompt.outcome] += 1;
  }
  return {
    no: window.no,
    name: place.name,
    kind: place.kind,
    accessible: place.accessible,
    zones: window.zones,
    atHome: JSON.stringify(window.zones) === JSON.stringify(place.zones),
    status: state.status,
    sinceAt: state.sinceAt,
    clerk: clerk === null ? null : clerkCard(day, clerk),
    ticket,
    cases: ticket === null ? 0 : (day.tickets.get(ticket)?.cases.length ?? 0),
    pause: pause && { ...pause, first: pauseFirst(day, pause.first) },
    lane: window.lane,
    overtimeMs: window.overtimeMs,
    consultSinceAt: consultSince(day, ticket),
    served: window.served,
    eligible,
    prompts,
  };
}

function freeClerks(day: Day): ClerkCard[] {
  const busy = new Set([...day.windows.values()].map((window) => clerkAt(window)));
  return day.plan.config.staff
    .filter((person) => !person.retired && !busy.has(person.staffNo) && maySit(day, person))
    .map((person) => clerkCard(day, person.staffNo));
}
