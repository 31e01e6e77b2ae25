// The command line of the simulator says in one sentence what makes no sense.
import { expect, test } from 'vitest';
import { optionsFrom } from '../../../server/simulate/options.ts';
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
  [['--speed', '9'], '--speed'],
])('%j is refused with its reason', (args, reason) => {
  expect(() => optionsFrom(args)).toThrow(reason);
});

test('a goal is one line with its verdict', () => {
  expect(goalLine(atMost('R9', 0.5, 0.4))).toMatch(/^R9 +0\.50 +<= 0\.40 +MISSED$/u);
  expect(goalLine(atMost('R9', 0.4, 0.4))).toMatch(/met$/u);
  expect(percent(0.1234, 1)).toBe('12.3%');
});
