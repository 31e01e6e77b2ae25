/**
 * Rollouts of a hall in strict order, some twenty times as fast as the engine and with the same
 * answer. It rests on what strict order means: whoever comes later without a right or a credit changes
 * nothing for those who are here, and each window looks down the list of those whom it may call from
 * where it last stood, for whoever it passed over there was called. So a rollout costs one walk down
 * its list per window. Lists and waits are flat arrays, made once for a batch.
 */
import type { Shift } from '../simulation/floor.ts';
import { Chance } from '../simulation/random.ts';
import { remainingAt } from './residual.ts';
import type { RolloutOptions, Waits } from './rollouts.ts';
import { HORIZON_MS } from './rollouts.ts';
import { drawn } from './spread.ts';
import type { Situation, WaitingPerson } from './situation.ts';
import type { Special } from './specials.ts';
import { Specials, byOrder, specialOf } from './specials.ts';
import { StrictGhosts } from './strict-ghosts.ts';

/** Plays on a situation whose rules are strict. */
export function rollOutStrict(situation: Situation, options: RolloutOptions): Waits {
  return new StrictRollouts(situation, options).run();
}

class StrictRollouts {
  readonly #situation: Situation;
  readonly #options: RolloutOptions;
  readonly #chance = new Chance();
  readonly #kinds: Int32Array;
  /** By window: the ordinary people whom it may call, in their order, as places in `waiting`. */
  readonly #lists: readonly Int32Array[];
  /** How far down its list each window stands, and among its shifts. */
  readonly #pointers: Int32Array;
  readonly #shiftPlaces: Int32Array;
  readonly #freeAt: Float64Array;
  readonly #isCalled: Uint8Array;
  /** By person: one wait a rollout. */
  readonly #waits: readonly Float64Array[];
  readonly #specials: Specials;
  readonly #ghosts: StrictGhosts;
  #rollout = 0;
  #shifts: readonly (readonly Shift[])[] = [];
  #left = 0;

  constructor(situation: Situation, options: RolloutOptions) {
    this.#situation = situation;
    this.#options = options;
    const { waiting, floor } = situation;
    const { rollouts } = options;
    this.#kinds = Int32Array.from(waiting, ({ kind }) => kind);
    this.#lists = listsOf(situation, this.#kinds);
    const standing = waiting.flatMap((person, index) =>
      isPlain(person) ? [] : [specialOf(person, index)],
    );
    this.#specials = new Specials(situation, standing);
    this.#ghosts = new StrictGhosts(situation, rollouts);
    this.#pointers = new Int32Array(floor.windows);
    this.#shiftPlaces = new Int32Array(floor.windows);
    this.#freeAt = new Float64Array(floor.windows);
    this.#isCalled = new Uint8Array(waiting.length);
    const all = new Float64Array(waiting.length * rollouts).fill(Infinity);
    this.#waits = waiting.map((_, index) => all.subarray(index * rollouts, (index + 1) * rollouts));
  }

  run(): Waits {
    const { rollouts } = this.#options;
    for (let rollout = 0; rollout < rollouts; rollout += 1) {
      this.#begin(rollout);
      this.#play();
    }
    return { waiting: this.#waits, newcomers: this.#ghosts.waits, looks: 0 };
  }

  #begin(rollout: number): void {
    const { at, shiftsOf, busy, spread, noShowShare, floor } = this.#situation;
    this.#rollout = rollout;
    this.#chance.reseed(this.#options.seed, rollout);
    this.#shifts = shiftsOf(rollout);
    this.#pointers.fill(0);
    this.#shiftPlaces.fill(0);
    this.#isCalled.fill(0);
    this.#left = this.#isCalled.length;
    this.#ghosts.begin(rollout);
    this.#specials.begin(this.#chance, at + (this.#options.horizonMs ?? HORIZON_MS));
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

  #play(): void {
    const { at } = this.#situation;
    const endsAt = at + (this.#options.horizonMs ?? HORIZON_MS);
    const freeAt = this.#freeAt;
    while (this.#left > 0 || this.#ghosts.open > 0) {
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
      if (opensAt > now) freeAt[window] = opensAt;
      else this.#ask(window, now);
    }
  }

  #ask(window: number, now: number): void {
    const { at, waiting } = this.#situation;
    const place = this.#next(window);
    const ordinary = place < 0 ? undefined : waiting[place];
    const special = this.#specials.first(window, now, ordinary);
    if (this.#ghosts.open > 0 && !(special && hasRight(special, now))) {
      const chosen: { readonly orderKey: number } | undefined = special ?? ordinary;
      if (!chosen || chosen.orderKey > at) this.#ghosts.call(window, now - at);
    }
    if (special) {
      if (special.index >= 0) this.#called(special.index, now - at);
      this.#specials.remove(special);
      this.#freeAt[window] = now + this.#serviceMs(window, special.kind);
    } else if (place >= 0) {
      this.#called(place, now - at);
      this.#freeAt[window] = now + this.#serviceMs(window, this.#kinds[place] ?? 0);
    } else {
      this.#freeAt[window] = this.#specials.nextAt(window, now);
    }
  }

  #called(index: number, waitMs: number): void {
    const row = this.#waits[index];
    if (row) row[this.#rollout] = waitMs;
    this.#isCalled[index] = 1;
    this.#left -= 1;
  }

  #serviceMs(window: number, kind: number): number {
    const { floor, sds, spread, noShowShare } = this.#situation;
    if (this.#chance.happens(noShowShare)) return floor.noShowMs;
    const factor = floor.factor[window * floor.kinds + kind] ?? 1;
    return factor * Math.exp((sds[kind] ?? 0) * drawn(spread, this.#chance.next()));
  }

  /** The first ordinary person whom the window may call; its place in `waiting`, or −1. */
  #next(window: number): number {
    const list = this.#lists[window];
    if (!list) return -1;
    const isCalled = this.#isCalled;
    let pointer = this.#pointers[window] ?? 0;
    while (pointer < list.length && isCalled[list[pointer] ?? 0] === 1) pointer += 1;
    this.#pointers[window] = pointer;
    return list[pointer] ?? -1;
  }

  /** `now` itself, or when the window opens next; a window is asked at ever later instants. */
  #opensAt(window: number, now: number): number {
    const shifts = this.#shifts[window];
    let place = this.#shiftPlaces[window] ?? 0;
    let shift = shifts?.[place];
    while (shift !== undefined && shift[1] <= now) {
      place += 1;
      shift = shifts?.[place];
    }
    this.#shiftPlaces[window] = place;
    return shift === undefined ? Infinity : Math.max(shift[0], now);
  }
}

function isPlain({ slotAt, greenAt }: WaitingPerson): boolean {
  return slotAt === Infinity && greenAt === Infinity;
}

/** A slot that has come, or a green channel. */
function hasRight({ slotAt, greenAt }: Special, now: number): boolean {
  return slotAt <= now || greenAt < Infinity;
}

function listsOf({ waiting, floor }: Situation, kindOf: Int32Array): Int32Array[] {
  const order = waiting.flatMap((person, index) => (isPlain(person) ? [index] : []));
  order.sort((left, right) => byOrder(waiting[left], waiting[right]));
  const { windows, kinds, may } = floor;
  const list = new Int32Array(order.length);
  return Array.from({ length: windows }, (_, window) => {
    let count = 0;
    for (const index of order) {
      if (may[window * kinds + (kindOf[index] ?? 0)] !== 1) continue;
      list[count] = index;
      count += 1;
    }
    return list.slice(0, count);
  });
}
