/**
 * A configuration with its lookups, made once per version: what stands where, and who may do what.
 * Assumes that the configuration was checked when it was published.
 */
import type { ItemCode, PackageCode, StaffNo, WindowNo, ZoneCode } from '../base/ids.ts';
import type { BusinessDate } from '../base/ids.ts';
import type {
  HallConfig,
  Package,
  PriorityClass,
  RatingTag,
  ServiceItem,
  Staff,
  WindowPlace,
  Zone,
} from './config.ts';

export interface Plan {
  readonly config: HallConfig;
  readonly zones: ReadonlyMap<ZoneCode, Zone>;
  readonly windows: ReadonlyMap<WindowNo, WindowPlace>;
  readonly items: ReadonlyMap<ItemCode, ServiceItem>;
  readonly packages: ReadonlyMap<PackageCode, Package>;
  readonly staff: ReadonlyMap<StaffNo, Staff>;
  readonly classes: ReadonlyMap<string, PriorityClass>;
  readonly tags: ReadonlyMap<string, RatingTag>;
  /** Items that the clerk's certificate names, whatever its last day. */
  readonly skills: ReadonlyMap<StaffNo, ReadonlySet<ItemCode>>;
}

/** The lookups of a configuration. */
export function planOf(config: HallConfig): Plan {
  return {
    config,
    zones: new Map(config.zones.map((zone) => [zone.code, zone])),
    windows: new Map(config.windows.map((window) => [window.no, window])),
    items: new Map(config.items.map((item) => [item.code, item])),
    packages: new Map(config.packages.map((pack) => [pack.code, pack])),
    staff: new Map(config.staff.map((person) => [person.staffNo, person])),
    classes: new Map(config.priorityClasses.map((row) => [row.code, row])),
    tags: new Map(config.tags.map((tag) => [tag.code, tag])),
    skills: new Map(config.staff.map((person) => [person.staffNo, skillsOf(person, config)])),
  };
}

/** Certified departments, less the excluded items, with the extra ones. */
function skillsOf(person: Staff, config: HallConfig): ReadonlySet<ItemCode> {
  const departments = new Set(person.certifiedDepartments);
  const excluded = new Set(person.excludedItems);
  const skills = new Set(person.extraItems);
  for (const item of config.items) {
    if (departments.has(item.department) && !excluded.has(item.code)) skills.add(item.code);
  }
  return skills;
}

/** Whether the clerk holds a certificate for the item that is valid on that day. */
export function isCertified(
  plan: Plan,
  clerk: StaffNo,
  item: ItemCode,
  date: BusinessDate,
): boolean {
  const expires = plan.staff.get(clerk)?.certificateExpires;
  if (!expires || expires < date) return false;
  return plan.skills.get(clerk)?.has(item) ?? false;
}

/** Whether the person opens windows and serves visitors. */
export function servesVisitors(person: Staff): boolean {
  return person.certificateExpires !== null;
}
