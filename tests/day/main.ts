/**
 * `npm run day`: a whole day in a hall, driven through the public HTTP and WebSocket interface alone
 * and proven from what clients, screens, printer and evaluators saw. Starts a hall of its own, or
 * uses a running demo hall (`--url`). Ends with one line per figure; exit 1 if any goal is missed.
 */
import { writeFileSync } from 'node:fs';
import type { Figure } from './figures.ts';
import { figuresOf, lineOf } from './figures.ts';
import { startOwnHall } from './hall-process.ts';
import type { OwnHall } from './hall-process.ts';
import { findings } from './history.ts';
import type { Verdict } from './history.ts';
import type { DayOptions } from './options.ts';
import { USAGE, dayOptions } from './options.ts';
import { arrivalProfile } from './profile.ts';
import { Progress } from './progress.ts';
import { runDay } from './run-day.ts';
import type { DayResult } from './run-day.ts';

/** What a start takes at most: the clock begins so much before the doors are opened. */
const START_MS = 6_000;
const DOORS_AT = Date.parse('2026-11-23T08:20+08:00');
const DAY_HOURS_MAX = 15;
const TOLD_MAX = 8;

if (process.argv.includes('--help')) {
  console.log(USAGE);
} else {
  const profile = arrivalProfile();
  const options = readOptions();
  process.exitCode = await main(options);
  /** Kept sockets and timers of the driver must not hold the end. */
  process.exit();

  async function main(options: DayOptions): Promise<number> {
    const progress = new Progress();
    const wallMs = START_MS + (DAY_HOURS_MAX * 3_600_000) / options.speed + 120_000;
    const own = options.url === null ? await start(options) : null;
    const deadline = setTimeout(() => {
      console.error(`The day was not over after ${String(Math.round(wallMs / 1000))} s.`);
      void own?.stop(options.keep).finally(() => process.exit(1));
    }, wallMs);
    process.once('SIGINT', () => void own?.stop(options.keep).finally(() => process.exit(130)));
    process.once('SIGTERM', () => void own?.stop(options.keep).finally(() => process.exit(143)));
    try {
      const result = await runDay({
        url: own?.url ?? options.url ?? '',
        options,
        profile,
        progress,
        kill: (index) => own?.killServer(index) ?? null,
      });
      return report(options, result, own?.said() ?? []);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      for (const line of own?.said() ?? []) console.error(`  hall: ${line}`);
      return 1;
    } finally {
      clearTimeout(deadline);
      const dataDir = await own?.stop(options.keep);
      if (options.keep && dataDir !== undefined) console.log(`data ${dataDir}`);
    }
  }

  function readOptions(): DayOptions {
    try {
      return dayOptions(process.argv.slice(2), profile);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      console.error(USAGE);
      return process.exit(1);
    }
  }
}

function start({ hall, speed, servers }: DayOptions): Promise<OwnHall> {
  const startAt = new Date(DOORS_AT - START_MS * speed + 8 * 3_600_000);
  const hallClock = `${startAt.toISOString().slice(0, 19)}+08:00x${String(speed)}`;
  return startOwnHall({ hall, hallClock, servers });
}

/** Tells the figures; the answer is the exit code. */
function report(options: DayOptions, result: DayResult, said: readonly string[]): number {
  const verdict = findings(result.history);
  tellTroubles(result);
  const complaints = said.filter((line) => line.startsWith('{'));
  for (const line of complaints.slice(-TOLD_MAX)) console.log(`note: the hall said ${line}`);
  tellFindings(verdict);
  const figures = figuresOf(verdict, {
    visitors: options.visitors,
    kills: options.kills,
    killsDone: result.history.killsMs.length,
    alone: options.url === null,
  });
  for (const figure of figures) console.log(lineOf(figure));
  if (options.json !== null) {
    const notes = [...result.troubles, ...said];
    writeJson(options.json, options, figures, verdict, notes);
  }
  return figures.every((figure) => figure.met) ? 0 : 1;
}

function tellTroubles({ troubles, reliefs }: DayResult): void {
  const counts = Map.groupBy(troubles, (text) => text);
  for (const [text, rows] of [...counts].slice(0, TOLD_MAX)) {
    console.log(`note: ${text}${rows.length > 1 ? ` (${String(rows.length)} times)` : ''}`);
  }
  if (reliefs > 0)
    console.log(`note: the manager moved people or windows ${String(reliefs)} times`);
}

function tellFindings({ findings: all }: Verdict): void {
  for (const [fault, sentences] of Object.entries(all)) {
    for (const sentence of sentences.slice(0, TOLD_MAX)) console.log(`${fault}: ${sentence}`);
    const more = sentences.length - TOLD_MAX;
    if (more > 0) console.log(`${fault}: and ${String(more)} more`);
  }
}

function writeJson(
  path: string,
  options: DayOptions,
  figures: readonly Figure[],
  { findings: all, latencies }: Verdict,
  notes: readonly string[],
): void {
  const { hall, visitors, speed, seed, servers, kills } = options;
  const run = { hall, visitors, speed, seed, servers, kills };
  const told = { run, figures, findings: all, slowest: latencies.slowest, notes };
  writeFileSync(path, `${JSON.stringify(told, null, 2)}\n`);
}
