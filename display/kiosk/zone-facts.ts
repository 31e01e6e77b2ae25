/** Waiting, longest wait and open windows of a zone, in words. Pure. */
import { MINUTE_MS } from '../../shared/base/time.ts';
import { clockTime, minutesBetween } from '../../shared/client/format.ts';
import { windowsText } from '../../shared/views/printed-words.ts';
import { estimateText } from '../../shared/text/estimates.ts';
import { hoursNote } from '../../shared/views/hours-words.ts';
import { fresh } from '../../shared/views/outlook.ts';
import type { ZoneRow } from '../../shared/views/zones.ts';
import type { Scene } from './scene.ts';

type Known = Pick<Scene, 'text' | 'view' | 'hallNow' | 'visit' | 'cutOffSinceAt'>;

/**
 * How many wait, what who comes now may expect, where; the longest wait so far where nobody knows.
 * Empty before the hall's first word; while it is not heard, who waited then and since when that is.
 */
export function zoneFacts(scene: Known, zone: ZoneRow): string[] {
  const { text, view, hallNow, visit, cutOffSinceAt } = scene;
  if (!view) return [];
  const { waiting, longestSinceAt, windows } = zone;
  if (cutOffSinceAt !== null) return [text.asOf(clockTime(cutOffSinceAt), text.waiting(waiting))];
  const estimate = windows.length === 0 ? null : fresh(zone.estimate, hallNow);
  const open =
    windows.length === 0
      ? text.noWindowOpen
      : text.openWindows(windowsText(windows, visit.language));
  if (estimate) {
    const { p50Minutes, p90Minutes } = estimate;
    const told = estimateText[visit.language].about(p50Minutes, p90Minutes);
    const note = hoursNote(view.hours, hallNow + p90Minutes * MINUTE_MS, visit.language);
    return [text.waiting(waiting), told, ...(note === null ? [] : [note]), open];
  }
  return longestSinceAt === null
    ? [text.waiting(waiting), open]
    : [text.waiting(waiting), text.longestWait(minutesBetween(longestSinceAt, hallNow)), open];
}

/**
 * What a zone's card says: all of it, or in large type or the low position, which have less room, how
 * many wait and the one thing most worth knowing: that nobody serves, that it may be after closing,
 * else the wait, else where.
 * Low cards are half as wide and tell the wait as a span.
 */
export function zoneCardFacts(scene: Known, zone: ZoneRow): string[] {
  const facts = zoneFacts(scene, zone);
  const { isLarge, isLow, language } = scene.visit;
  if (facts.length < 3 || !(isLarge || isLow)) return facts;
  const [waiting = '', wait = '', note = ''] = facts;
  if (zone.windows.length === 0) return [waiting, facts.at(-1) ?? ''];
  if (facts.length > 3) return [waiting, note];
  const estimate = isLow ? fresh(zone.estimate, scene.hallNow) : null;
  if (!estimate) return [waiting, wait];
  return [waiting, estimateText[language].span(estimate.p50Minutes, estimate.p90Minutes)];
}

/** All of it as one line. */
export function zoneFactsText(scene: Known, zone: ZoneRow): string {
  return zoneFacts(scene, zone).join(' · ');
}
