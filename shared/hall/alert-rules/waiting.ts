/**
 * Alerts of the queues: somebody in a zone waits too long, or too many wait for each of its windows.
 * Windows that are closed or paused call nobody and do not count.
 */
import { startOfDay } from '../../calendar/business-date.ts';
import type { Zone } from '../config.ts';
import type { Day } from '../day.ts';
import { hoursOn } from '../opening.ts';
import { inScope } from '../routing/eligible.ts';
import type { HallWindow } from '../window.ts';
import type { Burning, LookedAt } from './burning.ts';
import { minutes, waitingSince } from './burning.ts';

/** The longest wait of each zone. */
export function longWait({ day, at }: LookedAt): Burning[] {
  const { alertWaitYellowMs: yellow, alertWaitRedMs: red } = day.plan.config.policy;
  const openedAt = doorsOpenAt(day);
  return day.plan.config.zones.flatMap(({ code }): Burning[] => {
    const [longest] = day.waiting
      .filter((ticket) => ticket.zone === code)
      .map((ticket) => ({ id: ticket.id, sinceAt: waitingSince(day, ticket, openedAt) }))
      .sort((a, b) => a.sinceAt - b.sinceAt);
    if (!longest) return [];
    const measure = at - longest.sinceAt;
    const about = { zone: code, ticket: longest.id, count: minutes(measure) };
    return [
      {
        alert: `wait:${code}`,
        kind: 'long-wait',
        about: { ...about, sinceAt: longest.sinceAt },
        ...{ measure, yellow, red },
      },
    ];
  });
}

/** Tickets for each window of a zone; a zone that nobody serves counts as one with one window. */
export function queuePerWindow({ day }: LookedAt): Burning[] {
  const { alertQueuePerWindowYellow: yellow, alertQueuePerWindowRed: red } = day.plan.config.policy;
  return day.plan.config.zones.map((zone) => {
    const waiting = day.waiting.filter((ticket) => ticket.zone === zone.code).length;
    const windows = [...day.windows.values()].filter((window) => isCalling(day, window, zone));
    const measure = waiting / Math.max(1, windows.length);
    const about = { zone: zone.code, count: Math.ceil(measure) };
    return { alert: `queue:${zone.code}`, kind: 'queue-per-window', about, measure, yellow, red };
  });
}

function isCalling(day: Day, window: HallWindow, zone: Zone): boolean {
  const { status } = window.state;
  if (status === 'closed' || status === 'paused' || !inScope(window.zones, zone.code)) return false;
  const isCollection = day.plan.windows.get(window.no)?.kind === 'collection';
  return isCollection === (zone.series === 'L');
}

function doorsOpenAt(day: Day): number {
  const { alwaysOpen } = day.plan.config.policy;
  const [first] = hoursOn(day.plan, day.date).sessions;
  return alwaysOpen || !first ? startOfDay(day.date) : first.openAt;
}
