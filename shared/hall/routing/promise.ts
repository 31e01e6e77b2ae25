/**
 * The promise made at arrival: nobody is called later than strict order would have called them, as it
 * was predicted then, plus the hall's slack D. The prediction lays the queue out over the open
 * windows, each ticket in its order at the window that is free first, with expected times; what is
 * known of pauses counts. One pass, O(waiting × windows). Made only where the hall promises.
 */
import type { StaffNo } from '../../base/ids.ts';
import { MINUTE_MS } from '../../base/time.ts';
import type { Day } from '../day.ts';
import { expectedMs } from '../expectations.ts';
import type { Ticket } from '../ticket.ts';
import type { Promised } from '../visit-events.ts';
import type { HallWindow, Pause } from '../window.ts';
import { canServe, itemsDue } from './eligible.ts';
import type { Seeker } from './eligible.ts';
import { isAtSlot, isGreen } from './place.ts';

/** A pause without a return time. */
const PAUSE_MS = 15 * MINUTE_MS;
/** An appointment is promised so much after its slot, or after check-in where that is later. */
const SLOT_SLACK_MS = 10 * MINUTE_MS;

/** What is placed in the queue: a ticket, or one that is about to be. */
export type Placed = Seeker & Pick<Ticket, 'orderKey' | 'creditMs'> & Partial<Pick<Ticket, 'id'>>;

/**
 * The promise for a ticket that takes this place now; nothing where the hall promises nothing. Where
 * nobody who is there could serve it there is no prediction, and the slack counts from now.
 */
export function promiseFor(day: Day, placed: Placed, at: number): Partial<Promised> {
  const { routing } = day.plan.config.policy;
  if (routing !== 'promise') return {};
  const layout = new Layout(day, at);
  for (const ticket of rightsFirst(day.waiting, at)) {
    if (ticket.id !== placed.id && comesFirst(ticket, placed, at)) layout.startOf(ticket);
  }
  return promised(day, placed, layout.startOf(placed), at);
}

/**
 * How much later this place starts because of `others` before it; 0 where nobody who is there could
 * serve it, in ms.
 */
export function delayBy(
  day: Day,
  placed: Placed,
  others: ReadonlySet<Ticket['id']>,
  at: number,
): number {
  const startOf = (counts: (ticket: Ticket) => boolean) => {
    const layout = new Layout(day, at);
    for (const ticket of rightsFirst(day.waiting, at)) {
      if (comesFirst(ticket, placed, at) && counts(ticket)) layout.startOf(ticket);
    }
    return layout.startOf(placed);
  };
  const laterAt = startOf(() => true);
  return laterAt < Infinity ? Math.max(0, laterAt - startOf(({ id }) => !others.has(id))) : 0;
}

/** An appointment in time: its slot or its check-in, and ten minutes. */
export function slotPromise(day: Day, slotAt: number, at: number): Partial<Promised> {
  if (day.plan.config.policy.routing !== 'promise') return {};
  return { promiseAt: Math.max(slotAt, at) + SLOT_SLACK_MS, fifoWaitMs: Math.max(0, slotAt - at) };
}

/**
 * Promises for those of a queue that have none, as when the hall begins to promise in mid-day;
 * `queue` in its order. Those made before hold.
 */
export function promisesFor(
  day: Day,
  queue: readonly Ticket[],
  at: number,
): ReadonlyMap<Ticket['id'], Partial<Promised>> {
  const promises = new Map<Ticket['id'], Partial<Promised>>();
  if (day.plan.config.policy.routing !== 'promise') return promises;
  const layout = new Layout(day, at);
  for (const ticket of rightsFirst(queue, at)) {
    const startAt = layout.startOf(ticket);
    if (ticket.promiseAt !== null) continue;
    const { appointment } = ticket;
    const promise =
      appointment?.right === 'slot'
        ? slotPromise(day, appointment.slotAt, at)
        : promised(day, ticket, startAt, at);
    promises.set(ticket.id, promise);
  }
  return promises;
}

