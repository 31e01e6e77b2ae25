/** Ending the prompts that stand open at a window: by the next call, by closing, by time. */
import type { WindowNo } from '../base/ids.ts';
import type { Day, Prompt } from './day.ts';
import type { EventOf } from './events.ts';
import type { PromptOutcome } from './hall-events.ts';

/** The events that end every open prompt of a window with one outcome. */
export function endPromptsAt(
  day: Day,
  window: WindowNo,
  outcome: PromptOutcome,
): EventOf<'PromptEnded'>[] {
  return [...day.openPrompts]
    .filter((prompt) => prompt.window === window)
    .map((prompt) => promptEnded(prompt, outcome));
}

/** The event that ends one prompt. */
export function promptEnded(prompt: Prompt, outcome: PromptOutcome): EventOf<'PromptEnded'> {
  const { ticket, window, serviceSeq } = prompt;
  return { type: 'PromptEnded', ticket, window, case: prompt.case, serviceSeq, outcome };
}
