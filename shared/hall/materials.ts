/** The list of materials at the desk: what is there and what is missing, one by one. */
import type { TickMaterial } from './visit-commands.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import { isRefusal } from './decision.ts';
import { servedCase } from './finishing.ts';
import { refused } from './refusal.ts';

/** Ticks a material as there, or as not there after all. */
export function tickMaterial(day: Day, command: TickMaterial, ctx: CommandContext): Decision {
  const found = servedCase(day, command.case, 'tickMaterial', ctx);
  if (isRefusal(found)) return found;
  const { ticket, row } = found;
  const { material, has } = command;
  if (!day.plan.items.get(row.item)?.materials[material]) return refused('unknown-material');
  return [{ type: 'MaterialTicked', ticket: ticket.id, case: row.id, material, has }];
}
