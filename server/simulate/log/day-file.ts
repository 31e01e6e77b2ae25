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
import { SetupError } from '../../setup/setup-error.ts';
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

/** Null where it is no such file; a line of one that cannot be read is refused with its number. */
export function dayFile(file: string, text: string): DayFile | null {
  const parts = partsOf(file, text);
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
  if (days.length === 0) throw new SetupError(`${file} holds no event of a hall's day.`);
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

function partsOf(file: string, text: string): Part[] | null {
  const whole = partOf(text);
  if (whole) return Array.isArray(whole) ? whole.filter(isPart) : [whole].filter(isPart);
  const parts: Part[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const part = partOf(line);
    if (!isPart(part)) {
      if (parts.length === 0) return null;
      throw new SetupError(
        `${file}: line ${String(index + 1)} is no line of an export; is the file cut off?`,
      );
    }
    parts.push(part);
  }
  return parts;
}

function partOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isPart(part: unknown): part is Part {
  if (typeof part !== 'object' || part === null) return false;
  return ['date', 'config', 'events', 'event'].some((name) => name in part);
}
