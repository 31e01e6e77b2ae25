/** Not written yet. */
import type { GrantGreenChannel, SetClass } from './commands.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import { refused } from './refusal.ts';

export function grantGreenChannel(
  day: Day,
  command: GrantGreenChannel,
  ctx: CommandContext,
): Decision {
  void [day, command, ctx];
  return refused('not-allowed');
}

export function setClass(day: Day, command: SetClass, ctx: CommandContext): Decision {
  void [day, command, ctx];
  return refused('not-allowed');
}
