/**
 * What may come in the next hour or so, drawn ahead: how long each service takes, who does not answer,
 * who arrives. Every option is played on the same futures (common random numbers), so that their
 * difference is what the option does and not what the dice did. Draws belong to the visitor.
 */
import { visitorOf } from '../estimate/person-visitor.ts';
import { lengthAt, remainingAt } from '../estimate/residual.ts';
import type { Situation, Stream, WaitingPerson } from '../estimate/situation.ts';
import { drawn } from '../estimate/spread.ts';
import { Chance } from '../simulation/random.ts';
import { Visitor } from '../simulation/visitor.ts';
import type { Scene } from './scene.ts';

/** People to come in one future, at most. */
const COMING_MAX = 3_000;
const REMAINING_MIN_MS = 1_000;

/** What remains of the service at a window, ms: as it will be, and as anybody would expect. */
export interface Remaining {
  readonly ms: number;
  readonly expectedMs: number;
}

/** One future of a situation: everything that chance decides. */
export interface Future {
  /** By the number of the window; those without a visitor are not in it. */
  readonly remaining: ReadonlyMap<number, Remaining>;
  /** Who waits already, with promise and overtaken to begin with. */
  readonly waiting: readonly Visitor[];
  readonly as: readonly WaitingPerson[];
  /** Sorted by arrival. */
  readonly arrivals: readonly Visitor[];
  /** Which of the rosters it has. */
  readonly rollout: number;
}

/** The n-th future of a situation; the same numbers give the same future. */
export function futureOf(
  { situation, windowNos }: Pick<Scene, 'situation' | 'windowNos'>,
  seed: number,
  rollout: number,
  untilAt: number,
): Future {
  const chance = new Chance(seed, rollout);
  const { waiting: as } = situation;
  const waiting = as.map((person) => freshPerson(situation, person, chance));
  const remaining = remainingOf(situation, windowNos, chance);
  const arrivals: Visitor[] = [];
  for (const person of situation.booked) {
    const visitor = freshPerson(situation, person, chance);
    if (visitor.shows && visitor.arrivesAt < untilAt) arrivals.push(visitor);
  }
  for (const stream of situation.coming) {
    draw(situation, stream, new Chance(seed, rollout, arrivals.length), untilAt, arrivals);
  }
  arrivals.sort((left, right) => left.arrivesAt - right.arrivesAt);
  return { remaining, waiting, as, arrivals, rollout };
}

/** As it began, for the next option. */
export function rewind({ waiting, as, arrivals }: Future): void {
  for (const visitor of arrivals) visitor.reset();
  waiting.forEach((visitor, index) => {
    const before = as[index];
    visitor.reset();
    if (!before) return;
    visitor.promiseAt = before.promiseAt;
    visitor.overtaken = before.overtaken;
  });
}

function freshPerson(situation: Situation, person: WaitingPerson, chance: Chance): Visitor {
  const work = workOf(situation, person.kind, chance);
  const visitor = visitorOf(person, work);
  visitor.shows = !chance.happens(situation.noShowShare);
  return visitor;
}

function workOf({ sds, spread }: Situation, kind: number, chance: Chance): number {
  return Math.exp((sds[kind] ?? 0) * drawn(spread, chance.next()));
}

function remainingOf(
  { busy, spread, noShowShare, floor }: Situation,
  windowNos: readonly number[],
  chance: Chance,
): Map<number, Remaining> {
  const found = new Map<number, Remaining>();
  for (const [index, no] of windowNos.entries()) {
    const [missed, u] = [chance.next(), chance.next()];
    const row = busy[index];
    if (!row) continue;
    const { length, elapsedMs, isCalled } = row;
    const ms =
      isCalled && missed < noShowShare
        ? Math.max(REMAINING_MIN_MS, floor.noShowMs - elapsedMs)
        : remainingAt(length, spread, elapsedMs, u);
    found.set(no, { ms, expectedMs: lengthAt(length, spread, 0.5) });
  }
  return found;
}

function draw(
  situation: Situation,
  { parts, kinds, creditMs }: Stream,
  chance: Chance,
  untilAt: number,
  comers: Visitor[],
): void {
  if (kinds.length === 0) return;
  for (const { fromAt, untilAt: endsAt, perMs } of parts) {
    if (perMs <= 0) continue;
    const lastAt = Math.min(endsAt, untilAt);
    let at = Math.max(fromAt, situation.at) + chance.exponential() / perMs;
    while (at < lastAt && comers.length < COMING_MAX) {
      const kind = kinds[chance.index(kinds.length)] ?? 0;
      const visitor = new Visitor(kind, at, workOf(situation, kind, chance), 1e9 + comers.length);
      visitor.shows = !chance.happens(situation.noShowShare);
      visitor.creditMs = creditMs;
      visitor.orderKey = at - creditMs;
      comers.push(visitor);
      at += chance.exponential() / perMs;
    }
  }
}
