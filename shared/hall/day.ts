/**
 * The state of one hall's business day, folded from its events. Owned by one actor and mutated by
 * `evolve` alone; everyone else reads. Every list in it is bounded by the day's own numbers.
 */
import type {
  BusinessDate,
  CaseId,
  HallId,
  ItemCode,
  StaffNo,
  TicketId,
  WindowNo,
} from '../base/ids.ts';
import type { Advice } from './advice.ts';
import type { Alert, AlertKind } from './alerts.ts';
import type { EmergencyKind } from './command-words.ts';
import type { RatingLevel, Series, WindowPlace } from './config.ts';
import type { CallReason } from './call-reason.ts';
import type { Expectations } from './expectations.ts';
import { NOTHING_LEARNED } from './expectations.ts';
import type { PromptOutcome } from './hall-events.ts';
import type { Plan } from './plan.ts';
import type { Ticket } from './ticket.ts';
import type { HallWindow } from './window.ts';

/** One announcement: a first call or a recall. */
export interface Call {
  readonly callSeq: number;
  readonly ticket: TicketId;
  readonly window: WindowNo;
  readonly at: number;
  readonly recall: boolean;
  readonly why: CallReason | null;
  /** Who called, `clerk:JZ03`; of a call by hand the manager. */
  readonly by: string;
}

export interface Rating {
  readonly level: RatingLevel;
  readonly tags: readonly string[];
  readonly ratedAt: number;
  readonly channel: 'evaluator' | 'phone';
}

/** The invitation to rate one case of one service, and what became of it. */
export interface Prompt {
  readonly case: CaseId;
  readonly serviceSeq: number;
  readonly ticket: TicketId;
  readonly window: WindowNo;
  readonly clerk: StaffNo;
  readonly openedAt: number;
  /** Null until the visit's last case is finished. */
  deadlineAt: number | null;
  /** Null while it is open. */
  outcome: PromptOutcome | null;
  endedAt: number | null;
  rating: Rating | null;
}

export interface Day {
  readonly hall: HallId;
  readonly date: BusinessDate;
  plan: Plan;
  /** `booking`: a day to come, where appointments are taken. */
  phase: 'unopened' | 'booking' | 'open' | 'closed';
  seq: number;
  lastAt: number;
  readonly tickets: Map<TicketId, Ticket>;
  /** Waiting tickets in the order of the queue: (orderKey, orderSeq). */
  readonly waiting: Ticket[];
  readonly windows: Map<WindowNo, HallWindow>;
  readonly lastNumber: Map<Series, number>;
  readonly calls: Call[];
  callSeq: number;
  /** By case and service, `B012-1/1`. */
  readonly prompts: Map<string, Prompt>;
  /** Prompts not yet ended, oldest first. */
  readonly openPrompts: Set<Prompt>;
  /** Late ratings of earlier days that arrived today, `2026-11-20/B012-1/1`. */
  readonly pastRatings: Set<string>;
  /** Plans by version, put there by the shell before an event names them. */
  readonly plans: Map<number, Plan>;
  /** Emergency certificates of this day. */
  readonly grants: Map<StaffNo, Set<ItemCode>>;
  /** What burns now, by its key, and how often each kind was raised today. */
  readonly alerts: Map<string, Alert>;
  readonly alertsRaised: Map<AlertKind, number>;
  /** The day's advice by its id, oldest first, and how many windows it has moved. */
  readonly advice: Map<string, Advice>;
  adviceMoves: number;
  /** The advice that has set the order of calls for a while; null where the configuration rules. */
  orderAdvice: string | null;
  emergency: Emergency | null;
  readonly terminals: Map<number, TerminalState>;
  /** Visitors who took a terminal instead of a ticket, by terminal. */
  readonly diverted: Map<number, number>;
  /** Tickets of the day that take a place of an item's quota, see quotas.ts. */
  readonly issuedByItem: Map<ItemCode, number>;
  /** Wrong picks at the kiosk, by the item that was picked. */
  readonly wrongPicks: Map<ItemCode, number>;
  /** What was learned of service times, as the log has it. */
  expectations: Expectations;
  /** The last kiosk that took an order: it prints the desks' slips. */
  lastKiosk: string | null;
}

export interface Emergency {
  readonly kind: EmergencyKind;
  readonly text: string | null;
  readonly shownAt: number;
}

export interface TerminalState {
  readonly status: 'free' | 'busy' | 'fault';
  readonly sinceAt: number;
}

/** The key of a prompt and of its evaluation. */
export function promptKey(id: CaseId, serviceSeq: number): string {
  return `${id}/${String(serviceSeq)}`;
}

/** A day before its first event; its windows stand as the configuration places them, closed. */
export function emptyDay(hall: HallId, date: BusinessDate, plan: Plan): Day {
  return {
    hall,
    date,
    plan,
    phase: 'unopened',
    seq: 0,
    lastAt: 0,
    tickets: new Map(),
    waiting: [],
    windows: new Map(plan.config.windows.map((place) => [place.no, closedWindow(place)])),
    lastNumber: new Map(),
    calls: [],
    callSeq: 0,
    prompts: new Map(),
    openPrompts: new Set(),
    pastRatings: new Set(),
    plans: new Map([[plan.config.version, plan]]),
    grants: new Map(),
    alerts: new Map(),
    alertsRaised: new Map(),
    advice: new Map(),
    adviceMoves: 0,
    orderAdvice: null,
    emergency: null,
    terminals: new Map(),
    diverted: new Map(),
    issuedByItem: new Map(),
    wrongPicks: new Map(),
    expectations: NOTHING_LEARNED,
    lastKiosk: null,
  };
}

/** A window as the configuration places it. */
export function closedWindow(place: WindowPlace): HallWindow {
  return {
    no: place.no,
    zones: place.zones,
    advice: null,
    lane: 'any',
    boosts: [],
    overtimeMs: 0,
    zonesSinceAt: 0,
    state: { status: 'closed', sinceAt: 0 },
    lastTicket: null,
    served: 0,
  };
}
