/**
 * What the visitor has chosen but not yet submitted, case by case. Pure. Nothing is ever chosen for
 * the visitor: a case without a level stays without one, also when time runs out.
 */
import type { RatingLevel, RatingTag } from '../../shared/hall/config.ts';
import type { EvaluatorView } from '../../shared/views/evaluator-prompt.ts';

export type Prompt = NonNullable<EvaluatorView['prompt']>;
export type PromptCase = Prompt['cases'][number];

export interface Draft {
  readonly level: RatingLevel;
  readonly tags: readonly string[];
}
export type Drafts = ReadonlyMap<string, Draft>;

/** Cases that can still be answered. */
export function openCases(prompt: Prompt): PromptCase[] {
  return prompt.cases.filter((row) => row.outcome === null);
}

/** The case that the choices are about: the one asked for while open, else the first open. */
export function caseAtHand(prompt: Prompt, wanted: string | null): PromptCase | null {
  const open = openCases(prompt);
  return open.find((row) => row.case === wanted) ?? open[0] ?? null;
}

/** A level chosen for a case; tags belong to their level, so a new level begins without any. */
export function withLevel(drafts: Drafts, id: string, level: RatingLevel): Drafts {
  const before = drafts.get(id);
  if (before?.level === level) return drafts;
  return new Map(drafts).set(id, { level, tags: [] });
}

/** A tag put on or taken off; ignored before a level is chosen. */
export function withTag(drafts: Drafts, id: string, tag: string): Drafts {
  const draft = drafts.get(id);
  if (!draft) return drafts;
  const tags = draft.tags.includes(tag)
    ? draft.tags.filter((one) => one !== tag)
    : [...draft.tags, tag];
  return new Map(drafts).set(id, { ...draft, tags });
}

/** Tags of a level, the base set first. */
export function tagsOf(prompt: Prompt, level: RatingLevel): RatingTag[] {
  const tags = prompt.scale.tags.filter((tag) => tag.level === level);
  return [...tags.filter((tag) => tag.base), ...tags.filter((tag) => !tag.base)];
}

/** The levels, best first, as they stand from left to right. */
export function levelsBestFirst(prompt: Prompt): Prompt['scale']['levels'] {
  return [...prompt.scale.levels].sort((left, right) => right.level - left.level);
}
