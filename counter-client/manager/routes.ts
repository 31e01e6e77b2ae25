/**
 * Where in the manager's page one is, as the part of the address after `#`: a tab and what is open in
 * it, `#/waiting/B012`. A reload or a sent link shows the same; unknown addresses show the floor. Pure.
 */
export const TABS = [
  'floor',
  'advice',
  'waiting',
  'passed',
  'ticket',
  'bookings',
  'holes',
  'sums',
  'replay',
  'rules',
  'audit',
] as const;
export type Tab = (typeof TABS)[number];

export interface Route {
  readonly tab: Tab;
  /** What is open in the tab: a ticket, a day, a call. */
  readonly args: readonly string[];
}

/** Tabs that take the whole width: the rail of alerts steps aside, its count stays on the floor's tab. */
const WIDE: ReadonlySet<Tab> = new Set(['advice', 'replay', 'rules']);

/** Reads `#/tab/arg…`. */
export function parseRoute(hash: string): Route {
  const [name = '', ...args] = hash.replace(/^#\/?/u, '').split('/').map(decoded);
  const tab = TABS.find((one) => one === name);
  return tab ? { tab, args: args.filter((arg) => arg !== '') } : { tab: 'floor', args: [] };
}

/** Writes it. */
export function routeHash(tab: Tab, ...args: readonly string[]): string {
  return `#/${[tab, ...args.map(encodeURIComponent)].join('/')}`;
}

/** Whether the rail of alerts stands beside the tab. */
export function hasRail({ tab }: Route): boolean {
  return !WIDE.has(tab);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
