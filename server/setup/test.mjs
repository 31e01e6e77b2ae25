// `npm test`: the preparation of a start, then everything that must pass, in order of its cost.
//
// A failing step does not stop the later ones. Each static check counts as one test; a test that
// was skipped counts as failed, and a test file that could not be run as well. The last line is
// always `N passed, N failed`; the exit code is 1 when anything failed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NODE_24, prepare, ROOT } from './prepare.mjs';

const TYPED_FOLDERS = ['.', 'shared', 'shared/client', 'display', 'counter-client', 'tests'];
const STEP_TIMEOUT_MS = 900_000;
const REPORT = join(ROOT, '.build', `vitest-${process.pid}.json`);

const say = (line) => process.stdout.write(`${line}\n`);
const tally = { passed: 0, failed: 0 };

// Everything below runs on Node 24, whatever started us, without the settings of a hall.
const env = {
  ...process.env,
  PATH: `${dirname(NODE_24)}:${join(ROOT, 'node_modules', '.bin')}:${process.env.PATH}`,
  NO_COLOR: '1',
};
for (const name of ['NODE_ENV', 'DATABASE_URL', 'DATA_DIR', 'HALL_CLOCK', 'PORT', 'HOST']) {
  delete env[name];
}

try {
  timed('prepare', () => prepare(say));
} catch (error) {
  say(`${error.message}\nFAILED: prepare`);
  tally.failed += 1;
}
for (const folder of TYPED_FOLDERS) {
  step(`types ${folder}`, ['node_modules/.bin/tsc', '--project', folder]);
}
step('lint', [
  'node_modules/eslint/bin/eslint.js',
  ...['--config', 'tests/tidy/eslint.config.js', '--max-warnings', '0'],
  ...['--cache', '--cache-location', '.build/eslint', '--cache-strategy', 'content', '.'],
]);
step('format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']);
if (step('browser', ['tests/helpers/chromium.ts'])) runVitest();
say(`${tally.passed} passed, ${tally.failed} failed`);
process.exit(tally.failed === 0 ? 0 : 1);

/** Runs one check, shows what it says only when it fails, and counts it. */
function step(name, args) {
  const done = timed(name, () =>
    spawnSync(NODE_24, args, {
      cwd: ROOT,
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: STEP_TIMEOUT_MS,
      maxBuffer: 64_000_000,
    }),
  );
  const isGood = done.status === 0;
  tally[isGood ? 'passed' : 'failed'] += 1;
  if (!isGood) say(`${done.stdout}${done.stderr}\nFAILED: ${name}`);
  return isGood;
}

function runVitest() {
  mkdirSync(dirname(REPORT), { recursive: true });
  const given = process.argv.slice(2);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`];
  const args = ['run', '--config', 'tests/vitest.config.ts', ...reporters, ...given];
  const done = timed('tests', () =>
    spawnSync(NODE_24, ['node_modules/vitest/vitest.mjs', ...args], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout: STEP_TIMEOUT_MS,
    }),
  );
  const before = tally.failed;
  if (existsSync(REPORT)) count(JSON.parse(readFileSync(REPORT, 'utf8')));
  rmSync(REPORT, { force: true });
  // An error outside any test, or a runner that died, is a failure although no test names it.
  if (done.status !== 0 && tally.failed === before) {
    say(`FAILED: vitest ended with ${done.status ?? done.signal}`);
    tally.failed += 1;
  }
}

function count(report) {
  const skipped = report.numPendingTests + report.numTodoTests;
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  for (const { name } of broken) say(`FAILED: ${name} could not be run`);
  for (const { name, assertionResults } of report.testResults) {
    for (const { status, fullName } of assertionResults) {
      if (['skipped', 'pending', 'todo'].includes(status)) say(`SKIPPED: ${fullName} (${name})`);
    }
  }
  tally.passed += report.numPassedTests;
  tally.failed += report.numFailedTests + skipped + broken.length;
  if (report.numTotalTests > 0) return;
  say('FAILED: no test was found');
  tally.failed += 1;
}

function timed(name, work) {
  const startedAt = Date.now();
  const result = work();
  say(`${name.padEnd(22)} ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
  return result;
}
