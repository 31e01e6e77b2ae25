/**
 * Rollouts of a hall in strict order, some twenty times as fast as the engine and with the same
 * answer. It rests on what strict order means: whoever comes later without a right or a credit changes
 * nothing for those who are here, and each window looks down the queue from where it last stood,
 * for whoever it passed over there was called or is none of its business. So a rollout costs one
 * walk down the queue per window.
 */
import type { Shift } from '../simulation/floor.ts';
import { Chance } from '../simulation/random.ts';
import { remainingAt } from './residual.ts';
import type { RolloutOptions, Waits } from './rollouts.ts';
import { HORIZON_MS } from './rollouts.ts';
import { drawn } from './spread.ts';
import type { Situation, WaitingPerson } from './situation.ts';
import type { Special } from './specials.ts';
import { byOrder, comesBefore, comingSpecials, specialOf } from './specials.ts';

/** Plays on a situation whose rules are strict. */
export function rollOutStrict(situation: Situation, options: RolloutOptions): Waits {
  return new StrictRollouts(situation, options).run();
}

class StrictRollouts {
  readonly #situation: Situation;
  readonly #options: RolloutOptions;
  readonly #chance = new Chance();
  /** Ordinary people in their order, as places in `waiting`. */
  readonly #order: Int32Array;
  readonly #kinds: Int32Array;
  readonly #standing: readonly Special[];
  readonly #ghosts: readonly {
    readonly kind: number;
    readonly zone: number;
    readonly place: number;
  }[];
  readonly #pointers: Int32Array;
  readonly #freeAt: Float64Array;
  readonly #waits: Float64Array;
  #specials: Special[] = [];
  #openGhosts: number[] = [];
  #shifts: readonly (readonly Shift[])[] = [];
  #left = 0;

  constructor(situation: Situation, options: RolloutOptions) {
    this.#situation = situation;
    this.#options = options;
    const { waiting, floor, newcomers } = situation;
    const isPlain = ({ slotAt, greenAt }: WaitingPerson) =>
      slotAt === Infinity && greenAt === Infinity;
    const order = waiting.flatMap((person, index) => (isPlain(person) ? [index] : []));
    order.sort((left, right) => byOrder(waiting[left], waiting[right]));
    this.#order = Int32Array.from(order);
    this.#kinds = Int32Array.from(waiting, ({ kind }) => kind);
    this.#standing = waiting.flatMap((person, index) =>
      isPlain(person) ? [] : [specialOf(person, index)],
    );
    this.#ghosts = newcomers.flatMap((kinds, zone) =>
      kinds.map((kind, place) => ({ kind, zone, place })),
    );
    this.#pointers = new Int32Array(floor.windows);
    this.#freeAt = new Float64Array(floor.windows);
    this.#waits = new Float64Array(waiting.length);
  }

  run(): Waits {
    const { rollouts } = this.#options;
    const { newcomers } = this.#situation;
    const waiting = Array.from(this.#waits, () => new Float64Array(rollouts));
    const ghostWaits = newcomers.map((kinds) =>
      new Float64Array(rollouts * kinds.length).fill(Infinity),
    );
    for (let rollout = 0; rollout < rollouts; rollout += 1) {
      this.#begin(rollout);
      this.#play(rollout, ghostWaits);
      for (let index = 0; index < this.#waits.length; index += 1) {
        const row = waiting[index];
        if (row) row[rollout] = this.#waits[index] ?? Infinity;
      }
    }
    return { waiting, newcomers: ghostWaits, looks: 0 };
  }

  #begin(rollout: number): void {
    const { at, shiftsOf, busy, spread, noShowShare, floor } = this.#situation;
    this.#chance.reseed(this.#options.seed, rollout);
    this.#shifts = shiftsOf(rollout);
    this.#pointers.fill(0);
    this.#waits.fill(Infinity);
    this.#left = this.#waits.length;
    this.#openGhosts = Array.from(this.#ghosts.keys());
    const untilAt = at + (this.#options.horizonMs ?? HORIZON_MS);
    this.#specials = [...this.#standing, ...comingSpecials(this.#situation, this.#chance, untilAt)];
    for (let window = 0; window < floor.windows; window += 1) {
      const row = busy[window];
      this.#freeAt[window] = at;
      if (!row) continue;
      const isMissed = row.isCalled && this.#chance.happens(noShowShare);
      this.#freeAt[window] =
        at +
        (isMissed
          ? Math.max(1_000, floor.noShowMs - row.elapsedMs)
          : remainingAt(row.length, spread, row.elapsedMs, this.#chance.next()));
    }
  }

  #play(rollout: number, ghostWaits: readonly Float64Array[]): void {
    const { at } = this.#situation;
    const endsAt = at + (this.#options.horizonMs ?? HORIZON_MS);
    const freeAt = this.#freeAt;
    while (this.#left > 0 || this.#openGhosts.length > 0) {
      let window = -1;
      let now = Infinity;
      for (let index = 0; index < freeAt.length; index += 1) {
        const free = freeAt[index] ?? Infinity;
        if (free < now) {
          now = free;
          window = index;
        }
      }
      if (window < 0 || now > endsAt) return;
      const opensAt = this.#opensAt(window, now);
      if (opensAt > now) {
        freeAt[window] = opensAt;
        continue;
      }
      this.#ask(window, now, rollout, ghostWaits);
    }
  }

  #ask(window: number, now: number, rollout: number, ghostWaits: readonly Float64Array[]): void {
    const place = this.#next(window);
    const ordinary = place < 0 ? undefined : this.#situation.waiting[place];
    const special = this.#special(window, now, ordinary);
    const chosen = special ?? ordinary;
    const hasRight = special !== undefined && (special.slotAt <= now || special.greenAt < Infinity);
    const { at } = this.#situation;
    if (this.#openGhosts.length > 0 && !hasRight && !(chosen && chosen.orderKey <= at)) {
      this.#callGhosts(window, now, rollout, ghostWaits);
    }
    if (!chosen) {
      this.#freeAt[window] = this.#wakesAt(window, now);
      return;
    }
    const index = special ? special.index : place;
    if (index >= 0) {
      this.#waits[index] = now - at;
      this.#left -= 1;
    }
    if (special) this.#specials.splice(this.#specials.indexOf(special), 1);
    this.#freeAt[window] = now + this.#serviceMs(window, chosen.kind);
  }

  #serviceMs(window: number, kind: number): number {
    const { floor, sds, spread, noShowShare } = this.#situation;
    if (this.#chance.happens(noShowShare)) return floor.noShowMs;
    const factor = floor.factor[window * floor.kinds + kind] ?? 1;
    return factor * Math.exp((sds[kind] ?? 0) * drawn(spread, this.#chance.next()));
  }

  /** The first ordinary person whom the window may call; its place in `waiting`, or −1. */
  #next(window: number): number {
    const { may, kinds } = this.#situation.floor;
    let pointer = this.#pointers[window] ?? 0;
    for (; pointer < this.#order.length; pointer += 1) {
      const index = this.#order[pointer] ?? 0;
      const isThere = this.#waits[index] === Infinity;
      if (isThere && may[window * kinds + (this.#kinds[index] ?? 0)] === 1) break;
    }
    this.#pointers[window] = pointer;
    return this.#order[pointer] ?? -1;
  }

  /** Who comes before the ordinary candidate: a slot, a green channel, an earlier place. */
  #special(window: number, now: number, ordinary: WaitingPerson | undefined): Special | undefined {
    const { may, kinds } = this.#situation.floor;
    let best: Special | undefined;
    let bestRank = 0;
    for (const special of this.#specials) {
      if (special.fromAt > now || may[window * kinds + special.kind] !== 1) continue;
      const rank = special.slotAt <= now ? 2 : special.greenAt < Infinity ? 1 : 0;
      if (rank === 0 && ordinary && byOrder(ordinary, special) <= 0) continue;
      if (best && (rank < bestRank || (rank === bestRank && !comesBefore(special, best, rank)))) {
        continue;
      }
      best = special;
      bestRank = rank;
    }
    return best;
  }

  #callGhosts(
    window: number,
    now: number,
    rollout: number,
    ghostWaits: readonly Float64Array[],
  ): void {
    const { floor, at, newcomers } = this.#situation;
    this.#openGhosts = this.#openGhosts.filter((index) => {
      const ghost = this.#ghosts[index];
      if (!ghost || floor.may[window * floor.kinds + ghost.kind] !== 1) return true;
      const row = ghostWaits[ghost.zone];
      const count = newcomers[ghost.zone]?.length ?? 0;
      if (row) row[rollout * count + ghost.place] = now - at;
      return false;
    });
  }

  /** When a window without anybody to call may have somebody again. */
  #wakesAt(window: number, now: number): number {
    const { may, kinds } = this.#situation.floor;
    let wakesAt = Infinity;
    for (const { fromAt, kind } of this.#specials) {
      if (fromAt > now && fromAt < wakesAt && may[window * kinds + kind] === 1) wakesAt = fromAt;
    }
    return wakesAt;
  }

  #opensAt(window: number, now: number): number {
    for (const [fromAt, untilAt] of this.#shifts[window] ?? []) {
      if (untilAt > now) return Math.max(fromAt, now);
    }
    return Infinity;
  }
}
