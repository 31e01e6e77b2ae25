/** Not written yet. */
import type { GrantCertificate } from './commands.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import { refused } from './refusal.ts';

export function grantCertificate(
  day: Day,
  command: GrantCertificate,
  ctx: CommandContext,
): Decision {
  void [day, command, ctx];
  return refused('not-allowed');
}
