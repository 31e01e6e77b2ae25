/**
 * What a service takes, per item and clerk, learned by hierarchical shrinkage on the log scale:
 *
 *   log length = item + clerk + clerk in that department + spread
 *
 * An item's log-mean is drawn to its department's with the weight of 6 services; the department's
 * starts from the catalogue's minutes, as far as these tell its items apart at all. How far clerks
 * differ is estimated from the differences seen (method of moments), so that few services say little
 * about anybody. Several items at one window are the sum of theirs.
 */
import type { DepartmentCode, ItemCode, StaffNo } from '../../base/ids.ts';
import { MINUTE_MS } from '../../base/time.ts';
import type { ObservedItem } from '../observed/observed-day.ts';
import type { Duration } from './durations.ts';
import { fitted } from './fit.ts';
import type { Spread } from './spread.ts';
import { LOGNORMAL, meanFactor } from './spread.ts';

/** What the catalogue says: minutes and department of every item. */
export interface CatalogueItem {
  readonly code: ItemCode;
  readonly department: DepartmentCode;
  readonly expectedMinutes: number;
}

/** Plain data: it survives a structured clone. */
export interface ServiceTimes {
  /** Log of ms. */
  readonly items: ReadonlyMap<ItemCode, number>;
  /** For items that no list knows. */
  readonly departments: ReadonlyMap<DepartmentCode, number>;
  readonly anyItem: number;
  readonly clerks: ReadonlyMap<StaffNo, number>;
  /** By department, then clerk. */
  readonly pairs: ReadonlyMap<DepartmentCode, ReadonlyMap<StaffNo, number>>;
  /** Standard deviation of the log. */
  readonly sds: ReadonlyMap<DepartmentCode, number>;
  readonly anySd: number;
  readonly spread: Spread;
}

/** The length of one visit at a window: exp(logMs + sd · spread). */
export interface Length {
  readonly logMs: number;
  readonly sd: number;
}

/** cv .7, the middle of what is published for services. */
export const SD_WITHOUT_HISTORY = Math.sqrt(Math.log(1 + 0.7 ** 2));
const DEFAULT_MINUTES = 10;

/** Learns from what was served; of nothing the catalogue's minutes come back as means. */
export function learnTimes(
  catalogue: readonly CatalogueItem[],
  services: readonly Duration[],
): ServiceTimes {
  return services.length === 0 ? catalogueTimes(catalogue) : fitted(catalogue, services);
}

/** The catalogue's minutes taken for means. */
export function catalogueTimes(catalogue: readonly CatalogueItem[]): ServiceTimes {
  const sd = SD_WITHOUT_HISTORY;
  const shift = -Math.log(meanFactor(LOGNORMAL, sd));
  return {
    items: new Map(catalogue.map((item) => [item.code, catalogueLog(item) + shift])),
    departments: new Map(),
    anyItem: Math.log(DEFAULT_MINUTES * MINUTE_MS) + shift,
    clerks: new Map(),
    pairs: new Map(),
    sds: new Map(),
    anySd: sd,
    spread: LOGNORMAL,
  };
}

export function catalogueLog({ expectedMinutes }: CatalogueItem): number {
  return Math.log(Math.max(1, expectedMinutes) * MINUTE_MS);
}

/** Log-mean of one item with one clerk; null: with nobody in particular. */
export function logMeanOf(
  times: ServiceTimes,
  { item, department }: Pick<ObservedItem, 'item' | 'department'>,
  clerk: StaffNo | null,
): number {
  const own = times.items.get(item) ?? times.departments.get(department) ?? times.anyItem;
  return clerk === null ? own : own + skewOf(times, department, clerk);
}

/** How much slower (above 0) a clerk is in a department. */
export function skewOf(times: ServiceTimes, department: DepartmentCode, clerk: StaffNo): number {
  return (times.clerks.get(clerk) ?? 0) + (times.pairs.get(department)?.get(clerk) ?? 0);
}

/**
 * The length of a visit with these items. Means and variances of several items add up; the sum is
 * taken for a lognormal again (Fenton–Wilkinson).
 */
export function lengthOf(
  times: ServiceTimes,
  items: readonly Pick<ObservedItem, 'item' | 'department'>[],
  clerk: StaffNo | null,
): Length {
  const [first] = items;
  if (!first) return { logMs: times.anyItem, sd: times.anySd };
  if (items.length === 1) {
    return { logMs: logMeanOf(times, first, clerk), sd: sdOf(times, first.department) };
  }
  let mean = 0;
  let variance = 0;
  for (const row of items) {
    const sd = sdOf(times, row.department);
    const own = Math.exp(logMeanOf(times, row, clerk) + sd ** 2 / 2);
    mean += own;
    variance += own ** 2 * (Math.exp(sd ** 2) - 1);
  }
  const sd = Math.sqrt(Math.log(1 + variance / mean ** 2));
  return { logMs: Math.log(mean) - sd ** 2 / 2, sd };
}

/** Expected length, ms. */
export function meanMs(times: ServiceTimes, { logMs, sd }: Length): number {
  return Math.exp(logMs) * meanFactor(times.spread, sd);
}

function sdOf(times: ServiceTimes, department: DepartmentCode): number {
  return times.sds.get(department) ?? times.anySd;
}
