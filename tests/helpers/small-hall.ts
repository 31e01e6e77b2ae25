/**
 * A hall small enough to keep in one's head: two zones, a collection zone, five windows, seven
 * people who serve and one manager. Which clerk may do what differs on purpose:
 *
 *   K01 SC RS · K02 RS and the one item GA001 · K03 RS GA · K04 GA without GA002
 *   K05 SC, but the certificate ended yesterday · K06 chief: SC RS GA · K07 TX alone
 *   M01 manager, none
 *
 * Nobody may do both SC and TX, so the package PK02 takes two windows. SC003 is a deadline item and
 * SC004 a joint one, with materials; GA003 is short enough for a flash lane.
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
import { completed } from '../../shared/hall/config.ts';
import type {
  HallConfig,
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
import type { Policy } from '../../shared/hall/policy.ts';
import type { Names } from '../../shared/text/language.ts';

const inAll = (text: string): Names => ({ 'zh-Hans': text, 'zh-Hant': text, en: text });

function zone(code: string, series: Series): Zone {
  return { code: zoneCode(code), series, name: inAll(code), floor: 1, way: inAll('left') };
}

function item(
  code: string,
  zoneName: string,
  expectedMinutes: number,
  more: Partial<ServiceItem> = {},
): ServiceItem {
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
    ...more,
  };
}

/** Two that must be there and one that may be. */
const MATERIALS = [
  { name: '申请表', mandatory: true },
  { name: '身份证明', mandatory: true },
  { name: '委托书', mandatory: false },
];

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
  return completed({
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
      window(5, 'domain', [zoneCode('legal-person')], 'TX'),
    ],
    departments: ['SC', 'RS', 'GA', 'TX'].map((code) => ({
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
      item('SC003', 'legal-person', 10, {
        kind: 'deadline',
        promisedWorkingDays: 5,
        materials: MATERIALS,
      }),
      item('SC004', 'legal-person', 20, {
        kind: 'joint',
        promisedWorkingDays: 10,
        materials: MATERIALS,
      }),
      item('GA003', 'natural-person', 5, { flash: true }),
      item('TX001', 'legal-person', 10),
    ],
    packages: [
      {
        code: packageCode('PK01'),
        name: inAll('starting a company'),
        zone: zoneCode('legal-person'),
        items: [itemCode('SC001'), itemCode('RS001')],
        promisedWorkingDays: 1,
      },
      {
        code: packageCode('PK02'),
        name: inAll('starting a company, with taxes'),
        zone: zoneCode('legal-person'),
        items: [itemCode('SC001'), itemCode('RS001'), itemCode('TX001')],
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
      person('K07', 'TX'),
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
    calendar: { everyDay: false, holidays: [], makeUpDays: [], coveredUntil: '2026-12-31' },
    slots: [
      {
        zone: zoneCode('natural-person'),
        times: ['10:00', '10:30', '14:00'],
        minutes: 30,
        capacity: 2,
      },
    ],
    agents: [
      { agentNo: 'D01', organisation: 'agency', validUntil: '2026-12-31' },
      { agentNo: 'D02', organisation: 'agency of before', validUntil: '2026-11-22' },
    ],
    terminals: [
      {
        no: 3,
        name: inAll('terminal 3'),
        items: [itemCode('GA001')],
        floor: 1,
        way: inAll('right'),
        expectedMinutes: 4,
      },
    ],
    policy: { alwaysOpen: true, bookNeedsIdentity: false, ...policy },
  });
}
