/** Tells a finished day: notes, what was found, the figures; and as JSON for other tools. */
import { writeFileSync } from 'node:fs';
import type { Figure } from './figures.ts';
import { figuresOf, lineOf } from './figures.ts';
import { findings } from './history.ts';
import type { Verdict } from './history.ts';
import type { DayOptions } from './options.ts';
import type { DayResult } from './run-day.ts';

const TOLD_MAX = 8;

/** Prints the day; true when every goal is met. `said` is what the hall's processes printed. */
export function report(options: DayOptions, result: DayResult, said: readonly string[]): boolean {
  const verdict = findings(result.history);
  for (const line of notesOf(result, said)) console.log(`note: ${line}`);
  for (const [fault, sentences] of Object.entries(verdict.findings)) {
    for (const line of shortened(sentences)) console.log(`${fault}: ${line}`);
  }
  const figures = figuresOf(verdict, {
    visitors: result.ticketsWanted,
    kills: options.kills,
    killsDone: result.history.killsMs.length,
    alone: options.url === null,
    isWhole: options.isDefault,
  });
  for (const figure of figures) console.log(lineOf(figure));
  if (options.json !== null) {
    const text = jsonOf(options, figures, verdict, [...result.troubles, ...said]);
    writeFileSync(options.json, text);
  }
  return figures.every((figure) => figure.met);
}

function notesOf({ troubles, reliefs }: DayResult, said: readonly string[]): string[] {
  const counted = [...Map.groupBy(troubles, (text) => text)].map(([text, rows]) =>
    rows.length > 1 ? `${text} (${String(rows.length)} times)` : text,
  );
  const moves = reliefs > 0 ? [`the manager moved people or windows ${String(reliefs)} times`] : [];
  const complaints = said.filter((line) => line.startsWith('{'));
  return [...moves, ...shortened(counted), ...shortened(complaints)];
}

function shortened(lines: readonly string[]): string[] {
  const more = lines.length - TOLD_MAX;
  return more > 0 ? [...lines.slice(0, TOLD_MAX), `and ${String(more)} more`] : [...lines];
}

function jsonOf(
  { hall, visitors, speed, seed, servers, kills }: DayOptions,
  figures: readonly Figure[],
  { findings: all, latencies }: Verdict,
  notes: readonly string[],
): string {
  const run = { hall, visitors, speed, seed, servers, kills };
  const told = { run, figures, findings: all, slowest: latencies.slowest, notes };
  return `${JSON.stringify(told, null, 2)}\n`;
}
