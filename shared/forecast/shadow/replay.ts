/**
 * A day that was observed, played again in another order of calls: the same people at the same
 * instants, the same windows at the same times, every visit as long as it was. The engine and the
 * choosing function are the product's own. What it cannot know it keeps as it was: when clerks
 * pause, when a visitor comes back, who leaves without being called.
 */
import type { TicketId } from '../../base/ids.ts';
import type { ObservedDay } from '../observed/observed-day.ts';
import { Engine } from '../simulation/engine.ts';
import type { Choose } from '../simulation/engine.ts';
import type { Floor } from '../simulation/floor.ts';
import { plainFloor } from '../simulation/floor.ts';
import { Visitor } from '../simulation/visitor.ts';
import type { Ability } from './abilities.ts';
import { postsOf } from './posts.ts';
import type { Post } from './posts.ts';
import { visitsOf } from './visits.ts';
import type { ReplayVisit, ReplayVisits, VisitKind } from './visits.ts';

/** An order of calls, as the simulator's policies describe theirs. */
export interface ReplayOrder {
  readonly choose: Choose;
  /** Null: nothing is promised. */
  readonly promiseSlackMs: number | null;
  readonly overflowAfterMs: number;
  readonly hasCredits: boolean;
  /** Whether a window's zones bind. */
  readonly hasWalls: boolean;
  /** Other furniture than the day had: who may serve, instead of the hall's own. */
  readonly may?: (post: number, visit: VisitKind) => boolean;
}

/** One stop of one ticket in a replay. */
export interface ReplayedVisit {
  readonly ticket: TicketId;
  /** From the arrival (or the later slot) to the call; to the end where nobody called. */
  readonly waitMs: number;
  readonly isCalled: boolean;
  readonly overtaken: number;
  /** After the promise, ms; negative before it, −Infinity without one. */
  readonly lateMs: number;
  /** Served by another zone's window that served no such visit that day. */
  readonly isElsewhere: boolean;
  /** What anybody would have expected of it, ms. */
  readonly expectedMs: number;
}

export class Replay {
  readonly day: ObservedDay;
  readonly posts: readonly Post[];
  readonly visits: readonly ReplayVisit[];
  readonly neverCalled: number;
  readonly #ability: Ability;
  readonly #missMs: number;
  readonly #kinds: VisitKind[] = [];
  readonly #kindOf: Int32Array;
  /** By kind: the posts that really served it, whatever the rules say. */
  readonly #servedBy: Set<number>[] = [];

  constructor(day: ObservedDay, ability: Ability) {
    const { visits, neverCalled, missMs }: ReplayVisits = visitsOf(day);
    this.day = day;
    this.visits = visits;
    this.neverCalled = neverCalled;
    this.posts = postsOf(day);
    this.#ability = ability;
    this.#missMs = missMs;
    this.#kindOf = new Int32Array(visits.length);
    const known = new Map<string, number>();
    visits.forEach((visit, index) => {
      const key = keyOf(visit.kind);
      const kind = known.get(key) ?? this.#kinds.length;
      known.set(key, kind);
      if (kind === this.#kinds.length) {
        this.#kinds.push(visit.kind);
        this.#servedBy.push(new Set());
      }
      this.#kindOf[index] = kind;
      const post = visit.real ? this.#postOf(visit.real) : -1;
      if (post >= 0) this.#servedBy[kind]?.add(post);
    });
  }

