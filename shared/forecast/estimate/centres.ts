/** Where items without services of their own stand, see fit.ts. */
import type { DepartmentCode, ItemCode } from '../../base/ids.ts';
import type { Group } from './fit-groups.ts';
import { entry } from './fit-groups.ts';

/** An item's own mean weighs as much as its department's after so many services. */
export const DEPARTMENT_WEIGHT = 6;
/** A department's own shift against the hall's. */
const HALL_WEIGHT = 6;
export const NONE = '' as DepartmentCode;

/**
 * Where an item without services of its own stands: its department's mean, and within it the
 * catalogue's difference as far as the catalogue has proved right about those that were seen.
 */
export class Centres {
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
