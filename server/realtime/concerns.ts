/** Tells which commits can change the view of a topic, and how soon its screens must see it. */
import type { TicketId, WindowNo } from '../../shared/base/ids.ts';
import type { Day } from '../../shared/hall/day.ts';
import type { EventType, StoredEvent } from '../../shared/hall/events.ts';
import { clerkAt, ticketAt } from '../../shared/hall/window.ts';
import type { Topic } from '../../shared/protocol/topics.ts';

/** What every screen shows, whichever window or ticket it is about. */
const HALL_WIDE: ReadonlySet<EventType> = new Set([
  'EmergencyShown',
  'EmergencyCleared',
  'ConfigPublished',
]);

/** When a commit reaches a topic: at once, with others in a moment, or by the topic's own beat. */
export type When = 'now' | 'soon' | 'later';

/**
 * When the topic's view is made anew after a commit; `day` is the state after it. Whoever pressed
 * sees at once what became of it; phones' positions follow more slowly.
 */
export function concerns(
  topic: Topic,
  ticket: TicketId | null,
  events: readonly StoredEvent[],
  day: Day,
): When {
  switch (topic.kind) {
    case 'kiosk':
    case 'lobby':
      return 'now';
    case 'floor':
      return events.some(isFloorsOwn) ? 'now' : 'soon';
    case 'desk':
      return events.some((stored) => touchesDesk(stored, topic.window, day)) ? 'now' : 'soon';
    case 'window':
    case 'evaluator':
      return nowIf(
        events.some(({ event }) => {
          if (HALL_WIDE.has(event.type) || event.type === 'TicketCancelled') return true;
          return 'window' in event && event.window === topic.window;
        }),
      );
    case 'ticket':
      return nowIf(
        events.some(({ event }) => {
          if (HALL_WIDE.has(event.type)) return true;
          if ('ticket' in event) return event.ticket === ticket;
          return event.type === 'CaseRated' && event.case.startsWith(`${ticket ?? ''}-`);
        }),
      );
  }
}

function nowIf(isNow: boolean): When {
  return isNow ? 'now' : 'later';
}

/** The whole hall's, or pressed on the floor itself. */
function isFloorsOwn({ event, by }: StoredEvent): boolean {
  return HALL_WIDE.has(event.type) || by.startsWith('manager:') || by.startsWith('guide:');
}

/** About this window, or the visitor there, or whoever left it just now, or pressed there. */
function touchesDesk({ event, by, at }: StoredEvent, no: WindowNo, day: Day): boolean {
  if (HALL_WIDE.has(event.type)) return true;
  if ('window' in event && event.window === no) return true;
  const window = day.windows.get(no);
  if (!window) return false;
  if (window.state.sinceAt === at) return true;
  if ('ticket' in event && event.ticket === ticketAt(window)) return true;
  const clerk = clerkAt(window);
  return clerk !== null && (by === `clerk:${clerk}` || by === `manager:${clerk}`);
}
