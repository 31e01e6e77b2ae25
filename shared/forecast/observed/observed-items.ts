/** A ticket's cases as items of an observed day. */
import { departmentCode } from '../../base/ids.ts';
import type { ItemCode } from '../../base/ids.ts';
import type { Plan } from '../../hall/plan.ts';
import type { ObservedItem } from './observed-day.ts';

/** Each case with its department; one that the plan does not know has the empty one. */
export function observedItems(
  plan: Plan,
  cases: readonly { readonly item: ItemCode; readonly stop?: number }[],
): ObservedItem[] {
  return cases.map(({ item, stop = 1 }) => ({
    item,
    stop,
    department: plan.items.get(item)?.department ?? departmentCode(''),
  }));
}
