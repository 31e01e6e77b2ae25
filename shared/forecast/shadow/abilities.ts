/**
 * Who may serve whom at a post and how fast, asked of the hall's own rules, or for a foreign log read
 * off who served what.
 */
import type { ItemCode, PackageCode, StaffNo, WindowNo } from '../../base/ids.ts';
import { must } from '../../base/assert.ts';
import type { Series } from '../../hall/config.ts';
import type { Day } from '../../hall/day.ts';
import { expectedMs } from '../../hall/expectations.ts';
import type { Routing } from '../../hall/policy.ts';
import { canServe, isOwnZone } from '../../hall/routing/eligible.ts';
import type { Seeker } from '../../hall/routing/eligible.ts';
import type { ServiceTimes } from '../estimate/service-times.ts';
import { lengthOf, meanMs, skewOf } from '../estimate/service-times.ts';
import type { ObservedDay } from '../observed/observed-day.ts';
import type { Post } from './posts.ts';
import type { VisitKind } from './visits.ts';

export interface Ability {
  /** With walls: as under strict order, where a window's zones bind. */
  may(post: Post, visit: VisitKind, hasWalls: boolean): boolean;
  isOwn(post: Post, visit: VisitKind): boolean;
  /** What the hall expected beforehand, ms, > 0. */
  expectedMs(post: Post, visit: VisitKind): number;
  /** The clerk's times as a multiple of what anybody takes. */
  factor(post: Post, visit: VisitKind): number;
  isLow(window: WindowNo): boolean;
}

/** A hall's own rules and expectations, as they stand in the day. */
export function hallAbility(day: Day): Ability {
  const strict = ordered(day, 'strict');
  const free = ordered(day, 'promise');
  const windowAt = ({ window, zones }: Post) => ({
    ...must(day.windows.get(window), `window ${String(window)}`),
    zones,
  });
  return {
    may: (post, visit, hasWalls) =>
      canServe(hasWalls ? strict : free, seekerOf(visit), windowAt(post), post.clerk),
    isOwn: (post, visit) => isOwnZone(day, seekerOf(visit), windowAt(post)),
    expectedMs: ({ clerk }, visit) => expectedMs(day, seekerOf(visit), clerk),
    factor: ({ clerk }) => day.expectations.clerkFactor[clerk] ?? 1,
    isLow: (window) => day.plan.windows.get(window)?.accessible ?? false,
  };
}

function ordered(day: Day, routing: Routing): Day {
  const { config } = day.plan;
  const policy = { ...config.policy, routing };
  return { ...day, plan: { ...day.plan, config: { ...config, policy } } };
}

function seekerOf({ series, package: pack, items, stop }: VisitKind): Seeker {
  return {
    series: series as Series,
    package: pack as PackageCode | null,
    stop,
    cases: items.map(({ item }) => ({ item, stop })),
  };
}

/** What is known of a foreign hall: who served what, in which zones, and the learned times. */
export interface Foreign {
  readonly skills: ReadonlyMap<WindowNo, ReadonlySet<ItemCode>>;
  readonly zones: ReadonlyMap<WindowNo, string>;
  readonly times: ServiceTimes;
}

/** A foreign hall's: whoever served a queue can serve it. */
export function foreignAbility({ skills, zones, times }: Foreign): Ability {
  return {
    may: ({ window }, { items }) =>
      items.every(({ item }) => skills.get(window)?.has(item) === true),
    isOwn: ({ window }, { zone }) => zones.get(window) === zone,
    expectedMs: ({ clerk }, { items }) => meanMs(times, lengthOf(times, items, clerk)),
    factor: ({ clerk }, { items }) => skewFactor(times, items, clerk),
    isLow: () => false,
  };
}

function skewFactor(times: ServiceTimes, items: VisitKind['items'], clerk: StaffNo): number {
  const [first] = items;
  return first ? Math.exp(skewOf(times, first.department, clerk)) : 1;
}

const SKILL_SERVICES_MIN = 3;
const SKILL_SHARE_MIN = 0.02;

/** Skills and zones of the windows from all days of a log; a stray service makes no skill. */
export function skillsSeen(days: readonly ObservedDay[]): Pick<Foreign, 'skills' | 'zones'> {
  const items = new Map<WindowNo, Map<ItemCode, number>>();
  const zones = new Map<WindowNo, Map<string, number>>();
  for (const { services } of days) {
    for (const service of services) {
      const { window } = service;
      for (const { item } of service.items) count(items, window, item);
      count(zones, window, service.zone as string);
    }
  }
  return {
    skills: new Map([...items].map(([window, counts]) => [window, skillSet(counts)])),
    zones: new Map([...zones].map(([window, counts]) => [window, mostOf(counts)])),
  };
}

function count<Key, What>(map: Map<Key, Map<What, number>>, key: Key, what: What): void {
  const own = map.get(key) ?? new Map<What, number>();
  own.set(what, (own.get(what) ?? 0) + 1);
  map.set(key, own);
}

function skillSet(counts: ReadonlyMap<ItemCode, number>): Set<ItemCode> {
  const values = [...counts.values()];
  const all = values.reduce((sum, value) => sum + value, 0);
  const least = Math.min(SKILL_SERVICES_MIN, all * SKILL_SHARE_MIN, Math.max(...values));
  return new Set([...counts].filter(([, value]) => value >= least).map(([item]) => item));
}

function mostOf(counts: ReadonlyMap<string, number>): string {
  return [...counts].reduce((most, row) => (row[1] > most[1] ? row : most), ['', 0])[0];
}
