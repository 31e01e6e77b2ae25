/** By which right a call may pass an earlier place: each rule's own condition, from the rules. */
import type { Day } from '../../../shared/hall/day.ts';
import type { EventOf } from '../../../shared/hall/events.ts';
import { promiseOf } from '../../../shared/hall/routing/contenders.ts';
import type { Ticket } from '../../../shared/hall/ticket.ts';
import type { HallWindow } from '../../../shared/hall/window.ts';

export interface RightOf {
  readonly day: Day;
  readonly window: HallWindow;
  readonly call: EventOf<'TicketCalled'>;
  readonly ticket: Ticket;
  readonly at: number;
  /** Who called, `clerk:JZ03`. */
  readonly by: string;
}

/** The own zone's windows keep a promise so much sooner. */
const PROMISE_EARLY_MS = 2 * 60_000;

/** Whether the rule that the call names is one that holds, and its actor and reason stand there. */
export function hasRight({ day, window, call, ticket, at, by }: RightOf): boolean {
  const { why } = call;
  const { appointment, affinity, target, green } = ticket;
  switch (why.rule) {
    case 'longest-wait':
    case 'zone-overflow':
      return false;
    case 'promise-due':
      return promiseOf(day, ticket, at) <= at + PROMISE_EARLY_MS;
    case 'overtaken-limit':
      return ticket.overtaken >= day.plan.config.policy.overtakenMax;
    case 'best-score':
      return day.plan.config.policy.routing === 'promise';
    case 'appointment':
      return appointment?.right === 'slot' && appointment.slotAt <= at;
    case 'return':
      return affinity?.clerk === call.clerk && affinity.untilAt > at;
    case 'transfer':
      return target?.kind === 'window'
        ? target.window === call.window
        : target?.kind === 'clerk' && target.clerk === call.clerk;
    case 'green-channel':
      return green !== null && green.untilAt > at && Boolean(why.approvedBy && why.reason);
    case 'flash-lane':
      return window.lane === 'flash' && isShort(day, ticket);
    case 'only-here':
      return window.state.status === 'idle' && window.state.pauseAfter !== null;
    case 'share-limit':
      return ticket.creditMs === 0;
    case 'by-hand':
      return by.startsWith('manager:') && why.reason !== undefined;
  }
}

function isShort(day: Day, { cases, stop }: Ticket): boolean {
  const due = cases.filter((row) => row.state.status === 'draft' && row.stop === stop);
  return due.length > 0 && due.every(({ item }) => day.plan.items.get(item)?.flash === true);
}
