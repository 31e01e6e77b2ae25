/** The day's own events, read at the end as a manager may read them, page by page. */
import type { StoredEvent } from '../../shared/hall/events.ts';
import type { Auth } from './api.ts';
import type { HallDay } from './day.ts';

const PAGES_MAX = 1_000;

/** Every event of the day so far, in order. */
export async function eventsOf(day: HallDay, auth: Auth): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const after = String(events.at(-1)?.seq ?? 0);
    const path = `/api/halls/${day.hall.hall}/days/${day.date}/events?after=${after}`;
    const answer = await day.api.get<{ readonly events: StoredEvent[] }>(path, auth);
    if (answer.events.length === 0) return events;
    events.push(...answer.events);
  }
  throw new Error('the day has more events than can be read');
}
