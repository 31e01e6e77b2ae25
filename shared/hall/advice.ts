/**
 * Advice (调度建议): a few changes to the windows for a while, with what they are expected to save. It
 * is proposed, then applied, dismissed or expired; what was applied returns by itself. Figures are
 * predictions of rollouts and are kept, so that they can be compared with what was measured after.
 */
import type { StaffNo, WindowNo, ZoneCode } from '../base/ids.ts';
import type { PauseReason } from './command-words.ts';
import type { ZoneScope } from './config.ts';

/** One thing that is done, at one window or in the whole hall. */
export type AdviceChange =
  | { readonly kind: 'assign'; readonly window: WindowNo; readonly zones: ZoneScope }
  /** A clerk who sits nowhere opens a closed window, in its own zones or in others. */
  | {
      readonly kind: 'open';
      readonly window: WindowNo;
      readonly clerk: StaffNo;
      readonly zones?: ZoneScope;
      /** Not seen today, but usually here at this time: somebody has to ask. */
      readonly isUsual?: true;
    }
  | { readonly kind: 'close'; readonly window: WindowNo }
  /** The pause that is about to begin here begins when the advice ends. */
  | { readonly kind: 'pauseLater'; readonly window: WindowNo }
  /** A window that advice has moved stays there when its time is over, instead of going back. */
  | { readonly kind: 'keep'; readonly window: WindowNo; readonly zones: ZoneScope }
  /** The clerk's usual break begins so much later, or earlier where below 0; people see to it. */
  | {
      readonly kind: 'moveBreak';
      readonly window: WindowNo;
      readonly clerk: StaffNo;
      readonly byMs: number;
    }
  /** Who has waited too long may be called in another zone: the walls of the strict order open. */
  | { readonly kind: 'order'; readonly routing: AdvisedRouting };

/** The one order that may be put on for a while: it promises nobody anything that must be kept after. */
export type AdvisedRouting = 'zones';

/** The window that a change is about; null where it is about the whole hall. */
export function windowOfChange(change: AdviceChange): WindowNo | null {
  return change.kind === 'order' ? null : change.window;
}

/** Whether the change moves, opens or closes a window: what a day's moves are counted in. */
export function isMove({ kind }: AdviceChange): boolean {
  return kind !== 'moveBreak' && kind !== 'order' && kind !== 'keep';
}

/** The p90 of the waits that end within the horizon in one zone, without and with the changes. */
export interface AdviceZoneWait {
  readonly zone: ZoneCode;
  readonly beforeMs: number;
  readonly afterMs: number;
  /** 80 % interval of `afterMs`. */
  readonly lowMs: number;
  readonly highMs: number;
}

/** What is expected, in visitor-minutes over the horizon; low and high: 80 % interval. */
export interface AdviceFigures {
  readonly gainMinutes: number;
  readonly lowMinutes: number;
  readonly highMinutes: number;
  /** The gain as a share of the cost without the changes. */
  readonly share: number;
  readonly zones: readonly AdviceZoneWait[];
  readonly horizonMs: number;
  readonly rollouts: number;
}

/** What a replay of the hour found afterwards: the same hour with and without the changes. */
export interface AdviceScore {
  readonly gainMinutes: number;
  readonly lowMinutes: number;
  readonly highMinutes: number;
  readonly rollouts: number;
}

/** Why a manager says no; `other` too is counted. */
export const DISMISS_REASONS = ['staff-needed', 'not-convinced', 'already-done', 'other'] as const;
export type DismissReason = (typeof DISMISS_REASONS)[number];

/** hand: sketched by a manager, who applied it at once. */
export type AdviceSource = 'adviser' | 'hand';
/** What made the adviser look. */
export type AdviceCause = 'timer' | 'wait';

/** How one change is taken back. */
export interface AdviceReturn {
  readonly change: AdviceChange;
  /** The window's zones before the change. */
  readonly zones: ZoneScope;
  /** Who sat there before `close`; who was about to pause before `pauseLater`. */
  readonly clerk: StaffNo | null;
  readonly pause: { readonly reason: PauseReason; readonly lengthMs: number | null } | null;
}

export type AdviceState =
  | { readonly status: 'proposed' }
  | {
      readonly status: 'applied';
      readonly at: number;
      readonly by: string;
      /** What is still to be taken back, in this order. */
      readonly returns: readonly AdviceReturn[];
    }
  | {
      readonly status: 'returned';
      readonly appliedAt: number;
      readonly by: string;
      readonly at: number;
      /** Windows that somebody has changed since: they were left as they are. */
      readonly kept: readonly WindowNo[];
    }
  | {
      readonly status: 'dismissed';
      readonly at: number;
      readonly by: string;
      readonly reason: DismissReason | null;
    }
  | { readonly status: 'expired'; readonly at: number };

export interface Advice {
  readonly id: string;
  readonly source: AdviceSource;
  readonly cause: AdviceCause | null;
  readonly changes: readonly AdviceChange[];
  /** The zone that it is meant to relieve. */
  readonly zone: ZoneCode | null;
  readonly figures: AdviceFigures | null;
  /** Measured on top of this one. */
  readonly onTopOf: string | null;
  readonly proposedAt: number;
  /** The day's `seq` when it was proposed: from there the hour is replayed. */
  readonly proposedSeq: number;
  readonly expiresAt: number;
  /** When what was applied returns. */
  untilAt: number;
  state: AdviceState;
  score: AdviceScore | null;
}
