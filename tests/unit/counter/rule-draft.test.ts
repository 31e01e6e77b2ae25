/** Rules that come in rows, as the manager drafts them: what is sent, what is wrong and where. */
import { describe, expect, test } from 'vitest';
import { NO_DRAFT, changesOf, editOf } from '../../../counter-client/manager/policy-draft.ts';
import {
  editOfTables,
  isSound,
  rowsOf,
  tableChanges,
  tableFaults,
  timesOutside,
  withRows,
} from '../../../counter-client/manager/rule-draft.ts';
import type { RuleTables } from '../../../counter-client/manager/rule-draft.ts';
import { RULE_LISTS } from '../../../counter-client/manager/rule-lists.ts';
import type { RuleListName, RuleRow } from '../../../counter-client/manager/rule-lists.ts';
import { itemCode, zoneCode } from '../../../shared/base/ids.ts';
import { editedConfig } from '../../../shared/hall/config-edit.ts';
import type { HallConfig } from '../../../shared/hall/config.ts';
import { POLICY_FIELDS } from '../../../shared/hall/policy.ts';
import { configRequest } from '../../../shared/protocol/configuring.ts';
import { rulePlaceText } from '../../../shared/text/manager-rule-tables.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const NEW_YEAR = { 'zh-Hans': '元旦', 'zh-Hant': '元旦', en: 'New Year' };
/** One row at least in every list, with everything that a row can have. */
const HALL: HallConfig = {
  ...smallHall(),
  calendar: {
    everyDay: false,
    holidays: [{ name: NEW_YEAR, from: '2027-01-01', to: '2027-01-03' }],
    makeUpDays: ['2027-01-09'],
    coveredUntil: '2027-12-31',
  },
  cutoffs: [
    {
      items: [itemCode('SC001')],
      zone: zoneCode('legal-person'),
      kinds: ['deadline', 'joint'],
      packages: true,
      flash: true,
      minExpectedMinutes: 20,
      at: ['11:00', '16:00'],
    },
    { at: ['11:45', '16:45'] },
  ],
  itemRules: [{ item: itemCode('SC001'), ticketsPerDayMax: 12, from: '09:30', to: '16:30' }],
};
const NAMES = Object.keys(RULE_LISTS) as RuleListName[];
const NOTHING: RuleTables = new Map();

/** The draft with a cell of a row typed anew. */
function typed(name: RuleListName, place: number, cells: object, before = NOTHING): RuleTables {
  const rows = rowsOf(name, HALL, before).map((row, index) =>
    index === place ? { ...row, cells: { ...row.cells, ...cells } } : row,
  );
  return withRows(before, name, rows, HALL);
}

function added(name: RuleListName, ...given: RuleRow['cells'][]): RuleTables {
  const fresh = given.map((cells, index) => ({ id: `new-${String(index)}`, source: null, cells }));
  return withRows(NOTHING, name, [...rowsOf(name, HALL, NOTHING), ...fresh], HALL);
}

function faultsOf(tables: RuleTables): object {
  const all = [...tableFaults(tables, HALL)].flatMap(([name, faults]) =>
    [...faults].map(([key, fault]) => [`${name} ${key}`, fault.code] as const),
  );
  return Object.fromEntries(all);
}

