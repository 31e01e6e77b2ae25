/**
 * A discrete-event loop over a lean hall: windows, a queue, arrivals drawn before. It starts from any
 * instant of a day (busy windows with what remains, people who wait with their promises) and stops at
 * a horizon. The choice is the caller's, normally `pick` of the hall, so that product and simulator
 * call in the same order. One engine is reused for many runs; a run allocates next to nothing.
 *
 * At one instant services end first, then shifts turn, then visitors arrive.
 */
import { isByChoice } from '../../hall/routing/pick.ts';
import type { Picked } from '../../hall/routing/pick.ts';
import { FloorDesk } from './desk.ts';
import type { Floor } from './floor.ts';
import { StrictWait } from './strict-wait.ts';
import type { CalledBy, Visitor } from './visitor.ts';
import { hasSlots, insert, nextCallable, removeAt } from './waiting-line.ts';
import { WindowsState } from './windows-state.ts';

/** Whom the desk calls; null where it calls nobody. */
export type Choose = (
  queue: readonly Visitor[],
  desk: FloorDesk,
  at: number,
) => Picked<Visitor> | null;

export interface EngineOptions {
  readonly choose: Choose;
  /** D: what is promised beyond the wait in strict order; null makes no promises. */
  readonly promiseSlackMs: number | null;
  /** From when other zones' visitors may be called; 0 where zones bind nobody. */
  readonly overflowAfterMs: number;
  /** Which of the candidates is picked by hand at the n-th call of the run; null for the rule. */
  readonly byHand?: (call: number, candidates: number, desk: FloorDesk) => number | null;
  /** Service takes this share of its time while more wait than there are windows; 1 if left out. */
  readonly paceUnderLoad?: number;
  readonly control?: Control;
}

/** Somebody who acts at instants of their own, such as an adviser; may change the floor's tables. */
export interface Control {
  nextAt: number;
  act(engine: Engine, at: number): void;
}

/** A live state to start from. */
export interface Start {
  readonly at: number;
  /** Who waits, in the order of the queue (orderKey, orderSeq), with promise and overtaken. */
  readonly waiting: readonly Visitor[];
  /** By window: what remains of its service, ms; 0 where there is none. */
  readonly remainingMs: ArrayLike<number>;
  /** By window: what is expected to remain. */
  readonly expectedRemainingMs: ArrayLike<number>;
}

/** Laying one row of the queue out over the windows costs about as much as so many looks. */
const LAYING_OUT = 3;

export class Engine {
  readonly floor: Floor;
  readonly queue: Visitor[] = [];
  readonly windows: WindowsState;
  /** Arrivals, calls and ends of services since the engine was made. */
  events = 0;
  /** Rows of the queue looked at since the engine was made: what a run costs, whatever the machine. */
  looks = 0;
  /** Calls of this run. */
  calls = 0;
  /** The last instant of this run at which anything happened. */
  at = 0;
  readonly #options: EngineOptions;
  readonly #desk: FloorDesk;
  readonly #strict: StrictWait;
  #wakeAt = Infinity;

  constructor(floor: Floor, options: EngineOptions) {
    this.floor = floor;
    this.#options = options;
    this.#desk = new FloorDesk(floor);
    this.#strict = new StrictWait(floor);
    this.windows = new WindowsState(floor);
  }

