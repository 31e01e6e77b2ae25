/** Not written yet. */
import type { StepAway } from './commands.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import { refused } from './refusal.ts';

export function stepAway(day: Day, command: StepAway, ctx: CommandContext): Decision {
  void [day, command, ctx];
  return refused('not-allowed');
}
