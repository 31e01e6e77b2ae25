/**
 * E1: every call can be made again from the log. Days of the demonstration hall are driven by commands
 * in each order of calling; then the log, as JSON keeps it, is folded to just before each call, and the
 * same choice with the same rule, candidates and scores must come out.
 */
import { isDeepStrictEqual } from 'node:util';
import type { EventOf, StoredEvent } from '../../../shared/hall/events.ts';
import { evolve } from '../../../shared/hall/evolve.ts';
import type { Policy } from '../../../shared/hall/policy.ts';
import { choose } from '../../../shared/hall/routing/choose.ts';
import type { Day } from '../../../shared/hall/day.ts';
import { atLeast } from './goal.ts';
import type { Goal, GoalContext, GoalGroup } from './goal.ts';
import { DrivenHall } from './live-hall.ts';

const ORDERS: readonly Policy['routing'][] = ['strict', 'zones', 'promise'];
const STEPS = 4_000;
const STEP_MS = 7_000;
/** Somebody comes every so many steps; every window is looked at in turn. */
const ARRIVAL_EVERY = 5;

export const explainedGoals: GoalGroup = {
  name: 'explained',
  run: ({ progress }: GoalContext): Goal[] =>
    ORDERS.map((order, done) => {
      progress(`calls made again, ${order}`, done / ORDERS.length);
      const { calls, same } = madeAgain(drivenDay(order));
      const percent = calls === 0 ? 0 : (100 * same) / calls;
      return atLeast(`E1 calls made again from the log, ${order}`, percent, 100, 2, '%');
    }),
};

/** A day in which visitors come and windows call, serve and finish in turn. */
export function drivenDay(order: Policy['routing']): DrivenHall {
  const hall = new DrivenHall(order);
  const windows = [...hall.clerks];
  for (let step = 0; step < STEPS; step += 1) {
    hall.at += STEP_MS;
    if (step % ARRIVAL_EVERY === 0) hall.arrive(step);
    const [no, by] = windows[step % windows.length] ?? [];
    if (no === undefined || by === undefined) continue;
    const state = hall.day.windows.get(no)?.state;
    if (state?.status === 'idle') hall.send(by, { type: 'callNext', window: no });
    if (state?.status === 'calling') hall.send(by, { type: 'startService', window: no });
    // Two looks of five find the service done: lengths differ, and are the same each time.
    if (state?.status === 'serving' && (step * 31) % 5 < 2) {
      const id = hall.day.tickets.get(state.ticket)?.cases[0]?.id;
      if (id) hall.send(by, { type: 'finishCase', case: id, outcome: 'closed' });
    }
  }
  return hall;
}

/** How many calls the log holds, and how many of them come out the same. */
export function madeAgain(hall: DrivenHall): { calls: number; same: number } {
  const log = JSON.parse(JSON.stringify(hall.log)) as StoredEvent[];
  const day = hall.empty();
  let calls = 0;
  let same = 0;
  for (const stored of log) {
    if (stored.event.type === 'TicketCalled') {
      calls += 1;
      if (isSame(day, stored.at, stored.event)) same += 1;
    }
    evolve(day, stored);
  }
  return { calls, same };
}

function isSame(day: Day, at: number, event: EventOf<'TicketCalled'>): boolean {
  const window = day.windows.get(event.window);
  const again = window && choose(day, window, event.clerk, at);
  if (again?.ticket.id !== event.ticket) return false;
  return isDeepStrictEqual(JSON.parse(JSON.stringify(again.why)), event.why);
}