  /** Runs a day, or from a live state, until nothing is left to happen or the horizon is passed. */
  run(arrivals: readonly Visitor[], startAt: number, untilAt = Infinity, from?: Start): void {
    this.#desk.hasSlots = hasSlots(arrivals) || hasSlots(from?.waiting ?? []);
    this.#begin(startAt, from);
    const { windows } = this;
    const { endAt } = windows;
    const { control } = this.#options;
    let next = 0;
    for (;;) {
      let at = Infinity;
      let window = -1;
      for (let index = 0; index < endAt.length; index += 1) {
        const end = endAt[index] ?? Infinity;
        if (end < at) {
          at = end;
          window = index;
        }
      }
      const arrival = arrivals[next];
      const arrivesAt = arrival?.arrivesAt ?? Infinity;
      const otherAt = Math.min(windows.nextShiftAt, this.#wakeAt, arrivesAt);
      if (control && control.nextAt < Math.min(at, otherAt)) {
        const isLeft = arrival !== undefined || this.queue.length > 0 || at < Infinity;
        if (!isLeft || control.nextAt > untilAt) break;
        this.at = control.nextAt;
        control.act(this, control.nextAt);
        this.#strict.reload();
        this.#desk.count(windows.open);
        this.#askIdle(this.at);
        continue;
      }
      const isEnd = at <= otherAt;
      if (!isEnd) at = otherAt;
      if (at > untilAt || at === Infinity) break;
      if (!isEnd && arrival === undefined && this.queue.length === 0 && window < 0) break;
      this.at = at;
      if (isEnd) {
        this.events += 1;
        windows.end(window, at);
        if (windows.open[window] === 1) this.#ask(window, at);
      } else if (windows.nextShiftAt <= at) {
        windows.turnShifts(at);
        this.#desk.count(windows.open);
        this.#askIdle(at);
      } else if (this.#wakeAt <= at) {
        this.#askIdle(at);
      } else if (arrival) {
        this.events += 1;
        next += 1;
        this.#arrive(arrival, at);
      }
    }
  }

  #begin(startAt: number, from: Start | undefined): void {
    this.queue.length = 0;
    this.calls = 0;
    this.at = startAt;
    this.#wakeAt = Infinity;
    this.windows.reset(startAt);
    if (this.#options.promiseSlackMs !== null) this.#strict.reload();
    this.#desk.count(this.windows.open);
    if (!from) return;
    for (const visitor of from.waiting) this.queue.push(visitor);
    for (let window = 0; window < this.floor.windows; window += 1) {
      const remainingMs = from.remainingMs[window] ?? 0;
      if (remainingMs <= 0) continue;
      this.windows.start(window, startAt, remainingMs, from.expectedRemainingMs[window] ?? 0);
    }
    this.#askIdle(startAt);
  }

  #arrive(visitor: Visitor, at: number): void {
    const { queue } = this;
    if (this.windows.idle > 0) {
      const window = this.#idleFor(visitor, at);
      if (window >= 0) {
        this.#desk.moveTo(window, at);
        this.#countPassed(visitor, 'direct', at);
        this.#serve(window, visitor, 'direct', at);
        return;
      }
    }
    insert(queue, visitor);
    const { promiseSlackMs } = this.#options;
    this.looks += queue.length;
    if (promiseSlackMs !== null) {
      this.looks += queue.length * LAYING_OUT;
      this.windows.tell(this.#strict, at);
      const laidOutMs = Math.round(this.#strict.of(queue, visitor, at));
      const waitMs = laidOutMs < Infinity ? laidOutMs : 0;
      visitor.strictWaitMs = waitMs;
      const isBooked = visitor.slotAt < Infinity;
      visitor.promiseAt = isBooked
        ? Math.max(visitor.slotAt, at) + promiseSlackMs
        : Math.max(at, at + waitMs + promiseSlackMs - visitor.creditMs);
    }
    this.#setWake(at);
  }

  /** The idle window with the smallest expected time, then the fewest skills, then idle longest. */
  #idleFor(visitor: Visitor, at: number): number {
    const { kinds, windows, may, own, expectedMs, skills } = this.floor;
    const { idleSince } = this.windows;
    if (visitor.callableAt > at) return -1;
    const zonesBind = this.#options.overflowAfterMs > 0;
    let best = -1;
    let bestMs = Infinity;
    for (let window = 0, cell = visitor.kind; window < windows; window += 1, cell += kinds) {
      if (idleSince[window] === Infinity || may[cell] !== 1) continue;
      if (zonesBind && own[cell] !== 1) continue;
      const ms = expectedMs[cell] ?? Infinity;
      if (ms > bestMs) continue;
      if (ms === bestMs) {
        const fewer = (skills[window] ?? 0) - (skills[best] ?? 0);
        if (fewer > 0) continue;
        if (fewer === 0 && (idleSince[window] ?? 0) >= (idleSince[best] ?? 0)) continue;
      }
      best = window;
      bestMs = ms;
    }
    return best;
  }

  /** Every waiting window asks once, whoever fell idle first. */
  #askIdle(at: number): void {
    let since = -Infinity;
    let window = -1;
    while (this.windows.idle > 0 && this.queue.length > 0) {
      window = this.windows.nextIdle(since, window);
      if (window < 0) break;
      since = this.windows.idleSince[window] ?? Infinity;
      this.#ask(window, at);
    }
    this.#setWake(at);
  }

