/** How long a visitor may stand still before the kiosk starts over. Pure. */
import type { KioskView } from '../../shared/views/kiosk-screen.ts';
import type { Visit } from './visit.ts';
import { isFresh } from './visit.ts';

const IDLE_MS = 60_000;
const IDLE_TICKET_MS = 20_000;

/**
 * Null while there is nothing to forget. A printed ticket needs little time; without paper the
 * visitor has a number to note or a code to scan, and gets the time of a choice.
 */
export function idleLimitMs(
  visit: Visit,
  view: KioskView | null,
  hasPanel: boolean,
): number | null {
  const { place } = visit;
  if (place.at !== 'ticket') return isFresh(visit) && !hasPanel ? null : IDLE_MS;
  const paper = view?.prints.find(({ ticket }) => ticket === place.taken.ticket);
  return paper?.print.status === 'printed' ? IDLE_TICKET_MS : IDLE_MS;
}
