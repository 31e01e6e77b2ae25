/**
 * What a hall learns from its last days; of none it knows the catalogue's minutes and says so. Pure
 * and deterministic: the same days teach the same.
 */
import type { DepartmentCode, StaffNo } from '../../base/ids.ts';
import type { EstimateBasis } from '../../hall/estimates.ts';
import type { Expectations } from '../../hall/expectations.ts';
import type { ObservedDay } from '../observed/observed-day.ts';
import { mean } from '../statistics.ts';
import type { ArrivalProfile } from './arrivals.ts';
import { arrivalsOf } from './arrivals.ts';
import { PICKUP, durationsOf } from './durations.ts';
import type { Roster } from './rosters.ts';
import { rosterOf } from './rosters.ts';
import type { CatalogueItem, ServiceTimes } from './service-times.ts';
import { learnTimes, meanMs } from './service-times.ts';

export interface Learned {
  readonly basis: EstimateBasis;
  /** Days with services that it was learned from. */
  readonly days: number;
  readonly services: number;
  /** Plain mean of all that was served, ms; null of nothing. */
  readonly meanServiceMs: number | null;
  readonly times: ServiceTimes;
  /** Share of calls that nobody followed, and what one costs the window. */
  readonly noShowShare: number;
  readonly noShowMs: number;
  /** Share of calls that a hand picks out of the order, as past days had it. */
  readonly byHandShare: number;
  readonly arrivals: ArrivalProfile;
  readonly rosters: readonly Roster[];
}

/**
 * How many days are looked back on. Most items are asked for a few times a week: on sixty drawn days of
 * S4 the error of twenty days' learning was 1.015 of that with the true parameters, of sixty days' 1.005.
 */
export const LEARNED_DAYS_MAX = 60;
/** People move and windows are rebuilt: who will sit where is drawn from the newest alone. */
const ROSTER_DAYS_MAX = 20;

/** About 8 % is published; counts as this many calls seen. */
const NO_SHOW_SHARE = 0.077;
const NO_SHOW_CALLS = 20;
const NO_SHOW_MS = 60_000;
/** What handing out a result takes, until the hall has shown it. */
const PICKUP_ITEM = { code: PICKUP.item, department: PICKUP.department, expectedMinutes: 3 };

/** Learns from the newest days, oldest first; days on which nobody was served teach nothing. */
export function learn(catalogue: readonly CatalogueItem[], past: readonly ObservedDay[]): Learned {
  const days = past.filter(({ services }) => services.length > 0).slice(-LEARNED_DAYS_MAX);
  const { services, missed, called, missMs, byHand } = durationsOf(days);
  return {
    basis: services.length > 0 ? 'history' : 'catalogue',
    days: days.length,
    services: services.length,
    meanServiceMs: services.length === 0 ? null : mean(services.map(({ takenMs }) => takenMs)),
    times: learnTimes([...catalogue, PICKUP_ITEM], services),
    noShowShare: (missed + NO_SHOW_SHARE * NO_SHOW_CALLS) / (called + NO_SHOW_CALLS),
    noShowMs: missMs ?? NO_SHOW_MS,
    byHandShare: byHand / Math.max(1, called),
    arrivals: arrivalsOf(days),
    rosters: days.slice(-ROSTER_DAYS_MAX).map(rosterOf),
  };
}

/** The means as the hall's core takes them into the day's log; whole seconds, for a short log. */
export function expectationsOf(
  { times, days }: Learned,
  catalogue: readonly CatalogueItem[],
): Expectations {
  const SECOND_MS = 1_000;
  const departments = new Map<DepartmentCode, number>();
  const lengthMs = (item: CatalogueItem) => {
    const logMs = times.items.get(item.code) ?? times.anyItem;
    const sd = times.sds.get(item.department) ?? times.anySd;
    const factor = departments.get(item.department) ?? meanMs(times, { logMs: 0, sd });
    departments.set(item.department, factor);
    return Math.exp(logMs) * factor;
  };
  const rounded = (ms: number) => Math.max(1, Math.round(ms / SECOND_MS)) * SECOND_MS;
  return {
    days,
    itemMs: Object.fromEntries(catalogue.map((item) => [item.code, rounded(lengthMs(item))])),
    clerkFactor: Object.fromEntries(
      [...times.clerks].map(([clerk, log]): [StaffNo, number] => [
        clerk,
        Math.round(Math.exp(log) * 1_000) / 1_000,
      ]),
    ),
  };
}
