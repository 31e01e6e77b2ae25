/**
 * The hall before pooling: every department has its own windows, small ones share one. The best such
 * partition is the one with the smallest predicted wait (Allen–Cunneen in a busy hour), found by local
 * search over numbers of groups of not less than three quarters of the windows: fewer would be pooling.
 */
import type { DrawnDay } from './day-draw.ts';
import { allenCunneenWait } from './erlang.ts';
import type { Floor } from './floor.ts';
import type { HallModel } from './hall-model.ts';
import { apportion } from './hall-model.ts';

/** Load at which partitions are compared: a busy hour; overloaded groups are made costly. */
const LOAD = 0.85;
const SERVICE_CV = 0.85;
/** Above this load per window a wait is no steady one; each further unit costs a flat amount. */
const BEARABLE = 0.96;
const OVERLOAD_COST = 200;
const ROUNDS_MAX = 30;

/** The group of each department, and how many windows each group has. */
export interface Partition {
  readonly groupOf: readonly number[];
  readonly windows: readonly number[];
}

/** The best partition of a hall with so many windows. */
export function bestPartition(hall: HallModel, windows: number): Partition {
  const { departmentWork: work } = hall;
  const own = work.filter((part) => part * windows >= 1).length;
  const least = Math.min(windows, Math.max(2, own, Math.ceil((windows * 3) / 4)));
  const most = Math.max(least, Math.min(windows, hall.departments));
  const found = Array.from({ length: most - least + 1 }, (_, more) =>
    improved(work, windows, packed(work, least + more), least + more),
  );
  return partition(work, windows, cheapest(work, windows, found));
}

function cheapest(
  work: readonly number[],
  windows: number,
  candidates: readonly (readonly number[])[],
): readonly number[] {
  const cost = (groupOf: readonly number[]) => costOf(work, partition(work, windows, groupOf));
  return candidates.reduce((best, other) => (cost(other) < cost(best) ? other : best));
}

/** The largest first, each to the group with the least work. */
function packed(work: readonly number[], groups: number): number[] {
  const groupOf = work.map(() => 0);
  const groupWork = Array<number>(groups).fill(0);
  const order = work.map((_, index) => index).sort((a, b) => (work[b] ?? 0) - (work[a] ?? 0));
  for (const department of order) {
    const lightest = groupWork.indexOf(Math.min(...groupWork));
    groupOf[department] = lightest;
    groupWork[lightest] = (groupWork[lightest] ?? 0) + (work[department] ?? 0);
  }
  return groupOf;
}

/** Moves single departments, and exchanges pairs, while that shortens the predicted wait. */
function improved(
  work: readonly number[],
  windows: number,
  start: readonly number[],
  groups: number,
): readonly number[] {
  let best = start;
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const isUsed = (other: readonly number[]) => new Set(other).size === groups;
    const moves = best.flatMap((_, department) =>
      Array.from({ length: groups }, (_, group) =>
        best.map((own, index) => (index === department ? group : own)),
      ),
    );
    const swaps = best.flatMap((one, first) =>
      best.slice(0, first).map((two, second) => {
        const swapped = [...best];
        swapped[first] = two;
        swapped[second] = one;
        return swapped;
      }),
    );
    const next = cheapest(work, windows, [best, ...[...moves, ...swaps].filter(isUsed)]);
    if (next === best) break;
    best = next;
  }
  return best;
}

function partition(
  work: readonly number[],
  windows: number,
  groupOf: readonly number[],
): Partition {
  const groups = Math.max(...groupOf) + 1;
  return { groupOf, windows: apportion(windows, workOf(work, groupOf, groups)) };
}

function workOf(work: readonly number[], groupOf: readonly number[], groups: number): number[] {
  const sums = Array<number>(groups).fill(0);
  for (const [department, group] of groupOf.entries()) {
    sums[group] = (sums[group] ?? 0) + (work[department] ?? 0);
  }
  return sums;
}

/** Predicted wait of a visitor's minute of work at a busy hour; overload costs steeply. */
function costOf(work: readonly number[], { groupOf, windows }: Partition): number {
  const all = windows.reduce((sum, count) => sum + count, 0);
  const loads = workOf(work, groupOf, windows.length);
  return windows.reduce((cost, count, group) => {
    const part = loads[group] ?? 0;
    const load = part * all * LOAD;
    const bearable = Math.min(load, count * BEARABLE);
    const overload = Math.max(0, load - bearable) / count;
    const waits = allenCunneenWait(count, bearable, 1, 1, SERVICE_CV);
    return cost + part * (waits + OVERLOAD_COST * overload);
  }, 0);
}

/** The floor with department windows; nobody is slower for it, which is generous. */
export function departmentFloor({ floor, kinds, speeds }: DrawnDay, found: Partition): Floor {
  const groupAt = found.windows.flatMap((count, group) => Array<number>(count).fill(group));
  const may = new Uint8Array(floor.may.length);
  const factor = new Float64Array(floor.may.length);
  const expectedMs = new Float64Array(floor.may.length);
  for (let window = 0; window < floor.windows; window += 1) {
    for (const [index, { items, meanMs }] of kinds.entries()) {
      const cell = window * floor.kinds + index;
      may[cell] = found.groupOf[items[0]?.department ?? 0] === groupAt[window] ? 1 : 0;
      factor[cell] = speeds[window] ?? 1;
      expectedMs[cell] = meanMs * (speeds[window] ?? 1);
    }
  }
  return { ...floor, may, own: may, factor, expectedMs };
}

/** The floor with walls between the zones. */
export function zoneFloor(floor: Floor): Floor {
  return { ...floor, may: floor.may.map((may, cell) => may & (floor.own[cell] ?? 0)) };
}
