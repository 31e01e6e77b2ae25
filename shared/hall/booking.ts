/** Not written yet. */
import type { OpenBookings, BookAppointment } from './commands.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import { refused } from './refusal.ts';

export function openBookings(day: Day, command: OpenBookings, ctx: CommandContext): Decision {
  void [day, command, ctx];
  return refused('not-allowed');
}

export function bookAppointment(day: Day, command: BookAppointment, ctx: CommandContext): Decision {
  void [day, command, ctx];
  return refused('not-allowed');
}
