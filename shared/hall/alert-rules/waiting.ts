/**
 * Alerts of the queues: somebody in a zone waits too long, or too many wait for each of its windows.
 * Windows that are closed or paused call nobody and do not count; who fetches a result waits for the
 * collection windows alone, all others for the rest.
 */
import type { ZoneCode } from '../../base/ids.ts';
import { startOfDay } from '../../calendar/business-date.ts';
import type { Zone } from '../config.ts';
import type { Day } from '../day.ts';
import { hoursOn } from '../opening.ts';
import { inScope } from '../routing/eligible.ts';
import { isForResult } from '../routing/place.ts';
import type { HallWindow } from '../window.ts';
import type { Burning, LookedAt } from './burning.ts';
import { minutes, waitingSince } from './burning.ts';

/** The longest wait of each zone. */
export function longWait({ day, at }: LookedAt): Burning[] {
  const { alertWaitYellowMs: yellow, alertWaitRedMs: red } = day.plan.config.policy;
  return day.plan.config.zones.flatMap(({ code }): Burning[] => {
    const about = longestWaiting(day, code, at);
    if (!about) return [];
    const measure = at - about.sinceAt;
    return [{ alert: `wait:${code}`, kind: 'long-wait', about, measure, yellow, red }];
  });
}

/** Who of the zone waits longest, since when, and the whole minutes; null where nobody waits. */
export function longestWaiting(day: Day, zone: ZoneCode, at: number) {
  const openedAt = doorsOpenAt(day);
  const [longest] = day.waiting
    .filter((ticket) => ticket.zone === zone)
    .map((ticket) => ({ ticket: ticket.id, sinceAt: waitingSince(day, ticket, openedAt) }))
    .sort((a, b) => a.sinceAt - b.sinceAt);
  return longest ? { zone, ...longest, count: minutes(at - longest.sinceAt) } : null;
}

/**
 * Tickets for each window of a zone, for results or for all else, whichever is more; a zone that
 * nobody serves counts as one with one window.
 */
export function queuePerWindow({ day }: LookedAt): Burning[] {
  const { alertQueuePerWindowYellow: yellow, alertQueuePerWindowRed: red } = day.plan.config.policy;
  return day.plan.config.zones.map((zone) => {
    const here = day.waiting.filter((ticket) => ticket.zone === zone.code);
    const results = here.filter(isForResult).length;
    const measure = Math.max(
      (here.length - results) / windowsCalling(day, zone, false),
      results / windowsCalling(day, zone, true),
    );
    const about = { zone: zone.code, count: Math.ceil(measure) };
    return { alert: `queue:${zone.code}`, kind: 'queue-per-window', about, measure, yellow, red };
  });
}

/** At least one. */
function windowsCalling(day: Day, zone: Zone, forResults: boolean): number {
  const windows = [...day.windows.values()].filter(
    (window) =>
      isCalling(window) &&
      inScope(window.zones, zone.code) &&
      (day.plan.windows.get(window.no)?.kind === 'collection') === forResults,
  );
  return Math.max(1, windows.length);
}

function isCalling({ state: { status } }: HallWindow): boolean {
  return status !== 'closed' && status !== 'paused';
}

function doorsOpenAt(day: Day): number {
  const { alwaysOpen } = day.plan.config.policy;
  const [first] = hoursOn(day.plan, day.date).sessions;
  return alwaysOpen || !first ? startOfDay(day.date) : first.openAt;
}
