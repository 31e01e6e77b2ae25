/** Not written yet. */
import type { BringOver } from './commands.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import { refused } from './refusal.ts';

export function bringOver(day: Day, command: BringOver, ctx: CommandContext): Decision {
  void [day, command, ctx];
  return refused('not-allowed');
}
