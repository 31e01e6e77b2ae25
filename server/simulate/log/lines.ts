/** How figures of a log are written: minutes, shares, counts, tables. */
import { MINUTE_MS } from '../../../shared/base/time.ts';

/** Columns as wide as their widest cell, the first to the left; rows without a cell are dropped. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, index) => (widths[index] = Math.max(widths[index] ?? 0, cell.length)));
  }
  return rows
    .filter((row) => row.some((cell) => cell !== ''))
    .map((row) =>
      row
        .map((cell, index) =>
          index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    );
}

/** Milliseconds as minutes with one digit. */
export function minutes(ms: number): string {
  return (ms / MINUTE_MS).toFixed(1);
}

/** A share as a percentage with one digit. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

/** The same with two digits, for what should be near nought. */
export function fine(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}

/** A whole number with its thousands parted. */
export function grouped(value: number): string {
  return value.toLocaleString('en');
}

/** `1 day`, `3 days`. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${grouped(value)} ${value === 1 ? one : many}`;
}

/** Names as people sort them: window 2 before window 10. */
export function byName(left: string, right: string): number {
  return left.localeCompare(right, 'en', { numeric: true });
}

/** The first few names. */
export function shortList(names: readonly string[]): string {
  const NAMES_MAX = 12;
  const shown = names.slice(0, NAMES_MAX).join(', ');
  return names.length > NAMES_MAX ? `${shown}, …` : shown;
}
