/**
 * The wait of one who waits, in words: the estimate as a distance from now, and the promise as a time
 * of the clock, so that neither is taken for the other; where the hall is closed by then both say so.
 * Pure.
 */
import { clockTime, minutesBetween } from '../../shared/client/format.ts';
import { estimateText } from '../../shared/text/estimates.ts';
import type { Language } from '../../shared/text/language.ts';
import type { HoursView } from '../../shared/views/hours.ts';
import { withHours } from '../../shared/views/hours-words.ts';
import type { CallView } from '../../shared/views/outlook.ts';
import { fresh } from '../../shared/views/outlook.ts';
import type { TicketView } from '../../shared/views/ticket-page.ts';

/** A ticket's wait as its views carry it; before the first view nothing of it is known. */
export interface ToldWait {
  readonly estimate: CallView | null;
  readonly hours: HoursView;
}

/** About how long, and mostly within what; null where nobody knows. Outside the hours it says so. */
export function waitWords(
  told: ToldWait | null | undefined,
  language: Language,
  now: number,
): string | null {
  const known = fresh(told?.estimate, now);
  if (!told || !known) return null;
  return withHours(aboutWords(known, language, now), told.hours, known.p90At, language);
}

function aboutWords(known: CallView, language: Language, now: number): string {
  const text = estimateText[language];
  const p90 = minutesBetween(now, known.p90At + 59_999);
  if (p90 <= 1) return text.soon;
  return text.about(Math.min(p90, minutesBetween(now, known.p50At)), p90);
}

/** By when the visitor is promised to be called, with an apology once that has passed; null without. */
export function promiseWords(
  { promisedAt, isPromiseLate, hours }: Pick<TicketView, 'promisedAt' | 'isPromiseLate' | 'hours'>,
  language: Language,
): string | null {
  if (promisedAt === null) return null;
  const { promised, promiseLate } = estimateText[language];
  if (isPromiseLate) return promiseLate(clockTime(promisedAt));
  return withHours(promised(clockTime(promisedAt)), hours, promisedAt, language);
}
