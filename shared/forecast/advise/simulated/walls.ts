/**
 * A floor with walls between the zones: a window calls the zones that it is put to. Where no window of
 * a zone is certified for a kind, its visitors are sent to any that is: nobody waits for ever, and no
 * policy gains by leaving people without a window.
 */
import type { Floor } from '../../simulation/floor.ts';

/**
 * Fills `may` and `own`; `scopes` are the zones of each window as bits, zone 0 the lowest, and
 * `certified` is the floor's own `may`.
 */
export function wallOff(
  floor: Pick<Floor, 'windows' | 'kinds' | 'may' | 'own'>,
  certified: Uint8Array,
  zoneOfKind: ArrayLike<number>,
  scopes: ArrayLike<number>,
  isHere: readonly boolean[],
): void {
  const { windows, kinds, may, own } = floor;
  for (let kind = 0; kind < kinds; kind += 1) {
    let isServed = false;
    for (let window = 0, cell = kind; window < windows; window += 1, cell += kinds) {
      const isOwn = serves(scopes[window] ?? 0, zoneOfKind[kind] ?? 0);
      own[cell] = isOwn ? 1 : 0;
      may[cell] = isOwn ? (certified[cell] ?? 0) : 0;
      if (may[cell] === 1 && isHere[window]) isServed = true;
    }
    if (isServed) continue;
    for (let window = 0, cell = kind; window < windows; window += 1, cell += kinds) {
      may[cell] = certified[cell] ?? 0;
    }
  }
}

/** Whether the scope, zones as bits, has the zone. */
export function serves(scope: number, zone: number): boolean {
  return ((scope >> zone) & 1) === 1;
}
