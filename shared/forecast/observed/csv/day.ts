/** One day of a foreign log as an observed day: its tickets, its services, its windows' sessions. */
import {
  departmentCode,
  itemCode,
  staffNo,
  ticketId,
  windowNo,
  zoneCode,
} from '../../../base/ids.ts';
import type { BusinessDate } from '../../../base/ids.ts';
import type {
  ObservedDay,
  ObservedPause,
  ObservedService,
  ObservedSession,
  ObservedTicket,
} from '../observed-day.ts';
import type { Stop } from './completed.ts';
import type { Served, Servers } from './servers.ts';
import { endsWithSomebody, isServed } from './sweep.ts';

/** A window that calls nobody for longer, though somebody waits, is away. */
const AWAY_MIN_MS = 5 * 60_000;
/** The zone of a log that names none. */
const ONE_ZONE = 'hall';

/** The day, and how often a window was taken to be away. */
export function observedDayOf(
  date: BusinessDate,
  stops: readonly Stop[],
  servers: Servers,
): { day: ObservedDay; away: number } {
  const ids = idsOf(stops);
  const waited = endsWithSomebody(stops, servers.windowOf, servers.skills);
  const byWindow = new Map<number, Served[]>();
  for (const stop of stops) {
    const window = servers.windowOf.get(stop as Served);
    if (window === undefined || !isServed(stop)) continue;
    const own = byWindow.get(window) ?? [];
    own.push(stop);
    byWindow.set(window, own);
  }
  const services: ObservedService[] = [];
  const sessions: ObservedSession[] = [];
  for (const [window, own] of byWindow) {
    own.sort((left, right) => left.startedAt - right.startedAt);
    const clerk = staffNo(own[0]?.clerk ?? servers.names[window] ?? String(window + 1));
    const pauses: ObservedPause[] = [];
    own.forEach((stop, index) => {
      const next = own[index + 1];
      const pause = next ? awayBetween(stop, next, waited.has(stop)) : null;
      if (pause) pauses.push(pause);
      const follows = pause ? undefined : next;
      services.push({
        ...{ ticket: ids.get(stop) ?? ticketId(stop.ticket), window: windowNo(window + 1), clerk },
        ...{
          zone: zoneOf(stop),
          waitedFromAt: stop.arrivedAt,

          calledAt: stop.startedAt,
        },
        ...{ startedAt: stop.startedAt, endedAt: stop.endedAt, end: 'done', finishedCases: 1 },
        ...{ items: itemsOf(stop), rule: null, stop: 1 },
        nextCalledAt: follows?.startedAt ?? null,
        nextStartedAt: follows?.startedAt ?? null,
        somebodyWaited: waited.has(stop),
      });
    });
    const [first, last] = [own[0], own.at(-1)];
    if (!first || !last) continue;
    sessions.push({
      ...{ window: windowNo(window + 1), clerk, pauses },
      openedAt: first.startedAt,
      closedAt: Math.max(...own.map(({ endedAt }) => endedAt), last.endedAt),
      scopes: [{ fromAt: first.startedAt, zones: 'all', lane: 'any' }],
    });
  }
  services.sort((left, right) => left.calledAt - right.calledAt);
  const day: ObservedDay = {
    date,
    untilAt: stops.reduce((latest, stop) => Math.max(latest, stop.endedAt ?? 0, stop.arrivedAt), 0),
    isClosed: true,
    tickets: stops.map((stop) => ticketFor(stop, ids.get(stop) ?? ticketId(stop.ticket))),
    ...{ services, sessions, grants: [], assumed: [] },
  };
  return { day, away: sessions.reduce((sum, { pauses }) => sum + pauses.length, 0) };
}

/** From when the window could have called the next visitor and did not, if that was long. */
function awayBetween(stop: Served, next: Served, somebodyWaited: boolean): ObservedPause | null {
  const fromAt = somebodyWaited ? stop.endedAt : Math.max(stop.endedAt, next.arrivedAt);
  if (next.startedAt - fromAt < AWAY_MIN_MS) return null;
  return { reason: null, fromAt, toAt: next.startedAt, returnAt: null };
}

function ticketFor(stop: Stop, id: ObservedTicket['id']): ObservedTicket {
  const startedAt = stop.isServed ? stop.startedAt : null;
  return {
    ...{ id, series: 'A', zone: zoneOf(stop), items: itemsOf(stop), package: null },
    ...{ arrivedAt: stop.arrivedAt, queuedAt: stop.arrivedAt, class: null, creditMs: 0 },
    ...{ slotAt: null, slotRight: null, greenAt: null, isAccessible: false, agent: null },
    ...{ isCarried: false, firstCalledAt: startedAt, startedAt, endedAt: stop.endedAt },
    end: stop.isServed ? 'served' : 'abandoned',
    ...{ misses: 0, stepAways: 0 },
  };
}

function itemsOf({ queue }: Stop): ObservedTicket['items'] {
  return [{ item: itemCode(queue), department: departmentCode(queue), stop: 1 }];
}

function zoneOf({ zone }: Stop): ObservedTicket['zone'] {
  return zoneCode(zone ?? ONE_ZONE);
}

/** Numbers that come more than once on a day are told apart: `17`, `17/2`. */
function idsOf(stops: readonly Stop[]): Map<Stop, ObservedTicket['id']> {
  const counts = new Map<string, number>();
  return new Map(
    stops.map((stop) => {
      const count = (counts.get(stop.ticket) ?? 0) + 1;
      counts.set(stop.ticket, count);
      return [stop, ticketId(count === 1 ? stop.ticket : `${stop.ticket}/${String(count)}`)];
    }),
  );
}
