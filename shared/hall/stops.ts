/** Not written yet. */
import type { PlanStop, GrantBatch } from './commands.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import { refused } from './refusal.ts';

export function planStop(day: Day, command: PlanStop, ctx: CommandContext): Decision {
  void [day, command, ctx];
  return refused('not-allowed');
}

export function grantBatch(day: Day, command: GrantBatch, ctx: CommandContext): Decision {
  void [day, command, ctx];
  return refused('not-allowed');
}
