/** What the night before has left for the day: bookings, a result to fetch, its events and counts. */
import type { Api, Auth } from './api.ts';
import type { Bookings } from './appointments.ts';
import { bookAll, raceForAPlace } from './appointments.ts';
import { eventsOn } from './day-log.ts';
import type { HallDay } from './day.ts';
import type { NightStream } from './history.ts';
import type { Night } from './night.ts';
import type { Visitor } from './visitors.ts';

/** Appointments of the days before, and those that are made this morning. */
export async function bookedBy(
  day: HallDay,
  visitors: readonly Visitor[],
  night: Night | null,
): Promise<Bookings> {
  const rest = visitors.filter(
    ({ trait, index }) => trait?.kind === 'appointment' && !night?.bookings.has(index),
  );
  const [first] = rest;
  if (first) await raceForAPlace(day, first);
  return new Map([...(night?.bookings ?? []), ...(await bookAll(day, rest))]);
}

/** The first who fetches a result brings the slip of the night's case. */
export function withPickup(visitors: readonly Visitor[], night: Night | null): Visitor[] {
  const first = visitors.find(({ trait }) => trait?.kind === 'pickup');
  const of = night?.pickupOf ?? null;
  return visitors.map((visitor) =>
    visitor === first ? { ...visitor, trait: { kind: 'pickup', of } } : visitor,
  );
}

/** The nights' events, the last one read now that its day has turned. */
export async function nightStreams(api: Api, auth: Auth, night: Night): Promise<NightStream[]> {
  const date = night.lastDate;
  return [...night.streams, { date, events: await eventsOn(api, auth, date) }];
}

/** Both counts together. */
export function mergedCounts(
  one: ReadonlyMap<string, number>,
  other: ReadonlyMap<string, number>,
): Map<string, number> {
  const sums = new Map(one);
  for (const [name, count] of other) sums.set(name, (sums.get(name) ?? 0) + count);
  return sums;
}
