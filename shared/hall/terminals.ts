/** Not written yet. */
import type { ReportTerminal, DivertVisitor } from './commands.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import { refused } from './refusal.ts';

export function reportTerminal(day: Day, command: ReportTerminal, ctx: CommandContext): Decision {
  void [day, command, ctx];
  return refused('not-allowed');
}

export function divertVisitor(day: Day, command: DivertVisitor, ctx: CommandContext): Decision {
  void [day, command, ctx];
  return refused('not-allowed');
}
