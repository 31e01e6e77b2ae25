/**
 * A day as it can be seen from outside: who came, who served whom and how long, which windows were
 * open. Made from a hall's own events (observe.ts) or from a foreign log (from-csv.ts); learning,
 * replays and shadow runs read nothing else. Instants are epoch ms; what a log does not tell is
 * null, never guessed: whoever assumes something says so in `assumed`.
 */
import type {
  BusinessDate,
  DepartmentCode,
  ItemCode,
  StaffNo,
  TicketId,
  WindowNo,
  ZoneCode,
} from '../../base/ids.ts';
import type { PauseReason } from '../../hall/command-words.ts';
import type { ZoneScope } from '../../hall/config.ts';

export interface ObservedDay {
  readonly date: BusinessDate;
  /** How far the day was seen; a day that is still going on ends here. */
  readonly untilAt: number;
  readonly isClosed: boolean;
  /** Everybody who was in the hall, by arrival; an appointment that nobody came for is in it. */
  readonly tickets: readonly ObservedTicket[];
  /** Every call that was not taken back, by its instant: services, misses, what is going on. */
  readonly services: readonly ObservedService[];
  readonly sessions: readonly ObservedSession[];
  /** Emergency certificates of the day. */
  readonly grants: readonly { readonly clerk: StaffNo; readonly items: readonly ItemCode[] }[];
  /** What a foreign log did not tell and was assumed; empty for a hall's own day. */
  readonly assumed: readonly Assumption[];
}

/** Something assumed about a foreign log, with how often. */
export interface Assumption {
  readonly what: AssumptionKind;
  readonly count: number;
}

/**
 * arrival-is-start: no arrival was noted. clock-skew: a start up to two minutes before the arrival.
 * wait-from-previous-end: a later row of the same visit. start-from-window: no start was noted, so
 * the end before at the same window or the arrival is taken. end-from-queue: no end was noted, so the
 * median of the queue is taken. overlap-cut: two services at one window at a time, the first ends
 * where the next begins. name-of-many: services under one name overlap as a rule, so it is no window
 * but a place of several. windows-from-concurrency: no window was noted, as many as were busy at a
 * time. windows-by-queue: then each queue has its own, for the order of calls says so.
 * idle-while-waiting: a window that called nobody though somebody waited was away. month-first,
 * day-first: rows with a date that can be read both ways. no-date: times without a day are of one
 * day. goes-back: such a time is hours before the row above, as if another day began. unit-…: plain
 * numbers count from midnight, in the only unit that fits them all. lengths-in-seconds: plain lengths
 * whose unit nobody told.
 */
export type AssumptionKind =
  | 'arrival-is-start'
  | 'clock-skew'
  | 'wait-from-previous-end'
  | 'start-from-window'
  | 'end-from-queue'
  | 'overlap-cut'
  | 'name-of-many'
  | 'windows-from-concurrency'
  | 'windows-by-queue'
  | 'idle-while-waiting'
  | 'month-first'
  | 'day-first'
  | 'no-date'
  | 'goes-back'
  | 'unit-seconds'
  | 'unit-minutes'
  | 'unit-hours'
  | 'lengths-in-seconds';

export interface ObservedItem {
  readonly item: ItemCode;
  readonly department: DepartmentCode;
  /** The window visit at which it is served, from 1. */
  readonly stop: number;
}

/**
 * served: every case was finished. missed: called and did not come, or not back in time. open: the
 * day was not over. notCome: an appointment without a check-in.
 */
export type TicketEnd =
  'served' | 'abandoned' | 'missed' | 'voided' | 'expired' | 'carriedOver' | 'notCome' | 'open';

