/** Not written yet. */
import type { CheckIn } from './commands.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import { refused } from './refusal.ts';

export function checkIn(day: Day, command: CheckIn, ctx: CommandContext): Decision {
  void [day, command, ctx];
  return refused('not-allowed');
}
