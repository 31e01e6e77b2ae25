/**
 * What a desk must know of its own: what the clerk may handle, in few words, and whether the rating
 * device can be reached. A whole department stands for its items; single items stand alone.
 */
import type { DepartmentCode, ItemCode, StaffNo, WindowNo } from '../base/ids.ts';
import { isCertified } from '../hall/certificates.ts';
import type { Day } from '../hall/day.ts';

export interface Handles {
  readonly departments: readonly DepartmentCode[];
  readonly items: readonly ItemCode[];
}

/** What the clerk may handle today. */
export function handlesOf(day: Day, clerk: StaffNo | null): Handles {
  if (clerk === null) return { departments: [], items: [] };
  const partly = new Set<DepartmentCode>();
  const able = new Map<DepartmentCode, ItemCode[]>();
  for (const { code, department, retired } of day.plan.config.items) {
    if (retired) continue;
    if (isCertified(day, clerk, code))
      able.set(department, [...(able.get(department) ?? []), code]);
    else partly.add(department);
  }
  const departments = [...able.keys()].filter((department) => !partly.has(department));
  const items = [...able].flatMap(([department, codes]) => (partly.has(department) ? codes : []));
  return { departments, items };
}

/** Whether the clerk may handle the item. */
export function mayHandle(
  { departments, items }: Handles,
  item: { readonly code: ItemCode; readonly department: DepartmentCode },
): boolean {
  return departments.includes(item.department) || items.includes(item.code);
}

/** Whether the evaluator does not answer: an alert says so, or the last prompt ended by its fault. */
export function isEvaluatorSilent(day: Day, no: WindowNo): boolean {
  if (day.alerts.has(`device:evaluator-${String(no)}`)) return true;
  const last = [...day.prompts.values()].findLast((prompt) => prompt.window === no);
  return last?.outcome === 'deviceFault';
}
