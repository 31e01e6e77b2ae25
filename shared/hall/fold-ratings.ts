/** What events do to prompts and evaluations: two facts, each one per (case, service). */
import { must } from '../base/assert.ts';
import type { CaseId, TicketId } from '../base/ids.ts';
import type { Day, Prompt, Rating } from './day.ts';
import { promptKey } from './day.ts';
import type { EventOf } from './events.ts';

export function promptOpened(day: Day, event: EventOf<'PromptOpened'>, at: number): void {
  const prompt: Prompt = {
    case: event.case,
    serviceSeq: event.serviceSeq,
    ticket: event.ticket,
    window: event.window,
    clerk: event.clerk,
    openedAt: at,
    deadlineAt: null,
    outcome: null,
    endedAt: null,
    rating: null,
  };
  day.prompts.set(promptKey(event.case, event.serviceSeq), prompt);
  day.openPrompts.add(prompt);
}

/** From now on the visit's open prompts have until `deadlineAt`. */
export function visitEnded(day: Day, ticket: TicketId, deadlineAt: number): void {
  for (const prompt of day.openPrompts) {
    if (prompt.ticket === ticket) prompt.deadlineAt = deadlineAt;
  }
}

/** Held or sent elsewhere: what is finished here can be rated for as long as after a visit. */
export function visitorLeft(day: Day, ticket: TicketId, at: number): void {
  visitEnded(day, ticket, at + day.plan.config.policy.promptMs);
}

export function promptEnded(day: Day, event: EventOf<'PromptEnded'>, at: number): void {
  const prompt = promptOf(day, event.case, event.serviceSeq);
  if (prompt.outcome !== null) throw new Error(`the prompt of ${event.case} ended twice`);
  prompt.outcome = event.outcome;
  prompt.endedAt = at;
  day.openPrompts.delete(prompt);
}

export function caseRated(day: Day, event: EventOf<'CaseRated'>, at: number): void {
  if (event.date !== day.date) {
    day.pastRatings.add(`${event.date}/${promptKey(event.case, event.serviceSeq)}`);
    return;
  }
  const prompt = promptOf(day, event.case, event.serviceSeq);
  if (prompt.rating) throw new Error(`case ${event.case} was rated twice`);
  const { level, tags, channel } = event;
  const rating: Rating = { level, tags, ratedAt: at, channel };
  prompt.rating = rating;
}

type LateRating = Pick<EventOf<'CaseRated'>, 'case' | 'serviceSeq' | 'level' | 'tags' | 'channel'>;

/**
 * A rating that arrived on a later day, laid over this day's state for the visitor's page. It is no
 * event of this day's stream, so folding the stream anew does not bring it back.
 */
export function lateRating(day: Day, late: LateRating, ratedAt: number): void {
  const prompt = day.prompts.get(promptKey(late.case, late.serviceSeq));
  const { level, tags, channel } = late;
  if (prompt) prompt.rating ??= { level, tags, ratedAt, channel };
}

function promptOf(day: Day, id: CaseId, serviceSeq: number): Prompt {
  return must(day.prompts.get(promptKey(id, serviceSeq)), `the prompt of ${id}`);
}
