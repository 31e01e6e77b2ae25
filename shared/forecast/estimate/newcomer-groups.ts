/**
 * Newcomers by what their wait depends on: in strict order the windows that may call them, under other
 * orders also how long they take. One kind stands for each group, the commonest groups of what is
 * wanted now; whoever belongs to none is told the zone's wait.
 */
import type { ZoneCode } from '../../base/ids.ts';
import type { Day } from '../../hall/day.ts';
import type { Ticket } from '../../hall/ticket.ts';
import type { Wish } from '../../hall/wish.ts';
import type { KindTable } from './kinds.ts';

/** Every group is asked about at each call of a rollout. */
const GROUPS_MAX = 18;
/** Short, middling and long ones, where that decides. */
const LENGTHS = 3;

export interface NewcomerGroup extends Wish {
  readonly zone: ZoneCode;
  /** The kind that stands for it. */
  readonly kind: number;
}

export interface Wanted {
  readonly zone: ZoneCode;
  readonly kind: number;
}

/** The groups of what is wanted. */
export function newcomerGroups(
  day: Day,
  wanted: readonly Wanted[],
  kinds: KindTable,
): NewcomerGroup[] {
  const lengths = day.plan.config.policy.routing === 'strict' ? 1 : LENGTHS;
  const known = new Map<number, Wish>();
  const rows = wanted.flatMap(({ zone, kind }): NewcomerGroup[] => {
    const wish = known.get(kind) ?? kinds.wishOf(kind);
    known.set(kind, wish);
    return wish.windows === '' ? [] : [{ zone, kind, ...wish }];
  });
  const groups = [...Map.groupBy(rows, ({ zone, windows }) => `${zone} ${windows}`).values()];
  groups.sort((left, right) => right.length - left.length);
  return groups.slice(0, GROUPS_MAX / lengths).flatMap((group) => byLength(group, lengths));
}

/** Those at the middle of each part of the group, the parts being alike in number. */
function byLength(group: NewcomerGroup[], parts: number): NewcomerGroup[] {
  group.sort((left, right) => left.expectedMs - right.expectedMs);
  const chosen = Array.from({ length: parts }, (_, part) => {
    return group[Math.floor(((part + 0.5) / parts) * group.length)];
  });
  return [...new Map(chosen.flatMap((row) => (row ? [[row.kind, row]] : []))).values()];
}

/** Nothing of its own binds it to a window, and it does not come to fetch a result. */
export function isPlainWish({ series, accessible, target, affinity }: Ticket): boolean {
  return series !== 'L' && !accessible && target === null && affinity === null;
}
