// `node server/setup/run.mjs SCRIPT …`: the preparation of a start, then a script on Node 24.
//
// For `npm run day` and whatever else a person may call first on a fresh clone. Runs on any Node
// from 18 on; the script's exit code is ours.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { NODE_24, prepare, ROOT } from './prepare.mjs';

const [script, ...args] = process.argv.slice(2);
try {
  if (!script) throw new Error('Which script is to be run?');
  prepare((sentence) => process.stderr.write(`${sentence}\n`));
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
const env = { ...process.env, PATH: `${dirname(NODE_24)}:${process.env.PATH}` };
const child = spawn(NODE_24, [join(ROOT, script), ...args], { stdio: 'inherit', env });
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
