/**
 * People whose turn in strict order depends on the clock: a slot, a green channel, a credit that comes
 * later. There are few of them, so they are looked through at every call.
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

/** Who comes later and can pass somebody: the booked, and those with a credit. */
export function comingSpecials(situation: Situation, chance: Chance, untilAt: number): Special[] {
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
export function comesBefore(left: Special, right: Special, rank: number): boolean {
  if (rank === 1) return left.greenAt < right.greenAt;
  return byOrder(left, right) < 0;
}

/** A person of the situation as a special one; `index` −1 for who is not here yet. */
export function specialOf(person: WaitingPerson, index: number): Special {
  const { kind, slotAt, greenAt, orderKey, orderSeq, callableAt, arrivesAt } = person;
  const fromAt = Math.max(callableAt, arrivesAt);
  return { kind, index, fromAt, slotAt, greenAt, orderKey, orderSeq };
}
