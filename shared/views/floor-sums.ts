/** Sums of the day on the manager's floor: tickets by state, ratings with their coverage, papers. */
import type { Day } from '../hall/day.ts';
import type { PromptOutcome } from '../hall/hall-events.ts';
import type { FloorView } from './manager-floor.ts';

const PAPERS_MAX = 12;

/** Every way a prompt can end, none of them yet. */
export function noOutcomes(): Record<PromptOutcome, number> {
  return { rated: 0, declined: 0, timedOut: 0, left: 0, deviceFault: 0 };
}

/** How many tickets are in each state. */
export function totals(day: Day): FloorView['totals'] {
  const sums = {
    issued: day.tickets.size,
    booked: 0,
    waiting: 0,
    called: 0,
    serving: 0,
    held: 0,
    noShow: 0,
    done: 0,
    abandoned: 0,
    voided: 0,
    expired: 0,
    appointmentMissed: 0,
    carriedOver: 0,
  };
  for (const ticket of day.tickets.values()) sums[ticket.state.status] += 1;
  return sums;
}

/** How the day's cases were rated, and how prompts ended. */
export function ratings(day: Day): FloorView['ratings'] {
  const outcomes = { ...noOutcomes(), open: 0 };
  const { levels } = day.plan.config;
  const goodLevels = new Set(levels.filter((row) => row.good).map((row) => row.level));
  let rated = 0;
  let good = 0;
  for (const prompt of day.prompts.values()) {
    outcomes[prompt.outcome ?? 'open'] += 1;
    if (prompt.rating) rated += 1;
    if (prompt.rating && goodLevels.has(prompt.rating.level)) good += 1;
  }
  return { finishedCases: day.prompts.size, rated, good, outcomes };
}

/** Papers that failed or are uncertain, newest first. */
export function papers(day: Day): FloorView['papers'] {
  const rows: FloorView['papers'][number][] = [];
  for (const { id, print } of day.tickets.values()) {
    if (print.status === 'failed' || print.status === 'unknown') rows.push({ ticket: id, print });
  }
  return rows.reverse().slice(0, PAPERS_MAX);
}
