/**
 * The rules of calling, told once more and naively, straight from the configuration: no lookups, no
 * sorted queue, nothing shared with routing.ts. What decides differently is wrong, one or the other.
 */
import type { ItemCode, StaffNo, TicketId } from '../../shared/base/ids.ts';
import type { HallConfig, ServiceItem } from '../../shared/hall/config.ts';
import type { Day } from '../../shared/hall/day.ts';
import type { Ticket } from '../../shared/hall/ticket.ts';
import type { HallWindow } from '../../shared/hall/window.ts';

/** The ticket that this window and clerk are to call now, or null. */
export function oracleChoice(day: Day, window: HallWindow, clerk: StaffNo): TicketId | null {
  let first: Ticket | null = null;
  for (const ticket of day.tickets.values()) {
    if (ticket.state.status !== 'waiting' || !mayCall(day, ticket, window, clerk)) continue;
    if (!first || isBefore(ticket, first)) first = ticket;
  }
  return first?.id ?? null;
}

function isBefore(left: Ticket, right: Ticket): boolean {
  return (
    left.orderKey < right.orderKey ||
    (left.orderKey === right.orderKey && left.orderSeq < right.orderSeq)
  );
}

function mayCall(day: Day, ticket: Ticket, window: HallWindow, clerk: StaffNo): boolean {
  const { config } = day.plan;
  const place = config.windows.find((one) => one.no === window.no);
  if (!place) return false;
  if (place.kind === 'collection' && ticket.series !== 'L') return false;
  if (place.kind !== 'collection' && ticket.series === 'L') return false;
  if (ticket.package !== null && place.kind === 'domain') return false;
  const serves = (zone: string) =>
    window.zones === 'all' || window.zones.some((one) => one === zone);
  if (ticket.package !== null && !serves(ticket.zone)) return false;
  return ticket.cases.every((row) => {
    const item = itemIn(config, row.item);
    if (!item || !holdsCertificate(day, clerk, row.item)) return false;
    if (ticket.package !== null) return true;
    const inDomain = place.kind !== 'domain' || place.domains.includes(item.department);
    return inDomain && serves(item.zone);
  });
}

const catalogues = new WeakMap<HallConfig, Map<string, ServiceItem>>();

function itemIn(config: HallConfig, code: ItemCode): ServiceItem | undefined {
  const known = catalogues.get(config);
  if (known) return known.get(code);
  catalogues.set(config, new Map(config.items.map((item) => [item.code, item])));
  return itemIn(config, code);
}

/** Whether the clerk's certificate names the item and is valid on the day. */
export function holdsCertificate(day: Day, clerk: StaffNo, code: ItemCode): boolean {
  const { config } = day.plan;
  const person = config.staff.find((one) => one.staffNo === clerk);
  const item = itemIn(config, code);
  if (!person || !item || person.certificateExpires === null) return false;
  if (person.certificateExpires < day.date) return false;
  if (person.extraItems.includes(code)) return true;
  if (person.excludedItems.includes(code)) return false;
  return person.certifiedDepartments.includes(item.department);
}
