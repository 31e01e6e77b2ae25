/**
 * A hall's own days from a file: lines of `{hall, date}`, `{config}` and events as the export writes
 * them, or what `GET /api/halls/{hall}/days/{date}/events` and `…/config/{version}` answer, one after
 * the other or as one JSON text. Days follow each other by their numbering, which begins anew. Where
 * the file holds no configuration one is made up from the events.
 */
import { businessDate } from '../../../shared/base/ids.ts';
import type { BusinessDate } from '../../../shared/base/ids.ts';
import { businessDateAt } from '../../../shared/calendar/business-date.ts';
import type { StoredEvent } from '../../../shared/hall/events.ts';
import type { StoredConfig } from '../../../shared/hall/config.ts';
import type { Plan } from '../../../shared/hall/plan.ts';
import { planOf } from '../../../shared/hall/plan.ts';
import { configFromEvents } from './config-from-events.ts';

export interface DayEvents {
  readonly date: BusinessDate;
  readonly events: readonly StoredEvent[];
}

export interface DayFile {
  readonly days: readonly DayEvents[];
  readonly plans: readonly [Plan, ...Plan[]];
  /** Where the configuration comes from. */
  readonly configured: 'file' | 'inferred';
}

interface Part {
  readonly date?: string;
  readonly config?: StoredConfig;
  readonly events?: readonly StoredEvent[];
  readonly event?: unknown;
  readonly seq?: number;
}

interface Open {
  date: BusinessDate | null;
  readonly events: StoredEvent[];
}

/** Null where it is no such file. */
export function dayFile(text: string): DayFile | null {
  const parts = partsOf(text);
  if (parts === null) return null;
  const configs = new Map<number, StoredConfig>();
  const days: Open[] = [];
  let dated: BusinessDate | null = null;
  const add = (stored: StoredEvent) => {
    const last = days.at(-1);
    const follows = last && stored.seq === last.events.length + 1 && stored.seq > 1;
    if (follows) last.events.push(stored);
    else if (stored.seq === 1) days.push({ date: dated, events: [stored] });
    if (stored.seq === 1) dated = null;
  };
  for (const part of parts) {
    if (part.date !== undefined) dated = businessDate(part.date);
    if (part.config) configs.set(part.config.version, part.config);
    for (const stored of part.events ?? []) add(stored);
    if (part.event !== undefined) add(part as StoredEvent);
  }
  if (days.length === 0) return null;
  const known = days.map(({ date, events }) => ({ date: date ?? dateOf(events), events }));
  const [first, ...rest] = [...configs.values()];
  const configured = first ? 'file' : 'inferred';
  const config = first ?? configFromEvents(known);
  return { days: known, plans: [planOf(config), ...rest.map(planOf)], configured };
}

/** The day of most of its events: bookings stand in it from days before. */
function dateOf(events: readonly StoredEvent[]): BusinessDate {
  const opened = events.find(({ event }) => event.type === 'DayOpened') ?? events.at(-1);
  return businessDateAt(opened?.at ?? 0);
}

function partsOf(text: string): Part[] | null {
  try {
    const whole = JSON.parse(text) as Part | readonly Part[];
    return Array.isArray(whole) ? [...(whole as readonly Part[])] : [whole as Part];
  } catch {
    // Lines, then.
  }
  try {
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as Part);
  } catch {
    return null;
  }
}
