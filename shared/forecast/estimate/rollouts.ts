/**
 * Plays the hall on from a live situation, many times, and asks when everybody is called: who waits,
 * and who would come now (see ghosts.ts). Any order that the hall may have, calls by hand too.
 */
import type { Picked } from '../../hall/routing/pick.ts';
import { pick } from '../../hall/routing/pick.ts';
import type { FloorDesk } from '../simulation/desk.ts';
import { Engine } from '../simulation/engine.ts';
import type { Floor, Shift } from '../simulation/floor.ts';
import { Chance } from '../simulation/random.ts';
import { Visitor } from '../simulation/visitor.ts';
import { Ghosts } from './ghosts.ts';
import { lengthAt, remainingAt } from './residual.ts';
import { drawn } from './spread.ts';
import { visitorOf } from './person-visitor.ts';
import type { Situation, Stream, WaitingPerson } from './situation.ts';
import { thinned } from './thinning.ts';

export interface RolloutOptions {
  readonly rollouts: number;
  readonly seed: number;
  /** Whoever is not called until then is not called in this rollout. */
  readonly horizonMs?: number;
  /** Looks at the queue for all rollouts together; fewer are played rather than more looked at. */
  readonly looksMax?: number;
}

/** Waits from now to the call, one for each rollout that was played; Infinity where none came. */
export interface Waits {
  readonly waiting: readonly Float64Array[];
  /** By zone: every ghost's wait of every rollout. */
  readonly newcomers: readonly Float64Array[];
  /** Rows of the queue that were looked at, the same on every machine; 0 for the quick walk. */
  readonly looks: number;
}

export const HORIZON_MS = 4 * 3_600_000;
/** So many people to come at most in a rollout. */
export const COMING_MAX = 2_000;
/** Below so many a p90 says nothing: in dear ones nobody comes any more when their part is used up. */
export const ROLLOUTS_LEAST = 12;

/** A few calls by hand are lost in the noise; many make another order of it. */
const BY_HAND_MIN = 0.03;

/** Whether calls by hand are frequent enough to be played. */
export function hasHands({ byHandShare = 0 }: Pick<Situation, 'byHandShare'>): boolean {
  return byHandShare >= BY_HAND_MIN;
}

/** Plays the situation on in the engine. */
export function rollOut(situation: Situation, options: RolloutOptions): Waits {
  return new Rollouts(situation, options).run();
}

class Rollouts {
  readonly #situation: Situation;
  readonly #coming: readonly Stream[];
  readonly #options: RolloutOptions;
  readonly #chance = new Chance();
  readonly #floor: Floor & { shifts: readonly (readonly Shift[])[] };
  readonly #engine: Engine;
  readonly #people: readonly Visitor[];
  /** Those whom a window may call at all. */
  readonly #callable: readonly Visitor[];
  readonly #booked: readonly Visitor[];
  /** Never called; an empty queue would not be asked about. */
  readonly #nobody: Visitor;
  readonly #ghosts: Ghosts;
  /** Hands that reach for ghosts: their draws leave the others' as they are. */
  readonly #ghostChance = new Chance();
  readonly #queue: readonly Visitor[];
  #arrivals: Visitor[] = [];
  #left = 0;
  /** From so many looks on nobody comes any more in this rollout. */
  #looksMax = Infinity;

