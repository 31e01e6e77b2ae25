/** Not written yet. */
import type { AcknowledgeAlert } from './commands.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import { refused } from './refusal.ts';

export function acknowledgeAlert(
  day: Day,
  command: AcknowledgeAlert,
  ctx: CommandContext,
): Decision {
  void [day, command, ctx];
  return refused('not-allowed');
}
