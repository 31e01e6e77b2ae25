/** Not written yet. */
import type { TransferTicket } from './commands.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import { refused } from './refusal.ts';

export function transferTicket(day: Day, command: TransferTicket, ctx: CommandContext): Decision {
  void [day, command, ctx];
  return refused('not-allowed');
}
