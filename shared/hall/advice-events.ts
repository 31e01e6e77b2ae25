/** What happened with advice. The changes themselves are ordinary window events that name it. */
import type { WindowNo, ZoneCode } from '../base/ids.ts';
import type {
  AdviceCause,
  AdviceChange,
  AdviceFigures,
  AdviceScore,
  AdviceSource,
  AdvisedRouting,
  DismissReason,
} from './advice.ts';

/** `Type` happened to one piece of advice. */
interface AdviceEvent<Type extends string> {
  readonly type: Type;
  /** Unique within the day, `advice-3`. */
  readonly advice: string;
}

export interface AdviceProposed extends AdviceEvent<'AdviceProposed'> {
  readonly source: AdviceSource;
  readonly cause?: AdviceCause;
  readonly changes: readonly AdviceChange[];
  readonly zone?: ZoneCode;
  readonly figures?: AdviceFigures;
  readonly onTopOf?: string;
  readonly expiresAt: number;
  readonly untilAt: number;
}

export interface AdviceApplied extends AdviceEvent<'AdviceApplied'> {
  readonly untilAt: number;
}

export interface AdviceDismissed extends AdviceEvent<'AdviceDismissed'> {
  readonly reason?: DismissReason;
}

export interface AdviceReverted extends AdviceEvent<'AdviceReverted'> {
  /** Windows that stand again as before, or were left as somebody else has set them since. */
  readonly returned: readonly WindowNo[];
  readonly kept: readonly WindowNo[];
  /** The same of the order of calls, where the advice had set it. */
  readonly order?: 'returned' | 'kept';
}

/** The order of calls for a while, over that of the configuration; null: as the configuration says. */
export interface OrderSet {
  readonly type: 'OrderSet';
  readonly routing: AdvisedRouting | null;
  /** The advice that did it; left out on the way back. */
  readonly advice?: string;
}

export interface AdviceScored extends AdviceEvent<'AdviceScored'> {
  readonly score: AdviceScore;
}

export type AdviceHallEvent =
  | AdviceProposed
  | AdviceApplied
  | AdviceDismissed
  | AdviceReverted
  | AdviceScored
  | OrderSet
  | AdviceEvent<'AdviceExpired'>;
