/**
 * What clients, screens, printers and evaluators really saw of a day, and the day's own events at
 * the end; `findings` proves the hall's promises from both. Pure. Instants `…Ms` are the driver's
 * wall clock, so that latencies are real; the order of facts is by `seq` alone, never by a clock.
 * Each finding is one sentence that names the ticket, case or screen, so that it can be looked up.
 */
import type { HallConfig } from '../../shared/hall/config.ts';
import type { StoredEvent } from '../../shared/hall/events.ts';
import type { PromptOutcome } from '../../shared/hall/hall-events.ts';
import { appointmentFindings } from './checks/appointments.ts';
import { awkwardCounts } from './checks/awkward-counts.ts';
import type { AwkwardCounts } from './checks/awkward-counts.ts';
import { endFindings } from './checks/ended-once.ts';
import { replayFindings } from './checks/replay.ts';
import { answerFindings } from './checks/answers.ts';
import { latencies } from './checks/latency.ts';
import type { Latencies } from './checks/latency.ts';
import { paperFindings } from './checks/papers.ts';
import { ratingFindings } from './checks/ratings.ts';
import { screenFindings } from './checks/screens.ts';
import { ticketFindings } from './checks/tickets.ts';

/** One press with all its sendings: double clicks and retries share the id. */
export interface Press {
  readonly commandId: string;
  readonly type: string;
  /** `clerk:JZ03`, `kiosk`, `evaluator:3`, `visitor:B012`. */
  readonly by: string;
  readonly window: number | null;
  readonly sentMs: number;
  readonly answers: SeenAnswer[];
  /** Sendings that found no server, or one that asked to come again: why, and when. */
  readonly failures: { readonly atMs: number; readonly why: string }[];
}
export interface SeenAnswer {
  readonly atMs: number;
  readonly status: number;
  readonly accepted: boolean;
  readonly code?: string | undefined;
  /** The business day whose stream has it; absent in old histories: the day itself. */
  readonly date?: string | undefined;
  readonly seq?: number | undefined;
  readonly ticket?: string | undefined;
  readonly callSeq?: number | undefined;
  readonly token?: string | undefined;
}

/** A rating or a refusal to rate sent by somebody who may not; `accepted` must never be true. */
export interface Forgery {
  readonly by: string;
  readonly what: string;
  readonly case: string;
  readonly accepted: boolean;
}

export interface ScreenCall {
  readonly callSeq: number;
  readonly ticket: string;
  readonly window: number;
  readonly seq: number;
  readonly atMs: number;
}
/** One connection of a screen: the views it got, in the order of getting. */
export interface ScreenSession {
  readonly views: { readonly seq: number; readonly atMs: number }[];
  /** When the connection was found broken; null while it stands. */
  closedMs: number | null;
}
export interface ScreenHistory {
  readonly name: string;
  /** A window's own screen shows that window's calls; null: the lobby shows all. */
  readonly window: number | null;
  readonly sessions: ScreenSession[];
  /** Each call when it first stood there as called. */
  readonly shown: ScreenCall[];
  readonly spoken: ScreenCall[];
  /** Views older than one already shown, which the screen must not be given. */
  readonly wentBack: string[];
}

export interface Paper {
  readonly id: number;
  /** Of a slip: the case that it is about, `2026-11-23/B012-1`; null on a ticket. */
  readonly slipOf: string | null;
  readonly number: string | null;
  readonly token: string | null;
  readonly reprint: boolean;
  /** Cut off by the knife; a torn one is no valid ticket. */
  readonly whole: boolean;
}

/** A day before ours that ended while the hall was ours. */
export interface NightStream {
  readonly date: string;
  readonly events: readonly StoredEvent[];
}

