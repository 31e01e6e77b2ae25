/**
 * `npm run mutate`: changes the pure core in thousands of small ways and looks whether a unit test
 * notices. Takes long, so it is no part of `npm test`.
 *   npm run mutate -- --mutate 'shared/calendar/*.ts' --concurrency 1
 * Assumes that the unit tests are green: Stryker runs them first and gives up otherwise. Several
 * globs are parted by commas. What survives is listed above the sums; the last line is the score.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const GOAL_PERCENT = 85;
const ROOT = join(import.meta.dirname, '..', '..');
const REPORT = join(ROOT, '.build', 'mutation.json');
const STRYKER = join(ROOT, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
const CONFIG = join('tests', 'mutation', 'stryker.config.json');

interface Report {
  readonly files: Readonly<
    Record<string, { readonly mutants: readonly { readonly status: string }[] }>
  >;
}

const { values } = parseArgs({
  options: { mutate: { type: 'string' }, concurrency: { type: 'string' } },
});

/** Ends with Stryker; a score below its threshold is no failure of the run. */
function mutate(): Promise<number> {
  const given = [
    ...(values.mutate === undefined ? [] : ['--mutate', values.mutate]),
    ...(values.concurrency === undefined ? [] : ['--concurrency', values.concurrency]),
  ];
  const child = spawn(process.execPath, [STRYKER, 'run', CONFIG, ...given], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}

/** Noticed of all that were tried, in percent; mutants that do not even run count for nothing. */
function scoreOf(statuses: readonly string[]): number {
  const noticed = statuses.filter((status) => status === 'Killed' || status === 'Timeout').length;
  const missed = statuses.filter((status) => status === 'Survived' || status === 'NoCoverage');
  return (100 * noticed) / Math.max(1, noticed + missed.length);
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

rmSync(REPORT, { force: true });
const code = await mutate();
if (!existsSync(REPORT)) {
  process.stderr.write('No report was written: are the unit tests green?\n');
  process.exit(code === 0 ? 1 : code);
}
const report = JSON.parse(readFileSync(REPORT, 'utf8')) as Report;
const files = Object.entries(report.files);
const folders = Map.groupBy(files, ([path]) => folderOf(path));
for (const [folder, rows] of folders) {
  const statuses = rows.flatMap(([, { mutants }]) => mutants.map(({ status }) => status));
  process.stdout.write(`${folder} ${scoreOf(statuses).toFixed(2)} of ${statuses.length}\n`);
}
const score = scoreOf(files.flatMap(([, { mutants }]) => mutants.map(({ status }) => status)));
const isMet = score >= GOAL_PERCENT;
const told = `mutation_score ${score.toFixed(2)} >=${GOAL_PERCENT}`;
process.stdout.write(`${told} ${isMet ? 'met' : 'missed'}\n`);
process.exitCode = isMet ? 0 : 1;
