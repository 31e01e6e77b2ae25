/** What `decide` answers, and the context that a command comes with; replay needs neither. */
import type { Estimates } from './estimates.ts';
import type { Principal } from './principal.ts';
import type { HallEvent } from './events.ts';
import type { Refusal } from './refusal.ts';

export interface CommandContext {
  /** Hall clock, epoch ms; the actor never lets it go back. */
  readonly at: number;
  readonly by: Principal;
  /** The newest fresh estimates; absent where none are known. Recorded, never decided by. */
  readonly estimates?: Estimates | null;
}

export type Decision = readonly HallEvent[] | Refusal;

/** Tells a refusal from events. */
export function isRefusal<T extends object>(answer: T | Refusal): answer is Refusal {
  return 'refused' in answer;
}
