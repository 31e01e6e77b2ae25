/**
 * Measures advice when its time is over, taken or not: reads the day's log up to the advice, a page at
 * a time with rests, so that nobody waits for it, and has the worker play that hour again with what
 * really came. One piece of advice at a time; two servers that measure the same say the same once.
 */
import type { BusinessDate, HallId } from '../../shared/base/ids.ts';
import { commandId } from '../../shared/base/ids.ts';
import { actualOf } from '../../shared/forecast/advise/actual.ts';
import type { AdviceAnswer, AdviceQuestion } from '../../shared/forecast/advise/questions.ts';
import { snapshotOf } from '../../shared/forecast/estimate/snapshot.ts';
import type { Snapshot } from '../../shared/forecast/estimate/snapshot.ts';
import type { Advice } from '../../shared/hall/advice.ts';
import type { Day } from '../../shared/hall/day.ts';
import { emptyDay } from '../../shared/hall/day.ts';
import { evolve } from '../../shared/hall/evolve.ts';
import type { HallActor } from '../hall/actor.ts';
import { versionsNamed } from '../hall/named-plans.ts';
import type { ConfigStore } from '../storage/config-store.ts';
import type { HallLog } from '../storage/hall-log.ts';
import { storedEvent } from '../storage/log-row.ts';

const PAGE_EVENTS = 500;
const DAY_EVENTS_MAX = 60_000;
const REST_MS = 10;
/** Shorter than this nothing can be told. */
const HORIZON_MIN_MS = 5 * 60_000;
const SYSTEM = { kind: 'system' } as const;

export interface ScoringParts {
  readonly log: Pick<HallLog, 'readPage'>;
  readonly configs: Pick<ConfigStore, 'plan'>;
  readonly hash: (body: string) => string;
  readonly ask: (question: AdviceQuestion) => Promise<AdviceAnswer | null>;
}

/** What of a hall's advice is to be measured next. */
export interface Due {
  readonly id: string;
  readonly date: BusinessDate;
  /** When its time began, and how long it was. */
  readonly fromAt: number;
  readonly horizonMs: number;
  readonly changes: Advice['changes'];
  readonly wasApplied: boolean;
}

/** Nobody noted when breaks really were, and a window that is kept had not gone back to compare with. */
function isUnmeasured({ kind }: Advice['changes'][number]): boolean {
  return kind === 'moveBreak' || kind === 'keep';
}

/** The oldest advice whose time is over and that was not measured, except those in `tried`. */
export function dueScore(day: Day, at: number, tried: ReadonlySet<string>): Due | null {
  const { adviceHorizonMs } = day.plan.config.policy;
  if (day.phase !== 'open') return null;
  for (const advice of day.advice.values()) {
    const { id, state, score, changes, proposedAt, figures } = advice;
    if (score !== null || state.status === 'proposed' || tried.has(`${day.date}/${id}`)) continue;
    if (state.status === 'applied' || changes.every(isUnmeasured)) continue;
    const wasApplied = state.status === 'returned';
    const fromAt = wasApplied ? state.appliedAt : proposedAt;
    const wholeMs = figures?.horizonMs ?? adviceHorizonMs;
    const horizonMs = wasApplied ? Math.min(wholeMs, state.at - fromAt) : wholeMs;
    if (horizonMs < HORIZON_MIN_MS || at < fromAt + horizonMs) continue;
    return { id, date: day.date, fromAt, horizonMs, changes, wasApplied };
  }
  return null;
}

/** Measures one piece of advice, and puts what was found into the day's log. */
export async function score(parts: ScoringParts, actor: HallActor, due: Due): Promise<void> {
  const { id, date, fromAt, horizonMs, changes } = due;
  const snapshot = await dayBefore(parts, actor.hall, due);
  if (!snapshot) return;
  const actual = await actor.read(({ day }) => actualOf(day, fromAt, fromAt + horizonMs));
  const { seq: seed } = snapshot;
  const answer = await parts.ask({
    ...{ kind: 'score', snapshot, changes, actual, horizonMs, seed },
  });
  if (answer?.kind !== 'score' || answer.score === null) return;
  const name = commandId(`score:${actor.hall}:${date}:${id}`);
  await actor.submit({
    commandId: name,
    hash: parts.hash(name),
    command: { type: 'scoreAdvice', advice: id, score: answer.score },
    by: SYSTEM,
    onDate: date,
  });
}

/** The day just before the advice was applied, or proposed; null where the log does not tell. */
async function dayBefore(
  { log, configs }: ScoringParts,
  hall: HallId,
  { id, date, fromAt, wasApplied }: Due,
): Promise<Snapshot | null> {
  const type = wasApplied ? 'AdviceApplied' : 'AdviceProposed';
  let day: Day | null = null;
  for (let seq = 0; seq < DAY_EVENTS_MAX; seq += PAGE_EVENTS) {
    const rows = await log.readPage(hall, date, seq, PAGE_EVENTS);
    for (const version of versionsNamed(rows)) {
      const plan = await configs.plan(hall, version);
      day ??= emptyDay(hall, date, plan);
      day.plans.set(version, plan);
    }
    if (!day) return null;
    for (const stored of rows.map(storedEvent)) {
      const { event } = stored;
      if (event.type === type && event.advice === id) return snapshotOf(day, fromAt);
      evolve(day, stored);
    }
    if (rows.length < PAGE_EVENTS) return null;
    await new Promise((resolve) => setTimeout(resolve, REST_MS).unref());
  }
  return null;
}
