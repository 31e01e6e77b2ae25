/**
 * Fits the log-additive model of service-times.ts by turns: items, clerks, clerks in departments,
 * each on what the others leave. Four rounds come within a percent of the end. Lengths beyond three
 * sd count as three: a forgotten press must not move a mean.
 */
import type { DepartmentCode, ItemCode, StaffNo } from '../../base/ids.ts';
import type { Duration } from './durations.ts';
import type { CatalogueItem, ServiceTimes } from './service-times.ts';
import { SD_WITHOUT_HISTORY, catalogueLog } from './service-times.ts';
import { meanFactor, spreadOf } from './spread.ts';

const ROUNDS = 4;
/** An item's own mean weighs as much as its department's after so many services. */
const DEPARTMENT_WEIGHT = 6;
/** A department's own shift against the hall's. */
const HALL_WEIGHT = 6;
const SD_WEIGHT = 50;
const OUTLIER_SDS = 3;
const LIFT_MAX = 1.25;
/** Bounds of the weight that holds a clerk to the average. */
const CLERK_WEIGHT_MIN = 4;
const CLERK_WEIGHT_MAX = 400;

interface Row {
  readonly parts: readonly { readonly item: Group; readonly pair: Group }[];
  readonly clerk: Group;
  readonly department: DepartmentCode;
  readonly log: number;
  residual: number;
}

/** One effect with its running sums. */
class Group {
  value: number;
  sum = 0;
  count = 0;
  /** Services of the last gathering of items. */
  seen = 0;
  constructor(value: number) {
    this.value = value;
  }
}

/** The fitted times of at least one service. */
export function fitted(
  catalogue: readonly CatalogueItem[],
  services: readonly Duration[],
): ServiceTimes {
  const departmentOf = new Map(catalogue.map((item) => [item.code, item.department]));
  const prior = new Map(catalogue.map((item) => [item.code, catalogueLog(item)]));
  const items = new Map<ItemCode, Group>();
  const clerks = new Map<StaffNo, Group>();
  const pairs = new Map<DepartmentCode, Map<StaffNo, Group>>();
  const average = services.reduce((sum, row) => sum + Math.log(row.takenMs), 0) / services.length;
  const rows = services.map(({ items: served, clerk, takenMs }): Row => {
    const parts = served.map(({ item, department }) => {
      if (!departmentOf.has(item)) departmentOf.set(item, department);
      if (!prior.has(item)) prior.set(item, average);
      const ofDepartment = entry(
        pairs,
        departmentOf.get(item) ?? department,
        () => new Map<StaffNo, Group>(),
      );
      return {
        item: entry(items, item, () => new Group(prior.get(item) ?? average)),
        pair: entry(ofDepartment, clerk, () => new Group(0)),
      };
    });
    const department = departmentOf.get(served[0]?.item ?? ('' as ItemCode)) ?? NONE;
    const own = entry(clerks, clerk, () => new Group(0));
    return { parts, clerk: own, department, log: Math.log(takenMs), residual: 0 };
  });
  const centres = new Centres(departmentOf, prior, items);
  let sd = SD_WITHOUT_HISTORY;
  for (let round = 0; round < ROUNDS; round += 1) {
    measure(rows, sd);
    gather(rows, (row) => row.parts.map(({ item }) => item));
    centres.update();
    for (const [code, group] of items) {
      group.seen = group.count;
      group.value =
        (group.count * group.value + group.sum + DEPARTMENT_WEIGHT * centres.of(code)) /
        (group.count + DEPARTMENT_WEIGHT);
    }
    sd = measure(rows, sd);
    gather(rows, ({ clerk }) => [clerk]);
    shrink([...clerks.values()], sd);
    measure(rows, sd);
    gather(rows, ({ parts }) => parts.map(({ pair }) => pair));
    shrink(
      [...pairs.values()].flatMap((row) => [...row.values()]),
      sd,
    );
  }
  sd = measure(rows, sd);
  const sds = departmentSds(rows, sd);
  const spread = spreadOf(rows.map((row) => row.residual / (sds.get(row.department) ?? sd)));
  const lift = liftOf(rows, (row) => meanFactor(spread, sds.get(row.department) ?? sd));
  const lifted = <Key>(logs: Iterable<readonly [Key, number]>) =>
    new Map([...logs].map(([key, log]) => [key, log + lift]));
  const values = <Key>(groups: ReadonlyMap<Key, Group>) =>
    new Map([...groups].map(([key, group]) => [key, group.value]));
  return {
    items: lifted([...prior.keys()].map((code) => [code, valueOf(items, centres, code)])),
    departments: lifted(centres.departments()),
    anyItem: average + lift,
    clerks: values(clerks),
    pairs: new Map([...pairs].map(([department, row]) => [department, values(row)])),
    sds,
    anySd: sd,
    spread,
  };
}

const NONE = '' as DepartmentCode;

function valueOf(items: ReadonlyMap<ItemCode, Group>, centres: Centres, code: ItemCode): number {
  return items.get(code)?.value ?? centres.of(code);
}

/** Residuals of the model as it stands; the answer is their sd. */
function measure(rows: readonly Row[], sdBefore: number): number {
  let squares = 0;
  for (const row of rows) {
    let ms = 0;
    for (const { item, pair } of row.parts) ms += Math.exp(item.value + pair.value);
    const limit = OUTLIER_SDS * sdBefore;
    const raw = row.log - Math.log(ms) - row.clerk.value;
    row.residual = Math.max(-limit, Math.min(limit, raw));
    squares += row.residual ** 2;
  }
  return Math.max(0.05, Math.sqrt(squares / rows.length));
}

