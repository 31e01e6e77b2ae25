/**
 * The visitor's phone, opened from the code on the paper: follows the ticket, and rates late what
 * was left unrated at the window. It holds nothing but the ticket's token.
 */
import { seededRandom } from '../../shared/base/seeded-random.ts';
import type { TicketView } from '../../shared/views/ticket-page.ts';
import { between } from './chance.ts';
import type { HallDay } from './day.ts';
import type { Present } from './hall-floor.ts';
import { Live } from './live.ts';
import { chooseTags } from './rating-choice.ts';
import { Watched } from './watched.ts';

const LOOK_EVERY_WALL_MS = 2_000;
const MINUTE_MS = 60_000;
const OVER = new Set(['done', 'abandoned', 'voided', 'expired', 'appointmentMissed']);

export interface Phone {
  canCancel(): boolean;
  /** Resolves when the ticket is over and what the visitor means to rate is rated. */
  untilOver(): Promise<void>;
  close(): void;
}

/** Opens the page of the ticket. */
export function openPhone(day: HallDay, present: Present): Phone {
  const watched = new Watched<'ticket'>();
  let arrivedAt: number | null = null;
  const live = new Live(
    day.api,
    {
      topics: [`ticket/${present.token}`],
      auth: { kind: 'none' },
      onView: (message) => {
        const view = message.view as TicketView;
        const { ticket } = view;
        if (view.status !== 'booked') {
          arrivedAt ??= view.arrivedAt;
          if (arrivedAt !== view.arrivedAt) {
            day.recorder.arrivalsChanged.push(`the phone of ${ticket} saw its arrival change`);
            arrivedAt = view.arrivedAt;
          }
        }
        if (ticket !== present.ticket) {
          day.recorder.trouble(`the phone of ${present.ticket} shows ${ticket}`);
        }
        watched.take(message);
      },
      onRefused: (row) =>
        day.recorder.topicsRefused.push(`phone ${present.ticket}: ${row.refused}`),
    },
    present.visitor.seed,
  );
  return {
    canCancel: () => watched.view?.canCancel ?? false,
    async untilOver() {
      while (!day.over.aborted && !isOver(day, present, watched.view)) {
        await watched.change(LOOK_EVERY_WALL_MS);
      }
      if (present.visitor.rating === 'by-phone') await rateLate(day, present, watched);
    },
    close: () => live.close(),
  };
}

/** A missed visitor who never comes back looks at the phone no more. */
function isOver(day: HallDay, present: Present, view: TicketView | null): boolean {
  if (view === null) return false;
  if (OVER.has(view.status)) return true;
  return view.status === 'noShow' && !day.floor.comesBack(present);
}

async function rateLate(day: HallDay, present: Present, watched: Watched<'ticket'>): Promise<void> {
  const random = seededRandom(present.visitor.seed);
  await day.pace.sleep(between(random, 2, 12) * MINUTE_MS);
  const view = watched.view;
  if (day.over.aborted || view?.status !== 'done' || !view.scale) return;
  for (const row of view.cases) {
    if (row.nonce === null) continue;
    const { level } = present.visitor;
    await day.api.press(
      { kind: 'ticket', token: present.token },
      {
        type: 'rateCase',
        case: row.case,
        nonce: row.nonce,
        level,
        tags: chooseTags(view.scale, level, random),
      },
      { by: `visitor:${present.ticket}` },
    );
  }
}
