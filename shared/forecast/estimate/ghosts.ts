/**
 * Newcomers of a rollout in the engine. They are ghosts: whenever a window chooses, it is asked whether
 * it would have called the ghost instead, so any number of them can be tried at once without taking
 * anybody's place. A ghost stands behind all who are here and before all who come later; under
 * promises it holds what a newcomer would be promised now, and is passed as often as one would be.
 */
import type { OrderRules, Picked } from '../../hall/routing/pick.ts';
import { isByChoice, isPromiseDue, passPrice, pick, scoreOf } from '../../hall/routing/pick.ts';
import { residualMs } from '../../hall/routing/promise.ts';
import type { FloorDesk } from '../simulation/desk.ts';
import type { Floor } from '../simulation/floor.ts';
import { StrictWait } from '../simulation/strict-wait.ts';
import { Visitor } from '../simulation/visitor.ts';
import type { Situation } from './situation.ts';
import { meanFactor } from './spread.ts';

type PromiseRules = Extract<OrderRules, { kind: 'promise' }>;

export class Ghosts {
  /** By zone. */
  readonly rows: readonly (readonly Visitor[])[];
  /** Rows of the queue that were looked at for them. */
  looks = 0;
  readonly #at: number;
  readonly #rules: OrderRules;
  readonly #promiseAt: ReadonlyMap<Visitor, number>;
  readonly #pair: Visitor[] = [];
  #open: Visitor[] = [];

  /** `standing`: who waits, in order, as far as somebody may call them. */
  constructor(situation: Situation, floor: Floor, standing: readonly Visitor[]) {
    const { at, rules, newcomers } = situation;
    this.#at = at;
    this.#rules = rules;
    this.rows = newcomers.map((kinds) =>
      kinds.map((kind) => new Visitor(kind, at, 0, Number.MAX_SAFE_INTEGER)),
    );
    this.#promiseAt = promisesOf(this.rows.flat(), situation, floor, standing);
  }

  get open(): number {
    return this.#open.length;
  }

  begin(): void {
    this.#open = this.rows.flat();
    for (const ghost of this.#open) {
      ghost.reset();
      ghost.promiseAt = this.#promiseAt.get(ghost) ?? Infinity;
    }
  }

  /** The desk calls `picked` at `at`: the ghosts that it would have called instead are called. */
  ask(
    queue: readonly Visitor[],
    picked: Picked<Visitor> | null,
    desk: FloorDesk,
    at: number,
  ): void {
    const rules = this.#rules;
    const isEarlier = picked !== null && picked.row.orderKey <= this.#at;
    // In strict order whoever was here before comes before every ghost.
    if (rules.kind === 'strict' && isEarlier) return;
    this.looks += this.#open.length;
    if (rules.kind === 'promise') this.#askByPromise(queue, picked, desk, rules, at);
    else this.#close((ghost) => desk.mayCall(ghost) && this.#isFirst(ghost, picked, desk, at), at);
  }

  /** A hand picks one of so many: each ghost as likely as anybody. */
  askByHand(desk: FloorDesk, candidates: number, happens: (share: number) => boolean): void {
    this.#close((ghost) => desk.mayCall(ghost) && happens(1 / (candidates + 1)), desk.at);
  }

  #isFirst(ghost: Visitor, picked: Picked<Visitor> | null, desk: FloorDesk, at: number): boolean {
    this.#pair.length = 0;
    if (picked) this.#pair.push(picked.row);
    this.#pair.push(ghost);
    return pick(this.#pair, desk, this.#rules, at)?.row === ghost;
  }

