/** Not written yet. */
import type { HoldTicket } from './commands.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import { refused } from './refusal.ts';

export function holdTicket(day: Day, command: HoldTicket, ctx: CommandContext): Decision {
  void [day, command, ctx];
  return refused('not-allowed');
}
