/**
 * What is wrong with a configuration, before it is published: numbers out of their range, rows that
 * name what is not there, the same key twice, a row that is gone. Says where, by a path such as
 * `policy.promptMs` or `items.SC001.zone`, and gives at most `FAULTS_MAX` faults. A configuration
 * without faults can be folded, drawn and served.
 */
import { hoursFaults } from './config-hours-check.ts';
import type { HallConfig, RatingLevel, ServiceItem, Staff, WindowPlace } from './config.ts';
import { POLICY_FIELDS } from './policy.ts';
import type { NumberUnit, Policy, PolicyField } from './policy.ts';

export const FAULTS_MAX = 100;

export const CONFIG_FAULTS = [
  'out-of-range',
  'not-whole',
  'not-a-number',
  'not-a-flag',
  'not-a-choice',
  'red-before-yellow',
  'twice',
  'removed',
  'unknown-department',
  'unknown-zone',
  'unknown-item',
  'unknown-package',
  'no-time',
  'not-a-date',
  'wrong-order',
  'no-rows',
  'level-count',
  'cut-off-missing',
] as const;
export type ConfigFaultCode = (typeof CONFIG_FAULTS)[number];

export interface ConfigFault {
  readonly at: string;
  readonly code: ConfigFaultCode;
  /** What the sentence needs: the wrong value, or the range. */
  readonly value?: string;
}

/** Milliseconds of one unit, as the field's limits count it; 1 for what is no duration. */
export const UNIT_MS: Readonly<Record<NumberUnit, number>> = {
  seconds: 1_000,
  minutes: 60_000,
  count: 1,
  days: 1,
  percent: 1,
  share: 1,
  factor: 1,
};
const WHOLE = new Set<PolicyField['unit']>(['count', 'days']);
const LEVELS_MIN = 4;
const LEVELS_MAX = 5;

/** Every fault of `next`; `before` tells which rows must still be there. */
export function configFaults(next: HallConfig, before?: HallConfig): ConfigFault[] {
  const faults = [
    ...policyFaults(next.policy),
    ...twiceFaults(next),
    ...itemFaults(next),
    ...windowFaults(next),
    ...staffFaults(next),
    ...scaleFaults(next),
    ...hoursFaults(next),
    ...(before ? removedFaults(next, before) : []),
  ];
  return faults.slice(0, FAULTS_MAX);
}

/** Numbers and flags against POLICY_FIELDS. */
export function policyFaults(policy: Policy): ConfigFault[] {
  const faults = POLICY_FIELDS.flatMap((field) => fieldFaults(field, policy));
  const pairs = [
    ['alertWaitYellowMs', 'alertWaitRedMs'],
    ['alertQueuePerWindowYellow', 'alertQueuePerWindowRed'],
    ['alertIdleYellowMs', 'alertIdleRedMs'],
    ['alertCalledYellowMs', 'alertCalledRedMs'],
    ['alertServiceFactorYellow', 'alertServiceFactorRed'],
    ['alertPaperPercentRed', 'alertPaperPercentYellow'],
  ] as const;
  for (const [less, more] of pairs) {
    if (policy[less] > policy[more])
      faults.push({ at: `policy.${more}`, code: 'red-before-yellow' });
  }
  return faults;
}

function fieldFaults(field: PolicyField, policy: Policy): ConfigFault[] {
  const at = `policy.${field.key}`;
  const value: unknown = policy[field.key];
  if (field.unit === 'flag') {
    return typeof value === 'boolean' ? [] : [{ at, code: 'not-a-flag', value: String(value) }];
  }
  if (field.unit === 'choice') {
    const isOffered = typeof value === 'string' && field.options.includes(value);
    return isOffered ? [] : [{ at, code: 'not-a-choice', value: String(value) }];
  }
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    return [{ at, code: 'not-a-number', value: String(value) }];
  }
  const shown = value / UNIT_MS[field.unit];
  const { min, max } = field;
  if (shown < min || shown > max) {
    return [{ at, code: 'out-of-range', value: `${String(min)}–${String(max)}` }];
  }
  const isWhole = WHOLE.has(field.unit) ? Number.isInteger(shown) : true;
  const isMs = UNIT_MS[field.unit] === 1 || Number.isInteger(value);
  return isWhole && isMs ? [] : [{ at, code: 'not-whole', value: String(shown) }];
}

function keysOf(config: HallConfig): readonly (readonly [string, readonly string[]])[] {
  return [
    ['zones', config.zones.map((row) => row.code)],
    ['departments', config.departments.map((row) => row.code)],
    ['items', config.items.map((row) => row.code)],
    ['packages', config.packages.map((row) => row.code)],
    ['windows', config.windows.map((row) => String(row.no))],
    ['staff', config.staff.map((row) => row.staffNo)],
    ['priorityClasses', config.priorityClasses.map((row) => row.code)],
    ['levels', config.levels.map((row) => String(row.level))],
    ['tags', config.tags.map((row) => row.code)],
    ['agents', config.agents.map((row) => row.agentNo)],
    ['terminals', config.terminals.map((row) => String(row.no))],
  ];
}

