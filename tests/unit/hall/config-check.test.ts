// A configuration before it is published: every fault is named with its place, a good one has none.
import { describe, expect, test } from 'vitest';
import { departmentCode, itemCode, packageCode, zoneCode } from '../../../shared/base/ids.ts';
import { FAULTS_MAX, configFaults, policyFaults } from '../../../shared/hall/config-check.ts';
import { completed } from '../../../shared/hall/config.ts';
import type { HallConfig } from '../../../shared/hall/config.ts';
import { POLICY_FIELDS } from '../../../shared/hall/policy.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const BASE = smallHall();
const nowhere = zoneCode('nowhere');
const nobody = departmentCode('XX');
const nothing = itemCode('XX001');

function first<Row>(rows: readonly Row[], change: Partial<Row>): Row[] {
  return rows.map((row, place) => (place === 0 ? { ...row, ...change } : row));
}
const retired = <Row>(rows: readonly Row[]) =>
  rows.map((row) => ({ ...row, retired: true as const }));

const NAMED: readonly (readonly [string, Partial<HallConfig>, string, string, string | null])[] = [
  [
    'an item in no zone',
    { items: first(BASE.items, { zone: nowhere }) },
    'items.SC001.zone',
    'unknown-zone',
    'nowhere',
  ],
  [
    'an item of no department',
    { items: first(BASE.items, { department: nobody }) },
    'items.SC001.department',
    'unknown-department',
    'XX',
  ],
  [
    'a package in no zone',
    { packages: first(BASE.packages, { zone: nowhere }) },
    'packages.PK01.zone',
    'unknown-zone',
    'nowhere',
  ],
  [
    'a package of unknown items',
    { packages: first(BASE.packages, { items: [nothing] }) },
    'packages.PK01.items',
    'unknown-item',
    'XX001',
  ],
  [
    'a rule for no item',
    { itemRules: [{ item: nothing, ticketsPerDayMax: 1 }] },
    'itemRules.XX001',
    'unknown-item',
    'XX001',
  ],
  [
    'a terminal for no item',
    { terminals: first(BASE.terminals, { items: [nothing] }) },
    'terminals.3.items',
    'unknown-item',
    'XX001',
  ],
  [
    'a window in no zone',
    { windows: first(BASE.windows, { zones: [nowhere] }) },
    'windows.1.zone',
    'unknown-zone',
    'nowhere',
  ],
  [
    'a window of no department',
    { windows: first(BASE.windows, { domains: [nobody] }) },
    'windows.1.domains',
    'unknown-department',
    'XX',
  ],
  [
    'a window for no item',
    { windows: first(BASE.windows, { items: [nothing] }) },
    'windows.1.items',
    'unknown-item',
    'XX001',
  ],
  [
    'a window for no package',
    { windows: first(BASE.windows, { packages: [packageCode('PK99')] }) },
    'windows.1.packages',
    'unknown-package',
    'PK99',
  ],
  [
    'a clerk of no department',
    { staff: first(BASE.staff, { certifiedDepartments: [nobody] }) },
    'staff.K01.certifiedDepartments',
    'unknown-department',
    'XX',
  ],
  [
    'a clerk with an unknown item',
    { staff: first(BASE.staff, { extraItems: [nothing] }) },
    'staff.K01.extraItems',
    'unknown-item',
    'XX001',
  ],
  [
    'a clerk without an unknown item',
    { staff: first(BASE.staff, { excludedItems: [nothing] }) },
    'staff.K01.excludedItems',
    'unknown-item',
    'XX001',
  ],
  [
    'a morning that begins at no time',
    { sessions: [{ open: '9:00', close: '12:00' }] },
    'sessions.1.open',
    'no-time',
    '9:00',
  ],
  [
    'a morning that ends at no time',
    { sessions: [{ open: '09:00', close: '12:60' }] },
    'sessions.1.close',
    'no-time',
    '12:60',
  ],
  ['a kiosk that wakes at no time', { kioskOnAt: 'early' }, 'kioskOnAt', 'no-time', 'early'],
  ['a cut-off at no time', { cutoffs: [{ at: ['25:00'] }] }, 'cutoffs.1.at', 'no-time', '25:00'],
  [
    'a slot at no time',
    { slots: first(BASE.slots, { times: ['10:00', 'ten'] }) },
    'slots.1.times',
    'no-time',
    'ten',
  ],
  [
    'an item from no time',
    { itemRules: [{ item: itemCode('SC001'), from: '24:00' }] },
    'itemRules.SC001.from',
    'no-time',
    '24:00',
  ],
  [
    'an item until no time',
    { itemRules: [{ item: itemCode('SC001'), to: 'x09:00' }] },
    'itemRules.SC001.to',
    'no-time',
    'x09:00',
  ],
  ['no item at all', { items: retired(BASE.items) }, 'items', 'no-rows', null],
  ['no window at all', { windows: retired(BASE.windows) }, 'windows', 'no-rows', null],
  ['nobody at all', { staff: retired(BASE.staff) }, 'staff', 'no-rows', null],
];