describe('rules in rows', () => {
  test.each(NAMES)('%s: rows that nobody touched make the same configuration again', (name) => {
    const rows = rowsOf(name, HALL, NOTHING);
    expect(rows.length).toBeGreaterThan(0);
    expect(withRows(NOTHING, name, rows, HALL).size).toBe(0);
    const untouched = editOfTables(new Map([[name, rows]]), HALL);
    expect(editedConfig(HALL, untouched)).toEqual({ ...HALL, version: 2 });
    expect(faultsOf(new Map([[name, rows]]))).toEqual({});
  });

  test.each(NAMES)('%s: what its rows make is taken by the server as it is', (name) => {
    const rows = rowsOf(name, HALL, NOTHING);
    const edit = editOfTables(new Map([[name, rows]]), HALL);
    expect(configRequest({ baseVersion: 1, ...edit })).toEqual({ baseVersion: 1, edit });
  });

  test('what is typed and typed back is no change', () => {
    const draft = typed('sessions', 0, { open: '08:30' });
    expect(tableChanges(draft, HALL)).toBe(1);
    expect(typed('sessions', 0, { open: '09:00' }, draft).size).toBe(0);
  });

  test('hours, a capacity, a credit, a limit and a holiday go in one change', () => {
    let tables = typed('sessions', 1, { close: '16：30' });
    tables = typed('slots', 0, { capacity: '5', times: '9:30，10:00' }, tables);
    tables = typed('priorityClasses', 0, { creditMinutes: '10' }, tables);
    tables = typed('itemRules', 0, { ticketsPerDayMax: '8', from: '' }, tables);
    tables = typed('holidays', 0, { to: '2027-01-04' }, tables);
    tables = typed('makeUpDays', 0, { day: '2027-01-16' }, tables);
    const draft = { ...NO_DRAFT, tables };
    expect(changesOf(POLICY_FIELDS, HALL, draft)).toBe(6);
    expect(editOf(POLICY_FIELDS, HALL, draft)).toMatchObject({
      baseVersion: 1,
      sessions: [
        { open: '09:00', close: '12:00' },
        { open: '13:30', close: '16:30' },
      ],
      slots: [{ times: ['09:30', '10:00'], capacity: 5, minutes: 30 }],
      priorityClasses: [{ code: 'ELD', creditMinutes: 10 }, {}, {}],
      itemRules: [{ item: 'SC001', ticketsPerDayMax: 8, to: '16:30' }],
      calendar: {
        everyDay: false,
        holidays: [{ name: NEW_YEAR, from: '2027-01-01', to: '2027-01-04' }],
        makeUpDays: ['2027-01-16'],
        coveredUntil: '2027-12-31',
      },
    });
  });

  test('a day is read as people write it', () => {
    const days = (day: string) => editOfTables(typed('makeUpDays', 0, { day }), HALL).calendar;
    for (const day of ['2027/1/16', '2027.01.16', ' 2027年1月16日 '])
      expect(days(day)?.makeUpDays).toEqual(['2027-01-16']);
    expect(faultsOf(typed('makeUpDays', 0, { day: '16.1.27' }))).toEqual({
      'makeUpDays held-0/day': 'not-a-date',
    });
  });

  test('bookable times that new hours leave outside are told, and are no fault', () => {
    expect(timesOutside(NOTHING, HALL)).toEqual([]);
    const shorter = typed('sessions', 0, { open: '10:15', close: '10:30' });
    expect(timesOutside(shorter, HALL)).toEqual(['10:00', '10:30']);
    expect(isSound(shorter, HALL)).toBe(true);
    expect(timesOutside(typed('slots', 0, { times: '10:00 17:00' }), HALL)).toEqual(['17:00']);
  });

  test('a row that is moved up is one change, and goes in the new order', () => {
    const [first, second] = rowsOf('cutoffs', HALL, NOTHING);
    const rows = [second, first].flatMap((row) => row ?? []);
    const tables = withRows(NOTHING, 'cutoffs', rows, HALL);
    expect(tableChanges(tables, HALL)).toBe(1);
    expect(editOfTables(tables, HALL).cutoffs).toEqual([...HALL.cutoffs].reverse());
  });

  test('an agent and a terminal that are removed go, the others stay', () => {
    const [, second] = rowsOf('agents', HALL, NOTHING);
    let tables = withRows(NOTHING, 'agents', second ? [second] : [], HALL);
    tables = withRows(tables, 'terminals', [], HALL);
    expect(tableChanges(tables, HALL)).toBe(2);
    const next = editedConfig(HALL, editOfTables(tables, HALL));
    expect(next.agents.map(({ agentNo }) => agentNo)).toEqual(['D02']);
    expect(next.terminals).toEqual([]);
  });

  test('a new class has a name in every language, though one alone was given', () => {
    const tables = added('priorityClasses', {
      code: 'PREG',
      'label.zh-Hans': '孕妇',
      creditMinutes: '15',
      enabled: 'true',
    });
    expect(isSound(tables, HALL)).toBe(true);
    expect(editOfTables(tables, HALL).priorityClasses?.at(-1)).toEqual({
      code: 'PREG',
      label: { 'zh-Hans': '孕妇', 'zh-Hant': '孕妇', en: '孕妇' },
      creditMinutes: 15,
      needsApproval: false,
      enabled: true,
    });
  });
});

