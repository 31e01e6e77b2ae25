// The command line of the simulator says in one sentence what makes no sense.
import { expect, test } from 'vitest';
import { COLUMN_KINDS } from '../../../shared/forecast/observed/csv/columns.ts';
import { POLICIES } from '../../../shared/forecast/simulation/policies.ts';
import { SCENARIOS } from '../../../shared/forecast/simulation/scenario.ts';
import { USAGE, optionsFrom } from '../../../server/simulate/options.ts';
import { screenOn } from '../../../server/simulate/screen.ts';
import { goalLine, atMost } from '../../../server/simulate/goals/goal.ts';
import { percent } from '../../../server/simulate/table.ts';

test('nothing asked: the headline scenario, all policies, the seeds for reporting', () => {
  const options = optionsFrom([]);
  expect(options).toMatchObject({ scenarios: ['S1'], suite: null, json: null, plots: null });
  expect(options.seeds).toHaveLength(200);
  expect(options.seeds[0]).toBe(1001);
});

test('lists, ranges and all', () => {
  const options = optionsFrom(['--scenario', 'S1,S4', '--policy', 'promise', '--seeds', '1-3,9']);
  expect(options).toMatchObject({ scenarios: ['S1', 'S4'], policies: ['promise'] });
  expect(options.seeds).toEqual([1, 2, 3, 9]);
  expect(optionsFrom(['--scenario', 'all']).scenarios).toHaveLength(8);
});

test.each([
  [['--scenario', 'S9'], '--scenario knows S1'],
  [['--policy', 'lifo'], '--policy knows departments'],
  [['--seeds', '9-1'], '--seeds is a range'],
  [['--seeds', 'many'], '--seeds is a range'],
  [['--suite', 'all'], '--suite is goals'],
  [['--speed', '9'], "Unknown option '--speed'. The options are --scenario"],
  [['--json', '--log'], "Option '--json' argument is ambiguous. The options are"],
  [['day.csv'], "Unexpected argument 'day.csv'"],
  [['--log', 'x', '--seeds', '1'], '--seeds is for the benchmark'],
  [['--columns', 'end=b'], '--columns goes with --log'],
  [['--suite', 'goals', '--plots', 'x'], '--plots does not go with --suite goals'],
  [['--log', 'x', '--columns', 'finish=b'], 'write one of ticket, queue'],
  [['--log', 'x', '--unit', 'days'], '--unit is seconds, minutes or hours, not days'],
  [['--log', 'x', '--estimates=-1'], '--estimates must be a number from 0'],
])('%j is refused with its reason', (args, reason) => {
  expect(() => optionsFrom(args)).toThrow(reason);
});

test('the help has a line for each policy, scenario and kind of column', () => {
  for (const name of [...POLICIES, ...SCENARIOS]) {
    expect(USAGE).toMatch(new RegExp(`^ {4}${name} +\\S.{10,}$`, 'mu'));
  }
  for (const kind of COLUMN_KINDS) expect(USAGE).toContain(kind);
  expect(Math.max(...USAGE.split('\n').map((line) => line.length))).toBeLessThanOrEqual(110);
});

test('lines go to the output, the bar to the other stream and only to a terminal', () => {
  const paper = (isTTY: boolean) => {
    const text: string[] = [];
    return { isTTY, text, write: (part: string) => text.push(part) };
  };
  const [out, bar] = [paper(true), paper(true)];
  const screen = screenOn(out, bar);
  screen.progress('days', 0.5);
  screen.say('a line');
  expect(out.text).toEqual(['a line\n']);
  expect(bar.text.join('')).toContain('days');
  expect(bar.text.at(-1)).toBe('\r\u001b[2K');
  const pipe = paper(false);
  screenOn(out, pipe).progress('days', 0.5);
  expect(pipe.text).toEqual([]);
});

test('a goal is one line with its verdict', () => {
  expect(goalLine(atMost('R9', 0.5, 0.4))).toMatch(/^R9 +0\.50 +<= 0\.40 +MISSED$/u);
  expect(goalLine(atMost('R9', 0.4, 0.4))).toMatch(/met$/u);
  expect(percent(0.1234, 1)).toBe('12.3%');
});
