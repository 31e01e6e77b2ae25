/**
 * A demo hall's configuration from the project's own data: real-shaped, not an official list.
 * `jingzhou` has 12 windows and 805 items, `yantai` 33 windows, `township` 2. The files and what in
 * them is illustrative are told in data/README.md.
 */
import { parse } from 'csv-parse/sync';
import {
  departmentCode,
  hallId,
  itemCode,
  packageCode,
  staffNo,
  windowNo,
  zoneCode,
} from '../../shared/base/ids.ts';
import type {
  Department,
  HallConfig,
  Material,
  Package,
  PriorityClass,
  RatingTag,
  ServiceItem,
  Staff,
  WindowPlace,
  Zone,
} from '../../shared/hall/config.ts';
import type { ItemKind, RatingLevel, StaffRole, WindowKind } from '../../shared/hall/config.ts';
import type { Names } from '../../shared/text/language.ts';
import { dataFile, jsonFile } from './data-file.ts';
import { demoHours, demoRules } from './demo-hours.ts';
import { DEMO_POLICY } from './demo-policy.ts';

export const DEMO_HALLS = ['jingzhou', 'yantai', 'township'] as const;
export type DemoHall = (typeof DEMO_HALLS)[number];

type Row = Readonly<Record<string, string>>;

interface HallsFile {
  readonly halls: readonly {
    readonly code: string;
    readonly name: Names;
    readonly items: 'all' | readonly string[];
  }[];
}
interface ZonesFile {
  readonly zones: readonly Zone[];
}
interface TagsFile {
  readonly levels: readonly (Names & { readonly level: RatingLevel; readonly good: boolean })[];
  readonly tags: readonly (Names & {
    readonly code: string;
    readonly level: RatingLevel;
    readonly expandNorm: boolean;
    readonly active: boolean;
  })[];
}
interface ClassesFile {
  readonly classes: readonly {
    readonly code: string;
    readonly label: Names;
    readonly evidence: Names;
    readonly mode: string;
    readonly creditMinutes: number | null;
    readonly needsApproval: boolean;
    readonly enabled: boolean;
  }[];
}

const LOCALES = ['zh-Hans', 'zh-Hant', 'en'] as const;

/** The first version of a demo hall's configuration. */
export function demoHall(code: DemoHall): HallConfig {
  const hall = jsonFile<HallsFile>('halls.json').halls.find((row) => row.code === code);
  if (!hall) throw new Error(`the data of the demo hall ${code} is missing`);
  const scope = hall.items === 'all' ? null : new Set(hall.items);
  const translated = new Map(csv('materials.csv').map((row) => [row['name'] ?? '', row]));
  const items = csv('items.csv')
    .map((row) => itemOf(row, translated))
    .filter((item) => scope === null || scope.has(item.code));
  const offered = new Set(items.map((item) => item.code));
  const zones = jsonFile<ZonesFile>('zones.json').zones.filter((zone) =>
    items.some((item) => item.zone === zone.code),
  );
  const { levels, tags } = jsonFile<TagsFile>('rating-tags.json');
  return {
    hall: hallId(code),
    version: 1,
    demo: true,
    name: hall.name,
    zones,
    windows: csv('windows.csv')
      .filter((row) => row['hall'] === code)
      .map(windowOf),
    departments: csv('departments.csv').map(departmentOf),
    items,
    packages: csv('packages.csv')
      .map(packageOf)
      .filter((pack) => pack.items.every((item) => offered.has(item))),
    staff: csv('clerks.csv')
      .filter((row) => row['hall'] === code)
      .map(staffOf),
    priorityClasses: jsonFile<ClassesFile>('priority-classes.json').classes.flatMap(classOf),
    levels: levels.map((row) => ({ level: row.level, text: namesIn(row), good: row.good })),
    tags: tags.filter((tag) => tag.active).map(tagOf),
    ...demoHours(code, zones, items),
    ...demoRules(code, offered),
    policy: DEMO_POLICY,
  };
}

