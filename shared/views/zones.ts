/** What several screens say of a zone: how many wait, since when, and at which windows. */
import type { WindowNo, ZoneCode } from '../base/ids.ts';
import type { Series } from '../hall/config.ts';
import type { Day } from '../hall/day.ts';
import { inScope } from '../hall/routing/eligible.ts';
import { isForResult } from '../hall/routing/place.ts';
import type { HallWindow } from '../hall/window.ts';
import type { Names } from '../text/language.ts';
import type { NewcomerView, Outlook } from './outlook.ts';
import { NO_OUTLOOK, newcomerView } from './outlook.ts';

export interface ZoneRow {
  readonly code: ZoneCode;
  readonly name: Names;
  readonly series: Series;
  readonly floor: number;
  readonly way: Names;
  /** Who fetches a result is none of them: a collection window calls nobody else. */
  readonly waiting: number;
  /** Who fetches a result here. */
  readonly collecting: number;
  /** Arrival of the one who has waited longest, null when nobody waits. */
  readonly longestSinceAt: number | null;
  /** Open windows that serve the zone, paused ones too, collection windows not. */
  readonly windows: readonly WindowNo[];
  /** Those of them that are paused, and when each means to be back. */
  readonly paused: readonly { readonly window: WindowNo; readonly returnAt: number | null }[];
  /** What somebody who comes now may expect; null where nobody knows. */
  readonly estimate: NewcomerView | null;
}

/** The zones in the configuration's order. */
export function zoneRows(day: Day, outlook: Outlook = NO_OUTLOOK): ZoneRow[] {
  return day.plan.config.zones.map((zone) => {
    const here = day.waiting.filter((ticket) => ticket.zone === zone.code);
    const waiting = zone.series === 'L' ? here : here.filter((ticket) => !isForResult(ticket));
    const arrivals = waiting.map((ticket) => ticket.arrivedAt);
    return {
      code: zone.code,
      name: zone.name,
      series: zone.series,
      floor: zone.floor,
      way: zone.way,
      waiting: waiting.length,
      collecting: here.length - waiting.length,
      longestSinceAt: arrivals.length > 0 ? Math.min(...arrivals) : null,
      windows: windowsOfZone(day, zone.code),
      paused: pausedIn(day, zone.code),
      estimate: newcomerView(outlook, zone.code),
    };
  });
}

/** From where a zone presses: the policy's lines of the warnings of long wait and queue. */
export function zoneLimits({ plan }: Day) {
  const { policy } = plan.config;
  return {
    waitYellowMs: policy.alertWaitYellowMs,
    waitRedMs: policy.alertWaitRedMs,
    queueYellow: policy.alertQueuePerWindowYellow,
    queueRed: policy.alertQueuePerWindowRed,
  };
}

/** Open windows that call tickets of the zone. */
export function windowsOfZone(day: Day, zone: ZoneCode): WindowNo[] {
  return [...day.windows.values()]
    .filter((window) => isOpen(window) && inScope(window.zones, zone) && !isCollection(day, window))
    .map((window) => window.no);
}

function pausedIn(day: Day, zone: ZoneCode): ZoneRow['paused'] {
  return windowsOfZone(day, zone).flatMap((no) => {
    const state = day.windows.get(no)?.state;
    return state?.status === 'paused' ? [{ window: no, returnAt: state.pause.returnAt }] : [];
  });
}

function isCollection(day: Day, window: HallWindow): boolean {
  return day.plan.windows.get(window.no)?.kind === 'collection';
}

function isOpen(window: HallWindow): boolean {
  return window.state.status !== 'closed';
}
