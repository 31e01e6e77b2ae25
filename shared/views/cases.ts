/** A case as desks, evaluators and phones show it. */
import type { CaseId, DepartmentCode, ItemCode } from '../base/ids.ts';
import { must } from '../base/assert.ts';
import type { CaseOutcome } from '../hall/command-words.ts';
import type { ItemKind, Material } from '../hall/config.ts';
import type { Day } from '../hall/day.ts';
import type { Case, CaseResult } from '../hall/ticket.ts';
import type { Names } from '../text/language.ts';

export interface CaseRow {
  readonly case: CaseId;
  readonly item: ItemCode;
  readonly name: Names;
  readonly department: DepartmentCode;
  readonly departmentName: Names;
  readonly kind: ItemKind;
  readonly expectedMinutes: number;
  readonly materials: readonly Material[];
  /** `draft` until its outcome; `dropped` when the visit ended before it. */
  readonly status: 'draft' | 'finished' | 'dropped';
  readonly outcome: CaseOutcome | null;
  /** Due date, what is missing, why refused; null until the outcome. */
  readonly result: ShownResult | null;
  /** Places of the materials that are there, in the list above. */
  readonly has: readonly number[];
  /** The window visit at which it is served, from 1. */
  readonly stop: number;
}

/** What an outcome leaves behind; the clerk's own words are asked for by who may read them. */
export type ShownResult = Omit<CaseResult, 'missingHash'> & { readonly hasWords: boolean };

/** A result without the hash of the words. */
export function shownResult({ missingHash, ...result }: CaseResult): ShownResult {
  return { ...result, hasWords: missingHash !== null };
}

/** One case with what the catalogue says of its item. */
export function caseRow(day: Day, row: Case): CaseRow {
  const item = must(day.plan.items.get(row.item), `item ${row.item}`);
  const department = day.plan.config.departments.find((one) => one.code === item.department);
  return {
    case: row.id,
    item: row.item,
    name: item.name,
    department: item.department,
    departmentName: department?.name ?? item.name,
    kind: item.kind,
    expectedMinutes: item.expectedMinutes,
    materials: item.materials,
    status: row.state.status,
    outcome: row.state.status === 'finished' ? row.state.outcome : null,
    result: row.state.status === 'finished' ? shownResult(row.state.result) : null,
    has: [...row.has],
    stop: row.stop,
  };
}
