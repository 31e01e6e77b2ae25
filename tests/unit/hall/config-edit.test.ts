// The next version of a configuration: rows are changed by their keys, added, retired, never removed.
import { describe, expect, test } from 'vitest';
import { configFaults } from '../../../shared/hall/config-check.ts';
import { editedConfig } from '../../../shared/hall/config-edit.ts';
import { replacedLists, rowCounts } from '../../../shared/hall/whole-lists.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const BASE = smallHall();

describe('one row of a list', () => {
  const LISTS = ['items', 'windows', 'staff', 'priorityClasses', 'agents', 'terminals'] as const;

  test.each(LISTS)('of %s takes the place of the row with its key; the others stay', (list) => {
    const [row, ...others] = BASE[list];
    const changed = { ...row, note: 'changed' };
    const next = editedConfig(BASE, { [list]: [changed] });
    expect(next[list]).toEqual([changed, ...others]);
    expect(next.version).toBe(2);
  });

  test('what is left out of the change stays as it is, undefined or not', () => {
    const next = editedConfig(BASE, { levels: undefined, sessions: [] });
    expect(next.levels).toEqual(BASE.levels);
    expect(next.sessions).toEqual([]);
    expect(next.policy).toEqual(BASE.policy);
    expect(editedConfig(BASE, { policy: { promptMs: 30_000 } }).policy).toEqual({
      ...BASE.policy,
      promptMs: 30_000,
    });
  });
});

describe('whole lists', () => {
  test.each(['items', 'windows', 'staff'] as const)('%s: who is left out retires', (list) => {
    const [gone, ...kept] = BASE[list];
    const next = replacedLists(BASE, { [list]: kept });
    expect(next[list]).toEqual([{ ...gone, retired: true }, ...kept]);
    const others = (['items', 'windows', 'staff'] as const).filter((other) => other !== list);
    for (const other of others) expect(next[other]).toEqual(BASE[other]);
  });
});

test('the counts tell new, changed, retired and unchanged rows apart', () => {
  type Row = { readonly key: string; readonly word?: string; readonly retired?: true };
  const before: Row[] = [
    { key: 'same', word: 'a' },
    { key: 'changed', word: 'a' },
    { key: 'goes', word: 'a' },
    { key: 'gone', word: 'a', retired: true },
    { key: 'back', word: 'a', retired: true },
  ];
  const after: Row[] = [
    { word: 'a', key: 'same' },
    { key: 'changed', word: 'b' },
    { key: 'goes', word: 'a', retired: true },
    { key: 'gone', word: 'b', retired: true },
    { key: 'back', word: 'a' },
    { key: 'new' },
    { key: 'newer' },
  ];
  expect(rowCounts(before, after, ({ key }) => key)).toEqual({
    ...{ new: 2, changed: 3, retired: 1, unchanged: 1 },
  });
});

test('an agent and a terminal can go, by their key; whoever is not named stays', () => {
  const before = smallHall();
  const next = editedConfig(before, { removed: { agents: ['D02'], terminals: [3] } });
  expect(next.agents.map(({ agentNo }) => agentNo)).toEqual(['D01']);
  expect(next.terminals).toEqual([]);
  expect(editedConfig(before, { removed: { agents: ['D09'] } }).agents).toEqual(before.agents);
  expect(configFaults(next, before)).toEqual([]);
});
