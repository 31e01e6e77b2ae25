/**
 * A configuration with its lookups, made once per version: what stands where, and who may do what.
 * Assumes that the configuration was checked when it was published.
 */
import type { ItemCode, PackageCode, StaffNo, WindowNo, ZoneCode } from '../base/ids.ts';
import type { BusinessDate } from '../base/ids.ts';
import { completed } from './config.ts';
import type {
  Agent,
  HallConfig,
  Package,
  PriorityClass,
  RatingTag,
  ServiceItem,
  Staff,
  StoredConfig,
  Terminal,
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
  readonly agents: ReadonlyMap<string, Agent>;
  readonly terminals: ReadonlyMap<number, Terminal>;
  /** Items that the clerk's certificates name, each with its last day, `YYYY-MM-DD`. */
  readonly skills: ReadonlyMap<StaffNo, ReadonlyMap<ItemCode, string>>;
}

/** The lookups of a configuration, as it stands today or as an earlier release stored it. */
export function planOf(stored: StoredConfig): Plan {
  const config = completed(stored);
  return {
    config,
    zones: new Map(config.zones.map((zone) => [zone.code, zone])),
    windows: new Map(config.windows.map((window) => [window.no, window])),
    items: new Map(config.items.map((item) => [item.code, item])),
    packages: new Map(config.packages.map((pack) => [pack.code, pack])),
    staff: new Map(config.staff.map((person) => [person.staffNo, person])),
    classes: new Map(config.priorityClasses.map((row) => [row.code, row])),
    tags: new Map(config.tags.map((tag) => [tag.code, tag])),
    agents: new Map(config.agents.map((agent) => [agent.agentNo, agent])),
    terminals: new Map(config.terminals.map((terminal) => [terminal.no, terminal])),
    skills: new Map(config.staff.map((person) => [person.staffNo, skillsOf(person, config)])),
  };
}

/** Certified departments, less the excluded items, with the extra ones. */
function skillsOf(person: Staff, config: HallConfig): ReadonlyMap<ItemCode, string> {
  const { certificateExpires, itemExpires = {} } = person;
  if (certificateExpires === null) return new Map();
  const departments = new Set(person.certifiedDepartments);
  const excluded = new Set(person.excludedItems);
  const extra = new Set(person.extraItems);
  const skills = new Map<ItemCode, string>();
  for (const { code, department } of config.items) {
    const isNamed = extra.has(code) || (departments.has(department) && !excluded.has(code));
    if (isNamed) skills.set(code, itemExpires[code] ?? certificateExpires);
  }
  return skills;
}

/** Whether the clerk holds a certificate for the item that is valid on that day. */
export function holdsCertificate(
  plan: Plan,
  clerk: StaffNo,
  item: ItemCode,
  date: BusinessDate,
): boolean {
  return (plan.skills.get(clerk)?.get(item) ?? '') >= date;
}

/** Whether the person opens windows and serves visitors. */
export function servesVisitors(person: Staff): boolean {
  return person.certificateExpires !== null;
}
