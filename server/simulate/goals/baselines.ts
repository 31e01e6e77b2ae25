/**
 * What products and papers predict a wait by, asked at the same instants as the estimate: the mean of
 * the last ten waits, the last to enter service, the head of the line, and queue-length formulas. Each
 * is told that somebody who finds a fitting window idle does not wait.
 */
import type { Engine } from '../../../shared/forecast/simulation/engine.ts';
import type { Visitor } from '../../../shared/forecast/simulation/visitor.ts';
import type { StaffedDay } from './staffed-days.ts';

export const BASELINES = [
  'moving-average',
  'les',
  'hol',
  'ql-hall',
  'ql-zone',
  'ql-skills',
] as const;
export type Baseline = (typeof BASELINES)[number];

const LAST = 10;

export interface Asked {
  readonly day: StaffedDay;
  readonly engine: Engine;
  readonly visitor: Visitor;
  readonly at: number;
  /** Mean service of past days, ms. */
  readonly meanMs: number;
}

/** Every baseline's wait from now, ms. */
export function baselinesOf(asked: Asked): Record<Baseline, number> {
  const { engine, at } = asked;
  const called = calledBefore(asked);
  const waits = called.slice(-LAST).map(({ calledAt, arrivesAt }) => calledAt - arrivesAt);
  const last = called.at(-1);
  const head = engine.queue[0];
  return {
    'moving-average': waits.reduce((sum, wait) => sum + wait, 0) / Math.max(1, waits.length),
    les: last ? last.calledAt - last.arrivesAt : 0,
    hol: head ? at - head.arrivesAt : 0,
    ...queueLength(asked),
  };
}

function calledBefore({ day, at }: Asked): Visitor[] {
  const called = day.drawn.visitors.filter(({ calledAt }) => calledAt >= 0 && calledAt <= at);
  return called.sort((left, right) => left.calledAt - right.calledAt);
}

/** (people ahead + 1) · mean / windows: in the hall, in the zone, by who may serve whom. */
function queueLength({ day, engine, visitor, meanMs }: Asked) {
  const { kinds, floor, zoneOf } = day.drawn;
  const { open } = engine.windows;
  const place = engine.queue.indexOf(visitor);
  const ahead = engine.queue.slice(0, place);
  const zone = kinds[visitor.kind]?.zone;
  const inZone = ahead.filter(({ kind }) => kinds[kind]?.zone === zone).length;
  const windows = Array.from(open.keys()).filter((window) => open[window] === 1);
  const ofZone = windows.filter((window) => zoneOf[window] === zone).length;
  const may = (kind: number) =>
    windows.filter((window) => floor.may[window * floor.kinds + kind] === 1);
  const own = may(visitor.kind);
  // Whoever is ahead takes of our windows the share that is theirs too.
  const shared = ahead.reduce((sum, { kind }) => {
    const theirs = may(kind);
    const both = theirs.filter((window) => own.includes(window)).length;
    return sum + both / Math.max(1, theirs.length);
  }, 0);
  return {
    'ql-hall': ((ahead.length + 1) * meanMs) / Math.max(1, windows.length),
    'ql-zone': ((inZone + 1) * meanMs) / Math.max(1, ofZone),
    'ql-skills': ((shared + 1) * meanMs) / Math.max(1, own.length),
  };
}
