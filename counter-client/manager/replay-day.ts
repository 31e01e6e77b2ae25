/**
 * A day folded to any instant. Forward it goes on from where it is; back it begins anew, for a day
 * folds in milliseconds. Folded by the very code of the server, so it shows what the floor showed. Pure.
 */
import { must } from '../../shared/base/assert.ts';
import { businessDate, hallId } from '../../shared/base/ids.ts';
import { MINUTE_MS } from '../../shared/base/time.ts';
import { startOfDay } from '../../shared/calendar/business-date.ts';
import type { Day } from '../../shared/hall/day.ts';
import { emptyDay } from '../../shared/hall/day.ts';
import type { StoredEvent } from '../../shared/hall/events.ts';
import { evolve } from '../../shared/hall/evolve.ts';
import type { LoadedDay } from './day-loader.ts';

/** Bookings come days before; the replay begins with the day's own first event. */

export class ReplayDay {
  readonly firstAt: number;
  readonly lastAt: number;
  at: number;
  /** How many events have happened. */
  done = 0;
  day: Day;
  readonly #loaded: LoadedDay;
  readonly #hall: string;

  /** A day with at least one event. */
  constructor(hall: string, loaded: LoadedDay) {
    this.#hall = hall;
    this.#loaded = loaded;
    const { events } = loaded;
    const last = must(events.at(-1), 'an event of the day');
    const opened = events.find(({ event }) => event.type === 'DayOpened') ?? events[0];
    const begin = startOfDay(businessDate(loaded.date));
    this.firstAt = Math.max(begin, must(opened, 'an event of the day').at);
    this.lastAt = Math.max(last.at, this.firstAt + MINUTE_MS);
    this.day = this.#empty();
    this.at = this.firstAt;
    this.seek(this.firstAt);
  }

  /** Folds to an instant inside the day. */
  seek(at: number): void {
    const to = Math.min(this.lastAt, Math.max(this.firstAt, at));
    if (to < this.at) {
      this.day = this.#empty();
      this.done = 0;
    }
    this.at = to;
    for (;;) {
      const next = this.#loaded.events[this.done];
      if (!next || next.at > to) return;
      evolve(this.day, next);
      this.done += 1;
    }
  }

  get isOver(): boolean {
    return this.at >= this.lastAt;
  }

  get count(): number {
    return this.#loaded.events.length;
  }

  /** The newest of what has happened, newest first. */
  newest(max: number): readonly StoredEvent[] {
    return this.#loaded.events.slice(Math.max(0, this.done - max), this.done).reverse();
  }

  #empty(): Day {
    const { plans, date } = this.#loaded;
    const [first] = plans.values();
    const day = emptyDay(hallId(this.#hall), businessDate(date), must(first, 'a version'));
    for (const [version, plan] of plans) day.plans.set(version, plan);
    return day;
  }
}
