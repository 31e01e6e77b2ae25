/**
 * `npm run simulate`: the benchmark of calling orders. Checks itself first against Erlang C and
 * Allen–Cunneen; then plays scenarios under policies, prints every goal, or plays a hall's own log.
 * The calls are made by the hall's own choosing function. Exit code 1 where the check fails.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { hallModel } from '../../shared/forecast/simulation/hall-model.ts';
import { figuresOf } from '../../shared/forecast/simulation/metrics.ts';
import { variantsOf } from '../../shared/forecast/simulation/scenario.ts';
import { selfChecks } from '../../shared/forecast/simulation/self-check.ts';
import { SetupError } from '../setup/setup-error.ts';
import { goalLine } from './goals/goal.ts';
import type { Goal } from './goals/goal.ts';
import { GOAL_GROUPS } from './goals/groups.ts';
import { logFigures, runLog } from './log/run-log.ts';
import { USAGE, optionsFrom } from './options.ts';
import type { Options } from './options.ts';
import { play } from './play.ts';
import { logPlotFiles } from './plots/log-plots.ts';
import type { PlayedScenario } from './plots/plot-files.ts';
import { plotFiles } from './plots/plot-files.ts';
import type { Screen } from './screen.ts';
import { screenOn } from './screen.ts';
import { TABLE_NOTES, daysCaution, tableLines } from './table.ts';

try {
  process.exitCode = run(optionsFrom(process.argv.slice(2)), screenOn());
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  process.stderr.write(`${error.message}\nnpm run simulate -- --help lists the options.\n`);
  process.exitCode = 1;
}

function run(options: Options, screen: Screen): number {
  if (options.isHelp) {
    screen.say(USAGE);
    return 0;
  }
  if (options.json !== null) writeTo(options.json, '');
  if (options.plots !== null) folderFor(options.plots);
  if (options.log) {
    const played = runLog(options.log, screen);
    save(options, logFigures(played));
    if (options.plots !== null) write(options.plots, logPlotFiles(played), screen);
    return 0;
  }
  if (!isSound(screen)) return 1;
  const { json, plots, seeds } = options;
  if (options.suite === 'goals') {
    save({ json }, goals(options, screen));
    return 0;
  }
  const played = scenarios(options, screen);
  save(
    { json },
    Object.fromEntries(played.map(({ scenario, figures }) => [scenario.name, figures])),
  );
  if (plots !== null) write(plots, plotFiles(played, seeds, screen.progress), screen);
  return 0;
}

/** The engine against formulas, before anything it says is believed. */
function isSound({ say, progress }: Screen): boolean {
  progress('checking itself', 0);
  const checks = selfChecks();
  for (const { name, simulated, known, isMet } of checks) {
    const verdict = isMet ? 'agrees' : 'DIFFERS';
    say(`check ${name}: mean wait ${simulated.toFixed(3)}, known ${known.toFixed(3)}: ${verdict}`);
  }
  return checks.every(({ isMet }) => isMet);
}

function goals({ seeds }: Options, { say, progress }: Screen): readonly Goal[] {
  const hall = hallModel();
  const all = GOAL_GROUPS.flatMap(({ run }) => {
    const found = run({ hall, seeds, progress });
    for (const goal of found) say(goalLine(goal));
    return found;
  });
  const missed = all.filter(({ isMet }) => isMet === false).length;
  say(`${String(all.filter(({ isMet }) => isMet === true).length)} met, ${String(missed)} missed`);
  return all;
}

function scenarios(
  { scenarios, policies, seeds }: Options,
  { say, progress }: Screen,
): PlayedScenario[] {
  const hall = hallModel();
  for (const line of TABLE_NOTES) say(line);
  const caution = daysCaution(seeds.length);
  if (caution !== null) say(`MIND: ${caution}`);
  return scenarios.flatMap(variantsOf).map((scenario) => {
    const played = play(hall, scenario, policies, seeds, (share) => {
      progress(scenario.name, share);
    });
    const strict = played.get('fifo') ?? [];
    const rows = policies.map((name) => [name, figuresOf(played.get(name) ?? [], strict)] as const);
    const best = rows.find(([name]) => name === 'clairvoyant')?.[1].mean ?? null;
    say(`\n${scenario.name}, ${String(seeds.length)} days`);
    for (const line of tableLines(rows, best)) say(line);
    return { scenario, figures: Object.fromEntries(rows) };
  });
}

function save({ json }: Pick<Options, 'json'>, figures: unknown): void {
  if (json !== null) writeTo(json, `${JSON.stringify(figures, null, 2)}\n`);
}

function folderFor(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    throw new SetupError(`--plots ${folder} cannot be made.`);
  }
}

function write(folder: string, files: ReturnType<typeof plotFiles>, { say }: Screen): void {
  for (const [name, text] of files) writeTo(`${folder}/${name}`, text);
  say(`pictures: open ${folder}/index.html`);
}

function writeTo(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch {
    throw new SetupError(`${file} cannot be written.`);
  }
}
