/**
 * Certificates of S4: a clerk masters most departments of the own zone and some of the others; each
 * department has at least two clerks who are here, and a few items are left with exactly two.
 */
import type { Kind } from './day-draw.ts';
import type { Floor } from './floor.ts';
import type { HallModel } from './hall-model.ts';
import type { Chance } from './random.ts';

const OWN_ZONE = 0.85;
const OTHER_ZONE = 0.3;
const CLERKS_MIN = 2;
/** The share of items that only two clerks may handle, as in the demo catalogue (37 of 805). */
const SCARCE = 0.046;

/** Fills `may` and `skills` of the floor. */
export function drawSkills(
  chance: Chance,
  hall: HallModel,
  floor: Floor,
  kinds: readonly Kind[],
  zoneOf: Int32Array,
): void {
  const { windows } = floor;
  const isHere = (window: number) => (floor.shifts[window]?.length ?? 0) > 0;
  const zones = zonesOf(hall);
  const certified = zones.map((zone) => {
    const row = Array.from(zoneOf, (home) => chance.happens(home === zone ? OWN_ZONE : OTHER_ZONE));
    while (row.filter((is, window) => is && isHere(window)).length < CLERKS_MIN)
      row[chance.index(windows)] = true;
    return row;
  });
  const scarce = new Map<number, readonly number[]>();
  for (const [index, { department }] of hall.items.entries()) {
    if (!chance.happens(SCARCE)) continue;
    const clerks = (certified[department] ?? []).flatMap((is, window) =>
      is && isHere(window) ? [window] : [],
    );
    const from = chance.index(clerks.length);
    scarce.set(
      index,
      [0, 1].map((step) => clerks[(from + step) % clerks.length] ?? 0),
    );
  }
  const places = new Map(hall.items.map((item, index) => [item, index]));
  for (let window = 0; window < windows; window += 1) {
    let count = 0;
    for (const [index, { items }] of kinds.entries()) {
      const may = items.every((item) => {
        const only = scarce.get(places.get(item) ?? -1);
        return only ? only.includes(window) : certified[item.department]?.[window] === true;
      });
      floor.may[window * floor.kinds + index] = may ? 1 : 0;
      if (may) count += 1;
    }
    floor.skills[window] = count;
  }
}

function zonesOf({ items, departments }: HallModel): number[] {
  return Array.from(
    { length: departments },
    (_, department) => items.find((item) => item.department === department)?.zone ?? 0,
  );
}
