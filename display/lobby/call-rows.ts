/**
 * Which calls stand on the board. Pure. Everybody who is still awaited has a row, newest on top;
 * rows left over on the last page show who went to a window lately, so that a glance that comes too late still
 * finds its number. Who was missed or is done has no row.
 */
import type { LobbyCall } from '../../shared/views/lobby-board.ts';
import type { ZoneRow } from '../../shared/views/zones.ts';
import { pagesOf } from '../parts/paging.ts';

export const ROWS_PER_PAGE = 4;
/** In the hall's time. */
const LATELY_MS = 10 * 60_000;

/**
 * The board's pages; one empty page when nobody is called. With a zone of its own the screen shows
 * that zone's calls first, its neighbours' after them.
 */
export function callPages(
  calls: readonly LobbyCall[],
  hallNow: number,
  zone: string | null = null,
): LobbyCall[][] {
  const isNear = (call: LobbyCall) => Number(zone !== null && call.zone !== zone);
  const inOrder = [...calls].sort(
    (left, right) => isNear(left) - isNear(right) || right.callSeq - left.callSeq,
  );
  const awaited = inOrder.filter((call) => call.status === 'called');
  const lately = inOrder.filter(
    (call) => call.status === 'serving' && hallNow - call.lastCallAt < LATELY_MS,
  );
  const full = Math.max(1, Math.ceil(awaited.length / ROWS_PER_PAGE)) * ROWS_PER_PAGE;
  const rows = [...awaited, ...lately.slice(0, full - awaited.length)];
  // A last page that is not full shows the rows before it once more: nobody looks at a bare board.
  return pagesOf(rows, ROWS_PER_PAGE).map((page, index) =>
    index > 0 && page.length < ROWS_PER_PAGE ? rows.slice(-ROWS_PER_PAGE) : page,
  );
}

/** Calls of one zone; every call when no zone is asked for. */
export function callsOfZone(calls: readonly LobbyCall[], zone: string | null): LobbyCall[] {
  return calls.filter((call) => zone === null || call.zone === zone);
}

/**
 * The screen's own zone first, then its neighbours: those that stand before and after it on the same
 * floor, in the hall's own order. Every zone when none is asked for; none when it is not there.
 */
export function zonesNear(zones: readonly ZoneRow[], zone: string | null): ZoneRow[] {
  if (zone === null) return [...zones];
  const place = zones.findIndex(({ code }) => code === zone);
  const own = zones[place];
  if (!own) return [];
  const beside = [zones[place - 1], zones[place + 1]].filter((row) => row?.floor === own.floor);
  return [own, ...beside.filter((row) => row !== undefined)];
}
