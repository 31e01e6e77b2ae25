/**
 * Who may take what, as the staff of a hall know it about themselves: which windows take a ticket,
 * and which clerks hold the certificates today. Written apart from the server's routing on purpose.
 */
import type { HallConfig, ServiceItem, Staff, WindowPlace } from '../../shared/hall/config.ts';

/** What a visitor wants: items, or a package of them. */
export interface Wish {
  readonly items: readonly ServiceItem[];
  /** The package's own zone; null for single items. */
  readonly packageZone: string | null;
}

/** Whether the window, serving these zones, is one for the wish. */
export function placeTakes(
  place: WindowPlace,
  wish: Wish,
  zones: WindowPlace['zones'] = place.zones,
): boolean {
  if (place.kind === 'collection') return false;
  const serves = (zone: string) => zones === 'all' || zones.some((code) => code === zone);
  if (wish.packageZone !== null) return place.kind !== 'domain' && serves(wish.packageZone);
  return wish.items.every(
    (item) =>
      serves(item.zone) && (place.kind !== 'domain' || place.domains.includes(item.department)),
  );
}

/** The people who serve visitors on that day, certificates valid. */
export function servingStaff(hall: HallConfig, date: string): Staff[] {
  return hall.staff.filter((person) => (person.certificateExpires ?? '') >= date);
}

/** Whether the person's certificate covers one item: departments less the excluded, with extras. */
export function holds(person: Staff, item: ServiceItem): boolean {
  if (person.extraItems.includes(item.code)) return true;
  const certified = person.certifiedDepartments.includes(item.department);
  return certified && !person.excludedItems.includes(item.code);
}

/** Whether the person's certificate covers the whole wish. */
export function holdsAll(person: Staff, wish: Wish): boolean {
  return wish.items.every((item) => holds(person, item));
}
