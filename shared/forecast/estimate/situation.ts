/**
 * A live hall as rollouts start from it: the engine's tables in the learned times, who waits, what is
 * going on at the windows, who may still come. Made from a hall's day (live-situation.ts) or from a
 * simulated one. Instants are epoch ms or any other count of ms, all alike.
 */
import type { OrderRules } from '../../hall/routing/pick.ts';
import type { Floor, Shift } from '../simulation/floor.ts';
import type { Length } from './service-times.ts';
import type { Spread } from './spread.ts';

export interface Situation {
  readonly at: number;
  /** `factor` holds exp(log-mean) in ms: a visitor's own draw is exp(sd · spread). */
  readonly floor: Omit<Floor, 'shifts'>;
  /** Sd of the log by kind. */
  readonly sds: Float64Array;
  readonly spread: Spread;
  readonly rules: OrderRules;
  readonly promiseSlackMs: number;
  readonly noShowShare: number;
  /** Share of calls that a hand picks out of the order, anybody as likely. */
  readonly byHandShare?: number;
  /** Share of its time that a service takes while more wait than there are windows; 1 if left out. */
  readonly paceUnderLoad?: number;
  readonly waiting: readonly WaitingPerson[];
  /** By window; null where nobody is served. */
  readonly busy: readonly (Busy | null)[];
  /** The windows' shifts as the n-th rollout has them. */
  readonly shiftsOf: (rollout: number) => readonly (readonly Shift[])[];
  /** Kinds of visit that a newcomer might have, by zone, each as likely as the next. */
  readonly newcomers: readonly (readonly number[])[];
  readonly coming: readonly Stream[];
  /** Booked and not here yet. */
  readonly booked: readonly WaitingPerson[];
}

/** One who waits, with everything that the order asks. */
export interface WaitingPerson {
  readonly kind: number;
  readonly arrivesAt: number;
  readonly placeAt: number;
  readonly orderKey: number;
  readonly orderSeq: number;
  readonly promiseAt: number;
  readonly overtaken: number;
  readonly slotAt: number;
  readonly greenAt: number;
  readonly callableAt: number;
  readonly creditMs: number;
}

/** A visitor at a window since when; called only, where nobody has come yet. */
export interface Busy {
  readonly length: Length;
  readonly elapsedMs: number;
  readonly isCalled: boolean;
}

/** Visitors to come: a Poisson stream whose rate changes with the half hour. */
export interface Stream {
  /** From when until when, and how many per ms. */
  readonly parts: readonly {
    readonly fromAt: number;
    readonly untilAt: number;
    readonly perMs: number;
  }[];
  readonly kinds: readonly number[];
  readonly creditMs: number;
}
