/**
 * What a foreign log left open about services, filled in where there is ground for it, and counted:
 * a later row of the same visit waits from the end of the one before; a missing start is the end
 * before at the same window; a missing end is the queue's median; of two services at one window at a
 * time the first ends where the next begins.
 */
import { median } from '../../statistics.ts';
import type { Assumption, AssumptionKind } from '../observed-day.ts';
import type { CsvVisit } from './rows.ts';

/** A visit with its times known: served from `startedAt` to `endedAt`, or left. */
export interface Stop extends CsvVisit {
  /** Who stood at which window; '' where the log does not tell. */
  readonly server: string;
}

const MANY_SERVICES_MIN = 20;
const MANY_SHARE_MIN = 0.25;

/** Fills in what can be; the stops come in the order of their services. */
export function completed(visits: readonly CsvVisit[]): { stops: Stop[]; assumed: Assumption[] } {
  const counts = new Map<AssumptionKind, number>();
  const assume = (what: AssumptionKind) => counts.set(what, (counts.get(what) ?? 0) + 1);
  const many = namesOfMany(visits);
  const stops = visits.map((visit): Stop => {
    const server = serverOf(visit);
    return { ...visit, server: many.has(server) ? '' : server };
  });
  if (many.size > 0) counts.set('name-of-many', many.size);
  const medians = mediansOf(stops);
  stops.sort((left, right) => timeOf(left) - timeOf(right));
  const lastAt = new Map<string, Stop>();
  for (const stop of stops) {
    if (!stop.isServed) continue;
    const before = stop.server === '' ? undefined : lastAt.get(stop.server);
    if (stop.startedAt === null) {
      const previousEndAt = before?.endedAt ?? stop.arrivedAt;
      const latestAt = stop.endedAt ?? stop.arrivedAt;
      stop.startedAt = Math.min(latestAt, Math.max(stop.arrivedAt, previousEndAt));
      assume('start-from-window');
    }
    if (before && (before.endedAt ?? 0) > stop.startedAt) {
      before.endedAt = Math.max(before.startedAt ?? 0, stop.startedAt);
      assume('overlap-cut');
    }
    if (stop.endedAt === null) {
      stop.endedAt = stop.startedAt + (medians.get(stop.queue) ?? medians.get('') ?? 0);
      assume('end-from-queue');
    }
    lastAt.set(stop.server, stop);
  }
  for (const rows of visitsByTicket(stops)) if (rows.length > 1) chained(rows, assume);
  return { stops, assumed: [...counts].map(([what, count]) => ({ what, count })) };
}

function serverOf({ window, clerk }: CsvVisit): string {
  return [window, clerk].filter((name) => name !== null).join(' ');
}

/** Names under which services overlap as a rule: a place of several windows, not one of them. */
function namesOfMany(visits: readonly CsvVisit[]): Set<string> {
  const served = visits.filter(({ startedAt, endedAt }) => startedAt !== null && endedAt !== null);
  served.sort((left, right) => timeOf(left) - timeOf(right));
  const seen = new Map<string, { services: number; overlaps: number; untilAt: number }>();
  for (const visit of served) {
    const name = serverOf(visit);
    const row = seen.get(name) ?? { services: 0, overlaps: 0, untilAt: 0 };
    row.services += 1;
    if (row.untilAt > timeOf(visit)) row.overlaps += 1;
    row.untilAt = Math.max(row.untilAt, visit.endedAt ?? 0);
    seen.set(name, row);
  }
  const isMany = (row: { services: number; overlaps: number }) =>
    row.services >= MANY_SERVICES_MIN && row.overlaps > row.services * MANY_SHARE_MIN;
  return new Set([...seen].flatMap(([name, row]) => (isMany(row) && name !== '' ? [name] : [])));
}

function timeOf({ startedAt, endedAt, arrivedAt }: CsvVisit): number {
  return startedAt ?? endedAt ?? arrivedAt;
}

/** Median service by queue, and of all under ''. */
function mediansOf(stops: readonly Stop[]): Map<string, number> {
  const lengths = new Map<string, number[]>([['', []]]);
  for (const { queue, startedAt, endedAt } of stops) {
    if (startedAt === null || endedAt === null) continue;
    const own = lengths.get(queue) ?? [];
    own.push(endedAt - startedAt);
    lengths.set(queue, own);
    lengths.get('')?.push(endedAt - startedAt);
  }
  return new Map([...lengths].map(([queue, list]) => [queue, median(list) ?? 0]));
}

function visitsByTicket(stops: readonly Stop[]): Iterable<Stop[]> {
  return Map.groupBy(stops, ({ ticket }) => ticket).values();
}

/** A number that comes again much later is another visitor's; one that overlaps is the same visit. */
function chained(rows: readonly Stop[], assume: (what: AssumptionKind) => void): void {
  let previousEndAt = -Infinity;
  for (const stop of rows) {
    const at = stop.startedAt ?? stop.arrivedAt;
    if (stop.arrivedAt < previousEndAt && previousEndAt <= at) {
      stop.arrivedAt = previousEndAt;
      assume('wait-from-previous-end');
    }
    previousEndAt = stop.endedAt ?? at;
  }
}
