/**
 * A hall's own events as an observed day. The events are folded by the hall's own core, and what is
 * seen is read off its state after each: so transfers, holds, later stops, undone calls and bookings
 * mean here what they mean there. Assumes a stream from its first event on, however far it goes.
 * Versions of the configuration that are not given are taken to be the first.
 */
import type { BusinessDate } from '../../base/ids.ts';
import { emptyDay } from '../../hall/day.ts';
import type { Day } from '../../hall/day.ts';
import type { StoredEvent } from '../../hall/events.ts';
import { evolve } from '../../hall/evolve.ts';
import type { Plan } from '../../hall/plan.ts';
import type { ObservedDay } from './observed-day.ts';
import { ServicesSeen } from './services-seen.ts';
import { SessionsSeen } from './sessions-seen.ts';
import { TicketsSeen } from './tickets-seen.ts';

/** Folds a day's events; `plans` are the versions that the day names, the first one first. */
export function observe(
  events: readonly StoredEvent[],
  date: BusinessDate,
  plans: readonly [Plan, ...Plan[]],
): ObservedDay {
  const observer = new DayObserver(date, plans);
  for (const stored of events) observer.see(stored);
  return observer.seen();
}

/** The same step by step, for a day that is going on: `seen` may be asked at any time. */
export class DayObserver {
  readonly day: Day;
  readonly #fallback: Plan;
  readonly #tickets = new TicketsSeen();
  readonly #services = new ServicesSeen();
  readonly #sessions = new SessionsSeen();

  constructor(date: BusinessDate, plans: readonly [Plan, ...Plan[]]) {
    const [first] = plans;
    this.day = emptyDay(first.config.hall, date, first);
    this.#fallback = first;
    for (const plan of plans) this.day.plans.set(plan.config.version, plan);
  }

  /** One more event; its `seq` must be the next. */
  see(stored: StoredEvent): void {
    const { day } = this;
    const { event } = stored;
    if ('configVersion' in event && !day.plans.has(event.configVersion)) {
      day.plans.set(event.configVersion, this.#fallback);
    }
    this.#services.before(day, stored);
    evolve(day, stored);
    this.#tickets.after(day, stored);
    this.#sessions.after(day, stored);
    this.#services.after(day, stored);
  }

  /** What was seen so far. */
  seen(): ObservedDay {
    const { day } = this;
    const services = this.#services.all();
    return {
      date: day.date,
      untilAt: day.lastAt,
      isClosed: day.phase === 'closed',
      tickets: this.#tickets.all(day, services),
      services,
      sessions: this.#sessions.all(),
      grants: [...day.grants].map(([clerk, items]) => ({ clerk, items: [...items] })),
      assumed: [],
    };
  }
}
