/**
 * What a visit to come will be: which items it is for, its zone and series, and at which stop each
 * case is served. A ticket that nobody in the hall could take is refused here, rather than left
 * waiting for ever; what needs several windows is not.
 */
import type { ItemCode, PackageCode, ZoneCode } from '../base/ids.ts';
import type { Series } from './config.ts';
import type { Day } from './day.ts';
import { isRefusal } from './decision.ts';
import { groupedByStop, inTurns } from './itinerary.ts';
import { zoneFor, zonesByMinutes } from './reach.ts';
import type { Refusal } from './refusal.ts';
import { refused } from './refusal.ts';

export interface WantedVisit {
  readonly items: readonly ItemCode[];
  readonly package?: PackageCode;
  /** Comes for others: the same item may stand there twice, and many cases are taken in turns. */
  readonly isAgent?: boolean;
  /** One result is fetched, at a collection window. */
  readonly isPickup?: boolean;
}

export interface PlannedVisit {
  readonly series: Series;
  readonly zone: ZoneCode;
  readonly package: PackageCode | null;
  /** In the order in which they were chosen; `stop` counts from 1. */
  readonly cases: readonly { readonly item: ItemCode; readonly stop: number }[];
}

/** Plans the windows of a visit; names the first item that nobody can take. */
export function planVisit(day: Day, wanted: WantedVisit): PlannedVisit | Refusal {
  const items = itemsOf(day, wanted);
  if ('refused' in items) return items;
  const { isPickup = false, isAgent = false } = wanted;
  const visit = {
    series: isPickup ? 'L' : seriesAtFirst(day, wanted, items),
    package: isPickup ? null : (wanted.package ?? null),
  } as const;
  const rows = items.map((item, place) => ({ item, place }));
  const groups = groupedByStop(day, visit, 1, rows);
  if (isRefusal(groups)) return groups;
  const stops = inTurns(day, isAgent, groups);
  const zone = zoneFor(
    day,
    visit,
    1,
    (stops[0] ?? []).map(({ item }) => item),
  );
  const series = isPickup || visit.package !== null ? visit.series : seriesOf(day, zone);
  const cases = stops
    .flatMap((group, index) => group.map((row) => ({ ...row, stop: index + 1 })))
    .sort((left, right) => left.place - right.place)
    .map(({ item, stop }) => ({ item, stop }));
  return { series, zone, package: visit.package, cases };
}

/** The items that are meant, all of them on offer: a package's own when none is named. */
function itemsOf(day: Day, wanted: WantedVisit): readonly ItemCode[] | Refusal {
  const { items: named, isAgent = false, isPickup = false } = wanted;
  const pack = wanted.package && day.plan.packages.get(wanted.package);
  if (wanted.package && (!pack || pack.retired)) return refused('unknown-package', wanted.package);
  const isOffered = (item: ItemCode) => {
    const row = day.plan.items.get(item);
    return row !== undefined && !row.retired;
  };
  const items = pack && named.length === 0 ? pack.items.filter(isOffered) : named;
  const unknown = items.find((item) => !isOffered(item));
  if (unknown) return refused('unknown-item', unknown);
  if (items.length === 0) return refused('no-items');
  const most = isPickup ? 1 : day.plan.config.policy.casesPerTicketMax;
  if (items.length > most) return refused('too-many-cases', String(most));
  if (!isAgent && new Set(items).size < items.length) return refused('items-twice');
  return items;
}

function seriesAtFirst(day: Day, wanted: WantedVisit, items: readonly ItemCode[]): Series {
  if (wanted.package) return 'F';
  const [zone] = zonesByMinutes(day, items);
  if (zone === undefined) throw new Error('a ticket without items has no zone');
  return seriesOf(day, zone);
}

function seriesOf(day: Day, zone: ZoneCode): Series {
  const found = day.plan.zones.get(zone);
  if (!found) throw new Error(`zone ${zone} is missing in the configuration`);
  return found.series;
}
