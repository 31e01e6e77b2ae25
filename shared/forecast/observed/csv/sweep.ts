/** Who waited at the ends of services: one pass over a day in the order of time. */
import type { Stop } from './completed.ts';
import type { Served } from './servers.ts';

/** At one instant: whoever arrives is there, then a service ends, then one begins. */
type Moment = readonly [at: number, kind: 0 | 1 | 2, stop: Stop];

/**
 * The services at whose end somebody waited whom their window could have served. Whoever was served
 * on arrival never waited.
 */
export function endsWithSomebody(
  stops: readonly Stop[],
  windowOf: ReadonlyMap<Served, number>,
  skills: readonly ReadonlySet<string>[],
): Set<Stop> {
  const moments: Moment[] = [];
  for (const stop of stops) {
    const leavesAt = stop.isServed ? stop.startedAt : (stop.endedAt ?? stop.arrivedAt);
    if (leavesAt !== null && leavesAt > stop.arrivedAt) {
      moments.push([stop.arrivedAt, 0, stop], [leavesAt, 2, stop]);
    }
    if (isServed(stop)) moments.push([stop.endedAt, 1, stop]);
  }
  moments.sort((left, right) => left[0] - right[0] || left[1] - right[1]);
  const waiting = new Map<string, number>();
  const found = new Set<Stop>();
  for (const [, kind, stop] of moments) {
    if (kind !== 1) {
      waiting.set(stop.queue, (waiting.get(stop.queue) ?? 0) + (kind === 0 ? 1 : -1));
    } else if (isServed(stop)) {
      const own = skills[windowOf.get(stop) ?? -1];
      if (own && [...own].some((queue) => (waiting.get(queue) ?? 0) > 0)) found.add(stop);
    }
  }
  return found;
}

/** Served from a known instant to a known instant. */
export function isServed(stop: Stop): stop is Served {
  return stop.isServed && stop.startedAt !== null && stop.endedAt !== null;
}
