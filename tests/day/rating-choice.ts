/** Which tags a visitor ticks for a level: none, one or two of those offered. */
import type { Random } from '../../shared/base/seeded-random.ts';
import type { RatingScale } from '../../shared/views/evaluator-prompt.ts';

const TAGS_MAX = 2;

/** Codes of the chosen level's tags. */
export function chooseTags(scale: RatingScale, level: number, random: Random): string[] {
  const offered = scale.tags.filter((tag) => tag.level === level);
  const count = Math.floor(random() * (TAGS_MAX + 1));
  const start = Math.floor(random() * Math.max(1, offered.length));
  return offered.slice(start, start + count).map((tag) => tag.code);
}
