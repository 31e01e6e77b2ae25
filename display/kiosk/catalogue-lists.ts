/** What the choice screens list, from the catalogue and the chosen zone. Pure. */
import type { DepartmentCode, ZoneCode } from '../../shared/base/ids.ts';
import type { Department, Package, PriorityClass, ServiceItem } from '../../shared/hall/config.ts';
import type { Catalogue } from '../../shared/protocol/http.ts';

export const POPULAR_MAX = 8;

/** The most wanted items of a zone. */
export function popularItems({ items }: Catalogue, zone: ZoneCode): ServiceItem[] {
  return items
    .filter((item) => item.zone === zone)
    .sort(byDemand)
    .slice(0, POPULAR_MAX);
}

export interface DepartmentChoice {
  readonly department: Department;
  readonly items: number;
}

/** Departments with items in the zone, in the catalogue's order. */
export function departmentsOf(catalogue: Catalogue, zone: ZoneCode): DepartmentChoice[] {
  const counts = new Map<DepartmentCode, number>();
  for (const item of catalogue.items) {
    if (item.zone === zone) counts.set(item.department, (counts.get(item.department) ?? 0) + 1);
  }
  return catalogue.departments.flatMap((department) => {
    const items = counts.get(department.code) ?? 0;
    return items === 0 ? [] : [{ department, items }];
  });
}

/** A department's items in the zone, most wanted first. */
export function itemsOf(
  { items }: Catalogue,
  zone: ZoneCode,
  department: DepartmentCode,
): ServiceItem[] {
  return items
    .filter((item) => item.zone === zone && item.department === department)
    .sort(byDemand);
}

/** Packages that start in the zone. */
export function packagesOf({ packages }: Catalogue, zone: ZoneCode): Package[] {
  return packages.filter((pack) => pack.zone === zone);
}

/** Zones where something can be chosen; a zone for collection alone has nothing to choose. */
export function zonesToChoose({ items, packages }: Catalogue): ReadonlySet<ZoneCode> {
  return new Set([...items, ...packages].map(({ zone }) => zone));
}

/** Classes that a visitor may choose alone: with a credit, and without anybody's approval. */
export function openClasses({ priorityClasses }: Catalogue): PriorityClass[] {
  return priorityClasses.filter(
    (one) => one.enabled && !one.needsApproval && one.creditMinutes > 0 && one.code !== 'APPT',
  );
}

/** Classes that a member of staff approves first: shown with the way to the guide desk. */
export function approvedClasses({ priorityClasses }: Catalogue): PriorityClass[] {
  return priorityClasses.filter((one) => one.enabled && one.needsApproval);
}

function byDemand(left: ServiceItem, right: ServiceItem): number {
  return right.popularity - left.popularity || left.code.localeCompare(right.code);
}
