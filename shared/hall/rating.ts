/**
 * Rating. The evaluator of the window and the visitor's own phone alone may rate; the shell has
 * proven the nonce before the command comes here. An evaluation is one per (case, service) and is
 * never changed; how the prompt ended is a second fact that a late rating leaves as it was.
 */
import { ticketOfCase } from '../base/ids.ts';
import { DAY_MS } from '../base/time.ts';
import { startOfDay } from '../calendar/business-date.ts';
import type { DeclineRating, RateCase, TouchPrompt } from './hall-commands.ts';
import type { RatePastCase } from './system-commands.ts';
import type { Day, Prompt } from './day.ts';
import { promptKey } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import { isRefusal } from './decision.ts';
import type { HallEvent } from './events.ts';
import { promptEnded } from './prompts.ts';
import type { Refusal } from './refusal.ts';
import { refused } from './refusal.ts';

/** Rates one finished case; at the evaluator only while its prompt is open. */
export function rateCase(day: Day, command: RateCase, ctx: CommandContext): Decision {
  const prompt = promptFor(day, command, ctx);
  if (isRefusal(prompt)) return prompt;
  if (prompt.rating) return refused('already-rated');
  const atEvaluator = ctx.by.kind === 'evaluator';
  if (atEvaluator && prompt.outcome) return refused('prompt-over');
  const wrong = wrongChoice(day, command);
  if (wrong) return wrong;
  const events: HallEvent[] = [
    {
      type: 'CaseRated',
      date: day.date,
      case: prompt.case,
      serviceSeq: prompt.serviceSeq,
      window: prompt.window,
      clerk: prompt.clerk,
      level: command.level,
      tags: command.tags,
      ...(command.textHash !== undefined && { textHash: command.textHash }),
      channel: atEvaluator ? 'evaluator' : 'phone',
    },
  ];
  if (!prompt.outcome) events.push(promptEnded(prompt, 'rated'));
  return events;
}

/** The visitor would rather not; as plain a choice as the others, and counted as such. */
export function declineRating(day: Day, command: DeclineRating, ctx: CommandContext): Decision {
  const prompt = promptFor(day, command, ctx);
  if (isRefusal(prompt)) return prompt;
  if (prompt.outcome) return refused('prompt-over');
  return [promptEnded(prompt, 'declined')];
}

function promptFor(
  day: Day,
  { case: id, isUnproven }: RateCase | DeclineRating,
  { by }: CommandContext,
): Prompt | Refusal {
  const prompt = latestPrompt(day, id);
  if (!prompt) {
    const ticket = day.tickets.get(ticketOfCase(id));
    const known = ticket?.cases.some((row) => row.id === id) ?? false;
    return known ? refused('case-not-finished') : refused('unknown-case', id);
  }
  const own =
    (by.kind === 'evaluator' && by.window === prompt.window) ||
    (by.kind === 'visitor' && by.ticket === prompt.ticket);
  return own && isUnproven !== true ? prompt : refused('rating-not-here');
}

function latestPrompt(day: Day, id: RateCase['case']): Prompt | undefined {
  let latest: Prompt | undefined;
  for (let seq = 1; ; seq += 1) {
    const prompt = day.prompts.get(promptKey(id, seq));
    if (!prompt) return latest;
    latest = prompt;
  }
}

/** A level that the hall does not use, or a tag of another level. */
function wrongChoice(
  day: Day,
  { level, tags }: { readonly level: number; readonly tags: readonly string[] },
): Refusal | null {
  if (!day.plan.config.levels.some((row) => row.level === level)) {
    return refused('unknown-level', String(level));
  }
  const wrong = tags.find((code) => day.plan.tags.get(code)?.level !== level);
  return wrong === undefined ? null : refused('unknown-tag', wrong);
}

/** A touch on the evaluator: the time to answer begins anew for the whole visit. */
export function touchPrompt(day: Day, command: TouchPrompt, ctx: CommandContext): Decision {
  if (ctx.by.kind === 'evaluator' && ctx.by.window !== command.window) {
    return refused('rating-not-here');
  }
  const deadlineAt = ctx.at + day.plan.config.policy.promptMs;
  for (const prompt of day.openPrompts) {
    if (prompt.window === command.window && prompt.deadlineAt !== null) {
      return [{ type: 'PromptTouched', ticket: prompt.ticket, window: prompt.window, deadlineAt }];
    }
  }
  return refused('prompt-over');
}

/** A rating by QR of an earlier day's case; an event of the day on which it arrives. */
export function ratePastCase(day: Day, command: RatePastCase, ctx: CommandContext): Decision {
  const { at, by } = ctx;
  const own = by.kind === 'visitor' && by.ticket === ticketOfCase(command.case);
  if (!own || command.date >= day.date) return refused('rating-not-here');
  const key = `${command.date}/${promptKey(command.case, command.serviceSeq)}`;
  if (day.pastRatings.has(key)) return refused('already-rated');
  const limitMs = day.plan.config.policy.lateRatingDays * DAY_MS;
  if (at - startOfDay(command.date) > limitMs + DAY_MS) return refused('rating-expired');
  const wrong = wrongChoice(day, command);
  if (wrong) return wrong;
  return [
    {
      type: 'CaseRated',
      date: command.date,
      case: command.case,
      serviceSeq: command.serviceSeq,
      window: command.window,
      clerk: command.clerk,
      level: command.level,
      tags: command.tags,
      ...(command.textHash !== undefined && { textHash: command.textHash }),
      channel: 'phone',
    },
  ];
}
