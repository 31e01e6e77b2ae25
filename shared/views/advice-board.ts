/**
 * The adviser on the manager's page: what is proposed, what is in force and when it returns, what
 * earlier advice was expected to save and what it saved. Says why a proposal cannot be applied now.
 */
import type { StaffNo, WindowNo, ZoneCode } from '../base/ids.ts';
import { MINUTE_MS } from '../base/time.ts';
import { windowOfChange } from '../hall/advice.ts';
import type {
  Advice,
  AdviceCause,
  AdviceChange,
  AdviceFigures,
  AdviceScore,
  AdviceSource,
  AdviceState,
} from '../hall/advice.ts';
import { applyAdvice } from '../hall/advising.ts';
import type { Day } from '../hall/day.ts';
import { isRefusal } from '../hall/decision.ts';
import type { Refusal } from '../hall/refusal.ts';
import type { ZoneScope } from '../hall/config.ts';

const EARLIER_MAX = 12;

/** A change with what a sentence needs besides. */
export interface AdviceChangeRow {
  readonly kind: AdviceChange['kind'];
  /** Null where the whole hall is meant. */
  readonly window: WindowNo | null;
  readonly zones: ZoneScope | null;
  /** It keeps the zones where the configuration places it; `zones` names what it takes besides. */
  readonly isMore: boolean;
  readonly clerk: StaffNo | null;
  /** A clerk who was not seen today but is usually here. */
  readonly isUsual: boolean;
  /** How much later a break begins (below 0: earlier), or after what wait zones open; else null. */
  readonly minutes: number | null;
}

interface AdviceRow {
  readonly id: string;
  readonly source: AdviceSource;
  readonly changes: readonly AdviceChangeRow[];
  readonly zone: ZoneCode | null;
  readonly figures: AdviceFigures | null;
  readonly untilAt: number;
}

export interface ProposedRow extends AdviceRow {
  readonly cause: AdviceCause | null;
  readonly onTopOf: string | null;
  /** By which queues it was worked out. */
  readonly proposedAt: number;
  readonly expiresAt: number;
  /** Why it cannot be applied as the hall stands now; null where it can. */
  readonly blocked: Refusal | null;
}

export interface AppliedRow extends AdviceRow {
  readonly appliedAt: number;
  readonly appliedBy: string;
  /** Windows that are still to return. */
  readonly windows: readonly WindowNo[];
}

export interface EarlierRow extends AdviceRow {
  readonly status: Exclude<AdviceState['status'], 'proposed' | 'applied'>;
  readonly endedAt: number;
  readonly reason: string | null;
  readonly score: AdviceScore | null;
}

export interface AdviceBoard {
  /** Whether advice is given at all, and applied by itself. */
  readonly isOn: boolean;
  readonly isAuto: boolean;
  readonly moves: number;
  readonly movesMax: number;
  readonly everyMs: number;
  readonly horizonMs: number;
  readonly proposed: readonly ProposedRow[];
  readonly applied: readonly AppliedRow[];
  /** Newest first. */
  readonly earlier: readonly EarlierRow[];
}

/** The board of a day. */
export function adviceBoard(day: Day): AdviceBoard {
  const { policy } = day.plan.config;
  const all = [...day.advice.values()];
  return {
    isOn: policy.adviceMovesPerDayMax > 0,
    isAuto: policy.adviceAuto,
    moves: day.adviceMoves,
    movesMax: policy.adviceMovesPerDayMax,
    everyMs: policy.adviceEveryMs,
    horizonMs: policy.adviceHorizonMs,
    proposed: all.flatMap((advice) => proposedRow(day, advice)),
    applied: all.flatMap((advice) => appliedRow(day, advice)),
    earlier: all
      .flatMap((advice) => earlierRow(day, advice))
      .reverse()
      .slice(0, EARLIER_MAX),
  };
}

function adviceRow(day: Day, advice: Advice): AdviceRow {
  const { id, source, changes, zone, figures, untilAt } = advice;
  const rows = changes.map((change) => changeRow(day, change));
  return { id, source, changes: rows, zone, figures, untilAt };
}

function changeRow({ plan }: Day, change: AdviceChange): AdviceChangeRow {
  const zones = 'zones' in change ? (change.zones ?? null) : null;
  const window = windowOfChange(change);
  const home = window === null ? [] : (plan.windows.get(window)?.zones ?? []);
  const isMore =
    zones !== null &&
    zones !== 'all' &&
    home !== 'all' &&
    home.length > 0 &&
    home.length < zones.length &&
    home.every((zone) => zones.includes(zone));
  return {
    kind: change.kind,
    window,
    zones: isMore ? zones.filter((zone) => !home.includes(zone)) : zones,
    isMore,
    clerk: 'clerk' in change ? change.clerk : null,
    isUsual: change.kind === 'open' && change.isUsual === true,
    minutes: minutesIn(plan, change),
  };
}

function minutesIn({ config }: Day['plan'], change: AdviceChange): number | null {
  if (change.kind === 'order') return Math.round(config.policy.zoneOverflowMs / MINUTE_MS);
  return change.kind === 'moveBreak' ? Math.round(change.byMs / MINUTE_MS) : null;
}

function proposedRow(day: Day, advice: Advice): ProposedRow[] {
  if (advice.state.status !== 'proposed') return [];
  const { id, cause, onTopOf, proposedAt, expiresAt } = advice;
  const by = { kind: 'system' } as const;
  const tried = applyAdvice(day, { type: 'applyAdvice', advice: id }, { at: day.lastAt, by });
  const blocked = isRefusal(tried) ? tried : null;
  return [{ ...adviceRow(day, advice), cause, onTopOf, proposedAt, expiresAt, blocked }];
}

function appliedRow(day: Day, advice: Advice): AppliedRow[] {
  const { state } = advice;
  if (state.status !== 'applied') return [];
  const windows = state.returns.flatMap(({ change }) => windowOfChange(change) ?? []);
  return [{ ...adviceRow(day, advice), appliedAt: state.at, appliedBy: state.by, windows }];
}

function earlierRow(day: Day, advice: Advice): EarlierRow[] {
  const { state, score } = advice;
  if (state.status === 'proposed' || state.status === 'applied') return [];
  const reason = state.status === 'dismissed' ? state.reason : null;
  const { status, at: endedAt } = state;
  return [{ ...adviceRow(day, advice), status, endedAt, reason, score }];
}
