/**
 * A hall small enough to keep in one's head: two zones, a collection zone, four windows, six people
 * who serve and one manager. Which clerk may do what differs on purpose:
 *
 *   K01 SC RS · K02 RS and the one item GA001 · K03 RS GA · K04 GA without GA002
 *   K05 SC, but the certificate ended yesterday · K06 chief: SC RS GA · M01 manager, none
 */
import {
  departmentCode,
  hallId,
  itemCode,
  packageCode,
  staffNo,
  windowNo,
  zoneCode,
} from '../../shared/base/ids.ts';
import { DEMO_POLICY } from '../../drizzle/seed/demo-policy.ts';
import type {
  HallConfig,
  Policy,
  PriorityClass,
  RatingLevel,
  Series,
  ServiceItem,
  Staff,
  StaffRole,
  WindowKind,
  WindowPlace,
  Zone,
  ZoneScope,
} from '../../shared/hall/config.ts';
import type { Names } from '../../shared/text/language.ts';

const inAll = (text: string): Names => ({ 'zh-Hans': text, 'zh-Hant': text, en: text });

function zone(code: string, series: Series): Zone {
  return { code: zoneCode(code), series, name: inAll(code), floor: 1, way: inAll('left') };
}

function item(code: string, zoneName: string, expectedMinutes: number): ServiceItem {
  return {
    code: itemCode(code),
    department: departmentCode(code.slice(0, 2)),
    name: inAll(`item ${code}`),
    initials: code,
    zone: zoneCode(zoneName),
    kind: 'instant',
    promisedWorkingDays: 1,
    statutoryWorkingDays: 20,
    expectedMinutes,
    flash: false,
    anySite: false,
    materials: [],
    popularity: 1,
  };
}

function window(no: number, kind: WindowKind, zones: ZoneScope, ...domains: string[]): WindowPlace {
  const name = inAll(`window ${String(no)}`);
  const accessible = no === 1;
  return { no: windowNo(no), name, kind, zones, accessible, domains: domains.map(departmentCode) };
}

function person(no: string, certified: string, more: Partial<Staff> = {}): Staff {
  const role: StaffRole = 'clerk';
  return {
    staffNo: staffNo(no),
    name: `姓名${no}`,
    nameLatin: `Name ${no}`,
    role,
    certifiedDepartments: certified.split(' ').map(departmentCode),
    extraItems: [],
    excludedItems: [],
    certificateExpires: '2027-12-31',
    homeZone: null,
    ...more,
  };
}

function priority(code: string, creditMinutes: number, more = {}): PriorityClass {
  const label = inAll(code);
  return { code, label, creditMinutes, needsApproval: false, enabled: true, ...more };
}

const LEVELS: readonly RatingLevel[] = [5, 4, 3, 2, 1];

/** The small hall, with some numbers of its policy changed if wanted. */
export function smallHall(policy: Partial<Policy> = {}): HallConfig {
  return {
    hall: hallId('small'),
    version: 1,
    demo: true,
    name: inAll('small hall'),
    zones: [zone('legal-person', 'A'), zone('natural-person', 'B'), zone('collection', 'L')],
    windows: [
      window(1, 'undifferentiated', [zoneCode('legal-person')]),
      window(2, 'undifferentiated', [zoneCode('natural-person')]),
      window(3, 'domain', [zoneCode('natural-person')], 'GA'),
      window(4, 'collection', [zoneCode('collection')]),
    ],
    departments: ['SC', 'RS', 'GA'].map((code) => ({
      code: departmentCode(code),
      name: inAll(code),
      shortName: code,
    })),
    items: [
      item('SC001', 'legal-person', 10),
      item('SC002', 'legal-person', 10),
      item('RS001', 'natural-person', 10),
      item('RS002', 'legal-person', 5),
      item('GA001', 'natural-person', 8),
      item('GA002', 'natural-person', 8),
      item('SC009', 'collection', 2),
    ],
    packages: [
      {
        code: packageCode('PK01'),
        name: inAll('starting a company'),
        zone: zoneCode('legal-person'),
        items: [itemCode('SC001'), itemCode('RS001')],
        promisedWorkingDays: 1,
      },
    ],
    staff: [
      person('K01', 'SC RS'),
      person('K02', 'RS', { extraItems: [itemCode('GA001')] }),
      person('K03', 'RS GA'),
      person('K04', 'GA', { excludedItems: [itemCode('GA002')] }),
      person('K05', 'SC', { certificateExpires: '2026-11-22' }),
      person('K06', 'SC RS GA', { role: 'chief', certificateExpires: '2026-11-23' }),
      person('M01', 'SC', { role: 'hall-manager', certificateExpires: null }),
    ],
    priorityClasses: [
      priority('ELD', 15),
      priority('GREEN', 30, { needsApproval: true }),
      priority('OLD', 15, { enabled: false }),
    ],
    levels: LEVELS.map((level) => ({
      level,
      text: inAll(`level ${String(level)}`),
      good: level >= 3,
    })),
    tags: LEVELS.map((level) => ({
      code: `${String(level)}10`,
      level,
      text: inAll(`tag ${String(level)}10`),
      base: true,
    })),
    sessions: [
      { open: '09:00', close: '12:00' },
      { open: '13:30', close: '17:00' },
    ],
    policy: { ...DEMO_POLICY, priorityCredits: true, ...policy },
  };
}
