/** Not written yet. */
import type { CallTicket } from './commands.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import { refused } from './refusal.ts';

export function callTicket(day: Day, command: CallTicket, ctx: CommandContext): Decision {
  void [day, command, ctx];
  return refused('not-allowed');
}