  /** Plays the day in this order; by visit, in the order of `visits`. */
  run(order: ReplayOrder): ReplayedVisit[] {
    const floor = this.#floor(order);
    const people = this.visits.map((visit, index) => this.#visitor(floor, visit, index, order));
    const { choose, promiseSlackMs, overflowAfterMs } = order;
    const engine = new Engine(floor, { choose, promiseSlackMs, overflowAfterMs });
    const { isClosed, untilAt } = this.day;
    const startAt = people.reduce((first, { arrivesAt }) => Math.min(first, arrivesAt), untilAt);
    engine.run(people, startAt, isClosed ? Infinity : untilAt);
    const endAt = Math.max(untilAt, engine.at);
    return people.map((person, index) => {
      const { calledAt, promiseAt, overtaken, arrivesAt, slotAt, kind } = person;
      const isCalled = calledAt >= 0;
      const fromAt = slotAt < Infinity ? Math.max(arrivesAt, slotAt) : arrivesAt;
      return {
        ticket: this.visits[index]?.ticket ?? ('' as TicketId),
        waitMs: Math.max(0, (isCalled ? calledAt : endAt) - fromAt),
        ...{ isCalled, overtaken },
        isElsewhere: isCalled && this.#isElsewhere(floor, person),
        lateMs: (isCalled ? calledAt : endAt) - promiseAt,
        expectedMs: this.#anybodyMs(floor, kind),
      };
    });
  }

  #visitor(floor: Floor, visit: ReplayVisit, index: number, order: ReplayOrder): Visitor {
    const kind = this.#kindOf[index] ?? 0;
    const { takenMs, real, arrivesAt, placeAt, slotAt, callableAt, greenAt } = visit;
    const post = real ? this.#postOf(real) : -1;
    const factor = post < 0 ? 1 : (floor.factor[post * floor.kinds + kind] ?? 1);
    const workMs = (takenMs ?? this.#anybodyMs(floor, kind)) / factor;
    const visitor = new Visitor(kind, arrivesAt, Math.max(1, workMs), index);
    visitor.shows = !visit.isMissed;
    visitor.placeAt = slotAt < Infinity ? slotAt : placeAt;
    visitor.slotAt = slotAt;
    visitor.callableAt = callableAt;
    visitor.greenAt = greenAt;
    visitor.creditMs = order.hasCredits ? visit.creditMs : 0;
    visitor.orderKey = visitor.placeAt - visitor.creditMs;
    return visitor;
  }

  #isElsewhere({ kinds, own }: Floor, { window, kind }: Visitor): boolean {
    return own[window * kinds + kind] === 0 && this.#servedBy[kind]?.has(window) !== true;
  }

  #anybodyMs({ kinds, expectedMs }: Floor, kind: number): number {
    const posts = this.posts.length;
    let sum = 0;
    for (let post = 0; post < posts; post += 1) sum += expectedMs[post * kinds + kind] ?? 0;
    return posts > 0 ? sum / posts : 1;
  }

  #floor({ hasWalls, may }: ReplayOrder): Floor {
    const posts = this.posts;
    const kinds = this.#kinds.length;
    const floor = {
      ...plainFloor(posts.length, kinds, this.#missMs),
      shifts: posts.map(({ shifts }) => shifts),
    };
    const ability = this.#ability;
    this.#kinds.forEach((visit, kind) => {
      const able = posts.map((post, index) =>
        may ? may(index, visit) : this.#isAble(post, index, visit, kind, hasWalls),
      );
      const isLow = posts.map(({ window }, index) => able[index] && ability.isLow(window));
      const needsLow = visit.needsLowWindow && isLow.includes(true);
      posts.forEach((post, index) => {
        const cell = index * kinds + kind;
        floor.may[cell] = Number((needsLow ? isLow : able)[index] ?? false);
        floor.own[cell] = Number(ability.isOwn(post, visit));
        floor.expectedMs[cell] = Math.max(1, ability.expectedMs(post, visit));
        floor.factor[cell] = ability.factor(post, visit);
      });
    });
    posts.forEach((_, index) => {
      const row = floor.may.subarray(index * kinds, (index + 1) * kinds);
      floor.skills[index] = row.reduce((sum, value) => sum + value, 0);
    });
    return floor;
  }

  /** Whoever served it was able to, even where the rules of today say otherwise. */
  #isAble(post: Post, index: number, visit: VisitKind, kind: number, hasWalls: boolean): boolean {
    if (visit.only !== null && visit.only !== post.clerk) return false;
    if (this.#servedBy[kind]?.has(index)) return true;
    return this.#ability.may(post, visit, hasWalls);
  }

  #postOf({ window, clerk, calledAt }: NonNullable<ReplayVisit['real']>): number {
    let found = -1;
    this.posts.forEach((post, index) => {
      if (post.window !== window || post.clerk !== clerk) return;
      const opensAt = post.shifts[0]?.[0] ?? Infinity;
      if (found < 0 || opensAt <= calledAt) found = index;
    });
    return found;
  }
}

function keyOf({ items, series, package: pack, zone, stop, needsLowWindow, only }: VisitKind) {
  const list = items
    .map(({ item }) => item)
    .sort()
    .join(' ');
  return [list, series === 'L', pack, zone, stop > 1, needsLowWindow, only].join('|');
}
