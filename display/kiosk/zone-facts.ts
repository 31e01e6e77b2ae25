/** Waiting, longest wait and open windows of a zone, in words. Pure. */
import { minutesBetween } from '../../shared/client/format.ts';
import { windowsText } from '../../shared/views/printed-ticket.ts';
import type { ZoneRow } from '../../shared/views/zones.ts';
import type { Scene } from './scene.ts';

type Known = Pick<Scene, 'text' | 'view' | 'hallNow' | 'visit'>;

/** How many wait, how long the first of them, where; empty before the hall's first word. */
export function zoneFacts({ text, view, hallNow, visit }: Known, zone: ZoneRow): string[] {
  if (!view) return [];
  const { waiting, longestSinceAt, windows } = zone;
  const open =
    windows.length === 0
      ? text.noWindowOpen
      : text.openWindows(windowsText(windows, visit.language));
  return longestSinceAt === null
    ? [text.waiting(waiting), open]
    : [text.waiting(waiting), text.longestWait(minutesBetween(longestSinceAt, hallNow)), open];
}

/** The same as one line. */
export function zoneFactsText(scene: Known, zone: ZoneRow): string {
  return zoneFacts(scene, zone).join(' · ');
}
