/** The line of those who wait, in the order of the hall's queue: by orderKey, then by arrival. */
import type { Visitor } from './visitor.ts';

/** Places a visitor after all with a smaller or equal key. */
export function insert(queue: Visitor[], visitor: Visitor): void {
  let index = queue.length;
  for (; index > 0; index -= 1) {
    const before = queue[index - 1];
    if (before === undefined || before.orderKey <= visitor.orderKey) break;
    queue[index] = before;
  }
  queue[index] = visitor;
}

/** Moves up who stands behind; `splice` would make a list, `copyWithin` takes the slow way. */
export function removeAt(queue: Visitor[], index: number): void {
  for (let place = index + 1; place < queue.length; place += 1) {
    const visitor = queue[place];
    if (visitor) queue[place - 1] = visitor;
  }
  queue.pop();
}

/** The next instant after `at` at which somebody becomes callable, here or in another zone. */
export function nextCallable(
  queue: readonly Visitor[],
  overflowAfterMs: number,
  at: number,
): number {
  let next = Infinity;
  for (const { placeAt, callableAt } of queue) {
    const overflowsAt = placeAt + overflowAfterMs;
    if (callableAt > at && callableAt < next) next = callableAt;
    if (overflowsAt > at && overflowsAt < next) next = overflowsAt;
  }
  return next;
}

/** Whether anybody may be called only from some instant on. */
export function hasSlots(visitors: readonly Visitor[]): boolean {
  for (const { callableAt } of visitors) if (callableAt > -Infinity) return true;
  return false;
}
