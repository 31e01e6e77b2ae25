/**
 * What an order of calls did on the days of a log, with 95 % intervals by drawing whole days anew
 * (bootstrap by day: visitors of one day wait for the same reasons). One day alone has no interval.
 */
import type { TicketId } from '../../base/ids.ts';
import { MINUTE_MS } from '../../base/time.ts';
import { quantile } from '../statistics.ts';
import { Chance } from '../simulation/random.ts';
import type { ReplayedVisit } from './replay.ts';

/** A figure, and between what it lies 19 times of 20; null of a single day. */
export interface Figure {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

export interface OrderFigures {
  readonly visitors: number;
  readonly days: number;
  readonly meanMs: Figure;
  readonly p50Ms: Figure;
  readonly p95Ms: Figure;
  /** Mean over the days of the longest wait. */
  readonly dayMaxMs: Figure;
  readonly within10: Figure;
  readonly within15: Figure;
  readonly within30: Figure;
  /** Share of visitors who wait so much longer than in strict order on the same draws. */
  readonly worse5: Figure;
  readonly worse10: Figure;
  /** Share called more than five minutes after their promise; 0 where nothing is promised. */
  readonly broken: Figure;
  readonly overtakenMax: number;
  readonly overtakenMean: number;
  /** Not called before the windows closed; in no other figure. */
  readonly uncalled: number;
}

const DRAWS = 400;
const DRAWN_ROWS_MAX = 4_000_000;

interface Day {
  readonly waits: Float64Array;
  readonly more: Float64Array;
  readonly broken: number;
}

/** Collects day by day; `strict` is the same day in strict order. */
export class OrderSums {
  readonly #days: Day[] = [];
  #overtakenMax = 0;
  #overtaken = 0;
  #uncalled = 0;

  add(visits: readonly ReplayedVisit[], strict: readonly ReplayedVisit[]): void {
    const waits = new Map<TicketId, number>();
    const more = new Map<TicketId, number>();
    let broken = 0;
    visits.forEach(({ ticket, waitMs, lateMs, overtaken, isCalled }, index) => {
      if (!isCalled) {
        this.#uncalled += 1;
        return;
      }
      waits.set(ticket, (waits.get(ticket) ?? 0) + waitMs);
      more.set(ticket, (more.get(ticket) ?? 0) + waitMs - (strict[index]?.waitMs ?? waitMs));
      if (lateMs > 5 * MINUTE_MS) broken += 1;
      this.#overtakenMax = Math.max(this.#overtakenMax, overtaken);
      this.#overtaken += overtaken;
    });
    const list = (map: ReadonlyMap<TicketId, number>) => Float64Array.from(map.values());
    this.#days.push({ waits: list(waits), more: list(more), broken });
  }

  figures(): OrderFigures {
    const days = this.#days;
    const visitors = days.reduce((sum, { waits }) => sum + waits.length, 0);
    const draws = this.#draws(visitors);
    const over = (of: (drawn: readonly Day[]) => number): Figure => {
      const value = of(days);
      if (draws.length === 0) return { value, low: null, high: null };
      const drawn = Float64Array.from(draws, (draw) => of(draw)).sort();
      return { value, low: quantile(drawn, 0.025), high: quantile(drawn, 0.975) };
    };
    const share = (of: (day: Day) => number) =>
      over((drawn) => sum(drawn, of) / Math.max(1, sum(drawn, size)));
    const within = (minutes: number) =>
      share(({ waits }) => count(waits, (wait) => wait <= minutes * MINUTE_MS));
    const worse = (minutes: number) =>
      share(({ more }) => count(more, (ms) => ms > minutes * MINUTE_MS));
    return {
      ...{ visitors, days: days.length },
      meanMs: share(({ waits }) => waits.reduce((total, wait) => total + wait, 0)),
      p50Ms: over((drawn) => quantile(sorted(drawn), 0.5)),
      p95Ms: over((drawn) => quantile(sorted(drawn), 0.95)),
      dayMaxMs: over((drawn) => sum(drawn, longest) / Math.max(1, drawn.length)),
      ...{ within10: within(10), within15: within(15), within30: within(30) },
      ...{ worse5: worse(5), worse10: worse(10), broken: share(({ broken }) => broken) },
      overtakenMax: this.#overtakenMax,
      overtakenMean: this.#overtaken / Math.max(1, visitors),
      uncalled: this.#uncalled,
    };
  }

  #draws(visitors: number): (readonly Day[])[] {
    const days = this.#days;
    if (days.length < 2) return [];
    const chance = new Chance(95);
    const draws = Math.max(40, Math.min(DRAWS, Math.floor(DRAWN_ROWS_MAX / visitors)));
    return Array.from({ length: draws }, () =>
      days.flatMap(() => days[chance.index(days.length)] ?? []),
    );
  }
}

function size({ waits }: Day): number {
  return waits.length;
}

function longest({ waits }: Day): number {
  return waits.reduce((most, wait) => Math.max(most, wait), 0);
}

function sum(days: readonly Day[], of: (day: Day) => number): number {
  return days.reduce((total, day) => total + of(day), 0);
}

function count(values: Float64Array, is: (value: number) => boolean): number {
  let found = 0;
  for (const value of values) if (is(value)) found += 1;
  return found;
}

function sorted(days: readonly Day[]): Float64Array {
  const all = new Float64Array(sum(days, size));
  let at = 0;
  for (const { waits } of days) {
    all.set(waits, at);
    at += waits.length;
  }
  return all.sort();
}
