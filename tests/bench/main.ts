/**
 * `node tests/bench/main.ts --suite estimate [--rounds 9] [--json FILE]`: figures of a live server on
 * this machine alone. Ends with one line a figure, `name value goal met|missed`; exit 1 if a suite
 * fails. A new suite is one file and one line below.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { estimateSuite } from './estimate-suite.ts';
import type { BenchFigure, BenchOptions } from './figure.ts';
import { figureLine } from './figure.ts';

const SUITES: Readonly<Record<string, (options: BenchOptions) => Promise<BenchFigure[]>>> = {
  estimate: estimateSuite,
};
/** A bench that hangs is ended. */
const DEADLINE_MS = 15 * 60_000;

const { values } = parseArgs({
  options: {
    suite: { type: 'string', default: 'estimate' },
    rounds: { type: 'string', default: '9' },
    json: { type: 'string' },
  },
});
const suite = SUITES[values.suite];
const rounds = Number(values.rounds);
if (!suite || !Number.isInteger(rounds) || rounds < 1 || rounds > 99) {
  console.error(`--suite ${Object.keys(SUITES).join('|')} --rounds 1..99 --json FILE`);
  process.exit(2);
}
const deadline = setTimeout(() => {
  console.error('The bench was not over in time.');
  process.exit(1);
}, DEADLINE_MS);
const figures = await suite({ rounds, say: (sentence) => console.error(sentence) });
clearTimeout(deadline);
if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
for (const figure of figures) console.log(figureLine(figure));
process.exit(figures.some(({ isFailure }) => isFailure) ? 1 : 0);
