/**
 * The floor as areas: each zone with the windows that serve it, and one area for windows that serve
 * all zones or several. How pressing a zone is follows from its waiting and its longest wait. Pure.
 */
import type { FloorView, FloorWindow } from '../../shared/views/manager-floor.ts';
import type { ZoneRow } from '../../shared/views/zones.ts';

/** Above this many windows tiles are small, so that a large hall needs no scrolling. */
const DENSE_ABOVE_WINDOWS = 16;

export type Heat = 'calm' | 'busy' | 'burning';

export interface Area {
  /** A zone's code, or `all`. */
  readonly key: string;
  readonly zone: ZoneRow | null;
  readonly windows: readonly FloorWindow[];
}

/** The areas in the configuration's order, the one for all zones last. */
export function areasOf(view: FloorView): Area[] {
  const zones = view.zones.map((zone) => ({
    key: zone.code,
    zone,
    windows: view.windows.filter((window) => areaKey(window) === zone.code),
  }));
  const wide = view.windows.filter((window) => areaKey(window) === 'all');
  return [...zones, { key: 'all', zone: null, windows: wide }];
}

/** The area in which a window stands now. */
export function areaKey({ zones }: FloorWindow): string {
  const [only, ...others] = zones === 'all' ? [] : zones;
  return only !== undefined && others.length === 0 ? only : 'all';
}

/** How pressing it is by the limits of the warnings; waiting without any open window burns at once. */
export function heatOf(zone: ZoneRow, now: number, limits: FloorView['limits']): Heat {
  if (zone.waiting === 0) return 'calm';
  const open = zone.windows.length;
  const waitMs = zone.longestSinceAt === null ? 0 : now - zone.longestSinceAt;
  if (open === 0 || zone.waiting > limits.queueRed * open || waitMs > limits.waitRedMs) {
    return 'burning';
  }
  return zone.waiting > limits.queueYellow * open || waitMs > limits.waitYellowMs ? 'busy' : 'calm';
}

/** Whether the hall is large enough for small tiles. */
export function isDense({ windows }: FloorView): boolean {
  return windows.length > DENSE_ABOVE_WINDOWS;
}
