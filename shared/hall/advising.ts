/**
 * Advice in the day: proposed by the adviser, applied by a manager's click (or by itself where the
 * hall has turned that on, within its moves a day), returned at its time. At most two proposals stand
 * at a time, and no window belongs to two pieces of advice. Everything is decided on the day as it
 * stands now: what no longer fits is refused, never forced.
 */
import type { WindowNo } from '../base/ids.ts';
import { isMove, windowOfChange } from './advice.ts';
import type { Advice, AdviceChange } from './advice.ts';
import type {
  AdviceDraft,
  ApplyAdvice,
  ApplyPlan,
  DismissAdvice,
  ProposeAdvice,
  RevertAdvice,
  ScoreAdvice,
} from './advice-commands.ts';
import { tryChanges } from './advice-changes.ts';
import { hasLostBasis, isResting, restingAims } from './advice-rest.ts';
import { wayBack } from './advice-return.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import { isRefusal } from './decision.ts';
import type { EventOf, HallEvent } from './events.ts';
import type { Refusal } from './refusal.ts';
import { refused } from './refusal.ts';

/** Proposals that stand open at a time. */
export const ADVICE_OPEN_MAX = 2;
/** A day's advice, the proposals that nobody took included. */
const ADVICE_A_DAY_MAX = 300;

/** Proposes one or two, as far as there is room for them. */
export function proposeAdvice(
  day: Day,
  { drafts, cause }: ProposeAdvice,
  { at }: CommandContext,
): Decision {
  const { policy } = day.plan.config;
  const room = ADVICE_OPEN_MAX - openAdvice(day).length;
  if (drafts.length === 0 || drafts.length > room) return refused('advice-limit');
  if (day.advice.size + drafts.length > ADVICE_A_DAY_MAX) return refused('advice-limit');
  const resting = restingAims(day, at);
  const isAuto = policy.adviceAuto && drafts.every(movesAlone);
  const events: HallEvent[] = [];
  let now = day;
  let moves = day.adviceMoves;
  const taken = new Set(heldBy(openAdvice(day)));
  for (const [index, draft] of drafts.entries()) {
    moves += draft.changes.filter(isMove).length;
    if (moves > policy.adviceMovesPerDayMax) return refused('advice-limit');
    if (isResting(draft, resting)) return refused('advice-outdated');
    const windows = draft.changes.map(windowOfChange);
    const twice = windows.find((window) => taken.has(window));
    if (twice !== undefined) return inForce(twice);
    const id = nextId(day, index);
    const tried = fitting(day, now, draft.changes, at, id);
    if (isRefusal(tried)) return tried;
    now = tried.day;
    for (const window of windows) taken.add(window);
    const before = index > 0 ? nextId(day, index - 1) : undefined;
    const proposed = proposal(day, { id, draft, cause, before, at });
    events.push(proposed);
    if (isAuto) events.push({ type: 'AdviceApplied', advice: id, untilAt: proposed.untilAt });
    if (isAuto) events.push(...tried.events);
  }
  return events;
}

/**
 * Nothing but windows going to other zones. Who opens a window must be there, and who puts off a
 * break must want to: the log knows neither, so that is a person's word in any hall.
 */
function movesAlone({ changes }: AdviceDraft): boolean {
  return changes.every(({ kind }) => kind === 'assign');
}

interface Proposal {
  readonly id: string;
  readonly draft: AdviceDraft;
  readonly cause: ProposeAdvice['cause'];
  readonly before: string | undefined;
  readonly at: number;
}

function proposal(day: Day, { id, draft, cause, before, at }: Proposal): EventOf<'AdviceProposed'> {
  const { adviceDwellMs, adviceHorizonMs, adviceExpiryMs } = day.plan.config.policy;
  return {
    type: 'AdviceProposed',
    ...{ advice: id, source: 'adviser', cause, ...draft },
    ...(before !== undefined && { onTopOf: before }),
    expiresAt: at + adviceExpiryMs,
    untilAt: at + Math.max(adviceDwellMs, adviceHorizonMs),
  };
}

/** A manager takes a proposal: the changes are made in the same decision. */
export function applyAdvice(day: Day, command: ApplyAdvice, { at }: CommandContext): Decision {
  const advice = day.advice.get(command.advice);
  if (!advice) return refused('unknown-advice', command.advice);
  if (advice.state.status !== 'proposed' || advice.expiresAt <= at) return refused('advice-over');
  const tried = fitting(day, day, advice.changes, at, advice.id);
  if (isRefusal(tried)) return tried;
  const untilAt = Math.max(advice.untilAt, at + day.plan.config.policy.adviceDwellMs);
  return [{ type: 'AdviceApplied', advice: advice.id, untilAt }, ...tried.events];
}