  constructor(situation: Situation, options: RolloutOptions) {
    this.#situation = situation;
    this.#coming = thinned(situation);
    this.#options = options;
    const { floor, rules, promiseSlackMs, at, paceUnderLoad = 1 } = situation;
    this.#floor = { ...floor, shifts: [] };
    this.#engine = new Engine(this.#floor, {
      choose: (queue, desk, now) => this.#choose(queue, desk, now),
      promiseSlackMs: rules.kind === 'promise' ? promiseSlackMs : null,
      overflowAfterMs: rules.kind === 'zones' ? rules.overflowAfterMs : 0,
      paceUnderLoad,
      ...(hasHands(situation) && {
        byHand: (_, candidates, desk) => this.#byHand(candidates, desk),
      }),
    });
    this.#people = situation.waiting.map(visitorOf);
    this.#booked = situation.booked.map(visitorOf);
    this.#nobody = new Visitor(0, at, 0, 0);
    this.#nobody.callableAt = Infinity;
    this.#callable = this.#people.filter(({ kind }) => isServed(floor, kind));
    this.#queue = [...this.#callable, this.#nobody].sort(
      (left, right) => left.orderKey - right.orderKey || left.orderSeq - right.orderSeq,
    );
    const standing = this.#queue.filter((person) => person !== this.#nobody);
    this.#ghosts = new Ghosts(situation, this.#floor, standing);
  }

  run(): Waits {
    const { rollouts, looksMax = Infinity } = this.#options;
    const { at } = this.#situation;
    let played = 0;
    const waiting = this.#people.map(() => new Float64Array(rollouts));
    const newcomers = this.#ghosts.rows.map((row) => new Float64Array(rollouts * row.length));
    const wait = ({ calledAt }: Visitor) => (calledAt < 0 ? Infinity : Math.max(0, calledAt - at));
    for (let rollout = 0; rollout < rollouts; rollout += 1) {
      if (rollout >= ROLLOUTS_LEAST && this.#looks >= looksMax) break;
      this.#looksMax = this.#looks + looksMax / ROLLOUTS_LEAST;
      this.#play(rollout);
      played += 1;
      this.#people.forEach((person, index) => {
        const row = waiting[index];
        if (row) row[rollout] = wait(person);
      });
      this.#ghosts.rows.forEach((row, zone) => {
        row.forEach((ghost, index) => {
          const waits = newcomers[zone];
          if (waits) waits[rollout * row.length + index] = wait(ghost);
        });
      });
    }
    return {
      waiting: waiting.map((row) => row.subarray(0, played)),
      newcomers: newcomers.map((row, zone) =>
        row.subarray(0, played * (this.#ghosts.rows[zone]?.length ?? 0)),
      ),
      looks: this.#looks,
    };
  }

  get #looks(): number {
    return this.#engine.looks + this.#ghosts.looks;
  }

  #play(rollout: number): void {
    const { seed, horizonMs = HORIZON_MS } = this.#options;
    const { at, shiftsOf } = this.#situation;
    this.#chance.reseed(seed, rollout);
    this.#people.forEach((person, index) => this.#fresh(person, this.#situation.waiting[index]));
    this.#ghosts.begin();
    this.#ghostChance.reseed(seed, rollout, 1);
    this.#left = this.#callable.length;
    this.#floor.shifts = shiftsOf(rollout);
    this.#arrivals = this.#comers(at + horizonMs);
    const { remainingMs, expectedRemainingMs } = this.#remaining();
    const waiting = this.#queue;
    const from = { at, waiting, remainingMs, expectedRemainingMs };
    this.#engine.run(this.#arrivals, at, at + horizonMs, from);
  }

  #fresh(person: Visitor, as: WaitingPerson | undefined): void {
    const { noShowShare } = this.#situation;
    person.reset();
    person.workMs = this.#work(person.kind);
    person.shows = !this.#chance.happens(noShowShare);
    if (!as) return;
    person.promiseAt = as.promiseAt;
    person.overtaken = as.overtaken;
  }

  #work(kind: number): number {
    const { sds, spread } = this.#situation;
    return Math.exp((sds[kind] ?? 0) * drawn(spread, this.#chance.next()));
  }

  #remaining() {
    const { busy, spread, noShowShare, floor } = this.#situation;
    const remainingMs = new Float64Array(busy.length);
    const expectedRemainingMs = new Float64Array(busy.length);
    for (const [window, row] of busy.entries()) {
      if (!row) continue;
      const { length, elapsedMs, isCalled } = row;
      const isMissed = isCalled && this.#chance.happens(noShowShare);
      remainingMs[window] = isMissed
        ? Math.max(1_000, floor.noShowMs - elapsedMs)
        : remainingAt(length, spread, elapsedMs, this.#chance.next());
      expectedRemainingMs[window] = lengthAt(length, spread, 0.5);
    }
    return { remainingMs, expectedRemainingMs };
  }

  /** Who comes later, in order; where that can change nothing for those who are here, nobody. */
  #comers(untilAt: number): Visitor[] {
    const { booked, rules } = this.#situation;
    const comers: Visitor[] = [];
    for (const [index, person] of this.#booked.entries()) {
      this.#fresh(person, booked[index]);
      if (person.arrivesAt < untilAt && person.shows) comers.push(person);
    }
    for (const stream of this.#coming) {
      const isOrdered = rules.kind === 'strict' && !hasHands(this.#situation);
      if (isOrdered && stream.creditMs === 0) continue;
      this.#draw(stream, untilAt, comers);
    }
    return comers.sort((left, right) => left.arrivesAt - right.arrivesAt);
  }

  #draw({ parts, kinds, creditMs }: Stream, untilAt: number, comers: Visitor[]): void {
    if (kinds.length === 0) return;
    for (const { fromAt, untilAt: endsAt, perMs } of parts) {
      if (perMs <= 0) continue;
      const lastAt = Math.min(endsAt, untilAt);
      let at = fromAt + this.#chance.exponential() / perMs;
      while (at < lastAt && comers.length < COMING_MAX) {
        const kind = kinds[this.#chance.index(kinds.length)] ?? 0;
        const comer = new Visitor(kind, at, this.#work(kind), comers.length + 1e9);
        comer.shows = !this.#chance.happens(this.#situation.noShowShare);
        comer.creditMs = creditMs;
        comer.orderKey = at - creditMs;
        comers.push(comer);
        at += this.#chance.exponential() / perMs;
      }
    }
  }

  #byHand(candidates: number, desk: FloorDesk): number | null {
    const isPicked = candidates > 0 && this.#chance.happens(this.#situation.byHandShare ?? 0);
    if (!isPicked) return null;
    this.#ghosts.askByHand(desk, candidates, (share) => this.#ghostChance.happens(share));
    return this.#chance.index(candidates);
  }

  #choose(queue: readonly Visitor[], desk: FloorDesk, at: number): Picked<Visitor> | null {
    // Whom a hand picked is not told here: then it is looked who is left.
    const isDone = hasHands(this.#situation)
      ? !this.#callable.some(({ calledAt }) => calledAt < 0)
      : this.#left === 0;
    if (isDone && this.#ghosts.open === 0) {
      // Everybody of interest was called: the rest of the day is not played.
      this.#arrivals.length = 0;
      return null;
    }
    if (this.#looks >= this.#looksMax) this.#arrivals.length = 0;
    const picked = pick(queue, desk, this.#situation.rules, at);
    if (this.#ghosts.open > 0) this.#ghosts.ask(queue, picked, desk, at);
    if (picked && picked.row.arrivesAt <= this.#situation.at) this.#left -= 1;
    return picked;
  }
}

function isServed({ windows, kinds, may }: Situation['floor'], kind: number): boolean {
  for (let window = 0; window < windows; window += 1) {
    if (may[window * kinds + kind] === 1) return true;
  }
  return false;
}