describe('rows', () => {
  test.each(NAMED)('%s is named', (_, change, at, code, value) => {
    const fault = value === null ? { at, code } : { at, code, value };
    expect(configFaults({ ...BASE, ...change })).toEqual([fault]);
  });

  test('a window for every zone names none', () => {
    expect(configFaults({ ...BASE, windows: first(BASE.windows, { zones: 'all' }) })).toEqual([]);
  });

  const LISTS = [
    ['zones', 'legal-person'],
    ['departments', 'SC'],
    ['items', 'SC001'],
    ['packages', 'PK01'],
    ['windows', '1'],
    ['staff', 'K01'],
    ['priorityClasses', 'ELD'],
    ['levels', '5'],
    ['tags', '510'],
    ['agents', 'D01'],
    ['terminals', '3'],
  ] as const;

  test.each(LISTS)('the same key twice in %s is named', (list, key) => {
    const [row] = BASE[list];
    const twice = { ...BASE, [list]: [...BASE[list], row] };
    expect(configFaults(twice)).toEqual([{ at: `${list}.${key}`, code: 'twice', value: key }]);
  });

  test.each(LISTS)(
    'a row of %s that is gone is named where tickets and logs name it',
    (list, key) => {
      const next = { ...BASE, [list]: BASE[list].slice(1) };
      const removed = configFaults(next, BASE).filter(({ code }) => code === 'removed');
      const isFree = ['priorityClasses', 'levels', 'agents', 'terminals'].includes(list);
      expect(removed).toEqual(
        isFree ? [] : [{ at: `${list}.${key}`, code: 'removed', value: key }],
      );
      expect(configFaults(next).some(({ code }) => code === 'removed')).toBe(false);
    },
  );

  test('no list of faults is endless', () => {
    const agents = Array.from({ length: 150 }, () => BASE.agents[0]);
    const faulty = { ...BASE, agents: agents.flatMap((row) => row ?? []) };
    expect(configFaults(faulty)).toHaveLength(FAULTS_MAX);
  });
});

describe('numbers', () => {
  const faulty = (change: object) => policyFaults({ ...BASE.policy, ...change });
  const unitMs: Readonly<Record<string, number>> = { seconds: 1_000, minutes: 60_000 };

  test.each(POLICY_FIELDS.map((field) => [field.key, field] as const))(
    '%s: its least and its greatest value are within, one more is not',
    (key, field) => {
      if (field.unit === 'flag') {
        expect(faulty({ [key]: 1 })).toEqual([
          { at: `policy.${key}`, code: 'not-a-flag', value: '1' },
        ]);
        expect(faulty({ [key]: true })).toEqual([]);
        return;
      }
      if (field.unit === 'choice') {
        expect(faulty({ [key]: 'soon' })).toEqual([
          { at: `policy.${key}`, code: 'not-a-choice', value: 'soon' },
        ]);
        for (const option of field.options) expect(faulty({ [key]: option })).toEqual([]);
        return;
      }
      const { min, max } = field;
      const ms = unitMs[field.unit] ?? 1;
      const ranges = (change: object) =>
        faulty(change).filter(({ code }) => code !== 'red-before-yellow');
      const range = {
        at: `policy.${key}`,
        code: 'out-of-range',
        value: `${String(min)}–${String(max)}`,
      };
      expect(ranges({ [key]: min * ms })).toEqual([]);
      expect(ranges({ [key]: max * ms })).toEqual([]);
      expect(ranges({ [key]: min * ms - 1 })).toEqual([range]);
      expect(ranges({ [key]: max * ms + 1 })).toEqual([range]);
      expect(ranges({ [key]: '1' })).toMatchObject([{ code: 'not-a-number', value: '1' }]);
      expect(ranges({ [key]: Infinity })).toMatchObject([{ code: 'not-a-number' }]);
    },
  );

  test('durations are whole milliseconds, counts and days whole numbers', () => {
    const code = 'not-whole';
    expect(faulty({ promptMs: 10_000.5 })).toMatchObject([{ at: 'policy.promptMs', code }]);
    expect(faulty({ bookBlockDays: 1.5 })).toMatchObject([{ value: '1.5', code }]);
    expect(faulty({ priorityShareMax: 0.25, alertServiceFactorYellow: 1.5 })).toEqual([]);
  });

  test('yellow and red may be one, but not the wrong way round', () => {
    expect(faulty({ alertWaitYellowMs: 60_000, alertWaitRedMs: 60_000 })).toEqual([]);
    const pairs = [
      [{ alertQueuePerWindowYellow: 9, alertQueuePerWindowRed: 8 }, 'alertQueuePerWindowRed'],
      [{ alertIdleYellowMs: 60_000, alertIdleRedMs: 0 }, 'alertIdleRedMs'],
      [{ alertCalledYellowMs: 120_000, alertCalledRedMs: 60_000 }, 'alertCalledRedMs'],
      [{ alertServiceFactorYellow: 4, alertServiceFactorRed: 3 }, 'alertServiceFactorRed'],
    ] as const;
    for (const [change, key] of pairs) {
      expect(faulty(change)).toEqual([{ at: `policy.${key}`, code: 'red-before-yellow' }]);
    }
  });
});

test('a hall of before has none of what came later', () => {
  const { kioskOnAt, cutoffs, itemRules, slots, agents, terminals, ...old } = BASE;
  const later = { kioskOnAt, cutoffs, itemRules, slots, agents, terminals };
  expect(completed({ ...old, ...later })).toEqual(BASE);
  expect(completed(old)).toMatchObject({
    ...{ kioskOnAt: '08:20', cutoffs: [], itemRules: [], slots: [], agents: [], terminals: [] },
  });
});
