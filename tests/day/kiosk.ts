/**
 * The kiosk's own screen: sees which papers failed or are uncertain, and when the printer works
 * again the guide asks for them once more (补打), pressing twice as people do.
 */
import type { Auth } from './api.ts';
import type { HallDay } from './day.ts';
import { topicOf } from './day.ts';
import { Live } from './live.ts';
import { Watched } from './watched.ts';

const LOOK_EVERY_WALL_MS = 1_000;
const OVER = new Set(['serving', 'done', 'abandoned', 'voided', 'expired']);

/** The kiosk's page, open until the day is over. */
export function kioskScreen(day: HallDay, kiosk: Auth): Watched<'kiosk'> {
  const watched = new Watched<'kiosk'>();
  const live = new Live(day.api, {
    topics: [topicOf(day, 'kiosk')],
    auth: kiosk,
    draws: true,
    onView: (message) => watched.take(message),
    onRefused: (row) => day.recorder.topicsRefused.push(`kiosk: ${row.topic} ${row.refused}`),
  });
  day.over.addEventListener('abort', () => live.close(), { once: true });
  return watched;
}

/** Watches the papers until the day is over; `works` tells whether there is paper now. */
export async function watchPapers(
  day: HallDay,
  kiosk: Auth,
  watched: Watched<'kiosk'>,
  works: () => boolean,
): Promise<void> {
  const asked = new Set<string>();
  while (!day.over.aborted) {
    const failed = works() ? (watched.view?.prints ?? []) : [];
    for (const { ticket, status, print } of failed) {
      const needsPaper = print.status === 'failed' || print.status === 'unknown';
      if (!needsPaper || OVER.has(status) || asked.has(ticket)) continue;
      asked.add(ticket);
      await day.api.press(
        kiosk,
        { type: 'reprintTicket', ticket },
        { by: 'kiosk', habit: 'concurrent' },
      );
    }
    await watched.change(LOOK_EVERY_WALL_MS);
  }
}
