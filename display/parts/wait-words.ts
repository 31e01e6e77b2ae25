/** The wait of one who waits, in words, as an instant's distance from now. Pure. */
import { minutesBetween } from '../../shared/client/format.ts';
import { estimateText } from '../../shared/text/estimates.ts';
import type { Language } from '../../shared/text/language.ts';
import type { CallView } from '../../shared/views/outlook.ts';
import { fresh } from '../../shared/views/outlook.ts';

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
