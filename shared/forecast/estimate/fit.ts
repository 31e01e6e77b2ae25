/**
 * Fits the log-additive model of service-times.ts by turns: items, clerks, clerks in departments,
 * each on what the others leave. Four rounds come within a percent of the end. Lengths beyond three
 * sd count as three: a forgotten press must not move a mean.
 */
import type { DepartmentCode, ItemCode, StaffNo } from '../../base/ids.ts';
import { Centres, DEPARTMENT_WEIGHT, NONE } from './centres.ts';
import type { Duration } from './durations.ts';
import type { Row } from './fit-groups.ts';
import { Group, entry, gather, measure, shrink } from './fit-groups.ts';
import type { CatalogueItem, ServiceTimes } from './service-times.ts';
import { SD_WITHOUT_HISTORY, catalogueLog } from './service-times.ts';
import { meanFactor, spreadOf } from './spread.ts';

const ROUNDS = 4;
const SD_WEIGHT = 50;
const LIFT_MAX = 1.25;

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

function valueOf(items: ReadonlyMap<ItemCode, Group>, centres: Centres, code: ItemCode): number {
  return items.get(code)?.value ?? centres.of(code);
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
