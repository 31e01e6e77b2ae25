// `npm test`: the preparation of a start, then everything that must pass: the static checks two at
// a time, for each keeps one core busy, then the tests.
//
// A failing step does not stop the later ones. Each static check counts as one test; a test that
// was skipped counts as failed, and a test file that could not be run as well. The last line is
// always `N passed, N failed`; the exit code is 1 when anything failed.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NODE_24, prepare, ROOT } from './prepare.mjs';

const TYPED_FOLDERS = ['.', 'shared', 'shared/client', 'display', 'counter-client', 'tests'];
const STEP_TIMEOUT_MS = 1_800_000;
const SIDE_BY_SIDE = 2;
const REPORT = join(ROOT, '.build', `vitest-${process.pid}.json`);

const say = (line) => process.stdout.write(`${line}\n`);
const tally = { passed: 0, failed: 0 };

// Everything below runs on Node 24, whatever started us, without the settings of a hall.
const env = {
  ...process.env,
  PATH: `${dirname(NODE_24)}:${join(ROOT, 'node_modules', '.bin')}:${process.env.PATH}`,
  NO_COLOR: '1',
  // The same random days each time: red means that something was changed. Vitest alone takes others.
  FC_SEED: process.env.FC_SEED ?? '20261123',
  // Servers are started a hundred times: what was compiled once is not compiled again.
  NODE_COMPILE_CACHE: join(ROOT, '.build', 'compile-cache'),
};
const OF_A_HALL = [
  'DATABASE_URL',
  'DATABASE_DEADLINE_MS',
  'DATA_DIR',
  'HALL_CLOCK',
  'PORT',
  'HOST',
];
for (const name of ['NODE_ENV', ...OF_A_HALL]) delete env[name];

try {
  await timed('prepare', () => prepare(say));
} catch (error) {
  say(`${error.message}\nFAILED: prepare`);
  tally.failed += 1;
}
const BROWSER = { name: 'browser', args: ['tests/helpers/chromium.ts'] };
const failed = await sideBySide([
  {
    name: 'lint',
    args: [
      'node_modules/eslint/bin/eslint.js',
      ...['--config', 'tests/tidy/eslint.config.js', '--max-warnings', '0'],
      ...['--cache', '--cache-location', '.build/eslint', '--cache-strategy', 'content', '.'],
    ],
  },
  BROWSER,
  ...TYPED_FOLDERS.map((folder) => ({
    name: `types ${folder}`,
    args: ['node_modules/.bin/tsc', '--project', folder],
  })),
  {
    name: 'format',
    args: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  },
]);
if (!failed.includes(BROWSER)) await runVitest();
say(`${tally.passed} passed, ${tally.failed} failed`);
process.exit(tally.failed === 0 ? 0 : 1);

/** Runs all checks, a few at a time, and counts them; gives those that failed. */
async function sideBySide(checks) {
  const left = [...checks];
  const bad = [];
  const lane = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      if (!(await check(next))) bad.push(next);
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane));
  return bad;
}

/** One check: what it says is shown only when it fails. */
async function check({ name, args }) {
  const { status, said } = await timed(name, () => run(args, 'pipe'));
  const isGood = status === 0;
  tally[isGood ? 'passed' : 'failed'] += 1;
  if (!isGood) say(`${said}\nFAILED: ${name}`);
  return isGood;
}

async function runVitest() {
  mkdirSync(dirname(REPORT), { recursive: true });
  const given = process.argv.slice(2);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`];
  const args = ['run', '--config', 'tests/vitest.config.ts', ...reporters, ...given];
  const { status } = await timed('tests', () =>
    run(['node_modules/vitest/vitest.mjs', ...args], 'inherit'),
  );
  const before = tally.failed;
  if (existsSync(REPORT)) count(JSON.parse(readFileSync(REPORT, 'utf8')));
  rmSync(REPORT, { force: true });
  // An error outside any test, or a runner that died, is a failure although no test names it.
  if (status !== 0 && tally.failed === before) {
    say(`FAILED: vitest ended with ${status}`);
    tally.failed += 1;
  }
}

/** Runs a file on Node 24 until its end or our deadline; `status` is its exit code or its signal. */
function run(args, output) {
  const child = spawn(NODE_24, args, {
    cwd: ROOT,
    env,
    stdio: ['ignore', output, output],
    timeout: STEP_TIMEOUT_MS,
  });
  const said = [];
  child.stdout?.on('data', (bytes) => said.push(bytes));
  child.stderr?.on('data', (bytes) => said.push(bytes));
  return new Promise((resolve) => {
    child.once('error', ({ message }) => resolve({ status: message, said: message }));
    child.once('close', (code, signal) =>
      resolve({ status: code ?? signal, said: Buffer.concat(said).toString() }),
    );
  });
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

async function timed(name, work) {
  const startedAt = Date.now();
  const result = await work();
  say(`${name.padEnd(22)} ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
  return result;
}
