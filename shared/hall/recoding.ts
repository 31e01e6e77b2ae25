/** Not written yet. */
import type { RecodeCase } from './commands.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import { refused } from './refusal.ts';

export function recodeCase(day: Day, command: RecodeCase, ctx: CommandContext): Decision {
  void [day, command, ctx];
  return refused('not-allowed');
}
