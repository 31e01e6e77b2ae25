/**
 * What time alone brings: prompts that time out, holds whose grace is over, appointments that nobody
 * came for, advice whose time is over, and alerts where the shell has told what only it knows. Advice
 * and alerts wait for the next look when anything else was due: a window that closes ends its prompts,
 * and none may end twice; no alert is raised for what has just ended.
 */
import { adviceDue } from './advising.ts';
import { alertChanges } from './alerting.ts';
import { missedAppointments } from './check-in.ts';
import type { Tick } from './system-commands.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import type { HallEvent } from './events.ts';
import { lapsedHolds } from './holding.ts';
import { promptEnded } from './prompts.ts';
import { refused } from './refusal.ts';

/** Ends what is overdue, then looks at what burns. */
export function tick(day: Day, command: Tick, { at }: CommandContext): Decision {
  const overdue = [
    ...overduePrompts(day, command, at),
    ...lapsedHolds(day, at),
    ...missedAppointments(day, at),
  ];
  const due = overdue.length > 0 ? overdue : adviceDue(day, at);
  const isLooking = due.length === 0 && command.facts !== undefined;
  const events = isLooking ? alertChanges(day, at, command.facts) : due;
  return events.length > 0 ? events : refused('nothing-due');
}

/** Timed out, or a fault where no evaluator was there to be touched. */
function overduePrompts(day: Day, { silentEvaluators }: Tick, at: number): HallEvent[] {
  const silent = new Set(silentEvaluators ?? []);
  return [...day.openPrompts]
    .filter((prompt) => prompt.deadlineAt !== null && prompt.deadlineAt <= at)
    .map((prompt) => promptEnded(prompt, silent.has(prompt.window) ? 'deviceFault' : 'timedOut'));
}
