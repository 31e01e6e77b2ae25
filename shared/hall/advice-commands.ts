/** What is asked for about advice: by the adviser (the system) and by managers. */
import type { ZoneCode } from '../base/ids.ts';
import type {
  AdviceCause,
  AdviceChange,
  AdviceFigures,
  AdviceScore,
  DismissReason,
} from './advice.ts';

export interface AdviceDraft {
  readonly changes: readonly AdviceChange[];
  readonly zone: ZoneCode;
  readonly figures: AdviceFigures;
}

/** One or two at a time; the second is measured on top of the first. */
export interface ProposeAdvice {
  readonly type: 'proposeAdvice';
  readonly cause: AdviceCause;
  readonly drafts: readonly AdviceDraft[];
}

export interface ApplyAdvice {
  readonly type: 'applyAdvice';
  readonly advice: string;
}

export interface DismissAdvice {
  readonly type: 'dismissAdvice';
  readonly advice: string;
  readonly reason?: DismissReason;
}

/** What was applied returns now, as far as it can. */
export interface RevertAdvice {
  readonly type: 'revertAdvice';
  readonly advice: string;
}

/** A manager's own sketch, applied at once; it returns like advice. */
export interface ApplyPlan {
  readonly type: 'applyPlan';
  readonly changes: readonly AdviceChange[];
  /** For how long; left out: as long as advice lasts. */
  readonly forMs?: number;
  /** What the server predicted when it was tried; nothing where it knows of no such trial. */
  readonly figures?: AdviceFigures;
}

export interface ScoreAdvice {
  readonly type: 'scoreAdvice';
  readonly advice: string;
  readonly score: AdviceScore;
}

export type AdviceCommand =
  ProposeAdvice | ApplyAdvice | DismissAdvice | RevertAdvice | ApplyPlan | ScoreAdvice;
