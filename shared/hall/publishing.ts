/** Not written yet. */
import type { PublishConfig } from './commands.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import { refused } from './refusal.ts';

export function publishConfig(day: Day, command: PublishConfig, ctx: CommandContext): Decision {
  void [day, command, ctx];
  return refused('not-allowed');
}
