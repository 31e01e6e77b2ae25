/**
 * What a manager has changed of the rules and not yet published. Numbers are shown in the field's own
 * unit and kept as the server has them; a value that is no number or out of its limits is a fault and
 * is never sent. Pure.
 */
import { UNIT_MS } from '../../shared/hall/config-check.ts';
import type { HallConfig, RatingScaleLevel, ServiceItem } from '../../shared/hall/config.ts';
import type { Policy, PolicyField } from '../../shared/hall/policy.ts';
import { editOfTables, isSound, tableChanges } from './rule-draft.ts';
import type { RuleTables } from './rule-draft.ts';

export interface Draft {
  /** What stands in the fields that were touched, as typed; flags as `true` and `false`. */
  readonly typed: ReadonlyMap<PolicyField['key'], string>;
  /** Items that move, by code, with their new zone. */
  readonly zones: ReadonlyMap<string, ServiceItem['zone']>;
  readonly levels: readonly RatingScaleLevel[] | null;
  /** Rules in rows: hours, slots, classes and the like. */
  readonly tables: RuleTables;
}

export const NO_DRAFT: Draft = {
  typed: new Map(),
  zones: new Map(),
  levels: null,
  tables: new Map(),
};

/** A value as the field shows it, in its own unit. */
export function shown(field: PolicyField, policy: Policy): string {
  if (field.unit === 'flag' || field.unit === 'choice') return String(policy[field.key]);
  return String(policy[field.key] / UNIT_MS[field.unit]);
}

/** What the field shows now: what was typed, else what holds. */
export function inField(field: PolicyField, policy: Policy, { typed }: Draft): string {
  return typed.get(field.key) ?? shown(field, policy);
}

/** The value for the server, or null where what was typed is none. */
export function valueOf(field: PolicyField, text: string): number | boolean | string | null {
  if (field.unit === 'flag') return text === 'true';
  if (field.unit === 'choice') return field.options.includes(text) ? text : null;
  const number = Number(text.trim().replace(',', '.'));
  const isNumber = text.trim() !== '' && Number.isFinite(number);
  if (!isNumber || number < field.min || number > field.max) return null;
  const isWhole = field.unit === 'count' || field.unit === 'days';
  if (isWhole && !Number.isInteger(number)) return null;
  const unitMs = UNIT_MS[field.unit];
  return unitMs === 1 ? number : Math.round(number * unitMs);
}

/** Fields that now differ from what holds, in the order of the console. */
export function changedFields(
  fields: readonly PolicyField[],
  policy: Policy,
  draft: Draft,
): PolicyField[] {
  return fields.filter((field) => {
    const text = draft.typed.get(field.key);
    return text !== undefined && valueOf(field, text) !== policy[field.key];
  });
}

/** How many things the draft changes. */
export function changesOf(
  fields: readonly PolicyField[],
  config: HallConfig,
  draft: Draft,
): number {
  const numbers = changedFields(fields, config.policy, draft).length;
  const rows = tableChanges(draft.tables, config);
  return numbers + draft.zones.size + (draft.levels === null ? 0 : 1) + rows;
}

/** The body of a dry run or of publishing; null while a field holds nothing valid. */
export function editOf(
  fields: readonly PolicyField[],
  config: HallConfig,
  draft: Draft,
): Record<string, unknown> | null {
  const changed = changedFields(fields, config.policy, draft);
  const values = changed.map((field) => [
    field.key,
    valueOf(field, draft.typed.get(field.key) ?? ''),
  ]);
  if (values.some(([, value]) => value === null)) return null;
  if (!isSound(draft.tables, config)) return null;
  const items = config.items.flatMap((item) => {
    const zone = draft.zones.get(item.code);
    return zone === undefined ? [] : [{ ...item, zone }];
  });
  return {
    baseVersion: config.version,
    ...(values.length > 0 && { policy: Object.fromEntries(values) as Record<string, unknown> }),
    ...(items.length > 0 && { items }),
    ...(draft.levels !== null && { levels: draft.levels }),
    ...editOfTables(draft.tables, config),
  };
}
