// The two tables of docs/ that say which test proves what: every row's test is there under its title,
// no step and no bug is without one.
import { describe, expect, test } from 'vitest';
import { FILES, textOf } from './sources.ts';

/** The steps that this product has made true so far, by whose day they belong to. */
const STEPS: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> = {
  day: {
    visitor: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
    clerk: [1, 5, 6, 7, 9, 10, 11, 14],
    manager: [1, 3, 8, 9, 13, 15],
    lobby: [5, 6, 8, 9, 11, 13, 15],
  },
  fair: { clerk: [2], manager: [2, 7], lobby: [7] },
  opens: { visitor: [13, 15], clerk: [3, 4, 8], manager: [4], lobby: [1, 2, 3, 4, 10, 12] },
};
const BUGS = 34;

type Row = readonly string[];

/** The cells of a table's rows, heads and lines left out. */
function rowsOf(path: string): Row[] {
  const lines = textOf(path).split('\n');
  return lines
    .filter((line) => line.startsWith('|') && !/^\|\s*(?:step|bug|-+)\s*\|/u.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')))
    .map((cells) => cells.slice(1, -1));
}

/** Whether the file has a test, or a group of tests, of exactly that title. */
function stands(file: string, title: string): boolean {
  if (!FILES.includes(file)) return false;
  const escaped = title.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`);
  const call = String.raw`(?:\b(?:test|it|describe)|\))\(\s*`;
  return new RegExp(`${call}(['"\`])${escaped}\\1`, 'u').test(textOf(file));
}

const scenarios = rowsOf('docs/scenarios.md');
const bugs = rowsOf('docs/peers-bugs.md');
const wanted = Object.entries(STEPS).flatMap(([tag, roles]) =>
  Object.entries(roles).flatMap(([role, numbers]) =>
    numbers.map((number) => [`${role} ${String(number)}`, tag] as const),
  ),
);

describe('scenarios', () => {
  test.each(scenarios.map(([step = '', , , file = '', title = '']) => [step, file, title]))(
    '%s: %s › %s',
    (step, file, title) => {
      expect(wanted.map(([name]) => name)).toContain(step);
      expect(stands(file, title)).toBe(true);
    },
  );

  test.each(wanted)('%s is told in our words and proven', (step, tag) => {
    const rows = scenarios.filter(([name]) => name === step);
    const [first] = rows;
    expect(first?.[1]).toBe(tag);
    expect(first?.[2]?.length).toBeGreaterThan(20);
    const named = rows.filter(([, , , , title = '']) => title.startsWith(`${step}: `));
    if (tag !== 'opens') expect(named.length).toBeGreaterThan(0);
  });
});

describe('bugs of other systems', () => {
  test.each(bugs.map(([bug = '', , file = '', title = '']) => [bug, file, title]))(
    '%s: %s › %s',
    (bug, file, title) => {
      expect(Number(bug)).toBeLessThanOrEqual(BUGS);
      // Without a file the last column says why the bug cannot be.
      if (file === '—') expect(title.length).toBeGreaterThan(40);
      else expect(stands(file, title)).toBe(true);
    },
  );

  test('none is left out', () => {
    const numbers = new Set(bugs.map(([bug]) => Number(bug)));
    expect([...numbers]).toEqual(Array.from({ length: BUGS }, (_, index) => index + 1));
  });
});

test('a title that is not there, or is only mentioned, proves nothing', () => {
  const file = 'tests/unit/hall/moves.test.ts';
  expect(stands(file, 'the walk is complete')).toBe(true);
  expect(stands(file, 'the walk is')).toBe(false);
  expect(stands(file, 'A001')).toBe(false);
  expect(stands('tests/unit/hall/gone.test.ts', 'the walk is complete')).toBe(false);
});
