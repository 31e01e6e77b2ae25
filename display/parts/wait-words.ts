/**
 * The wait of one who waits, in words: the estimate as a distance from now, and the promise as a time
 * of the clock, so that neither is taken for the other. Pure.
 */
import { clockTime, minutesBetween } from '../../shared/client/format.ts';
import { estimateText } from '../../shared/text/estimates.ts';
import type { Language } from '../../shared/text/language.ts';
import type { CallView } from '../../shared/views/outlook.ts';
import { fresh } from '../../shared/views/outlook.ts';
import type { TicketView } from '../../shared/views/ticket-page.ts';

/** About how long, and mostly within what; null where nobody knows. */
export function waitWords(
  estimate: CallView | null | undefined,
  language: Language,
  now: number,
): string | null {
  const known = fresh(estimate, now);
  if (!known) return null;
  const text = estimateText[language];
  const p90 = minutesBetween(now, known.p90At + 59_999);
  if (p90 <= 1) return text.soon;
  return text.about(Math.min(p90, minutesBetween(now, known.p50At)), p90);
}

/** By when the visitor is promised to be called, with an apology once that has passed; null without. */
export function promiseWords(
  { promisedAt, isPromiseLate }: Pick<TicketView, 'promisedAt' | 'isPromiseLate'>,
  language: Language,
): string | null {
  if (promisedAt === null) return null;
  const { promised, promiseLate } = estimateText[language];
  return (isPromiseLate ? promiseLate : promised)(clockTime(promisedAt));
}
