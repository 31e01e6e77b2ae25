/**
 * Which calls stand on the board. Pure. Everybody who is still awaited has a row, newest on top;
 * rows left over on the last page show who went to a window lately, so that a glance that comes too late still
 * finds its number. Who was missed or is done has no row.
 */
import type { LobbyCall } from '../../shared/views/lobby-board.ts';
import { pagesOf } from '../parts/paging.ts';

export const ROWS_PER_PAGE = 4;
/** In the hall's time. */
const LATELY_MS = 10 * 60_000;

/** The board's pages; one empty page when nobody is called. */
export function callPages(calls: readonly LobbyCall[], hallNow: number): LobbyCall[][] {
  const newestFirst = [...calls].sort((left, right) => right.callSeq - left.callSeq);
  const awaited = newestFirst.filter((call) => call.status === 'called');
  const lately = newestFirst.filter(
    (call) => call.status === 'serving' && hallNow - call.lastCallAt < LATELY_MS,
  );
  const full = Math.max(1, Math.ceil(awaited.length / ROWS_PER_PAGE)) * ROWS_PER_PAGE;
  return pagesOf([...awaited, ...lately.slice(0, full - awaited.length)], ROWS_PER_PAGE);
}

/** Calls of one zone; every call when no zone is asked for. */
export function callsOfZone(calls: readonly LobbyCall[], zone: string | null): LobbyCall[] {
  return calls.filter((call) => zone === null || call.zone === zone);
}
