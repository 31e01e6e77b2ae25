// What exists is proven: each event folds, is tested and stands in a log; each command and refusal is
// asked for in a test; each move, view and text has its counterpart.
import { describe, expect, test } from 'vitest';
import { CASE_OUTCOMES, PAUSE_REASONS } from '../../shared/hall/command-words.ts';
import { PERMITTED } from '../../shared/hall/decide.ts';
import { REFUSALS } from '../../shared/hall/refusal.ts';
import { FILES, codeOf, textOf } from './sources.ts';

const all = (paths: readonly string[]) => paths.map(codeOf).join('\n');
const folder = (start: string, end: string) =>
  FILES.filter((path) => path.startsWith(start) && path.endsWith(end));
const core = all(folder('shared/hall/', '.ts').filter((path) => !path.endsWith('refusal.ts')));
const unit = all(folder('tests/unit/hall/', '.test.ts'));
const logs = folder('tests/logs/', '.jsonl').map(textOf).join('\n');

const eventFiles = all(folder('shared/hall/', 'events.ts'));
/** Event types as they are declared, by name or as the argument of a shape. */
const events = [
  ...new Set(
    [...eventFiles.matchAll(/(?:type: |Event<|AtWindow<)'([A-Z]\w+)'/gu)].map(
      ([, type = '']) => type,
    ),
  ),
].sort();

describe('events', () => {
  test('are all found', () => {
    expect(events.length).toBe(70);
    expect(events).toContain('CallUndone');
    expect(events).toContain('WindowResumed');
  });

  test.each(events)('%s is decided, folded, tested, and stands in a log', (type) => {
    expect(codeOf('shared/hall/evolve.ts').includes(`case '${type}'`)).toBe(true);
    const deciding = folder('shared/hall/', '.ts').filter((path) => !/evolve|events/u.test(path));
    expect(all(deciding).includes(`type: '${type}'`)).toBe(true);
    expect(unit.includes(`'${type}'`)).toBe(true);
    expect(logs.includes(`"type":"${type}"`)).toBe(true);
  });
});

test.each(Object.keys(PERMITTED))('%s is asked for in a test', (type) => {
  expect(unit.includes(`('${type}'`)).toBe(true);
});

test.each(REFUSALS)('%s can be answered, and is in a test', (code) => {
  expect(core.includes(`'${code}'`)).toBe(true);
  expect(new RegExp(`then\\(\\s*'${code}'|refused: '${code}'`, 'u').test(unit)).toBe(true);
});

test('every outcome and reason has its words on the surfaces that show them', () => {
  const words = textOf('shared/text/phone.ts') + textOf('shared/text/clerk.ts');
  for (const outcome of CASE_OUTCOMES) expect(words.includes(`${outcome}:`)).toBe(true);
  for (const reason of PAUSE_REASONS)
    expect(textOf('shared/text/clerk.ts').includes(`${reason}:`)).toBe(true);
});
