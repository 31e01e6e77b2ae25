/**
 * The hall before pooling: every department has its own windows, small ones share one. The best such
 * partition is the one with the smallest predicted wait (Allen–Cunneen at the busiest half hours);
 * the number of shared windows is tried out, small departments are packed largest first.
 */
import type { DrawnDay } from './day-draw.ts';
import { allenCunneenWait } from './erlang.ts';
import type { Floor } from './floor.ts';
import type { HallModel } from './hall-model.ts';
import { apportion } from './hall-model.ts';

/** Load at which partitions are compared: a busy hour; overloaded groups are made costly. */
const LOAD = 0.9;
const SERVICE_CV = 0.85;

/** The group of each department, and how many windows each group has. */
export interface Partition {
  readonly groupOf: readonly number[];
  readonly windows: readonly number[];
}

/** The best partition of a hall with so many windows. */
export function bestPartition(hall: HallModel, windows: number): Partition {
  let best: Partition | null = null;
  let bestCost = Infinity;
  const most = Math.min(windows, hall.departments);
  for (let groups = 2; groups <= most; groups += 1) {
    const found = partition(hall, windows, groups);
    const cost = found ? costOf(hall, found) : Infinity;
    if (cost < bestCost) {
      best = found;
      bestCost = cost;
    }
  }
  if (!best) throw new Error('a hall of departments has at least two windows');
  return best;
}

/** The largest departments alone, the others together in groups of about one window's work. */
function partition(hall: HallModel, windows: number, groups: number): Partition | null {
  const { departmentWork: work } = hall;
  const order = work.map((_, index) => index).sort((a, b) => (work[b] ?? 0) - (work[a] ?? 0));
  const isAlone = (index: number) => (work[index] ?? 0) * windows >= 0.5;
  if (groups < order.filter(isAlone).length && groups < windows) return null;
  const groupOf = work.map(() => -1);
  const groupWork = Array<number>(groups).fill(0);
  for (const department of order) {
    const lightest = groupWork.indexOf(Math.min(...groupWork));
    groupOf[department] = lightest;
    groupWork[lightest] = (groupWork[lightest] ?? 0) + (work[department] ?? 0);
  }
  return { groupOf, windows: apportion(windows, groupWork) };
}

function costOf({ departmentWork }: HallModel, { groupOf, windows }: Partition): number {
  const all = windows.reduce((sum, count) => sum + count, 0);
  return windows.reduce((cost, count, group) => {
    const work = departmentWork.reduce(
      (sum, part, department) => sum + (groupOf[department] === group ? part : 0),
      0,
    );
    const load = work * all * LOAD;
    if (load >= count * 0.999) return cost + work * 1_000 * (load / count);
    return cost + work * allenCunneenWait(count, load, 1, 1, SERVICE_CV);
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
