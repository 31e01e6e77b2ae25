/**
 * A time of calling beside the hall's hours: one that lies outside them is never told without saying
 * so. A hall that is always open closes nothing. The same words on screens, phone and paper.
 */
import { hallTime } from '../calendar/business-date.ts';
import { estimateText } from '../text/estimates.ts';
import type { Language } from '../text/language.ts';
import type { HoursView } from './hours.ts';

/** What the hours make of a call that is told for this instant at the latest; null for nothing. */
export function hoursNote(
  { alwaysOpen, sessions }: HoursView,
  byAt: number,
  language: Language,
): string | null {
  const last = sessions.at(-1);
  if (alwaysOpen || !last) return null;
  const text = estimateText[language];
  if (byAt > last.closeAt) return text.afterClosing(hallTime(last.closeAt));
  const place = sessions.findIndex(({ closeAt }) => byAt <= closeAt);
  const [before, next] = [sessions[place - 1], sessions[place]];
  if (!next || byAt >= next.openAt) return null;
  const openTime = hallTime(next.openAt);
  return before ? text.overBreak(hallTime(before.closeAt), openTime) : text.fromOpening(openTime);
}

/** The words, and what the hours make of them. */
export function withHours(
  words: string,
  hours: HoursView,
  byAt: number,
  language: Language,
): string {
  const note = hoursNote(hours, byAt, language);
  return note === null ? words : estimateText[language].and(words, note);
}
