// Advice in any hall: nobody loses the last window, nobody who is served is touched, and the way back
// restores every window that nobody has changed meanwhile.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Day } from '../../shared/hall/day.ts';
import { isRefusal } from '../../shared/hall/decision.ts';
import { canServe } from '../../shared/hall/routing/eligible.ts';
import { clerkAt, ticketAt } from '../../shared/hall/window.ts';
import { manager, openHall, send } from '../helpers/hall.ts';
import type { Step, TestHall } from '../helpers/hall.ts';
import { smallHall } from '../helpers/small-hall.ts';
import { anyChanges } from './random-advice.ts';
import { acts, stepOf } from './random-day.ts';

const RUNS = 60;
const NEEDY = new Set(['waiting', 'called', 'held', 'noShow']);

/** Tickets that some open window with its clerk could take. */
function served(day: Day): Set<string> {
  const open = [...day.windows.values()];
  const found = [...day.tickets.values()].filter(
    (ticket) =>
      NEEDY.has(ticket.state.status) &&
      open.some((window) => {
        const clerk = clerkAt(window);
        return clerk !== null && canServe(day, ticket, window, clerk);
      }),
  );
  return new Set(found.map(({ id }) => id));
}

const stands = (day: Day) =>
  [...day.windows.values()].map(({ no, zones, state }) => ({
    ...{ no, zones },
    clerk: state.status === 'closed' ? null : state.session.clerk,
  }));
const atWindows = (day: Day) => [...day.windows.values()].map(ticketAt);

function take(hall: TestHall, step: Step): boolean {
  return 'command' in step && !isRefusal(send(hall, step.by, step.command));
}

test('a plan strands nobody, interrupts nobody, and its way back restores the floor', () => {
  let applied = 0;
  let returned = 0;
  fc.assert(
    fc.property(acts(120), (list) => {
      const hall = openHall(smallHall());
      for (const act of list) {
        hall.at += 1_000;
        take(hall, stepOf(hall.day, act));
        if (act.kind % 10 !== 0) continue;
        const { day } = hall;
        const [before, couldBe, there] = [stands(day), served(day), atWindows(day)];
        const changes = anyChanges(day, act);
        if (!take(hall, manager('applyPlan', { changes }))) continue;
        applied += 1;
        expect([...couldBe].filter((id) => !served(day).has(id))).toEqual([]);
        expect(atWindows(day)).toEqual(there);
        const advice = [...day.advice.keys()].at(-1);
        hall.at += 1_000;
        take(hall, manager('revertAdvice', { advice }));
        expect(atWindows(day)).toEqual(there);
        expect([...couldBe].filter((id) => !served(day).has(id))).toEqual([]);
        if (day.advice.get(advice ?? '')?.state.status !== 'returned') continue;
        returned += 1;
        expect(stands(day)).toEqual(before);
      }
    }),
    { numRuns: RUNS, seed: 20_261_123 },
  );
  expect(applied).toBeGreaterThan(RUNS);
  expect(returned).toBeGreaterThan(RUNS / 2);
});
