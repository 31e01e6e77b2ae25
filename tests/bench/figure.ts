/** A figure of a bench, and how it is printed. */
export interface BenchFigure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** In words, `<= 1.2`; empty where nothing is asked of it. */
  readonly goal: string;
  readonly isMet: boolean | null;
  /** Beyond what is borne, whatever the goal. */
  readonly isFailure: boolean;
}

export interface BenchOptions {
  readonly rounds: number;
  readonly say: (sentence: string) => void;
}

/** `name value goal met|missed`. */
export function figureLine({ name, value, unit, goal, isMet }: BenchFigure): string {
  const verdict = isMet === null ? '' : isMet ? 'met' : 'missed';
  return [name, `${value.toFixed(2)}${unit}`, goal, verdict].filter(Boolean).join('  ');
}

/** A figure that nothing is asked of. */
export function plain(name: string, value: number, unit: string): BenchFigure {
  return { name, value, unit, goal: '', isMet: null, isFailure: false };
}

/** The value below which that share lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}
