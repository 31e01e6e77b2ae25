/**
 * The rows of a hall's three files, checked field by field: what it offers, its windows, its people.
 * The columns are those of drizzle/seed/data and docs/for-halls/importing.md. Codes are looked up
 * among what the hall has or gets from the same import.
 */
import {
  departmentCode,
  itemCode,
  packageCode,
  staffNo,
  windowNo,
  zoneCode,
} from '../../shared/base/ids.ts';
import { WINDOW_KINDS } from '../../shared/hall/config.ts';
import type {
  Material,
  MaterialNames,
  ServiceItem,
  Staff,
  WindowPlace,
} from '../../shared/hall/config.ts';
import type { Names } from '../../shared/text/language.ts';
import type { FieldReader } from './field-reader.ts';

export interface KnownCodes {
  readonly zones: ReadonlySet<string>;
  readonly departments: ReadonlySet<string>;
  readonly items: ReadonlySet<string>;
  readonly packages: ReadonlySet<string>;
  /** Other names of materials, by the one in the catalogue. */
  readonly materials: ReadonlyMap<string, MaterialNames>;
}

export const ITEM_COLUMNS = {
  required: ['code', 'department', 'name', 'zone', 'kind', 'expectedMinutes'],
  optional: [
    ...['nameHant', 'nameEn', 'pinyinInitials', 'statutoryDays', 'promisedDays', 'steps'],
    ...['anySite', 'flash', 'materials', 'materialsHant', 'materialsEn', 'popularity'],
  ],
};
export const WINDOW_COLUMNS = {
  required: ['number', 'name', 'zone', 'kind'],
  optional: ['hall', 'nameHant', 'nameEn', 'accessible', 'domains', 'items', 'packages'],
};
export const STAFF_COLUMNS = {
  required: ['staffNo', 'name', 'role'],
  optional: [
    ...['hall', 'nameLatin', 'certifiedDepartments', 'extraItems', 'excludedItems'],
    ...['certificateExpires', 'homeZone'],
  ],
};

const ROLES = ['clerk', 'chief', 'duty-manager', 'hall-manager', 'inspector', 'guide'] as const;
const STAFF_NO = /^[A-Z0-9-]{2,20}$/;
const DAYS_MAX = 3_650;
const MINUTES_MAX = 480;

/** One item of the catalogue. */
export function itemOf(read: FieldReader, known: KnownCodes): ServiceItem {
  const kind = read.oneOf('kind', ['instant', 'deadline', 'joint']);
  const days = { min: 0, max: DAYS_MAX };
  const promised = read.number('promisedDays', {
    ...days,
    ...(kind === 'instant' && { fallback: 0 }),
  });
  return {
    code: itemCode(read.code('code')),
    department: departmentCode(read.known('department', known.departments, 'unknown-department')),
    name: namesOf(read),
    initials: read.text('pinyinInitials').toUpperCase(),
    zone: zoneCode(read.known('zone', known.zones, 'unknown-zone')),
    kind,
    promisedWorkingDays: promised,
    statutoryWorkingDays: read.number('statutoryDays', { ...days, fallback: promised }),
    expectedMinutes: read.number('expectedMinutes', { min: 1, max: MINUTES_MAX }),
    flash: read.flag('flash'),
    anySite: read.flag('anySite'),
    materials: materialsOf(read, known),
    popularity: read.number('popularity', { min: 0, max: 1_000_000_000, fallback: 1 }),
  };
}

/** One window. */
export function windowOf(read: FieldReader, known: KnownCodes): WindowPlace {
  const zone = read.required('zone');
  const zones = zone === 'all' ? 'all' : read.codes('zone', known.zones, 'unknown-zone');
  const items = read.codes('items', known.items, 'unknown-item');
  const packages = read.codes('packages', known.packages, 'unknown-package');
  return {
    no: windowNo(read.number('number', { min: 1, max: 9_999 })),
    name: namesOf(read),
    kind: read.oneOf('kind', WINDOW_KINDS),
    zones: zones === 'all' ? 'all' : zones.map(zoneCode),
    accessible: read.flag('accessible'),
    domains: read.codes('domains', known.departments, 'unknown-department').map(departmentCode),
    ...(items.length > 0 && { items: items.map(itemCode) }),
    ...(packages.length > 0 && { packages: packages.map(packageCode) }),
  };
}

/** One member of staff. */
export function staffOf(read: FieldReader, known: KnownCodes): Staff {
  const number = read.required('staffNo').toUpperCase();
  if (number !== '' && !STAFF_NO.test(number)) read.note('staffNo', 'bad-code', number);
  const homeZone = read.text('homeZone');
  if (homeZone !== '' && !known.zones.has(homeZone))
    read.note('homeZone', 'unknown-zone', homeZone);
  const departments = read.codes('certifiedDepartments', known.departments, 'unknown-department');
  return {
    staffNo: staffNo(number),
    name: read.required('name'),
    nameLatin: read.text('nameLatin'),
    role: read.oneOf('role', ROLES),
    certifiedDepartments: departments.map(departmentCode),
    extraItems: read.codes('extraItems', known.items, 'unknown-item').map(itemCode),
    excludedItems: read.codes('excludedItems', known.items, 'unknown-item').map(itemCode),
    certificateExpires: read.date('certificateExpires'),
    homeZone: homeZone === '' ? null : homeZone,
  };
}

/** A missing name in another script stands as the Chinese one. */
function namesOf(read: FieldReader): Names {
  const name = read.required('name');
  return {
    'zh-Hans': name,
    'zh-Hant': read.text('nameHant') || name,
    en: read.text('nameEn') || name,
  };
}

/** A field without other names leaves those that the hall has for the material, wherever it stands. */
function materialsOf(read: FieldReader, known: KnownCodes): Material[] {
  const texts = read.list('materials');
  const hant = otherNames(read, 'materialsHant', texts.length);
  const en = otherNames(read, 'materialsEn', texts.length);
  return texts.map((text, place) => {
    const [, mark, rest] = /^([MO])[:：](.+)$/s.exec(text) ?? [];
    if (mark === undefined) read.note('materials', 'bad-material', text);
    const name = rest?.trim() ?? text;
    const kept = known.materials.get(name);
    const inHant = hant ? hant[place] : kept?.['zh-Hant'];
    const inEnglish = en ? en[place] : kept?.en;
    const names = { ...(inHant && { 'zh-Hant': inHant }), ...(inEnglish && { en: inEnglish }) };
    const hasOther = Object.keys(names).length > 0;
    return { name, mandatory: mark === 'M', ...(hasOther && { names }) };
  });
}

/** One for each material, in the same order, empty for none; null where the field tells nothing. */
function otherNames(read: FieldReader, column: string, count: number): string[] | null {
  const names = read.places(column);
  if (names.length === 0) return null;
  if (names.length === count) return names;
  read.note(column, 'other-count', `${String(names.length)} / ${String(count)}`);
  return null;
}
