/**
 * The policies that are compared: what halls have today, the product's presets, and two references
 * that no hall can or should use. The presets choose by `pick` of the hall.
 */
import { DEFAULT_POLICY } from '../../hall/policy.ts';
import { pick } from '../../hall/routing/pick.ts';
import type { OrderRules } from '../../hall/routing/pick.ts';
import type { DrawnDay } from './day-draw.ts';
import { bestPartition, departmentFloor, zoneFloor } from './department-windows.ts';
import type { FloorDesk } from './desk.ts';
import type { Choose } from './engine.ts';
import type { Floor } from './floor.ts';
import type { HallModel } from './hall-model.ts';
import type { Visitor } from './visitor.ts';

export const POLICIES = [
  'departments',
  'zones',
  'overflow',
  'fifo',
  'priority',
  'promise',
  'sept',
  'clairvoyant',
  'bounded-clairvoyant',
] as const;
export type PolicyName = (typeof POLICIES)[number];

export interface Policy {
  readonly name: string;
  floorOf(hall: HallModel, day: DrawnDay): Floor;
  readonly choose: Choose;
  readonly promiseSlackMs: number | null;
  readonly overflowAfterMs: number;
  /** Whether credits of priority classes count. */
  readonly hasCredits: boolean;
}

export const OVERFLOW_MS = DEFAULT_POLICY.zoneOverflowMs;
export const PROMISE: Extract<OrderRules, { kind: 'promise' }> = {
  kind: 'promise',
  overtakenMax: DEFAULT_POLICY.overtakenMax,
  otherZoneFactor: DEFAULT_POLICY.otherZoneFactor,
};
export const PROMISE_SLACK_MS = DEFAULT_POLICY.promiseSlackMs;

/** Chooses as the hall does under these rules. */
export function byRules(rules: OrderRules): Choose {
  return (queue, desk, at) => pick(queue, desk, rules, at);
}

/** The policy of a name. */
export function policyOf(name: PolicyName): Policy {
  const plain = { name, floorOf: asItIs, promiseSlackMs: null, overflowAfterMs: 0 };
  const strict = { ...plain, choose: byRules({ kind: 'strict' }), hasCredits: false };
  switch (name) {
    case 'departments':
      return { ...strict, floorOf: byDepartments };
    case 'zones':
      return { ...strict, floorOf: (_, { floor }) => zoneFloor(floor) };
    case 'overflow':
      return {
        ...strict,
        choose: byRules({ kind: 'zones', overflowAfterMs: OVERFLOW_MS }),
        overflowAfterMs: OVERFLOW_MS,
      };
    case 'fifo':
      return strict;
    case 'priority':
      return { ...strict, hasCredits: true };
    case 'promise':
      return {
        ...strict,
        choose: byRules(PROMISE),
        promiseSlackMs: PROMISE_SLACK_MS,
        hasCredits: true,
      };
    case 'bounded-clairvoyant':
      return { ...policyOf('promise'), name, choose: knowing(byRules(PROMISE)) };
    case 'sept':
      return { ...strict, choose: shortest((desk, visitor) => desk.expectedMs(visitor)) };
    case 'clairvoyant':
      return { ...strict, choose: shortest((desk, visitor) => desk.trueMs(visitor)) };
  }
}

const asItIs: Policy['floorOf'] = (_, { floor }) => floor;

const partitions = new Map<number, ReturnType<typeof bestPartition>>();

const byDepartments: Policy['floorOf'] = (hall, day) => {
  const { windows } = day.floor;
  const found = partitions.get(windows) ?? bestPartition(hall, windows);
  partitions.set(windows, found);
  return departmentFloor(day, found);
};

/** The same order for a clerk who knows what each service will take: what its bounds leave to gain. */
function knowing(choose: Choose): Choose {
  return (queue, desk, at) => {
    desk.isKnowing = true;
    const picked = choose(queue, desk, at);
    desk.isKnowing = false;
    return picked;
  };
}

/** The shortest service first, whoever waits how long. */
function shortest(serviceMs: (desk: FloorDesk, visitor: Visitor) => number): Choose {
  return (queue, desk) => {
    let row: Visitor | null = null;
    let leastMs = Infinity;
    for (const visitor of queue) {
      if (!desk.mayCall(visitor)) continue;
      const ms = serviceMs(desk, visitor);
      if (ms >= leastMs) continue;
      row = visitor;
      leastMs = ms;
    }
    return row && { row, rule: 'best-score' };
  };
}
