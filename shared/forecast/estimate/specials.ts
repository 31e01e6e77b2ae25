/**
 * People whose turn in strict order depends on the clock: a slot, a green channel, a credit that comes
 * later. Few of them are there at once, so those are looked through at every call; who comes later
 * stands aside until then.
 */
import type { Chance } from '../simulation/random.ts';
import { COMING_MAX } from './rollouts.ts';
import type { Situation, WaitingPerson } from './situation.ts';

/** Somebody whose turn depends on the clock: a slot, a green channel, a credit that comes later. */
export interface Special {
  readonly kind: number;
  /** Place in `waiting`, or −1 for who is not here yet. */
  readonly index: number;
  readonly fromAt: number;
  readonly slotAt: number;
  readonly greenAt: number;
  readonly orderKey: number;
  readonly orderSeq: number;
}

/** The special ones of one rollout after the other; instants asked about never go back. */
export class Specials {
  readonly #situation: Situation;
  readonly #standing: readonly Special[];
  #here: Special[] = [];
  /** In the order of their coming, from `#next` on. */
  #coming: Special[] = [];
  #next = 0;

  constructor(situation: Situation, standing: readonly Special[]) {
    this.#situation = situation;
    this.#standing = standing;
  }

  begin(chance: Chance, untilAt: number): void {
    this.#here = [...this.#standing];
    this.#coming = comingSpecials(this.#situation, chance, untilAt);
    this.#coming.sort((left, right) => left.fromAt - right.fromAt);
    this.#next = 0;
  }

  /** Who comes before the ordinary candidate: a slot, a green channel, an earlier place. */
  first(window: number, now: number, ordinary: WaitingPerson | undefined): Special | undefined {
    this.#arrive(now);
    if (this.#here.length === 0) return undefined;
    const { may, kinds } = this.#situation.floor;
    let best: Special | undefined;
    let bestRank = 0;
    for (const special of this.#here) {
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

  remove(special: Special): void {
    this.#here.splice(this.#here.indexOf(special), 1);
  }

  /** When the window, with nobody to call now, may have somebody again. */
  nextAt(window: number, now: number): number {
    const { may, kinds } = this.#situation.floor;
    let nextAt = Infinity;
    for (const { fromAt, kind } of this.#here) {
      if (fromAt > now && fromAt < nextAt && may[window * kinds + kind] === 1) nextAt = fromAt;
    }
    for (let index = this.#next; index < this.#coming.length; index += 1) {
      const { fromAt = Infinity, kind = 0 } = this.#coming[index] ?? {};
      if (fromAt >= nextAt) break;
      if (may[window * kinds + kind] === 1) return fromAt;
    }
    return nextAt;
  }

  #arrive(now: number): void {
    for (; this.#next < this.#coming.length; this.#next += 1) {
      const special = this.#coming[this.#next];
      if (!special || special.fromAt > now) return;
      this.#here.push(special);
    }
  }
}

/** Who comes later and can pass somebody: the booked, and those with a credit. */
function comingSpecials(situation: Situation, chance: Chance, untilAt: number): Special[] {
  const { booked, coming, noShowShare } = situation;
  const specials = booked
    .filter(() => !chance.happens(noShowShare))
    .map((person) => specialOf(person, -1));
  for (const { parts, kinds, creditMs } of coming) {
    if (creditMs === 0 || kinds.length === 0) continue;
    for (const { fromAt, untilAt: endsAt, perMs } of parts) {
      if (perMs <= 0) continue;
      const lastAt = Math.min(endsAt, untilAt);
      let comesAt = fromAt + chance.exponential() / perMs;
      while (comesAt < lastAt && specials.length < COMING_MAX) {
        const kind = kinds[chance.index(kinds.length)] ?? 0;
        specials.push({
          ...{ kind, index: -1, fromAt: comesAt, slotAt: Infinity, greenAt: Infinity },
          ...{ orderKey: comesAt - creditMs, orderSeq: Number.MAX_SAFE_INTEGER },
        });
        comesAt += chance.exponential() / perMs;
      }
    }
  }
  return specials;
}

export type Ordered = Pick<Special, 'orderKey' | 'orderSeq'>;

/** The order of the queue. */
export function byOrder(left: Ordered | undefined, right: Ordered | undefined): number {
  if (!left || !right) return 0;
  return left.orderKey - right.orderKey || left.orderSeq - right.orderSeq;
}

/** Of two with rights of the same rank. */
function comesBefore(left: Special, right: Special, rank: number): boolean {
  if (rank === 1) return left.greenAt < right.greenAt;
  return byOrder(left, right) < 0;
}

/** A person of the situation as a special one; `index` −1 for who is not here yet. */
export function specialOf(person: WaitingPerson, index: number): Special {
  const { kind, slotAt, greenAt, orderKey, orderSeq, callableAt, arrivesAt } = person;
  const fromAt = Math.max(callableAt, arrivesAt);
  return { kind, index, fromAt, slotAt, greenAt, orderKey, orderSeq };
}
