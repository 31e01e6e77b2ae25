/**
 * The visitors of a day, drawn from the hall's data and one seed: when each comes, for what, and how
 * each behaves. Pure: the same seed gives the same visitors on every machine. Each visitor draws
 * from a generator of its own, so that one more question to chance moves nobody else.
 * A wish that no clerk of the hall could take at any window is never drawn: the kiosk refuses those.
 */
import { pick, seededRandom } from '../../shared/base/seeded-random.ts';
import type { Random } from '../../shared/base/seeded-random.ts';
import type { HallConfig, ServiceItem } from '../../shared/hall/config.ts';
import type { Language } from '../../shared/text/language.ts';
import { between, happens, lognormal, weighted } from './chance.ts';
import type { ArrivalProfile } from './profile.ts';
import { arrivalMs, casesOfTicket } from './profile.ts';
import type { Wish } from './skills.ts';
import { holdsAll, placeTakes, servingStaff } from './skills.ts';
import type { Trait } from './traits.ts';

const MINUTE_MS = 60_000;
const SERVICE_CV = 0.6;
const SERVICE_MINUTES_MIN = 0.5;
const WALK_CV = 0.7;
const SAME_DEPARTMENT = 0.85;
const TRIES_MAX = 25;
const CLASS_SHARE = 0.06;
const LANGUAGE_SHARES: readonly [Language, number][] = [
  ['zh-Hans', 0.9],
  ['zh-Hant', 0.04],
  ['en', 0.06],
];
const RATING_SHARES: readonly [RatingHabit, number][] = [
  ['rates', 0.66],
  ['declines', 0.08],
  ['ignores', 0.14],
  ['rates-some', 0.06],
  ['by-phone', 0.06],
];

export type RatingHabit = 'rates' | 'declines' | 'ignores' | 'rates-some' | 'by-phone';
/** How the button is pressed: once, twice at the same time, or again after the answer. */
export type PressHabit = 'once' | 'concurrent' | 'again';

export interface Visitor {
  readonly index: number;
  /** ms after midnight. */
  readonly arrivesMs: number;
  readonly items: readonly ServiceItem[];
  readonly package: string | null;
  readonly zone: string;
  readonly language: Language;
  readonly class: string | null;
  /** Service of each case at the window, ms of hall time. */
  readonly serviceMs: readonly number[];
  readonly walkMs: number;
  /** What makes the visitor awkward before any window; see traits.ts. */
  readonly trait: Trait | null;
  /** Needs a low window. */
  readonly isAccessible: boolean;
  /** How many calls are missed by whoever misses some and comes back. */
  readonly misses: number;
  /** Misses the first call; comes back after that long, or never (null). */
  readonly noShow: { readonly backAfterMs: number | null } | null;
  /** Gives up by phone after that long, if not yet served. */
  readonly abandonsAfterMs: number | null;
  readonly rating: RatingHabit;
  readonly level: 1 | 2 | 3 | 4 | 5;
  readonly opensPhone: boolean;
  readonly press: PressHabit;
  /** For what chance decides only at the window. */
  readonly seed: number;
}

export interface VisitorOptions {
  readonly count: number;
  readonly seed: number;
  readonly date: string;
  readonly noShowRate: number;
  readonly abandonRate: number;
  /** Chance of more than one case, in place of the data's. */
  readonly multiRate?: number | undefined;
  /** Share with a priority class. */
  readonly classShare?: number;
  /** Services and walks are this much shorter, so that more visitors make the same load. */
  readonly timeFactor: number;
}

/** All visitors of the day in order of arrival. */
export function visitorsOf(
  hall: HallConfig,
  profile: ArrivalProfile,
  options: VisitorOptions,
): Visitor[] {
  const offer = offerOf(hall, options.date);
  const visitors: Visitor[] = [];
  for (let index = 0; index < options.count; index += 1) {
    const random = seededRandom(options.seed * 1_000_003 + index);
    visitors.push(visitorOf(hall, profile, options, offer, random, index));
  }
  return visitors
    .sort((left, right) => left.arrivesMs - right.arrivesMs)
    .map((visitor, index) => ({ ...visitor, index }));
}

interface Offer {
  readonly items: readonly ServiceItem[];
  readonly packages: readonly { readonly code: string; readonly wish: Wish }[];
  feasible(wish: Wish): boolean;
}

