/**
 * A foreign day at an instant, as a hall that watched it would know it: who waits, who is served
 * since when, which windows are open. Nothing of what comes later is looked at, but that a window
 * which had no visitor yet is open from its first call on.
 */
import type { ObservedDay, ObservedService, ObservedSession } from '../observed/observed-day.ts';
import type { ReplayVisit } from './visits.ts';
import { visitsOf } from './visits.ts';

export interface Moment {
  readonly at: number;
  readonly waiting: readonly ReplayVisit[];
  /** Called before, by the instant of the call. */
  readonly called: readonly ReplayVisit[];
  /** By window: what is going on there. */
  readonly serving: ReadonlyMap<number, ObservedService>;
}

export type Presence = 'open' | 'away' | 'gone' | 'not-yet';

export class WatchedDay {
  readonly day: ObservedDay;
  /** Everybody by arrival, those too who left without being called. */
  readonly visits: readonly ReplayVisit[];
  readonly #leftAt = new Map<ReplayVisit, number>();
  readonly #byCall: readonly ReplayVisit[];

  constructor(day: ObservedDay) {
    this.day = day;
    const { visits } = visitsOf(day);
    const gone = visitsOf({
      ...day,
      services: [],
      tickets: day.tickets
        .filter(({ end, firstCalledAt }) => end === 'abandoned' && firstCalledAt === null)
        .map((ticket) => ({ ...ticket, end: 'open' as const })),
    }).visits;
    const leftAt = new Map(day.tickets.map(({ id, endedAt }) => [id, endedAt]));
    for (const visit of gone) {
      this.#leftAt.set(visit, leftAt.get(visit.ticket) ?? visit.arrivesAt);
    }
    this.visits = [...visits, ...gone].sort((left, right) => left.arrivesAt - right.arrivesAt);
    this.#byCall = visits
      .filter(({ real }) => real !== null)
      .sort((left, right) => (left.real?.calledAt ?? 0) - (right.real?.calledAt ?? 0));
  }

  /** The instant at which `visit` arrives, without it. */
  at(visit: ReplayVisit): Moment {
    const { arrivesAt: at } = visit;
    const waiting = this.visits.filter((other) => other !== visit && this.#waits(other, at));
    const called = this.#byCall.slice(0, countUpTo(this.#byCall, at));
    const serving = new Map<number, ObservedService>();
    for (const service of this.day.services) {
      if (service.calledAt > at) break;
      const isOver = service.endedAt !== null && service.endedAt <= at;
      if (!isOver) serving.set(service.window, service);
    }
    return { at, waiting, called, serving };
  }

  #waits(visit: ReplayVisit, at: number): boolean {
    if (visit.arrivesAt > at) return false;
    const untilAt = visit.real?.calledAt ?? this.#leftAt.get(visit) ?? Infinity;
    return untilAt > at;
  }
}

/** Whether somebody works there at the instant. */
export function presenceAt(session: ObservedSession, at: number): Presence {
  const { openedAt, closedAt, pauses } = session;
  if (at < openedAt) return 'not-yet';
  if (closedAt !== null && at >= closedAt) return 'gone';
  const isAway = pauses.some(({ fromAt, toAt }) => fromAt <= at && (toAt ?? Infinity) > at);
  return isAway ? 'away' : 'open';
}

/** How many of the list, by call, were called up to the instant. */
function countUpTo(list: readonly ReplayVisit[], at: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.real?.calledAt ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
