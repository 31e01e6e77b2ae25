/** Not written yet. */
import type { ConsultChief, EndConsult } from './commands.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import { refused } from './refusal.ts';

export function consultChief(day: Day, command: ConsultChief, ctx: CommandContext): Decision {
  void [day, command, ctx];
  return refused('not-allowed');
}

export function endConsult(day: Day, command: EndConsult, ctx: CommandContext): Decision {
  void [day, command, ctx];
  return refused('not-allowed');
}