export interface ObservedTicket {
  readonly id: TicketId;
  readonly series: string;
  /** The zone at issue; later stops wait where their service says. */
  readonly zone: ZoneCode;
  /** As issued; what was added or re-coded at the window stands in the services. */
  readonly items: readonly ObservedItem[];
  readonly package: string | null;
  /** First arrival in the hall; of a ticket that came over midnight, on the day before. */
  readonly arrivedAt: number;
  /** From when it was in today's queue: the arrival, the check-in, or the day's opening. */
  readonly queuedAt: number;
  readonly class: string | null;
  readonly creditMs: number;
  readonly slotAt: number | null;
  /** Called at its slot, or in the order of arrival; null: no appointment, or nobody came. */
  readonly slotRight: 'slot' | 'walkIn' | null;
  /** When a green channel was approved. */
  readonly greenAt: number | null;
  readonly isAccessible: boolean;
  readonly agent: string | null;
  readonly isCarried: boolean;
  readonly firstCalledAt: number | null;
  /** First start of a service. */
  readonly startedAt: number | null;
  /** When the visit was over, whatever way; null while it goes on. */
  readonly endedAt: number | null;
  readonly end: TicketEnd;
  readonly misses: number;
  readonly stepAways: number;
}

/** done, movedOn: the work of this stop was finished. cut: the ticket ended while at the window. */
export type ServiceEnd = 'done' | 'movedOn' | 'transferred' | 'held' | 'missed' | 'cut' | 'open';

/** One ticket at one window, from the call to the leaving; also a call that nobody followed. */
export interface ObservedService {
  readonly ticket: TicketId;
  readonly window: WindowNo;
  readonly clerk: StaffNo;
  /** Where the ticket waited. */
  readonly zone: ZoneCode;
  /** From when it waited for this call: arrival, return, previous window's end. */
  readonly waitedFromAt: number;
  /** From when its place in the queue counted at the call; absent: from when it waited. */
  readonly placeAt?: number;
  readonly calledAt: number;
  /** Null: nobody came, or not yet. */
  readonly startedAt: number | null;
  /** Null while it goes on. */
  readonly endedAt: number | null;
  readonly end: ServiceEnd;
  /** What was finished here; where nothing was, what was due. As re-coded at the end. */
  readonly items: readonly ObservedItem[];
  readonly finishedCases: number;
  /** The right by which it was called; null in a foreign log. */
  readonly rule: string | null;
  readonly stop: number;
  /** The window's next call in the same session, and when that visitor's service began. */
  readonly nextCalledAt: number | null;
  readonly nextStartedAt: number | null;
  /** When this one left, somebody waited whom window and clerk could call, and no pause began. */
  readonly somebodyWaited: boolean;
}

export interface ObservedPause {
  /** Null in a foreign log. */
  readonly reason: PauseReason | null;
  readonly fromAt: number;
  /** Null: it lasts. */
  readonly toAt: number | null;
  readonly returnAt: number | null;
}

/** Where a window served from an instant on. */
export interface ObservedScope {
  readonly fromAt: number;
  readonly zones: ZoneScope;
  readonly lane: 'any' | 'flash';
}

/** One clerk at one window from opening to closing. */
export interface ObservedSession {
  readonly window: WindowNo;
  readonly clerk: StaffNo;
  readonly openedAt: number;
  /** Null: open when the log ends. */
  readonly closedAt: number | null;
  readonly pauses: readonly ObservedPause[];
  /** By instant; the first is that of the opening. */
  readonly scopes: readonly ObservedScope[];
}

/**
 * How long the window was taken by this visitor with whatever lies between two visitors: start to
 * start, ms. Known only where somebody waited, for else the window was idle; null otherwise.
 */
export function cycleMs(service: ObservedService): number | null {
  const { startedAt, nextStartedAt, somebodyWaited } = service;
  if (!somebodyWaited || startedAt === null || nextStartedAt === null) return null;
  return nextStartedAt - startedAt;
}

/** How long a window waited for somebody who did not come, ms; null where that was not so. */
export function missCostMs({ end, calledAt, endedAt }: ObservedService): number | null {
  return end === 'missed' && endedAt !== null ? endedAt - calledAt : null;
}

/** From the start to the end at the window, ms; null where it did not begin or still goes on. */
export function serviceMs({ startedAt, endedAt }: ObservedService): number | null {
  return startedAt === null || endedAt === null ? null : endedAt - startedAt;
}
