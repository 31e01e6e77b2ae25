/**
 * What must hold where the hall promises, read from the log: nobody is passed by choice more often
 * than the limit of the version that held, and no call goes by score while the promise of somebody
 * whom the window could have called has come.
 */
import { must } from '../../shared/base/assert.ts';
import { emptyDay } from '../../shared/hall/day.ts';
import type { CallRule } from '../../shared/hall/call-reason.ts';
import type { EventOf } from '../../shared/hall/events.ts';
import { evolve } from '../../shared/hall/evolve.ts';
import { isEligible } from '../../shared/hall/routing/eligible.ts';
import type { Run } from './journal.ts';
import { logOf } from './journal.ts';

/** Every other rule is the order's own choice, and whom it passes is counted. */
const RIGHTS: ReadonlySet<CallRule> = new Set([
  ...(['appointment', 'green-channel', 'return', 'transfer'] as const),
  ...(['flash-lane', 'only-here', 'by-hand'] as const),
]);

/** Counted anew from the events; a call that is taken back has passed nobody. */
export function boundedOvertaking(run: Run): string[] {
  const counts = new Map<string, number>();
  const last = new Map<string, EventOf<'TicketCalled'>>();
  const add = (ids: readonly string[], step: number) => {
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + step);
  };
  const faults = logOf(run).flatMap(({ event }) => {
    if (event.type === 'CallUndone') add(last.get(event.ticket)?.why.overtook ?? [], -1);
    if (event.type !== 'TicketCalled') return [];
    const { overtook = [], policyVersion, routing, rule, creditMs, passedCount = 0 } = event.why;
    const isChosen = routing === 'promise' && !RIGHTS.has(rule) && creditMs === 0;
    if (isChosen && overtook.length !== passedCount) return [`${event.ticket} passed uncounted`];
    last.set(event.ticket, event);
    add(overtook, 1);
    const { overtakenMax } = must(run.day.plans.get(policyVersion), 'the version').config.policy;
    return overtook
      .filter((id) => (counts.get(id) ?? 0) > overtakenMax)
      .map((id) => `${id} was passed ${String(counts.get(id))} times`);
  });
  const wrong = [...run.day.tickets.values()]
    .filter(({ id, overtaken }) => overtaken !== (counts.get(id) ?? 0))
    .map(({ id }) => `${id} is said to be passed otherwise`);
  return [...faults, ...wrong];
}

/** Whose promise had come, and who was passed as often as anybody may be, before any score. */
export function promisesFirst(run: Run): string[] {
  const { hall, date, plans } = run.day;
  const [plan] = plans.values();
  if (!plan) return ['a day without a plan'];
  const day = emptyDay(hall, date, plan);
  for (const [version, known] of plans) day.plans.set(version, known);
  return logOf(run).flatMap((stored) => {
    const { event, at } = stored;
    const isScored = event.type === 'TicketCalled' && event.why.rule === 'best-score';
    const window = isScored ? day.windows.get(event.window) : undefined;
    const { overtakenMax } = day.plan.config.policy;
    const passed =
      isScored && window
        ? day.waiting.filter(
            (ticket) =>
              (ticket.overtaken >= overtakenMax || (ticket.promiseAt ?? Infinity) <= at) &&
              isEligible(day, ticket, window, event.clerk, at),
          )
        : [];
    evolve(day, stored);
    return passed.map(({ id }) => `${id} was due before a call by score`);
  });
}
