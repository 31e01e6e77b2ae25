/**
 * Whether a ticket for an item can be had now, and until when, before it is chosen: the session's
 * cut-off, the item's own times, what is left of its number a day. Pure; the server decides again.
 */
import { clockTime } from '../../shared/client/format.ts';
import type { ItemRule, ServiceItem } from '../../shared/hall/config.ts';
import { cutoffFor } from '../../shared/hall/opening.ts';
import type { Catalogue } from '../../shared/protocol/http.ts';
import type { KioskView } from '../../shared/views/kiosk-screen.ts';

export interface ItemHours {
  readonly state: 'open' | 'past-cutoff' | 'not-now' | 'used-up';
  /** `17:00`: the last tickets of this session; null where nothing ends them early. */
  readonly until: string | null;
  /** `09:00–16:30`, the item's own times. */
  readonly between: string | null;
  /** Tickets left of the day's number. */
  readonly left: number | null;
}

type Known = Pick<KioskView, 'hours' | 'quotas'>;
type Rows = Pick<Catalogue, 'cutoffs' | 'itemRules'>;

const FREE: ItemHours = { state: 'open', until: null, between: null, left: null };

/** What holds for an item at `now`. */
export function itemHours(
  { cutoffs, itemRules }: Rows,
  view: Known | null,
  item: ServiceItem,
  now: number,
  isPackage = false,
): ItemHours {
  if (!view) return FREE;
  const left = view.quotas.find((row) => row.item === item.code)?.left ?? null;
  const usedUp = left === 0 ? ({ state: 'used-up' } as const) : null;
  const { alwaysOpen, sessions } = view.hours;
  if (alwaysOpen) return { ...FREE, left, ...usedUp };
  const place = sessions.findIndex(({ closeAt }) => now < closeAt);
  const until = cutoffFor(cutoffs, item, isPackage)?.at[place] ?? null;
  const time = clockTime(now);
  const rule = itemRules.find((row) => row.item === item.code);
  const hours = { until, between: rule ? timesOf(rule) : null, left };
  if (usedUp) return { ...hours, ...usedUp };
  if (until !== null && time >= until) return { ...hours, state: 'past-cutoff' };
  return { ...hours, state: rule && !isWithin(rule, time) ? 'not-now' : 'open' };
}

function timesOf({ from, to }: ItemRule): string | null {
  if (from === undefined && to === undefined) return null;
  return `${from ?? '00:00'}–${to ?? '24:00'}`;
}

function isWithin({ from = '00:00', to = '24:00' }: ItemRule, time: string): boolean {
  return time >= from && time < to;
}
