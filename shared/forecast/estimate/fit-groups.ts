/**
 * The effects of the model in fit.ts with their running sums, and the steps that are the same for all:
 * measuring what is left, summing it by effect, drawing effects together.
 */
import type { DepartmentCode } from '../../base/ids.ts';

const OUTLIER_SDS = 3;
/** Bounds of the weight that holds a clerk to the average. */
const CLERK_WEIGHT_MIN = 4;
const CLERK_WEIGHT_MAX = 400;

/** One service: its items' effects, its clerk's, and what is left. */
export interface Row {
  readonly parts: readonly { readonly item: Group; readonly pair: Group }[];
  readonly clerk: Group;
  readonly department: DepartmentCode;
  readonly log: number;
  residual: number;
}

/** One effect with its running sums. */
export class Group {
  value: number;
  sum = 0;
  count = 0;
  /** Services of the last gathering of items. */
  seen = 0;
  constructor(value: number) {
    this.value = value;
  }
}

/** Residuals of the model as it stands; the answer is their sd. */
export function measure(rows: readonly Row[], sdBefore: number): number {
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

/** Sums the residuals by group; of several items each has its share. */
export function gather(rows: readonly Row[], groupsOf: (row: Row) => readonly Group[]): void {
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
export function shrink(groups: readonly Group[], sd: number): void {
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

/** The value of a key, made at the first question. */
export function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