  #askByPromise(
    queue: readonly Visitor[],
    picked: Picked<Visitor> | null,
    desk: FloorDesk,
    rules: PromiseRules,
    at: number,
  ): void {
    const best =
      picked?.rule === 'best-score' ? this.#scores(queue, picked.row, desk, rules) : null;
    this.#close(
      (ghost) =>
        desk.mayCall(ghost) &&
        (picked === null ||
          (best && !isPressing(ghost, desk, rules, at)
            ? best.isBeatenBy(ghost)
            : isMorePressing(ghost, picked, desk, rules, at))),
      at,
    );
    if (!picked || !isByChoice(picked.rule, picked.row.creditMs)) return;
    if (picked.row.placeAt <= this.#at) return;
    for (const ghost of this.#open) if (desk.mayCall(ghost)) ghost.overtaken += 1;
  }

  /** What the choice by score looks like to one who stands behind all who were here at first. */
  #scores(queue: readonly Visitor[], chosen: Visitor, desk: FloorDesk, rules: PromiseRules) {
    let price = 0;
    let pricePlace = -1;
    let chosenPrice = 0;
    let bestBefore = -Infinity;
    for (const row of queue) {
      this.looks += 1;
      const isBefore = row.orderKey <= this.#at;
      if (!isBefore && pricePlace < 0) pricePlace = price;
      if (row === chosen) chosenPrice = price;
      if (row === chosen && !isBefore) break;
      if (!isBefore && chosen.orderKey <= this.#at) break;
      if (!desk.mayCall(row)) continue;
      if (isBefore) bestBefore = Math.max(bestBefore, scoreOf(row, desk, rules, price));
      price += passPrice(row, desk, rules);
    }
    if (pricePlace < 0) pricePlace = price;
    const isChosenBefore = chosen.orderKey <= this.#at;
    return {
      isBeatenBy: (ghost: Visitor): boolean => {
        const score = scoreOf(ghost, desk, rules, pricePlace);
        if (score <= bestBefore) return false;
        if (isChosenBefore) return true;
        // Whoever comes later passes the ghost too.
        return score >= scoreOf(chosen, desk, rules, chosenPrice + passPrice(ghost, desk, rules));
      },
    };
  }

  #close(isCalled: (ghost: Visitor) => boolean, at: number): void {
    let left = 0;
    for (const ghost of this.#open) {
      if (isCalled(ghost)) {
        ghost.calledAt = at;
      } else {
        this.#open[left] = ghost;
        left += 1;
      }
    }
    this.#open.length = left;
  }
}

/** Passed as often as one may be, or promised to be called by now. */
function isPressing(ghost: Visitor, desk: FloorDesk, rules: PromiseRules, at: number): boolean {
  return ghost.overtaken >= rules.overtakenMax || isPromiseDue(ghost, desk, at);
}

/** Whether the ghost comes before one who is called for more than a score; the order of `pick`. */
function isMorePressing(
  ghost: Visitor,
  { row, rule }: Picked<Visitor>,
  desk: FloorDesk,
  rules: PromiseRules,
  at: number,
): boolean {
  if (rule === 'green-channel') return false;
  const isLimit = ghost.overtaken >= rules.overtakenMax;
  if (rule === 'overtaken-limit') return isLimit && ghost.placeAt < row.placeAt;
  if (isLimit) return true;
  const isDue = isPromiseDue(ghost, desk, at);
  if (rule === 'promise-due') return isDue && ghost.promiseAt < row.promiseAt;
  return isDue;
}

/** What each would be promised if it came now; nothing under other rules. */
function promisesOf(
  ghosts: readonly Visitor[],
  { at, rules, busy, spread, promiseSlackMs, shiftsOf }: Situation,
  floor: Floor,
  standing: readonly Visitor[],
): Map<Visitor, number> {
  const promises = new Map<Visitor, number>();
  if (rules.kind !== 'promise') return promises;
  const strict = new StrictWait(floor);
  const shifts = shiftsOf(0);
  const freeAt = Float64Array.from({ length: floor.windows }, (_, window) => {
    const shift = shifts[window]?.find(([, untilAt]) => untilAt > at);
    const opensAt = shift ? Math.max(at, shift[0]) : Infinity;
    const row = busy[window];
    if (!row) return opensAt;
    const { length, elapsedMs, isCalled } = row;
    const meanMs = Math.exp(length.logMs) * meanFactor(spread, length.sd);
    return Math.max(opensAt, at + residualMs(meanMs, isCalled ? 0 : elapsedMs));
  });
  for (const ghost of ghosts) {
    freeAt.forEach((free, window) => strict.setFree(window, free));
    const waitMs = strict.of(standing, ghost, at);
    promises.set(ghost, at + (waitMs < Infinity ? waitMs : 0) + promiseSlackMs);
  }
  return promises;
}
