/** Not written yet. */
import type { TickMaterial } from './commands.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import { refused } from './refusal.ts';

export function tickMaterial(day: Day, command: TickMaterial, ctx: CommandContext): Decision {
  void [day, command, ctx];
  return refused('not-allowed');
}
