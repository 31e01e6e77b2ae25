/** What a visitor has chosen and not yet sent: nothing by default, nothing carried over. */
import { expect, test } from 'vitest';
import {
  caseAtHand,
  levelsBestFirst,
  openCases,
  tagsOf,
  withLevel,
  withTag,
} from '../../../counter-client/evaluator/rating-draft.ts';
import type { Prompt } from '../../../counter-client/evaluator/rating-draft.ts';
import { demoHall } from '../../../drizzle/seed/demo-hall.ts';
import { caseId, ticketId } from '../../../shared/base/ids.ts';

const { levels, tags } = demoHall('jingzhou');
const name = { 'zh-Hans': 'x', 'zh-Hant': 'x', en: 'x' };

function prompt(...outcomes: readonly Prompt['cases'][number]['outcome'][]): Prompt {
  return {
    ticket: ticketId('B001'),
    language: 'zh-Hans',
    deadlineAt: 0,
    cases: outcomes.map((outcome, index) => {
      const id = caseId(`B001-${String(index + 1)}`);
      return { case: id, name, nonce: `nonce-${String(index)}`, outcome };
    }),
    scale: { levels, tags },
  };
}

test('a choice is about its own case and none other', () => {
  const drafts = withTag(withLevel(new Map(), 'B001-2', 2), 'B001-2', '213');
  expect([...drafts]).toEqual([['B001-2', { level: 2, tags: ['213'] }]]);
});

test('tags belong to their level: another level begins without any', () => {
  let drafts = withTag(new Map(), 'B001-1', '510');
  expect(drafts.size).toBe(0);
  drafts = withTag(withLevel(drafts, 'B001-1', 5), 'B001-1', '510');
  expect(withLevel(drafts, 'B001-1', 5)).toBe(drafts);
  expect(withTag(drafts, 'B001-1', '510').get('B001-1')).toEqual({ level: 5, tags: [] });
  expect(withLevel(drafts, 'B001-1', 1).get('B001-1')).toEqual({ level: 1, tags: [] });
});

test('the case at hand is the wanted one while it is open, else the first open', () => {
  const half = prompt('rated', null, null);
  expect(openCases(half).map((row) => row.case)).toEqual(['B001-2', 'B001-3']);
  expect(caseAtHand(half, 'B001-3')?.case).toBe('B001-3');
  expect(caseAtHand(half, 'B001-1')?.case).toBe('B001-2');
  expect(caseAtHand(prompt('rated', 'declined'), null)).toBeNull();
});

test('levels stand from best to worst, tags of a level with the base set first', () => {
  expect(levelsBestFirst(prompt(null)).map((row) => row.level)).toEqual([5, 4, 3, 2, 1]);
  const shown = tagsOf(prompt(null), 1);
  expect(shown.every((tag) => tag.level === 1)).toBe(true);
  const lastBase = shown.findLastIndex((tag) => tag.base);
  expect(shown.findIndex((tag) => !tag.base)).toBe(lastBase + 1);
});