export interface History {
  readonly date: string;
  /** Every configuration that the events name. */
  readonly configs: readonly HallConfig[];
  /** The days before that turned under us, oldest first, and what was pressed on them. */
  readonly nights: readonly NightStream[];
  readonly nightPresses: readonly Press[];
  /** Arrivals that a phone saw change. */
  readonly arrivalsChanged: readonly string[];
  /** What happened that no event tells. */
  readonly happened: ReadonlyMap<string, number>;
  /** True where nobody else may have used the hall since `afterSeq`. */
  readonly alone: boolean;
  /** Events up to here were there before us. */
  readonly afterSeq: number;
  readonly events: readonly StoredEvent[];
  readonly presses: readonly Press[];
  readonly forgeries: readonly Forgery[];
  readonly screens: readonly ScreenHistory[];
  /** Subscriptions that were refused to those who may have them. */
  readonly topicsRefused: readonly string[];
  readonly papers: readonly Paper[];
  /** Papers that passed the printer unseen, because it keeps only the last ones. */
  readonly papersUnseen: number;
  readonly killsMs: readonly number[];
  /** How late the machine ran a timer, 99th percentile: 0 on an idle one. */
  readonly latenessMs: number;
  /** How fast the hall's clock ran: the time between two events in wall time. */
  readonly speed: number;
}

export type Fault =
  | 'lost'
  | 'duplicated'
  | 'calledTwice'
  | 'numbersMissing'
  | 'illegalMoves'
  | 'notAskedFor'
  | 'acknowledgedLost'
  | 'answersChanged'
  | 'casesWithoutOutcome'
  | 'promptsWithoutEnd'
  | 'ratingsTwice'
  | 'ratingsForged'
  | 'ratingsFromClerks'
  | 'screensMissedOrRepeated'
  | 'viewsWentBack'
  | 'topicsRefused'
  | 'papersDoubled'
  | 'papersMissing'
  | 'papersWrong'
  | 'slipsDoubled'
  | 'notEndedOnce'
  | 'holdsLost'
  | 'transfersLost'
  | 'stopsLost'
  | 'nightTickets'
  | 'arrivalsChanged'
  | 'slotsOversold'
  | 'appointmentsDoubled'
  | 'outOfOrder'
  | 'callsNotReplayed'
  | 'shareExceeded'
  | 'droppedByPublishing';

export type Findings = Record<Fault, string[]>;

export interface Counts {
  /** Numbers given out, at the kiosk and to those who book. */
  readonly issued: number;
  readonly broughtOver: number;
  readonly finished: number;
  readonly abandoned: number;
  readonly missed: number;
  readonly calls: number;
  readonly cases: number;
  readonly rated: number;
  readonly papers: number;
  readonly reprints: number;
  readonly presses: number;
  /** Presses that had to be sent again, for no answer came at first. */
  readonly pressesRetried: number;
  readonly forgeries: number;
  /** How the prompts ended: rated, declined, timedOut, left, deviceFault. */
  readonly prompts: Readonly<Record<PromptOutcome, number>>;
}

export interface Verdict {
  readonly counts: Counts;
  readonly findings: Findings;
  readonly latencies: Latencies;
  /** How often each awkward case really happened. */
  readonly awkward: AwkwardCounts;
}

/** Proves the day from what was seen. */
export function findings(history: History): Verdict {
  const tickets = ticketFindings(history);
  const all: Findings = {
    ...tickets.findings,
    ...answerFindings(history),
    ...ratingFindings(history),
    ...screenFindings(history),
    ...paperFindings(history),
    ...endFindings(history),
    ...replayFindings(history),
    ...appointmentFindings(history),
    topicsRefused: [...history.topicsRefused],
  };
  return {
    counts: tickets.counts,
    findings: all,
    latencies: latencies(history),
    awkward: awkwardCounts(history),
  };
}

/** The events that came after us, in the order of the stream. */
export function ownEvents(history: Pick<History, 'events' | 'afterSeq'>): StoredEvent[] {
  return history.events.filter((stored) => stored.seq > history.afterSeq);
}
