/** The zones that a window serves now, by name. */
import type { WindowNo } from '../base/ids.ts';
import type { Day } from '../hall/day.ts';
import { windowOf } from '../hall/fold-windows.ts';
import type { Names } from '../text/language.ts';

/** Names of the window's zones; null means every zone. */
export function scopeNames(day: Day, no: WindowNo): readonly Names[] | null {
  const { zones } = windowOf(day, no);
  if (zones === 'all') return null;
  return zones.flatMap((code) => {
    const zone = day.plan.zones.get(code);
    return zone ? [zone.name] : [];
  });
}
