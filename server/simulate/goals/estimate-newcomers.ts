/** What newcomers of a simulated hall may want, as past days had it: what a zone's forecast speaks of. */
import type { Learned } from '../../../shared/forecast/estimate/learn.ts';
import type { HallModel } from '../../../shared/forecast/simulation/hall-model.ts';
import { itemsOf, zoneOfKind } from './observed-play.ts';
import type { StaffedDay } from './staffed-days.ts';

/** As many stand for a zone's newcomers as in the live hall. */
const KINDS_PER_ZONE = 8;
const ZONES = 3;

/** By zone: kinds that somebody may call, each as likely as the next. */
export function kindsOfZones(
  hall: HallModel,
  { drawn }: StaffedDay,
  { arrivals }: Learned,
): number[][] {
  const key = (items: readonly { readonly item: string }[]) =>
    items.map(({ item }) => item).join(' ');
  const kindOf = new Map(drawn.kinds.map((kind, index) => [key(itemsOf(hall, kind)), index]));
  const { may, windows, kinds } = drawn.floor;
  const isServed = (kind: number) =>
    Array.from({ length: windows }, (_, window) => may[window * kinds + kind]).includes(1);
  return Array.from({ length: ZONES }, (_, zone) => {
    const seen = arrivals.samples
      .filter((sample) => sample.zone === zoneOfKind({ zone }) && sample.creditMs === 0)
      .map(({ items }) => key(items))
      .sort()
      .flatMap((items) => kindOf.get(items) ?? [])
      .filter(isServed);
    const count = Math.min(KINDS_PER_ZONE, seen.length);
    return Array.from(
      { length: count },
      (_, index) => seen[Math.floor(((index + 0.5) / count) * seen.length)] ?? 0,
    );
  });
}
