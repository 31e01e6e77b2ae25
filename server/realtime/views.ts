/** Makes the view of a topic from a day's committed state, and tells which commits can change it. */
import { never } from '../../shared/base/assert.ts';
import type { TicketId } from '../../shared/base/ids.ts';
import type { Day } from '../../shared/hall/day.ts';
import type { EventType, StoredEvent } from '../../shared/hall/events.ts';
import type { Topic } from '../../shared/protocol/topics.ts';
import { deskView } from '../../shared/views/clerk-desk.ts';
import { evaluatorView } from '../../shared/views/evaluator-prompt.ts';
import { kioskView } from '../../shared/views/kiosk-screen.ts';
import { lobbyView } from '../../shared/views/lobby-board.ts';
import { floorView } from '../../shared/views/manager-floor.ts';
import { ticketView } from '../../shared/views/ticket-page.ts';
import { windowView } from '../../shared/views/window-sign.ts';
import type { Secrets } from '../secrets.ts';

/** The view as JSON text; null when hall, window or ticket is unknown to the day. */
export function viewText(
  day: Day,
  topic: Topic,
  secrets: Secrets,
  ticket: TicketId | null,
): string | null {
  const view = viewOf(day, topic, secrets, ticket);
  return view === null ? null : JSON.stringify(view);
}

function viewOf(day: Day, topic: Topic, secrets: Secrets, ticket: TicketId | null): object | null {
  const nonceOf = secrets.nonceOf.bind(null, day.hall, day.date);
  if ('window' in topic && !day.windows.has(topic.window)) return null;
  switch (topic.kind) {
    case 'kiosk':
      return kioskView(day);
    case 'lobby':
      return lobbyView(day);
    case 'floor':
      return floorView(day);
    case 'window':
      return windowView(day, topic.window, secrets.tokenOf.bind(null, day.hall, day.date));
    case 'desk':
      return deskView(day, topic.window);
    case 'evaluator':
      return evaluatorView(day, topic.window, nonceOf);
    case 'ticket': {
      const found = ticket === null ? undefined : day.tickets.get(ticket);
      return found ? ticketView(day, found, nonceOf) : null;
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

/** Whether the commit may change the topic's view at once; phones' positions follow more slowly. */
export function concerns(
  topic: Topic,
  ticket: TicketId | null,
  events: readonly StoredEvent[],
): boolean {
  switch (topic.kind) {
    case 'kiosk':
    case 'lobby':
    case 'floor':
    case 'desk':
      return true;
    case 'window':
    case 'evaluator':
      return events.some(({ event }) => {
        if (HALL_WIDE.has(event.type) || event.type === 'TicketCancelled') return true;
        return 'window' in event && event.window === topic.window;
      });
    case 'ticket':
      return events.some(({ event }) => {
        if (HALL_WIDE.has(event.type)) return true;
        if ('ticket' in event) return event.ticket === ticket;
        return event.type === 'CaseRated' && event.case.startsWith(`${ticket ?? ''}-`);
      });
  }
}
