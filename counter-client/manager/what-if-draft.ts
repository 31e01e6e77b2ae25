/**
 * A sketch of the floor that a manager moves windows in before anything is applied: where each window
 * would stand, and who would open the closed ones. Pure; what is not changed follows the hall.
 */
import type { FloorView, FloorWindow } from '../../shared/views/manager-floor.ts';
import { areaKey } from './floor-areas.ts';

/** Where windows stand that are closed, and where they go to be closed. */
export const CLOSED = 'closed';

/** By window: the area it was moved to, `closed` included, and who opens it. */
export type Draft = ReadonlyMap<number, { readonly area: string; readonly clerk: string | null }>;

/** A change as the server takes it. */
export type PlannedChange = { readonly kind: string; readonly window: number } & Readonly<
  Record<string, unknown>
>;

/** The area in which the window stands in the hall. */
export function standsIn(window: FloorWindow): string {
  return window.status === 'closed' ? CLOSED : areaKey(window);
}

/** The area in which the sketch shows it. */
export function drawnIn(window: FloorWindow, draft: Draft): string {
  return draft.get(window.no)?.area ?? standsIn(window);
}

/** The sketch with a window moved; back at its own place it is no change. */
export function moved(draft: Draft, window: FloorWindow, area: string): Draft {
  const next = new Map(draft);
  if (area === standsIn(window)) next.delete(window.no);
  else next.set(window.no, { area, clerk: draft.get(window.no)?.clerk ?? null });
  return next;
}

/** The sketch with somebody to open a closed window; one person opens one. */
export function openedBy(draft: Draft, no: number, clerk: string | null): Draft {
  const next = new Map(draft);
  for (const [other, row] of next) {
    if (row.clerk === clerk && clerk !== null) next.set(other, { ...row, clerk: null });
  }
  const own = next.get(no);
  if (own) next.set(no, { ...own, clerk });
  return next;
}

/** What changed; null while somebody who opens a window is not chosen. Closings come first. */
export function changesOf(draft: Draft, { windows }: FloorView): PlannedChange[] | null {
  const changes: PlannedChange[] = [];
  for (const window of windows) {
    const row = draft.get(window.no);
    if (!row || row.area === standsIn(window)) continue;
    const { no } = window;
    const zones = row.area === 'all' ? 'all' : [row.area];
    if (row.area === CLOSED) changes.unshift({ kind: 'close', window: no });
    else if (window.status !== 'closed') changes.push({ kind: 'assign', window: no, zones });
    else if (row.clerk === null) return null;
    else changes.push({ kind: 'open', window: no, clerk: row.clerk, zones });
  }
  return changes;
}

/** The sketch without what the hall has done meanwhile. */
export function stillOpen(draft: Draft, { windows }: FloorView): Draft {
  const open = [...draft].filter(([no, row]) => {
    const window = windows.find((one) => one.no === no);
    return window !== undefined && standsIn(window) !== row.area;
  });
  return open.length === draft.size ? draft : new Map(open);
}
