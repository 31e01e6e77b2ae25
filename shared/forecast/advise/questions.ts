/**
 * What the server asks of the worker about advice, and the answers. Plain data both ways; the worker
 * answers from the snapshot and what it has learned, and from nothing else.
 */
import type { StaffNo, WindowNo } from '../../base/ids.ts';
import type { AdviceChange, AdviceScore } from '../../hall/advice.ts';
import type { EndingLoan } from '../../hall/advice-loan.ts';
import type { AdviceDraft } from '../../hall/advice-commands.ts';
import type { Day } from '../../hall/day.ts';
import type { Refusal } from '../../hall/refusal.ts';
import type { Learned } from '../estimate/learn.ts';
import type { Snapshot } from '../estimate/snapshot.ts';
import type { ObservedDay } from '../observed/observed-day.ts';
import type { Actual } from './actual.ts';
import { advise } from './advise.ts';
import { waitsUnder } from './orders.ts';
import type { OtherRules, WaitUnder } from './orders.ts';
import { scoreOf } from './score.ts';
import { trainingOf } from './training.ts';
import type { Training } from './training.ts';
import { whatIf } from './what-if.ts';
import type { WhatIf } from './what-if.ts';

export type AdviceQuestion =
  | {
      readonly kind: 'advise';
      readonly snapshot: Snapshot;
      readonly taken: readonly WindowNo[];
      readonly present: readonly StaffNo[];
      readonly proposalsMax: number;
      readonly movesMax: number;
      readonly resting: ReadonlyMap<string, number>;
      readonly hasOrder: boolean;
      readonly ending: readonly EndingLoan[];
      readonly seed: number;
    }
  | { readonly kind: 'training'; readonly snapshot: Snapshot; readonly seed: number }
  | {
      readonly kind: 'what-if';
      readonly snapshot: Snapshot;
      readonly changes: readonly AdviceChange[];
      readonly seed: number;
    }
  | {
      readonly kind: 'score';
      /** The day as it stood then. */
      readonly snapshot: Snapshot;
      readonly changes: readonly AdviceChange[];
      readonly actual: Actual;
      readonly horizonMs: number;
      readonly seed: number;
    }
  | ({ readonly kind: 'orders' } & OtherRules);

export type AdviceAnswer =
  | { readonly kind: 'advise'; readonly drafts: readonly AdviceDraft[] }
  | { readonly kind: 'training'; readonly training: Training }
  | { readonly kind: 'what-if'; readonly answer: WhatIf | Refusal | null }
  | { readonly kind: 'score'; readonly score: AdviceScore | null }
  | { readonly kind: 'orders'; readonly waits: readonly WaitUnder[] | null };

/** The answer; `day` is the question's snapshot as a day, `past` the days before it, oldest first. */
export function answerOf(
  question: AdviceQuestion,
  day: Day,
  learned: Learned,
  past: readonly ObservedDay[] = [],
): AdviceAnswer {
  const { snapshot, seed } = question;
  const facts = { at: snapshot.at, lastHour: snapshot.lastHour };
  switch (question.kind) {
    case 'advise': {
      const { present, proposalsMax, movesMax, resting, hasOrder, ending } = question;
      const taken = new Set(question.taken);
      const limits = { proposalsMax, movesMax, resting, hasOrder, ending };
      const options = { facts, taken, present, seed, ...limits };
      return { kind: 'advise', drafts: advise(day, learned, options) };
    }
    case 'orders':
      return { kind: 'orders', waits: waitsUnder(day, learned, question) };
    case 'score':
      return { kind: 'score', score: scoreOf({ ...question, day, facts }, learned) };
    case 'training':
      return { kind: 'training', training: trainingOf(day, past) };
    case 'what-if':
      return {
        kind: 'what-if',
        answer: whatIf(day, learned, facts, question.changes, seed),
      };
  }
}