describe('what is wrong is named at its cell', () => {
  const WRONG: readonly (readonly [string, RuleTables, object])[] = [
    ['no time', typed('sessions', 0, { open: '25:00' }), { 'sessions held-0/open': 'no-time' }],
    ['an empty time', typed('sessions', 0, { open: '' }), { 'sessions held-0/open': 'empty' }],
    [
      'an afternoon that begins too early',
      typed('sessions', 1, { open: '11:00' }),
      { 'sessions held-1/open': 'wrong-order' },
    ],
    [
      'when screens wake',
      typed('kioskOnAt', 0, { time: '8' }),
      { 'kioskOnAt held-0/time': 'no-time' },
    ],
    [
      'a slot at no time',
      typed('slots', 0, { times: '10:00 ten' }),
      { 'slots held-0/times': 'no-time' },
    ],
    [
      'half a place',
      typed('slots', 0, { capacity: '1.5' }),
      { 'slots held-0/capacity': 'not-whole' },
    ],
    [
      'too many places',
      typed('slots', 0, { capacity: '1001' }),
      { 'slots held-0/capacity': 'out-of-range' },
    ],
    ['no number', typed('slots', 0, { minutes: 'x' }), { 'slots held-0/minutes': 'not-a-number' }],
    [
      'slots of no item',
      typed('slots', 0, { items: 'XX1' }),
      { 'slots held-0/items': 'unknown-item' },
    ],
    [
      'an item that is none',
      typed('itemRules', 0, { item: 'XX1' }),
      { 'itemRules held-0/item': 'unknown-item' },
    ],
    [
      'an item until before it begins',
      typed('itemRules', 0, { to: '09:00' }),
      { 'itemRules held-0/item': 'wrong-order' },
    ],
    [
      'a terminal for nothing known',
      typed('terminals', 0, { items: 'GA001 XX1' }),
      { 'terminals held-0/items': 'unknown-item' },
    ],
    [
      'a holiday that ends before it begins',
      typed('holidays', 0, { to: '2026-12-31' }),
      { 'holidays held-0/name': 'wrong-order' },
    ],
    [
      'a make-up day that is none',
      typed('makeUpDays', 0, { day: '' }),
      { 'makeUpDays held-0/day': 'empty' },
    ],
    [
      'a calendar until no day',
      typed('calendar', 0, { coveredUntil: '2027-02-30' }),
      { 'calendar held-0/coveredUntil': 'not-a-date' },
    ],
    [
      'a class without a name, by a key that cannot be one',
      added('priorityClasses', { code: 'a b', creditMinutes: '5' }),
      { 'priorityClasses new-0/code': 'bad-code', 'priorityClasses new-0/label': 'empty' },
    ],
    [
      'an agent whose number another has',
      added('agents', { agentNo: 'D01', organisation: 'x', validUntil: '2027-01-01' }),
      { 'agents new-0/agentNo': 'twice' },
    ],
    [
      'a terminal whose number is none',
      added('terminals', {
        ...{ no: '1000', items: 'GA001', floor: '1', expectedMinutes: '2.5' },
        ...{ 'name.zh-Hans': 'x', 'way.zh-Hans': 'y' },
      }),
      { 'terminals new-0/no': 'out-of-range' },
    ],
  ];

  test.each(WRONG)('%s', (_, tables, faults) => {
    expect(faultsOf(tables)).toEqual(faults);
    expect(editOf(POLICY_FIELDS, HALL, { ...NO_DRAFT, tables })).toBeNull();
  });

  test('in words where the manager reads them', () => {
    expect(rulePlaceText('sessions.2.open', 'en')).toBe('Opening hours · 2 · From');
    expect(rulePlaceText('calendar.holidays.3.to', 'en')).toBe('Holidays · 3 · To');
    expect(rulePlaceText('calendar.coveredUntil', 'en')).toBe('Working days · Published until');
    expect(rulePlaceText('kioskOnAt', 'en')).toBe('Screens and kiosks');
    expect(rulePlaceText('agents.D01', 'zh-Hans')).toBe('代办员 · D01');
    expect(rulePlaceText('policy.promptMs', 'en')).toBe('policy.promptMs');
  });
});
