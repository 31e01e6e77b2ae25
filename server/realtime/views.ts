/** Makes the view of a topic from a day's committed state, and tells which commits can change it. */
import { never } from '../../shared/base/assert.ts';
import type { TicketId, WindowNo } from '../../shared/base/ids.ts';
import type { Day } from '../../shared/hall/day.ts';
import type { EventType, StoredEvent } from '../../shared/hall/events.ts';
import { clerkAt, ticketAt } from '../../shared/hall/window.ts';
import type { Topic } from '../../shared/protocol/topics.ts';
import { deskView } from '../../shared/views/clerk-desk.ts';
import { evaluatorView } from '../../shared/views/evaluator-prompt.ts';
import { kioskView } from '../../shared/views/kiosk-screen.ts';
import { lobbyView } from '../../shared/views/lobby-board.ts';
import { floorView } from '../../shared/views/manager-floor.ts';
import type { Outlook } from '../../shared/views/outlook.ts';
import { NO_OUTLOOK } from '../../shared/views/outlook.ts';
import { ticketView } from '../../shared/views/ticket-page.ts';
import { windowView } from '../../shared/views/window-sign.ts';
import type { Secrets } from '../secrets.ts';

/** The view as JSON text; null when hall, window or ticket is unknown to the day. */
export function viewText(
  day: Day,
  topic: Topic,
  secrets: Secrets,
  ticket: TicketId | null,
  outlook: Outlook = NO_OUTLOOK,
): string | null {
  const view = viewOf(day, topic, secrets, ticket, outlook);
  return view === null ? null : JSON.stringify(view);
}

function viewOf(
  day: Day,
  topic: Topic,
  secrets: Secrets,
  ticket: TicketId | null,
  outlook: Outlook,
): object | null {
  const nonceOf = secrets.nonceOf.bind(null, day.hall, day.date);
  if ('window' in topic && !day.windows.has(topic.window)) return null;
  switch (topic.kind) {
    case 'kiosk':
      return kioskView(day, outlook);
    case 'lobby':
      return lobbyView(day, outlook);
    case 'floor':
      return floorView(day, outlook);
    case 'window':
      return windowView(day, topic.window, secrets.tokenOf.bind(null, day.hall, day.date));
    case 'desk':
      return deskView(day, topic.window);
    case 'evaluator':
      return evaluatorView(day, topic.window, nonceOf);
    case 'ticket': {
      const found = ticket === null ? undefined : day.tickets.get(ticket);
      return found ? ticketView(day, found, nonceOf, outlook) : null;
    }
    default:
      return never(topic, 'topic');
  }
}

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
  return HALL_WIDE.has(event.type) || by.startsWith('manager:');
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
