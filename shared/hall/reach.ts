/**
 * Who could take what: the furniture of the hall and its people's certificates, whoever sits where
 * now. A window that was moved for the day may go home, so its own place counts too; zones are walls
 * here in any order of calling, so that a plan holds when the hall goes back to the strict one. What is planned
 * or refused here is a question of possibility; who calls whom at a moment stands in the routing.
 */
import type { ItemCode, StaffNo, ZoneCode } from '../base/ids.ts';
import { isCertified } from './certificates.ts';
import type { Day } from './day.ts';
import { inScope, isOwnZone, needsCertificates } from './routing/eligible.ts';
import type { Ticket } from './ticket.ts';
import type { HallWindow } from './window.ts';

/** Which windows and which people are asked; left out, all of the hall. */
export interface Among {
  readonly windows?: (window: HallWindow) => boolean;
  readonly people?: (clerk: StaffNo) => boolean;
}

/** What of a ticket decides where it can be taken at all; a ticket to come has it as well. */
export type Visit = Pick<Ticket, 'series' | 'package'>;
type ItemSet = ReadonlySet<ItemCode>;

/**
 * What one window and one clerk can take together of these items at a stop of the visit: each set
 * that occurs, once. Few windows and certificates differ, so this stays small in a large hall.
 */
export function takeable(
  day: Day,
  visit: Visit,
  stop: number,
  items: readonly ItemCode[],
  among: Among = {},
): ItemSet[] {
  const places = distinct(
    furniture(day)
      .filter((window) => among.windows?.(window) ?? true)
      .map((window) => items.filter((item) => takesItem(day, visit, stop, item, window))),
  );
  const people = distinct(
    day.plan.config.staff
      .filter(({ staffNo, retired }) => !retired && (among.people?.(staffNo) ?? true))
      .map(({ staffNo }) =>
        items.filter((item) => !needsCertificates(visit) || isCertified(day, staffNo, item)),
      ),
  );
  return distinct(
    places.flatMap((place) =>
      people.map((person) => [...place].filter((item) => person.has(item))),
    ),
  );
}

/** Whether some window and some clerk can take all the items together. */
export function isTakeable(
  day: Day,
  visit: Visit,
  stop: number,
  items: readonly ItemCode[],
  among: Among = {},
): boolean {
  const wanted = new Set(items).size;
  return takeable(day, visit, stop, items, among).some(({ size }) => size === wanted);
}

/**
 * The zone where a stop waits: of most of its minutes, of the first item when even; a package's own
 * at the first stop. Where no window of that zone takes them all, the zone of one that does.
 */
export function zoneFor(
  day: Day,
  visit: Visit,
  stop: number,
  items: readonly ItemCode[],
): ZoneCode {
  const pack = visit.package === null ? undefined : day.plan.packages.get(visit.package);
  if (pack && stop === 1) return pack.zone;
  const zones = zonesByMinutes(day, items);
  const windows = furniture(day).filter((window) =>
    items.every((item) => takesItem(day, visit, stop, item, window)),
  );
  const served = zones.find((zone) => windows.some((window) => inScope(window.zones, zone)));
  const scope = windows[0]?.zones;
  const zone = served ?? (scope === undefined || scope === 'all' ? zones[0] : scope[0]);
  if (zone === undefined) throw new Error('a stop without items has no zone');
  return zone;
}

/** The zones of the items, that of the most minutes first. */
export function zonesByMinutes(day: Day, items: readonly ItemCode[]): ZoneCode[] {
  const minutes = new Map<ZoneCode, number>();
  for (const code of items) {
    const item = day.plan.items.get(code);
    if (item) minutes.set(item.zone, (minutes.get(item.zone) ?? 0) + item.expectedMinutes);
  }
  return [...minutes].sort(([, left], [, right]) => right - left).map(([zone]) => zone);
}

/** Every window where it stands today, and where it belongs. */
function furniture(day: Day): HallWindow[] {
  return [...day.windows.values()].flatMap((window) => {
    const place = day.plan.windows.get(window.no);
    if (!place || place.retired) return [];
    return place.zones === window.zones ? [window] : [window, { ...window, zones: place.zones }];
  });
}

/** Asked as a visit of this one item; at a later stop as what is left of a larger one. */
function takesItem(
  day: Day,
  { series, package: pack }: Visit,
  stop: number,
  item: ItemCode,
  window: HallWindow,
): boolean {
  return isOwnZone(day, { series, package: pack, stop, cases: [{ item, stop }] }, window);
}

function distinct(lists: readonly (readonly ItemCode[])[]): ItemSet[] {
  const byKey = new Map(lists.map((list) => [list.join(' '), new Set(list)]));
  return [...byKey.values()].filter(({ size }) => size > 0);
}