function csv(name: string): Row[] {
  return parse<Row>(dataFile(name), { columns: true, skip_empty_lines: true });
}

function list(field: string | undefined): string[] {
  return field ? field.split(';').map((part) => part.trim()) : [];
}

function names(row: Row): Names {
  return {
    'zh-Hans': row['name'] ?? '',
    'zh-Hant': row['nameHant'] ?? '',
    en: row['nameEn'] ?? '',
  };
}

function namesIn(row: Names): Names {
  return Object.fromEntries(LOCALES.map((locale) => [locale, row[locale]])) as unknown as Names;
}

function departmentOf(row: Row): Department {
  return {
    code: departmentCode(row['code'] ?? ''),
    name: names(row),
    shortName: row['shortName'] ?? '',
  };
}

/** Materials that many matters ask for stand in materials.csv with their other names. */
function materialOf(text: string, translated: ReadonlyMap<string, Row>): Material {
  const name = text.slice(2);
  const other = translated.get(name);
  const names = other && { 'zh-Hant': other['nameHant'], en: other['nameEn'] };
  return { name, mandatory: text.startsWith('M:'), ...(names && { names }) };
}

function itemOf(row: Row, translated: ReadonlyMap<string, Row>): ServiceItem {
  return {
    code: itemCode(row['code'] ?? ''),
    department: departmentCode(row['department'] ?? ''),
    name: names(row),
    initials: row['pinyinInitials'] ?? '',
    zone: zoneCode(row['zone'] ?? ''),
    kind: row['kind'] as ItemKind,
    promisedWorkingDays: Number(row['promisedDays']),
    statutoryWorkingDays: Number(row['statutoryDays']),
    expectedMinutes: Number(row['expectedMinutes']),
    flash: row['flash'] === 'true',
    anySite: row['anySite'] === 'true',
    materials: list(row['materials']).map((text) => materialOf(text, translated)),
    popularity: Number(row['popularity']),
  };
}

function packageOf(row: Row): Package {
  return {
    code: packageCode(row['code'] ?? ''),
    name: names(row),
    zone: zoneCode(row['zone'] ?? ''),
    items: list(row['itemCodes']).map(itemCode),
    promisedWorkingDays: Number(row['promisedDays']),
  };
}

function windowOf(row: Row): WindowPlace {
  const zone = row['zone'] ?? '';
  return {
    no: windowNo(Number(row['number'])),
    name: names(row),
    kind: row['kind'] as WindowKind,
    zones: zone === 'all' ? 'all' : [zoneCode(zone)],
    accessible: row['accessible'] === 'true',
    domains: list(row['domains']).map(departmentCode),
  };
}

function staffOf(row: Row): Staff {
  return {
    staffNo: staffNo(row['staffNo'] ?? ''),
    name: row['name'] ?? '',
    nameLatin: row['nameLatin'] ?? '',
    role: row['role'] as StaffRole,
    certifiedDepartments: list(row['certifiedDepartments']).map(departmentCode),
    extraItems: list(row['extraItems']).map(itemCode),
    excludedItems: list(row['excludedItems']).map(itemCode),
    certificateExpires: row['certificateExpires'] || null,
    homeZone: row['homeZone'] || null,
  };
}

/** Classes whose credit an approver sets, or that an appointment sets, are not chosen here. */
function classOf(row: ClassesFile['classes'][number]): PriorityClass[] {
  if (row.mode !== 'credit' || row.creditMinutes === null) return [];
  const { code, creditMinutes, needsApproval, enabled } = row;
  const label = namesIn(row.label);
  return [{ code, label, creditMinutes, needsApproval, enabled, evidence: namesIn(row.evidence) }];
}

function tagOf(tag: TagsFile['tags'][number]): RatingTag {
  return { code: tag.code, level: tag.level, text: namesIn(tag), base: !tag.expandNorm };
}
