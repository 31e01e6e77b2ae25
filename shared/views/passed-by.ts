/**
 * Why not me yet: the last call that went to somebody later, where this visitor could have been called
 * as well, and by which right. Says the number and the rule, which the hall's screens and notices say
 * anyway; no class, no reason, no person.
 */
import type { TicketId, WindowNo } from '../base/ids.ts';
import { MINUTE_MS } from '../base/time.ts';
import type { CallRule } from '../hall/call-reason.ts';
import { isByCredit } from '../hall/call-reason.ts';
import type { Day } from '../hall/day.ts';
import type { Ticket } from '../hall/ticket.ts';

export interface PassedByView {
  readonly ticket: TicketId;
  readonly window: WindowNo;
  readonly at: number;
  readonly rule: CallRule;
  /** A priority by the rules let it pass; which one is nobody's business. */
  readonly isPriority: boolean;
  /** Expected service of the called one, where that decided. */
  readonly serviceMinutes: number | null;
}

/** For one who waits and was passed; null for everybody else, and where the call was taken back. */
export function passedByView(day: Day, { state, passedByCall }: Ticket): PassedByView | null {
  if (state.status !== 'waiting' || passedByCall === null) return null;
  const call = day.calls[passedByCall - 1];
  if (!call?.why || day.tickets.get(call.ticket)?.state.status === 'waiting') return null;
  const { ticket, window, at, why } = call;
  const [called] = why.best;
  const isScored = why.rule === 'best-score' && called?.expectedMs !== undefined;
  return {
    ...{ ticket, window, at, rule: why.rule },
    isPriority: why.creditMs > 0 && isByCredit(why.rule),
    serviceMinutes: isScored ? Math.max(1, Math.round((called.expectedMs ?? 0) / MINUTE_MS)) : null,
  };
}

/**
 * The promise as a visitor is told it, on paper and on screens: a whole minute, rounded up, for it is
 * a bound. Null where the hall promises nothing, and where it is no time that the hall can expect to
 * keep: nothing was predicted, or a credit took all the slack and the promise only orders the queue.
 */
export function toldPromiseAt(day: Day, ticket: Ticket): number | null {
  const { promiseAt, fifoWaitMs, creditMs, appointment } = ticket;
  const { routing, promiseSlackMs } = day.plan.config.policy;
  if (routing !== 'promise' || promiseAt === null || fifoWaitMs === null) return null;
  if (appointment?.right !== 'slot' && creditMs >= promiseSlackMs && creditMs > 0) return null;
  return Math.ceil(promiseAt / MINUTE_MS) * MINUTE_MS;
}

/** By when a waiting visitor was promised to be called; null for everybody else. */
export function promisedAt(day: Day, ticket: Ticket): number | null {
  return ticket.state.status === 'waiting' ? toldPromiseAt(day, ticket) : null;
}

/** Whether a waiting visitor's promise was not kept: as of the day's last event, like all that is told. */
export function isPromiseLate(day: Day, ticket: Ticket): boolean {
  const toldAt = promisedAt(day, ticket);
  return toldAt !== null && day.lastAt > toldAt;
}
