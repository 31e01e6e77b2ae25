/**
 * One visitor in the simulator: a `Contender` of the choosing function with its own draws. The draws
 * belong to the visitor, not to the order of events, so that all policies meet the same people.
 */
import type { Contender } from '../../hall/routing/pick.ts';
import type { PickRule } from '../../hall/routing/pick.ts';

/** How a visitor came to be called; 'direct' found a window idle, 'by-hand' was picked out. */
export type CalledBy = PickRule | 'direct' | 'by-hand';

export class Visitor implements Contender {
  readonly kind: number;
  readonly arrivesAt: number;
  /** The draw: service at a window of factor 1, ms. */
  workMs: number;
  /** Whether the number is answered. */
  shows = true;
  placeAt: number;
  orderKey: number;
  orderSeq: number;
  promiseAt = Infinity;
  overtaken = 0;
  slotAt = Infinity;
  greenAt = Infinity;
  /** Not callable before; an appointment before its slot. */
  callableAt = -Infinity;
  /** What a priority class shortens the wait by. */
  creditMs = 0;
  /** Predicted wait in strict order, at arrival. */
  strictWaitMs = 0;
  calledAt = -1;
  endsAt = -1;
  window = -1;
  calledBy: CalledBy | null = null;
  /** Passed by windows that could not have called it. */
  passedElsewhere = 0;
  /** Passed by right: an appointment, a green channel, a credit, a hand. */
  passedByRight = 0;

  constructor(kind: number, arrivesAt: number, workMs: number, orderSeq: number) {
    this.kind = kind;
    this.arrivesAt = arrivesAt;
    this.workMs = workMs;
    this.placeAt = arrivesAt;
    this.orderKey = arrivesAt;
    this.orderSeq = orderSeq;
  }

  /** As on arrival, for another run of the same day. */
  reset(): void {
    this.promiseAt = Infinity;
    this.overtaken = 0;
    this.strictWaitMs = 0;
    this.calledAt = -1;
    this.endsAt = -1;
    this.window = -1;
    this.calledBy = null;
    this.passedElsewhere = 0;
    this.passedByRight = 0;
  }
}