/**
 * What the logs must be raised by for the means to come out right: log-means that are drawn together,
 * and lengths that are cut, make sums too small. Each service is judged by what the others say of
 * its item (smearing, Duan 1983, left one out).
 */
function liftOf(rows: readonly Row[], factorOf: (row: Row) => number): number {
  let taken = 0;
  let expected = 0;
  for (const row of rows) {
    let ms = 0;
    let count = 0;
    for (const { item, pair } of row.parts) {
      ms += Math.exp(item.value + pair.value);
      count += item.seen / row.parts.length;
    }
    const residual = row.log - Math.log(ms) - row.clerk.value;
    const without = residual * (1 + 1 / (count + DEPARTMENT_WEIGHT - 1));
    taken += Math.exp(row.log);
    expected += Math.exp(row.log - without) * factorOf(row);
  }
  return Math.log(Math.min(LIFT_MAX, Math.max(1 / LIFT_MAX, taken / expected)));
}

/** Sums the residuals by group; of several items each has its share. */
function gather(rows: readonly Row[], groupsOf: (row: Row) => readonly Group[]): void {
  for (const row of rows) for (const group of groupsOf(row)) group.sum = group.count = 0;
  for (const row of rows) {
    const groups = groupsOf(row);
    for (const group of groups) {
      group.sum += row.residual / groups.length;
      group.count += 1 / groups.length;
    }
  }
}

/** Draws each to 0, the harder the less the groups differ beyond what chance makes differ. */
function shrink(groups: readonly Group[], sd: number): void {
  const raw = groups.map((group) => group.value + group.sum / group.count);
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  let spread = 0;
  groups.forEach(({ count }, index) => (spread += (count * (raw[index] ?? 0) ** 2) / total));
  const between = spread - (groups.length * sd ** 2) / total;
  const wanted = between > 0 ? sd ** 2 / between : CLERK_WEIGHT_MAX;
  const weight = Math.min(CLERK_WEIGHT_MAX, Math.max(CLERK_WEIGHT_MIN, wanted));
  groups.forEach((group, index) => {
    group.value = ((raw[index] ?? 0) * group.count) / (group.count + weight);
  });
}

function departmentSds(rows: readonly Row[], sd: number): Map<DepartmentCode, number> {
  const sums = new Map<DepartmentCode, { squares: number; count: number }>();
  for (const { department, residual } of rows) {
    const sum = entry(sums, department, () => ({ squares: 0, count: 0 }));
    sum.squares += residual ** 2;
    sum.count += 1;
  }
  return new Map(
    [...sums].map(([department, { squares, count }]) => [
      department,
      Math.sqrt((squares + SD_WEIGHT * sd ** 2) / (count + SD_WEIGHT)),
    ]),
  );
}

/**
 * Where an item without services of its own stands: its department's mean, and within it the
 * catalogue's difference as far as the catalogue has proved right about those that were seen.
 */
class Centres {
  readonly #departmentOf: ReadonlyMap<ItemCode, DepartmentCode>;
  readonly #prior: ReadonlyMap<ItemCode, number>;
  readonly #items: ReadonlyMap<ItemCode, Group>;
  #means = new Map<DepartmentCode, { readonly log: number; readonly prior: number }>();
  #slope = 1;
  #shift = 0;

  constructor(
    departmentOf: ReadonlyMap<ItemCode, DepartmentCode>,
    prior: ReadonlyMap<ItemCode, number>,
    items: ReadonlyMap<ItemCode, Group>,
  ) {
    this.#departmentOf = departmentOf;
    this.#prior = prior;
    this.#items = items;
  }

  of(code: ItemCode): number {
    const prior = this.#prior.get(code) ?? 0;
    const mean = this.#means.get(this.#departmentOf.get(code) ?? NONE);
    if (!mean) return prior + this.#shift;
    return mean.log + this.#slope * (prior - mean.prior);
  }

  departments(): Map<DepartmentCode, number> {
    return new Map([...this.#means].map(([department, { log }]) => [department, log]));
  }

  /** After the residuals were gathered by item. */
  update(): void {
    const sums = new Map<DepartmentCode, { log: number; prior: number; count: number }>();
    const hall = { log: 0, prior: 0, count: 0 };
    for (const [code, group] of this.#items) {
      const own = group.value + group.sum / group.count;
      const prior = this.#prior.get(code) ?? 0;
      const department = this.#departmentOf.get(code) ?? NONE;
      for (const sum of [hall, entry(sums, department, () => ({ log: 0, prior: 0, count: 0 }))]) {
        sum.log += own * group.count;
        sum.prior += prior * group.count;
        sum.count += group.count;
      }
    }
    this.#shift = (hall.log - hall.prior) / hall.count;
    this.#means = new Map(
      [...sums].map(([department, { log, prior, count }]) => {
        const centre = prior / count;
        const shift = (log - prior + HALL_WEIGHT * this.#shift) / (count + HALL_WEIGHT);
        return [department, { log: centre + shift, prior: centre }];
      }),
    );
    this.#slope = this.#slopeNow();
  }

  /** Least squares of the items' own means on the catalogue's, within departments; 0 to 1. */
  #slopeNow(): number {
    let products = 0;
    let squares = 0;
    for (const [code, group] of this.#items) {
      const mean = this.#means.get(this.#departmentOf.get(code) ?? NONE);
      if (!mean) continue;
      const own = group.value + group.sum / group.count - mean.log;
      const prior = (this.#prior.get(code) ?? 0) - mean.prior;
      const weight = group.count / (group.count + DEPARTMENT_WEIGHT);
      products += weight * own * prior;
      squares += weight * prior ** 2;
    }
    return squares > 0 ? Math.min(1, Math.max(0, products / squares)) : 1;
  }
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
