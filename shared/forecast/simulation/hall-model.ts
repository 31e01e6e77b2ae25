/**
 * The hall of the benchmark: 805 items in 15 departments and three zones, drawn once from a seed of
 * its own and the same on every day. Popularity is Zipf .9 over the items, an item's mean is the mean
 * of its department × lognormal .35, and the mean over visitors is 11.3 minutes.
 */
import { MINUTE_MS } from '../../base/time.ts';
import { sum } from '../statistics.ts';
import { Chance } from './random.ts';

export const MEAN_SERVICE_MS = 11.3 * MINUTE_MS;
const ZIPF = 0.9;
const ITEM_SIGMA = 0.35;
const HALL_SEED = 805;

/** 0 legal person, 1 natural person, 2 real estate. */
export const ZONES = 3;

interface Department {
  readonly items: number;
  readonly zone: number;
  /** Relative to the others; the whole is scaled to the mean of the hall. */
  readonly minutes: number;
}

/** Numbers of items as in a catalogue of an economic zone; minutes from quick stamps to long files. */
const DEPARTMENTS: readonly Department[] = [
  { items: 112, zone: 0, minutes: 12.5 },
  { items: 105, zone: 1, minutes: 8.5 },
  { items: 60, zone: 0, minutes: 9 },
  { items: 40, zone: 1, minutes: 7 },
  { items: 81, zone: 2, minutes: 15 },
  { items: 57, zone: 1, minutes: 7.5 },
  { items: 95, zone: 2, minutes: 13.5 },
  { items: 48, zone: 1, minutes: 8.5 },
  { items: 40, zone: 1, minutes: 12 },
  { items: 41, zone: 0, minutes: 10 },
  { items: 44, zone: 0, minutes: 17 },
  { items: 20, zone: 1, minutes: 11 },
  { items: 31, zone: 0, minutes: 13.5 },
  { items: 15, zone: 0, minutes: 16 },
  { items: 16, zone: 0, minutes: 21 },
];

export interface Item {
  readonly department: number;
  readonly zone: number;
  readonly meanMs: number;
  /** Its share of all visitors. */
  readonly share: number;
}

export interface HallModel {
  readonly items: readonly Item[];
  readonly departments: number;
  /** Share of the visitors by department and by zone. */
  readonly departmentShares: readonly number[];
  readonly zoneShares: readonly number[];
  /** Share of the work, minutes of service, by department and by zone. */
  readonly departmentWork: readonly number[];
  readonly zoneWork: readonly number[];
}

/** The hall of a seed; the benchmark has one. */
export function hallModel(seed = HALL_SEED): HallModel {
  const chance = new Chance(seed);
  const rows = DEPARTMENTS.flatMap(({ items, zone, minutes }, department) =>
    Array.from({ length: items }, () => ({
      ...{ department, zone },
      meanMs: minutes * MINUTE_MS * chance.lognormal(ITEM_SIGMA),
    })),
  );
  const ranks = shuffled(rows.length, chance);
  const weights = ranks.map((rank) => (rank + 1) ** -ZIPF);
  const total = sum(weights);
  const shares = weights.map((weight) => weight / total);
  const mean = sum(rows.map(({ meanMs }, index) => meanMs * (shares[index] ?? 0)));
  const items = rows.map((row, index) => ({
    ...row,
    meanMs: (row.meanMs * MEAN_SERVICE_MS) / mean,
    share: shares[index] ?? 0,
  }));
  const by = (group: (item: Item) => number, count: number, worth: (item: Item) => number) =>
    Array.from({ length: count }, (_, index) =>
      sum(items.filter((item) => group(item) === index).map(worth)),
    );
  const work = ({ share, meanMs }: Item) => (share * meanMs) / MEAN_SERVICE_MS;
  const departments = DEPARTMENTS.length;
  return {
    items,
    departments,
    departmentShares: by(
      (item) => item.department,
      departments,
      ({ share }) => share,
    ),
    zoneShares: by(
      (item) => item.zone,
      ZONES,
      ({ share }) => share,
    ),
    departmentWork: by((item) => item.department, departments, work),
    zoneWork: by((item) => item.zone, ZONES, work),
  };
}

function shuffled(count: number, chance: Chance): number[] {
  const list = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = chance.index(last + 1);
    const kept = list[last] ?? 0;
    list[last] = list[other] ?? 0;
    list[other] = kept;
  }
  return list;
}

/** Windows for parts of the work: everybody gets one, the rest by largest remainder of need. */
export function apportion(windows: number, work: readonly number[]): number[] {
  const counts = work.map(() => 1);
  for (let left = windows - work.length; left > 0; left -= 1) {
    const loads = work.map((part, index) => part / (counts[index] ?? 1));
    const busiest = loads.indexOf(Math.max(...loads));
    counts[busiest] = (counts[busiest] ?? 0) + 1;
  }
  return counts;
}