/** A manager's own sketch: noted as advice by hand, applied at once, returned like any other. */
export function applyPlan(day: Day, command: ApplyPlan, { at }: CommandContext): Decision {
  const { changes, figures, forMs } = command;
  if (day.advice.size >= ADVICE_A_DAY_MAX) return refused('advice-limit');
  const id = nextId(day, 0);
  const tried = fitting(day, day, changes, at, id);
  if (isRefusal(tried)) return tried;
  const { adviceHorizonMs } = day.plan.config.policy;
  const untilAt = at + (forMs ?? adviceHorizonMs);
  return [
    {
      type: 'AdviceProposed',
      ...{ advice: id, source: 'hand', changes, expiresAt: at, untilAt },
      ...(figures && { figures }),
    },
    { type: 'AdviceApplied', advice: id, untilAt },
    ...tried.events,
  ];
}

/** Tries the changes on `now`, a copy or the day itself; windows of advice in force are taken. */
function fitting(
  day: Day,
  now: Day,
  changes: readonly AdviceChange[],
  at: number,
  id: string,
): ReturnType<typeof tryChanges> | Refusal {
  const held = new Set(heldBy(appliedAdvice(day)));
  const others = changes.filter(({ kind }) => kind !== 'keep');
  const twice = others.map(windowOfChange).find((window) => held.has(window));
  return twice === undefined ? tryChanges(now, changes, at, id) : inForce(twice);
}

/** Something is held by other advice: a window, or with null the order of calls. */
function inForce(window: WindowNo | null): Refusal {
  return window === null ? refused('advice-outdated') : refused('advice-in-force', String(window));
}

/** Not now; the reason is counted. */
export function dismissAdvice(day: Day, { advice: id, reason }: DismissAdvice): Decision {
  const advice = day.advice.get(id);
  if (!advice) return refused('unknown-advice', id);
  if (advice.state.status !== 'proposed') return refused('advice-over');
  return [{ type: 'AdviceDismissed', advice: id, ...(reason && { reason }) }];
}

/** Back before its time: what can return now returns, the rest as soon as it can. */
export function revertAdvice(day: Day, command: RevertAdvice, { at }: CommandContext): Decision {
  const advice = day.advice.get(command.advice);
  if (!advice) return refused('unknown-advice', command.advice);
  if (advice.state.status !== 'applied') return refused('advice-over');
  const { events, back, isEmpty, waiting } = wayBack(day, advice, at);
  const [window] = waiting;
  // Already on its way back, and still kept from it by somebody.
  if (isEmpty && advice.untilAt <= at) {
    return refused('advice-not-yet', window === undefined ? undefined : String(window));
  }
  return [{ type: 'AdviceReverted', advice: advice.id, ...back }, ...events];
}

/** What time brings: applied advice returns, proposals without an answer or a reason expire. */
export function adviceDue(day: Day, at: number): HallEvent[] {
  const due: HallEvent[] = [];
  for (const advice of day.advice.values()) {
    const { id, state, expiresAt, untilAt } = advice;
    if (state.status === 'proposed' && (expiresAt <= at || hasLostBasis(day, advice, at))) {
      due.push({ type: 'AdviceExpired', advice: id });
    }
    if (state.status !== 'applied' || untilAt > at || due.length > 0) continue;
    const { events, back, isEmpty } = wayBack(day, advice, at);
    if (isEmpty) continue;
    due.push({ type: 'AdviceReverted', advice: id, ...back }, ...events);
  }
  return due;
}

/** What the replay found afterwards; once for each piece of advice. */
export function scoreAdvice(day: Day, { advice: id, score }: ScoreAdvice): Decision {
  const advice = day.advice.get(id);
  if (!advice) return refused('unknown-advice', id);
  if (advice.score !== null || advice.state.status === 'proposed') return refused('advice-over');
  return [{ type: 'AdviceScored', advice: id, score }];
}

/** Proposals that wait for an answer, oldest first. */
export function openAdvice(day: Day): Advice[] {
  return [...day.advice.values()].filter(({ state }) => state.status === 'proposed');
}

/** Advice in force, oldest first. */
export function appliedAdvice(day: Day): Advice[] {
  return [...day.advice.values()].filter(({ state }) => state.status === 'applied');
}

/** The windows that open proposals and advice in force hold. */
export function adviceWindows(day: Day): WindowNo[] {
  return windowsOf([...openAdvice(day), ...appliedAdvice(day)]);
}

/** Whether open proposals or advice in force hold the order of calls. */
export function isOrderHeld(day: Day): boolean {
  return heldBy([...openAdvice(day), ...appliedAdvice(day)]).includes(null);
}

/** The windows that some advice holds: all of a proposal's, of an applied one those not yet back. */
export function windowsOf(advice: readonly Advice[]): WindowNo[] {
  return heldBy(advice).filter((window) => window !== null);
}

/** The same, with null for the order of calls. */
function heldBy(advice: readonly Advice[]): (WindowNo | null)[] {
  return advice.flatMap(({ changes, state }) =>
    (state.status === 'applied' ? state.returns.map(({ change }) => change) : changes).map(
      windowOfChange,
    ),
  );
}

function nextId(day: Day, index: number): string {
  return `advice-${String(day.advice.size + 1 + index)}`;
}