  #ask(window: number, at: number): void {
    const { queue } = this;
    if (queue.length === 0) return;
    this.looks += queue.length;
    const desk = this.#desk.moveTo(window, at);
    const picked = this.#byHand(at) ?? this.#options.choose(queue, desk, at);
    if (picked === null) {
      this.#setWake(at);
      return;
    }
    const { row, rule } = picked;
    const index = queue.indexOf(row);
    this.#countPassed(row, rule, at);
    removeAt(queue, index);
    this.#serve(window, row, rule, at);
  }

  #byHand(at: number): { row: Visitor; rule: 'by-hand' } | null {
    const { byHand } = this.#options;
    if (!byHand) return null;
    const candidates = this.queue.filter((visitor) => this.#couldCall(visitor, at));
    const index = byHand(this.calls, candidates.length, this.#desk);
    const row = index === null ? undefined : candidates[index];
    return row ? { row, rule: 'by-hand' } : null;
  }

  #couldCall(visitor: Visitor, at: number): boolean {
    if (!this.#desk.mayCall(visitor)) return false;
    const { overflowAfterMs } = this.#options;
    if (overflowAfterMs <= 0 || this.#desk.isOwn(visitor)) return true;
    return at - visitor.placeAt >= overflowAfterMs;
  }

  /** Whoever has an earlier place was passed: by choice, by right, or by who could not serve it. */
  #countPassed(called: Visitor, rule: CalledBy, at: number): void {
    const { queue } = this;
    const isChosen = isByChoice(rule, called.creditMs);
    for (let position = 0; position < queue.length; position += 1) {
      const other = queue[position];
      if (other === undefined || other.orderKey >= called.placeAt) return;
      if (other.placeAt >= called.placeAt || other === called) continue;
      if (!this.#couldCall(other, at)) other.passedElsewhere += 1;
      else if (isChosen) other.overtaken += 1;
      else other.passedByRight += 1;
    }
  }

  #serve(window: number, visitor: Visitor, rule: CalledBy, at: number): void {
    this.calls += 1;
    this.events += 1;
    visitor.calledAt = at;
    visitor.window = window;
    visitor.calledBy = rule;
    const desk = this.#desk;
    const { paceUnderLoad = 1 } = this.#options;
    const pace = this.queue.length > this.floor.windows ? paceUnderLoad : 1;
    const serviceMs = desk.trueMs(visitor) * pace;
    visitor.endsAt = at + serviceMs;
    this.windows.start(window, at, serviceMs, desk.expectedMs(visitor));
  }

  /** While a window waits, the next instant at which somebody in the queue becomes callable. */
  #setWake(at: number): void {
    const isAnyIdle = this.windows.idle > 0;
    if (isAnyIdle) this.looks += this.queue.length;
    this.#wakeAt = isAnyIdle
      ? nextCallable(this.queue, this.#options.overflowAfterMs, at)
      : Infinity;
  }
}
