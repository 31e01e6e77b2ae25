/** What events do to advice. Applying notes first how each window stood, for the way back. */
import { must } from '../base/assert.ts';
import { isMove, windowOfChange } from './advice.ts';
import type { Advice, AdviceChange, AdviceReturn } from './advice.ts';
import { loanOf } from './advice-loan.ts';
import type { Day } from './day.ts';
import type { EventOf } from './events.ts';
import { usePlan } from './fold-hall.ts';
import { windowOf } from './fold-windows.ts';
import type { Plan } from './plan.ts';
import type { Routing } from './policy.ts';
import type { Pause } from './window.ts';
import { clerkAt } from './window.ts';

/** Advice that the day's own events name. */
export function adviceOf(day: Day, id: string): Advice {
  return must(day.advice.get(id), `advice ${id}`);
}

export function adviceProposed(
  day: Day,
  event: EventOf<'AdviceProposed'>,
  at: number,
  seq: number,
): void {
  const { advice: id, source, changes, expiresAt, untilAt } = event;
  day.advice.set(id, {
    ...{ id, source, changes, expiresAt, untilAt },
    cause: event.cause ?? null,
    zone: event.zone ?? null,
    figures: event.figures ?? null,
    onTopOf: event.onTopOf ?? null,
    proposedAt: at,
    proposedSeq: seq,
    state: { status: 'proposed' },
    score: null,
  });
}

/** Comes before the changes themselves: the windows stand as they did. */
export function adviceApplied(
  day: Day,
  event: EventOf<'AdviceApplied'>,
  at: number,
  by: string,
): void {
  const advice = adviceOf(day, event.advice);
  const returns = advice.changes.map((change) => wayBack(day, change, at)).reverse();
  advice.untilAt = event.untilAt;
  advice.state = { status: 'applied', at, by, returns };
  // A manager's own plan takes nothing from what the adviser may move.
  if (advice.source === 'adviser') day.adviceMoves += advice.changes.filter(isMove).length;
}

function wayBack(day: Day, change: AdviceChange, at: number): AdviceReturn {
  if (change.kind === 'keep') return takenOver(day, change, at);
  const no = windowOfChange(change);
  if (no === null) return { change, zones: 'all', clerk: null, pause: null };
  const window = windowOf(day, no);
  const { state, zones } = window;
  const wish = 'pauseAfter' in state ? state.pauseAfter : null;
  const pause = wish && { reason: wish.reason, lengthMs: lengthOf(wish, at) };
  return { change, zones, clerk: clerkAt(window), pause };
}

/** The way back of a kept window goes over to the new advice; the old one ends with its last window. */
function takenOver(
  day: Day,
  { window, zones }: Extract<AdviceChange, { kind: 'keep' }>,
  at: number,
): AdviceReturn {
  const before = must(loanOf(day, window), `the advice of window ${String(window)}`);
  const { state } = before;
  if (state.status !== 'applied') throw new Error(`advice ${before.id} is not applied`);
  const isKept = ({ change }: AdviceReturn) => windowOfChange(change) === window;
  const own = must(state.returns.find(isKept), `the way back of window ${String(window)}`);
  const returns = state.returns.filter((one) => !isKept(one));
  before.state =
    returns.length > 0
      ? { ...state, returns }
      : { status: 'returned', appliedAt: state.at, by: 'system', at, kept: [] };
  return { ...own, change: { kind: 'assign', window, zones } };
}

function lengthOf({ returnAt }: Pause, at: number): number | null {
  return returnAt === null ? null : Math.max(0, returnAt - at);
}

export function adviceDismissed(
  day: Day,
  event: EventOf<'AdviceDismissed'>,
  at: number,
  by: string,
): void {
  const { reason = null } = event;
  adviceOf(day, event.advice).state = { status: 'dismissed', at, by, reason };
}

/** What could not return yet stays to be returned; the way back has begun for all of it. */
export function adviceReverted(
  day: Day,
  event: EventOf<'AdviceReverted'>,
  at: number,
  by: string,
): void {
  const advice = adviceOf(day, event.advice);
  const { state } = advice;
  if (state.status !== 'applied') throw new Error(`advice ${advice.id} is not applied`);
  const gone = new Set([...event.returned, ...event.kept]);
  const returns = state.returns.filter(({ change }) => {
    const window = windowOfChange(change);
    return window === null ? event.order === undefined : !gone.has(window);
  });
  advice.untilAt = Math.min(advice.untilAt, at);
  advice.state =
    returns.length > 0
      ? { ...state, returns }
      : { status: 'returned', appliedAt: state.at, by, at, kept: event.kept };
}

export function adviceExpired(day: Day, event: EventOf<'AdviceExpired'>, at: number): void {
  adviceOf(day, event.advice).state = { status: 'expired', at };
}

export function adviceScored(day: Day, event: EventOf<'AdviceScored'>): void {
  adviceOf(day, event.advice).score = event.score;
}

/** The order for a while, over the one of the configuration; null ends it. */
export function orderSet(day: Day, event: EventOf<'OrderSet'>): void {
  const { routing, advice = null } = event;
  const plan = usePlan(day, day.plan.config.version);
  if (routing === null) return;
  day.plan = withRouting(plan, routing);
  day.orderAdvice = advice;
}

/** The same plan with another order of calls. */
export function withRouting(plan: Plan, routing: Routing): Plan {
  const { config } = plan;
  return { ...plan, config: { ...config, policy: { ...config.policy, routing } } };
}
