/**
 * A goal and what became of it. A group of goals runs by itself and gives its lines; each group has
 * its own file here, and `groups.ts` lists them in the order of printing.
 */
import type { HallModel } from '../../../shared/forecast/simulation/hall-model.ts';

export interface Goal {
  /** Such as `R1 S1 mean / fifo`. */
  readonly name: string;
  readonly value: string;
  readonly goal: string;
  /** Null for a figure that no goal binds. */
  readonly isMet: boolean | null;
}

export interface GoalContext {
  readonly hall: HallModel;
  readonly seeds: readonly number[];
  readonly progress: (what: string, share: number) => void;
}

export interface GoalGroup {
  /** Such as `routing`. */
  readonly name: string;
  readonly run: (context: GoalContext) => readonly Goal[];
}

/** A goal of the form value ≤ most, with so many digits. */
export function atMost(name: string, value: number, most: number, digits = 2, unit = ''): Goal {
  return {
    name,
    value: `${value.toFixed(digits)}${unit}`,
    goal: `<= ${most.toFixed(digits)}${unit}`,
    isMet: value <= most,
  };
}

/** A goal of the form value ≥ least. */
export function atLeast(name: string, value: number, least: number, digits = 2, unit = ''): Goal {
  return {
    name,
    value: `${value.toFixed(digits)}${unit}`,
    goal: `>= ${least.toFixed(digits)}${unit}`,
    isMet: value >= least,
  };
}

/** A figure beside the goals. */
export function figure(name: string, value: string): Goal {
  return { name, value, goal: '', isMet: null };
}

/** One line a goal: name, value, goal, met or missed. */
export function goalLine({ name, value, goal, isMet }: Goal): string {
  const verdict = isMet === null ? 'figure' : isMet ? 'met' : 'MISSED';
  return [name.padEnd(52), value.padStart(18), goal.padStart(14), verdict].join('  ');
}
