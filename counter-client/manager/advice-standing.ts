/**
 * How open proposals stand: to each other (whether their savings add up), and to the queues, which go
 * on changing after a proposal was worked out. Pure.
 */
import { clockTime, minutesBetween } from '../../shared/client/format.ts';
import type { Language } from '../../shared/text/language.ts';
import { adviceText } from '../../shared/text/manager-advice.ts';
import type { AdviceBoard, ProposedRow } from '../../shared/views/advice-board.ts';

/** Whether two that stand open may be added up; empty for one alone. */
export function togetherWords({ proposed }: AdviceBoard, language: Language): string {
  const text = adviceText[language];
  const [first, second] = proposed;
  if (!first || !second) return '';
  if (second.onTopOf !== first.id) return text.apart;
  const sum = (first.figures?.gainMinutes ?? 0) + (second.figures?.gainMinutes ?? 0);
  return text.together(Math.round(sum));
}

/**
 * What stands before the gain of one that was worked out on top of another: that other is open still
 * or in force; else the figure means nothing any more. Null for one that stands alone.
 */
export function onTopWords(
  { onTopOf }: Pick<ProposedRow, 'onTopOf'>,
  { proposed, applied }: AdviceBoard,
  language: Language,
): { readonly words: string; readonly isGone: boolean } | null {
  if (onTopOf === null) return null;
  const text = adviceText[language];
  const isThere = [...proposed, ...applied].some(({ id }) => id === onTopOf);
  return { words: isThere ? text.onTop : text.onTopGone, isGone: !isThere };
}

/** By which queues it was worked out, and whether that is long ago. */
export function ageWords(
  { proposedAt }: Pick<ProposedRow, 'proposedAt'>,
  { everyMs }: AdviceBoard,
  now: number,
  language: Language,
): { readonly words: string; readonly isOld: boolean } {
  const text = adviceText[language];
  const isOld = now - proposedAt >= everyMs;
  const words = text.madeAt(clockTime(proposedAt), minutesBetween(proposedAt, now));
  const gap = language === 'en' ? '. ' : '；';
  return { words: isOld ? `${words}${gap}${text.old}` : words, isOld };
}
