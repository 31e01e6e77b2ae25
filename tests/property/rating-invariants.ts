/** What must hold of ratings in the whole log: R1, R2, R4, R5, R6. */
import type { CommandType } from '../../shared/hall/commands.ts';
import type { PromptOutcome } from '../../shared/hall/hall-events.ts';
import type { Run } from './journal.ts';
import { eventsOf, logOf } from './journal.ts';

/** R1: at most one evaluation per day served, case and service. */
export function ratedOnce(run: Run): string[] {
  const seen = new Set<string>();
  return eventsOf(run, 'CaseRated').flatMap(({ event }) => {
    const key = `${event.date}/${event.case}/${String(event.serviceSeq)}`;
    const again = seen.has(key);
    seen.add(key);
    return again ? [`${key} was rated twice`] : [];
  });
}

/** R2: of a case finished before, with the window and the clerk that served it. */
export function ratedFinished(run: Run): string[] {
  const finished = new Map<string, string>();
  return logOf(run).flatMap(({ event }) => {
    if (event.type === 'CaseFinished') finished.set(event.case, whose(event));
    if (event.type !== 'CaseRated') return [];
    if (event.date !== run.day.date) {
      return event.date < run.day.date ? [] : [`${event.case} of ${event.date} was rated`];
    }
    return finished.get(event.case) === whose(event) ? [] : [`${event.case} rated, not finished`];
  });
}

function whose(event: {
  readonly window: number;
  readonly clerk: string;
  readonly serviceSeq: number;
}): string {
  return [event.window, event.clerk, event.serviceSeq].join('/');
}

/** R4 and R6: each finished case opens its prompt in the same command, and each prompt ends once. */
export function promptForEach(run: Run): string[] {
  const open = new Set<string>();
  const faults: string[] = [];
  for (const { stored } of run.entries) {
    const finished = stored.flatMap(({ event }) =>
      event.type === 'CaseFinished' ? [event.case] : [],
    );
    for (const { event } of stored) {
      if (event.type === 'PromptOpened') open.add(event.case);
      if (event.type === 'PromptEnded' && !open.delete(event.case)) {
        faults.push(`the prompt of ${event.case} ended, but was not open`);
      }
    }
    for (const id of finished) if (!open.has(id)) faults.push(`${id} finished without a prompt`);
  }
  for (const id of open) faults.push(`the prompt of ${id} never ended`);
  return faults;
}

const ENDED_BY: Readonly<Record<PromptOutcome, readonly CommandType[]>> = {
  rated: ['rateCase'],
  declined: ['declineRating'],
  timedOut: ['tick', 'closeDay'],
  deviceFault: ['tick'],
  left: ['callNext', 'callTicket', 'closeWindow', 'openWindow'],
};

/** R4: a prompt ends as what happened; as rated only together with a rating. */
export function honestEnds(run: Run): string[] {
  return eventsOf(run, 'PromptEnded').flatMap(({ entry, event }) => {
    const { outcome } = event;
    const rated = entry.stored.some(
      (one) => one.event.type === 'CaseRated' && one.event.case === event.case,
    );
    // A manager's plan, or advice at its end, closes a window as its clerk would.
    const closed = entry.stored.some(
      (one) => one.event.type === 'WindowClosed' && one.event.window === event.window,
    );
    const honest = ENDED_BY[outcome].includes(entry.command.type) || (outcome === 'left' && closed);
    const elsewhere = entry.stored.some(
      (one) =>
        (one.event.type === 'TicketCalled' || one.event.type === 'WindowClosed') &&
        outcome === 'left' &&
        one.event.window !== event.window,
    );
    if (elsewhere) return [`${event.case} left by another window`];
    return honest && rated === (outcome === 'rated') ? [] : [`${event.case} ended as ${outcome}`];
  });
}

/** R5: rated by the evaluator of the window that served, or by the visit's own ticket. */
export function ratedByRightHands(run: Run): string[] {
  return eventsOf(run, 'CaseRated').flatMap(({ entry, event }) => {
    const { by } = entry;
    const own =
      (by.kind === 'evaluator' && by.window === event.window && event.channel === 'evaluator') ||
      (by.kind === 'visitor' &&
        event.case.startsWith(`${by.ticket}-`) &&
        event.channel === 'phone');
    return own ? [] : [`${by.kind} rated ${event.case}`];
  });
}