function twiceFaults(config: HallConfig): ConfigFault[] {
  return keysOf(config).flatMap(([list, keys]) => {
    const seen = new Set<string>();
    return keys.flatMap((key): ConfigFault[] => {
      const isTwice = seen.has(key);
      seen.add(key);
      return isTwice ? [{ at: `${list}.${key}`, code: 'twice', value: key }] : [];
    });
  });
}

/** Tickets and logs name these rows for ever: they retire, they do not go. */
const KEPT = new Set(['zones', 'departments', 'items', 'packages', 'windows', 'staff', 'tags']);

function removedFaults(next: HallConfig, before: HallConfig): ConfigFault[] {
  const now = new Map(keysOf(next).map(([list, keys]) => [list, new Set(keys)]));
  return keysOf(before)
    .filter(([list]) => KEPT.has(list))
    .flatMap(([list, keys]) =>
      keys
        .filter((key) => !now.get(list)?.has(key))
        .map((key): ConfigFault => ({ at: `${list}.${key}`, code: 'removed', value: key })),
    );
}

interface Known {
  readonly zones: ReadonlySet<string>;
  readonly departments: ReadonlySet<string>;
  readonly items: ReadonlySet<string>;
  readonly packages: ReadonlySet<string>;
}

function knownOf(config: HallConfig): Known {
  return {
    zones: new Set(config.zones.map((row) => row.code)),
    departments: new Set(config.departments.map((row) => row.code)),
    items: new Set(config.items.map((row) => row.code)),
    packages: new Set(config.packages.map((row) => row.code)),
  };
}

function unknownIn(
  at: string,
  code: ConfigFaultCode,
  known: ReadonlySet<string>,
  named: readonly string[],
): ConfigFault[] {
  return named.filter((value) => !known.has(value)).map((value) => ({ at, code, value }));
}

function itemFaults(config: HallConfig): ConfigFault[] {
  const known = knownOf(config);
  const active = config.items.filter((row) => !row.retired);
  const faults: ConfigFault[] = active.length === 0 ? [{ at: 'items', code: 'no-rows' }] : [];
  const one = ({ code, zone, department }: ServiceItem) => [
    ...unknownIn(`items.${code}.zone`, 'unknown-zone', known.zones, [zone]),
    ...unknownIn(`items.${code}.department`, 'unknown-department', known.departments, [department]),
  ];
  faults.push(...config.items.flatMap(one));
  for (const { code, zone, items } of config.packages) {
    faults.push(
      ...unknownIn(`packages.${code}.zone`, 'unknown-zone', known.zones, [zone]),
      ...unknownIn(`packages.${code}.items`, 'unknown-item', known.items, items),
    );
  }
  for (const { item } of config.itemRules) {
    faults.push(...unknownIn(`itemRules.${item}`, 'unknown-item', known.items, [item]));
  }
  for (const { no, items } of config.terminals) {
    const at = `terminals.${String(no)}.items`;
    faults.push(...unknownIn(at, 'unknown-item', known.items, items));
  }
  return faults;
}

function windowFaults(config: HallConfig): ConfigFault[] {
  const known = knownOf(config);
  const active = config.windows.filter((row) => !row.retired);
  const faults: ConfigFault[] = active.length === 0 ? [{ at: 'windows', code: 'no-rows' }] : [];
  const one = ({ no, zones, domains, items = [], packages = [] }: WindowPlace) => {
    const at = `windows.${String(no)}`;
    return [
      ...unknownIn(`${at}.zone`, 'unknown-zone', known.zones, zones === 'all' ? [] : zones),
      ...unknownIn(`${at}.domains`, 'unknown-department', known.departments, domains),
      ...unknownIn(`${at}.items`, 'unknown-item', known.items, items),
      ...unknownIn(`${at}.packages`, 'unknown-package', known.packages, packages),
    ];
  };
  return [...faults, ...config.windows.flatMap(one)];
}

function staffFaults(config: HallConfig): ConfigFault[] {
  const known = knownOf(config);
  const active = config.staff.filter((row) => !row.retired);
  const faults: ConfigFault[] = active.length === 0 ? [{ at: 'staff', code: 'no-rows' }] : [];
  const one = ({ staffNo, certifiedDepartments, extraItems, excludedItems }: Staff) => {
    const at = `staff.${staffNo}`;
    const { departments, items } = known;
    return [
      ...unknownIn(`${at}.certifiedDepartments`, 'unknown-department', departments, [
        ...certifiedDepartments,
      ]),
      ...unknownIn(`${at}.extraItems`, 'unknown-item', items, extraItems),
      ...unknownIn(`${at}.excludedItems`, 'unknown-item', items, excludedItems),
    ];
  };
  return [...faults, ...config.staff.flatMap(one)];
}

/** Four levels or five; what they are called and which of them count as good is the hall's. */
function scaleFaults({ levels }: HallConfig): ConfigFault[] {
  const named = new Set<RatingLevel>(levels.map(({ level }) => level));
  if (named.size >= LEVELS_MIN && named.size <= LEVELS_MAX) return [];
  return [{ at: 'levels', code: 'level-count', value: String(named.size) }];
}
