/**
 * A floor with walls between the zones: a window calls its zone alone. Where no window of a zone is
 * certified for a kind, its visitors are sent to any that is: nobody waits for ever, and no policy
 * gains by leaving people without a window.
 */
import type { Floor } from '../../simulation/floor.ts';

/** Fills `may` and `own` for windows that serve these zones; `certified` is the floor's own `may`. */
export function wallOff(
  floor: Pick<Floor, 'windows' | 'kinds' | 'may' | 'own'>,
  certified: Uint8Array,
  zoneOfKind: ArrayLike<number>,
  zoneOfWindow: ArrayLike<number>,
  isHere: readonly boolean[],
): void {
  const { windows, kinds, may, own } = floor;
  for (let kind = 0; kind < kinds; kind += 1) {
    let isServed = false;
    for (let window = 0, cell = kind; window < windows; window += 1, cell += kinds) {
      const isOwn = zoneOfWindow[window] === zoneOfKind[kind];
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