function promised(day: Day, placed: Placed, startAt: number, at: number): Partial<Promised> {
  const { promiseSlackMs } = day.plan.config.policy;
  const isKnown = startAt < Infinity;
  const fifoWaitMs = isKnown ? Math.round(startAt - at) : 0;
  // A credit that the order has given already still shortens the slack: it never comes later.
  const promiseAt = Math.max(at, at + fifoWaitMs + promiseSlackMs - placed.creditMs);
  return { promiseAt, ...(isKnown && { fifoWaitMs }) };
}

/** Whoever has a right stands before the order of the queue. */
function* rightsFirst(queue: readonly Ticket[], at: number): Iterable<Ticket> {
  for (const ticket of queue) if (hasRight(ticket, at)) yield ticket;
  for (const ticket of queue) if (!hasRight(ticket, at)) yield ticket;
}

function hasRight(ticket: Ticket, at: number): boolean {
  return isAtSlot(ticket, at) || isGreen(ticket, at);
}

function comesFirst(ticket: Ticket, placed: Placed, at: number): boolean {
  return hasRight(ticket, at) || ticket.orderKey <= placed.orderKey;
}

interface Lane {
  readonly window: HallWindow;
  readonly clerk: StaffNo;
  freeAt: number;
}

/** The open windows, and when each will be free. */
class Layout {
  readonly #day: Day;
  readonly #lanes: readonly Lane[];
  /** Most tickets are one item, and many ask for the same one. */
  readonly #byItem = new Map<string, readonly Lane[]>();

  constructor(day: Day, at: number) {
    this.#day = day;
    this.#lanes = [...day.windows.values()].flatMap((window) => lanesOf(day, window, at));
  }

  /** When the ticket starts, at the window that is free first; Infinity where none may take it. */
  startOf(placed: Seeker): number {
    let best: Lane | null = null;
    for (const lane of this.#lanesFor(placed)) {
      if (best === null || lane.freeAt < best.freeAt) best = lane;
    }
    if (!best) return Infinity;
    const startAt = best.freeAt;
    best.freeAt = startAt + expectedMs(this.#day, placed, best.clerk);
    return startAt;
  }

  #lanesFor(placed: Seeker): readonly Lane[] {
    const [item, ...more] = itemsDue(placed);
    const isPlain = more.length === 0 && placed.package === null && (placed.stop ?? 1) === 1;
    const key = isPlain && item !== undefined ? `${placed.series === 'L' ? 'L' : ''}${item}` : null;
    const known = key === null ? undefined : this.#byItem.get(key);
    if (known) return known;
    const lanes = this.#lanes.filter(({ window, clerk }) =>
      canServe(this.#day, placed, window, clerk),
    );
    if (key !== null) this.#byItem.set(key, lanes);
    return lanes;
  }
}

function lanesOf(day: Day, window: HallWindow, at: number): Lane[] {
  const { state } = window;
  if (state.status === 'closed') return [];
  const { clerk } = state.session;
  const busyUntilAt = 'ticket' in state ? at + restMs(day, state, clerk, at) : at;
  const pause = state.status === 'paused' ? state.pause : state.pauseAfter;
  return [{ window, clerk, freeAt: pause ? backAt(pause, busyUntilAt) : busyUntilAt }];
}

function backAt({ returnAt }: Pause, fromAt: number): number {
  return returnAt === null ? fromAt + PAUSE_MS : Math.max(returnAt, fromAt);
}

type Busy = Extract<HallWindow['state'], { status: 'calling' | 'serving' }>;

function restMs(day: Day, { ticket: id, sinceAt, status }: Busy, clerk: StaffNo, at: number) {
  const ticket = day.tickets.get(id);
  if (!ticket) return 0;
  return residualMs(expectedMs(day, ticket, clerk), status === 'serving' ? at - sinceAt : 0);
}

/** What is left of a service that was expected to take so long and has run for `elapsedMs`. */
export function residualMs(expectedMs: number, elapsedMs: number): number {
  // Service times are skewed (lognormal, variation about .7): much is always left.
  return Math.max(expectedMs - 0.75 * elapsedMs, 0.7 * expectedMs);
}
