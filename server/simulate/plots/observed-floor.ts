/** An observed day as a picture of the floor: services by zone (or by queue), pauses, who waited. */
import type { WindowNo } from '../../../shared/base/ids.ts';
import { hallTime } from '../../../shared/calendar/business-date.ts';
import type {
  ObservedDay,
  ObservedService,
  ObservedSession,
} from '../../../shared/forecast/observed/observed-day.ts';
import { byName, counted } from '../log/lines.ts';
import type { FloorPicture, Waited } from './floor-plot.ts';
import { GROUPS_MAX } from './floor-plot.ts';

const ROWS_MAX = 60;

/** `names` of a foreign log's windows by number from 1; empty for a hall's own. */
export function observedFloor(
  day: ObservedDay,
  names: readonly string[],
  range: readonly [number, number],
): FloorPicture {
  const nameOf = (window: WindowNo) => names[window - 1] ?? `window ${String(window)}`;
  const counts = countsOf(day.services, ({ window }) => window);
  const shown = [...counts]
    .sort((left, right) => right[1] - left[1])
    .slice(0, ROWS_MAX)
    .map(([window]) => window)
    .sort((left, right) => byName(nameOf(left), nameOf(right)));
  const rows = new Map(shown.map((window, row) => [window, row]));
  const groupOf = grouping(day.services);
  const groups = [...countsOf(day.services, groupOf)]
    .sort((left, right) => right[1] - left[1])
    .slice(0, GROUPS_MAX)
    .map(([name]) => name);
  const places = new Map(groups.map((name, place) => [name, place]));
  const hidden = counts.size - shown.length;
  return {
    title: "A day's floor, as it was",
    below:
      `${day.date}: ${counted(day.services.length, 'service')} at ${counted(counts.size, 'window')}` +
      (hidden > 0 ? `, ${String(hidden)} of which are not shown` : ''),
    windows: shown.map(nameOf),
    groups,
    services: day.services.flatMap((service) => {
      const row = rows.get(service.window);
      if (row === undefined) return [];
      const { calledAt, endedAt } = service;
      const group = places.get(groupOf(service)) ?? null;
      return [{ row, group, fromAt: calledAt, toAt: endedAt ?? day.untilAt }];
    }),
    open: day.sessions.flatMap((session) => {
      const row = rows.get(session.window);
      return row === undefined ? [] : openOf(session, row, day.untilAt);
    }),
    waits: waitsOf(day),
    ...{ range, clock: hallTime },
  };
}

/** By zone where there are several, else by queue or item. */
function grouping(services: readonly ObservedService[]): (service: ObservedService) => string {
  if (new Set(services.map(({ zone }) => zone)).size > 1) return ({ zone }) => zone;
  return ({ items }) => items[0]?.department ?? '-';
}

function countsOf<Key>(
  services: readonly ObservedService[],
  keyOf: (service: ObservedService) => Key,
): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const service of services) {
    const key = keyOf(service);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function openOf(session: ObservedSession, row: number, untilAt: number) {
  const parts: { row: number; fromAt: number; toAt: number }[] = [];
  let fromAt = session.openedAt;
  const closedAt = session.closedAt ?? untilAt;
  for (const pause of session.pauses) {
    if (pause.fromAt > fromAt) parts.push({ row, fromAt, toAt: pause.fromAt });
    fromAt = Math.max(fromAt, pause.toAt ?? closedAt);
  }
  if (closedAt > fromAt) parts.push({ row, fromAt, toAt: closedAt });
  return parts;
}

/** Everybody until the call, and whoever left without one until then. */
function waitsOf({ tickets, services }: ObservedDay): Waited[] {
  return [
    ...services.map(({ waitedFromAt, calledAt }) => ({ fromAt: waitedFromAt, toAt: calledAt })),
    ...tickets
      .filter(({ end, firstCalledAt }) => end === 'abandoned' && firstCalledAt === null)
      .map(({ queuedAt, endedAt }) => ({ fromAt: queuedAt, toAt: endedAt ?? queuedAt })),
  ];
}
