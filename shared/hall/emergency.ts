/** Not written yet. */
import type { ShowEmergency, ClearEmergency } from './commands.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import { refused } from './refusal.ts';

export function showEmergency(day: Day, command: ShowEmergency, ctx: CommandContext): Decision {
  void [day, command, ctx];
  return refused('not-allowed');
}

export function clearEmergency(day: Day, command: ClearEmergency, ctx: CommandContext): Decision {
  void [day, command, ctx];
  return refused('not-allowed');
}
