/**
 * Where in the manager's page one is, as the part of the address after `#`: a tab and what is open in
 * it, `#/waiting/B012`. A reload or a sent link shows the same; unknown addresses show the floor. Pure.
 */
import type { Session } from '../../shared/protocol/http.ts';

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

/** The parts that somebody of this kind sees: a guide helps who waits, and no more. */
export function tabsFor(kind: Session['kind']): readonly Tab[] {
  return kind === 'guide' ? ['waiting'] : TABS;
}

/** The route as this kind may follow it. */
export function routeFor(kind: Session['kind'], route: Route): Route {
  const tabs = tabsFor(kind);
  const [first = 'floor'] = tabs;
  return tabs.includes(route.tab) ? route : { tab: first, args: [] };
}

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
