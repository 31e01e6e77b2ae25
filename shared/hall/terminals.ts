/**
 * Self-service terminals: each tells whether it is free, and a visitor may take a free one instead of
 * a ticket. From then on it is busy until it tells otherwise. A terminal that has never told anything
 * is offered to nobody.
 */
import type { DivertVisitor, ReportTerminal } from './hall-commands.ts';
import type { Day } from './day.ts';
import type { Decision } from './decision.ts';
import { refused } from './refusal.ts';

/** A terminal is free, busy or out of order; told twice it is written once. */
export function reportTerminal(day: Day, command: ReportTerminal): Decision {
  const { terminal, status } = command;
  if (!day.plan.terminals.has(terminal)) return refused('unknown-terminal', String(terminal));
  if (day.terminals.get(terminal)?.status === status) return refused('nothing-due');
  return [{ type: 'TerminalReported', terminal, status }];
}

/** The visitor goes to the terminal; no ticket is taken. */
export function divertVisitor(day: Day, command: DivertVisitor): Decision {
  const { terminal, item } = command;
  const place = day.plan.terminals.get(terminal);
  if (!place) return refused('unknown-terminal', String(terminal));
  if (!place.items.includes(item)) return refused('unknown-item', item);
  if (day.terminals.get(terminal)?.status !== 'free') return refused('terminal-not-free');
  return [{ type: 'VisitorDiverted', terminal, item }];
}