function offerOf(hall: HallConfig, date: string): Offer {
  const staff = servingStaff(hall, date);
  const feasible = (wish: Wish) =>
    hall.windows.some((place) => placeTakes(place, wish)) &&
    staff.some((person) => holdsAll(person, wish));
  const items = hall.items.filter((item) => feasible({ items: [item], packageZone: null }));
  const packages = hall.packages
    .map((pack) => {
      const parts = hall.items.filter((item) => pack.items.includes(item.code));
      return { code: pack.code, wish: { items: parts, packageZone: pack.zone } };
    })
    .filter((pack) => feasible(pack.wish));
  return { items, packages, feasible };
}

function visitorOf(
  hall: HallConfig,
  profile: ArrivalProfile,
  options: VisitorOptions,
  offer: Offer,
  random: Random,
  index: number,
): Visitor {
  const { timeFactor } = options;
  const pack =
    happens(random, profile.packageShare) && offer.packages.length > 0
      ? pick(random, offer.packages)
      : null;
  const items = pack ? pack.wish.items : itemsOf(profile, options, offer, random);
  const zone = pack?.wish.packageZone ?? items[0]?.zone ?? '';
  const rating = drawn(random, RATING_SHARES);
  const abandons = happens(random, options.abandonRate);
  const classShare = options.classShare ?? CLASS_SHARE;
  return {
    index,
    arrivesMs: arrivalMs(profile, zone, random),
    items,
    package: pack?.code ?? null,
    zone,
    language: drawn(random, LANGUAGE_SHARES),
    class: classOf(hall, classShare, random),
    trait: null,
    isAccessible: false,
    misses: 1,
    serviceMs: items.map((item) => serviceMs(item, timeFactor, random)),
    walkMs: lognormal(random, 15_000, WALK_CV) * timeFactor,
    noShow: happens(random, options.noShowRate)
      ? { backAfterMs: happens(random, 0.4) ? between(random, 3, 15) * MINUTE_MS : null }
      : null,
    abandonsAfterMs: abandons ? between(random, 2, 25) * MINUTE_MS : null,
    rating,
    level: weighted(random, [5, 4, 3, 2, 1] as const, (level) => level ** 3) ?? 5,
    opensPhone: abandons || rating === 'by-phone' || happens(random, 0.25),
    press: drawn(random, [
      ['once', 0.8],
      ['concurrent', 0.12],
      ['again', 0.08],
    ]),
    seed: Math.floor(random() * 2 ** 31),
  };
}

/** The first by popularity, further ones mostly of the same department, all takeable together. */
function itemsOf(
  profile: ArrivalProfile,
  options: VisitorOptions,
  offer: Offer,
  random: Random,
): ServiceItem[] {
  const first = weighted(random, offer.items, (item) => item.popularity);
  if (!first) throw new Error('the hall offers nothing that anybody could take');
  const items = [first];
  const count = caseCount(profile, options, random);
  const near = offer.items.filter((item) => item.zone === first.zone);
  const own = near.filter((item) => item.department === first.department);
  for (let tries = 0; items.length < count && tries < TRIES_MAX; tries += 1) {
    const from = happens(random, SAME_DEPARTMENT) ? own : near;
    const next = weighted(random, from, (item) => item.popularity);
    if (!next || items.includes(next)) continue;
    if (offer.feasible({ items: [...items, next], packageZone: null })) items.push(next);
  }
  return items;
}

function caseCount(profile: ArrivalProfile, options: VisitorOptions, random: Random): number {
  if (options.multiRate === undefined) return casesOfTicket(profile, random);
  return happens(random, options.multiRate) ? Math.floor(between(random, 2, 6)) : 1;
}

/** Lognormal about the item's expected minutes; never less than half a minute of a full day. */
export function serviceMs(item: ServiceItem, timeFactor: number, random: Random): number {
  const minutes = lognormal(random, item.expectedMinutes, SERVICE_CV);
  return Math.max(minutes, SERVICE_MINUTES_MIN) * MINUTE_MS * timeFactor;
}

function classOf(hall: HallConfig, share: number, random: Random): string | null {
  const open = hall.priorityClasses.filter((row) => row.enabled && !row.needsApproval);
  return happens(random, share) && open.length > 0 ? pick(random, open).code : null;
}

function drawn<T>(random: Random, shares: readonly (readonly [T, number])[]): T {
  const row = weighted(random, shares, ([, share]) => share);
  if (!row) throw new Error('no shares to draw from');
  return row[0];
}
