/**
 * What advice was worth, measured afterwards: its time is played again with the visitors who really
 * came and the service times that were seen, once with the changes and once without; only what nobody
 * saw (services that never took place) is drawn. For advice that was not taken it says what it would
 * have saved.
 */
import type { AdviceChange, AdviceScore } from '../../hall/advice.ts';
import { tryChanges } from '../../hall/advice-changes.ts';
import type { Day } from '../../hall/day.ts';
import { isRefusal } from '../../hall/decision.ts';
import type { Learned } from '../estimate/learn.ts';
import type { LiveFacts } from '../estimate/live-situation.ts';
import { ticketFrom } from '../estimate/snapshot.ts';
import type { Visitor } from '../simulation/visitor.ts';
import type { Actual, Served } from './actual.ts';
import { gainOf } from './figures.ts';
import type { Future } from './futures.ts';
import { futureOf } from './futures.ts';
import { playedPair } from './pair.ts';
import { sceneOf } from './scene.ts';
import type { Scene } from './scene.ts';

const ROLLOUTS = 16;

export interface ScoreQuestion {
  /** The day as it stood when the advice was applied, or proposed where it never was. */
  readonly day: Day;
  readonly facts: LiveFacts;
  readonly changes: readonly AdviceChange[];
  readonly actual: Actual;
  readonly horizonMs: number;
  readonly seed: number;
}

/** The measured gain; null where the changes could not be made then, or nobody worked. */
export function scoreOf(question: ScoreQuestion, learned: Learned): AdviceScore | null {
  const { facts, changes, actual, horizonMs, seed } = question;
  const day = withArrivals(question.day, actual);
  const tried = tryChanges(question.day, changes, facts.at, 'score');
  if (isRefusal(tried)) return null;
  const base = sceneOf(day, learned, facts);
  const changed = sceneOf(withArrivals(tried.day, actual), learned, facts);
  if (!base || !changed) return null;
  const untilAt = facts.at + horizonMs;
  const quiet = { ...base, situation: withoutStreams(base) };
  const { before, after } = playedPair(
    base,
    changed,
    (index) => asItWas(futureOf(quiet, seed, index, untilAt), { base, day, actual, at: facts.at }),
    { countMax: ROLLOUTS, untilAt },
  );
  const gain = gainOf(before, after);
  return {
    gainMinutes: Math.round(gain.minutes),
    lowMinutes: Math.round(gain.lowMinutes),
    highMinutes: Math.round(gain.highMinutes),
    rollouts: before.length,
  };
}

/** Who came later stands behind those who waited; the future takes them out again. */
function withArrivals(day: Day, { arrivals }: Actual): Day {
  const waiting = [...day.waiting, ...arrivals.map(ticketFrom)];
  return { ...day, waiting };
}

function withoutStreams({ situation }: Scene): Scene['situation'] {
  return { ...situation, coming: [] };
}

interface AsItWas {
  readonly base: Scene;
  readonly day: Day;
  readonly actual: Actual;
  readonly at: number;
}

/** The future with what was seen in place of what was drawn. */
function asItWas(future: Future, { base, day, actual, at }: AsItWas): Future {
  const missed = new Set<string>(actual.missed);
  const waiting: Visitor[] = [];
  const as: Future['as'][number][] = [];
  const arrivals: Visitor[] = [...future.arrivals];
  const remaining = new Map(future.remaining);
  future.waiting.forEach((visitor, index) => {
    const ticket = day.waiting[index];
    const row = future.as[index];
    if (!ticket || !row) return;
    const served = actual.served.get(ticket.id);
    visitor.shows = !missed.has(ticket.id);
    if (served && ticket.stop === 1) visitor.workMs = workOf(base, visitor.kind, served);
    if (ticket.arrivedAt > at)
      arrivals.push(Object.assign(visitor, { arrivesAt: ticket.arrivedAt }));
    else {
      waiting.push(visitor);
      as.push(row);
    }
  });
  for (const { calledAt, ms, window } of actual.served.values()) {
    const known = remaining.get(window);
    const isThen = calledAt <= at && calledAt + ms > at;
    if (known && isThen) remaining.set(window, { ...known, ms: calledAt + ms - at });
  }
  arrivals.sort((left, right) => left.arrivesAt - right.arrivesAt);
  return { ...future, remaining, waiting, as, arrivals };
}

/** The visitor's own part of a service that took so long at that window. */
function workOf({ situation, windowNos }: Scene, kind: number, { ms, window }: Served): number {
  const { floor } = situation;
  const index = windowNos.indexOf(window);
  const own = index < 0 ? undefined : floor.factor[index * floor.kinds + kind];
  if (own !== undefined && own > 0) return ms / own;
  let sum = 0;
  for (let other = 0; other < floor.windows; other += 1) {
    sum += floor.factor[other * floor.kinds + kind] ?? 0;
  }
  return sum > 0 ? (ms * floor.windows) / sum : 1;
}
