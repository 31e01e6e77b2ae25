/**
 * A configuration made up from events alone, for a log that comes without one: every zone, window,
 * item and clerk that the events name. Each clerk may do what they did; windows serve every zone.
 */
import {
  departmentCode,
  hallId,
  itemCode,
  staffNo,
  windowNo,
  zoneCode,
} from '../../../shared/base/ids.ts';
import type { ItemCode, StaffNo, WindowNo, ZoneCode } from '../../../shared/base/ids.ts';
import { completed } from '../../../shared/hall/config.ts';
import type { HallConfig, Staff } from '../../../shared/hall/config.ts';
import type { Names } from '../../../shared/text/language.ts';
import type { DayEvents } from './day-file.ts';

const inAll = (text: string): Names => ({ 'zh-Hans': text, 'zh-Hant': text, en: text });
const DEFAULT_MINUTES = 10;
const FOR_EVER = '9999-12-31';

/** What the events name. */
export function configFromEvents(days: readonly DayEvents[]): HallConfig {
  const seen = new Seen();
  for (const { events } of days) for (const { event } of events) seen.look(event);
  return completed({
    hall: hallId('log'),
    version: 1,
    demo: false,
    name: inAll('log'),
    zones: [...seen.zones].map((code) => ({
      ...{ code, series: 'A' as const, name: inAll(code), floor: 1, way: inAll('') },
    })),
    windows: [...seen.windows].map((no) => ({
      ...{ no, name: inAll(String(no)), kind: 'undifferentiated', zones: 'all' },
      ...{ accessible: false, domains: [] },
    })),
    departments: [...new Set([...seen.items.keys()].map(departmentOf))].map((code) => ({
      ...{ code, name: inAll(code), shortName: code },
    })),
    items: [...seen.items].map(([code, zone]) => ({
      ...{ code, zone, department: departmentOf(code), name: inAll(code), initials: code },
      ...{ kind: 'instant', promisedWorkingDays: 1, statutoryWorkingDays: 1 },
      ...{ expectedMinutes: DEFAULT_MINUTES, flash: false, anySite: false, materials: [] },
      popularity: 1,
    })),
    packages: [],
    staff: [...seen.clerks].map(([clerk, items]): Staff => ({
      ...{ staffNo: clerk, name: clerk, nameLatin: clerk, role: 'clerk' },
      ...{ certifiedDepartments: [], extraItems: [...items], excludedItems: [] },
      ...{ certificateExpires: FOR_EVER, homeZone: null },
    })),
    ...{ priorityClasses: [], levels: [], tags: [], sessions: [] },
    policy: { alwaysOpen: true },
  });
}

function departmentOf(code: ItemCode) {
  return departmentCode(/^[A-Za-z]+/.exec(code)?.[0] ?? code);
}

class Seen {
  readonly zones = new Set<ZoneCode>();
  readonly windows = new Set<WindowNo>();
  readonly items = new Map<ItemCode, ZoneCode>();
  readonly clerks = new Map<StaffNo, Set<ItemCode>>();

  look(event: object): void {
    const { zone, window, item, clerk, cases } = event as {
      readonly zone?: string;
      readonly window?: number;
      readonly item?: string;
      readonly clerk?: string;
      readonly cases?: readonly { readonly item?: string }[];
    };
    if (zone !== undefined) this.zones.add(zoneCode(zone));
    if (window !== undefined) this.windows.add(windowNo(window));
    const home = zoneCode(zone ?? [...this.zones][0] ?? 'hall');
    for (const row of cases ?? []) if (row.item !== undefined) this.#item(row.item, home);
    if (item !== undefined) this.#item(item, home);
    if (clerk === undefined) return;
    const own = this.clerks.get(staffNo(clerk)) ?? new Set();
    if (item !== undefined) own.add(itemCode(item));
    this.clerks.set(staffNo(clerk), own);
  }

  #item(code: string, zone: ZoneCode): void {
    if (!this.items.has(itemCode(code))) this.items.set(itemCode(code), zone);
  }
}
