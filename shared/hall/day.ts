/**
 * The state of one hall's business day, folded from its events. Owned by one actor and mutated by
 * `evolve` alone; everyone else reads. Every list in it is bounded by the day's own numbers.
 */
import type { BusinessDate, CaseId, HallId, StaffNo, TicketId, WindowNo } from '../base/ids.ts';
import type { RatingLevel, Series } from './config.ts';
import type { CallReason, PromptOutcome } from './events.ts';
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
  phase: 'unopened' | 'open' | 'closed';
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
    windows: new Map(
      plan.config.windows.map((place): [WindowNo, HallWindow] => [
        place.no,
        {
          no: place.no,
          zones: place.zones,
          state: { status: 'closed', sinceAt: 0 },
          lastTicket: null,
          served: 0,
        },
      ]),
    ),
    lastNumber: new Map(),
    calls: [],
    callSeq: 0,
    prompts: new Map(),
    openPrompts: new Set(),
    pastRatings: new Set(),
  };
}
