/** Makes the view of a topic from a day's committed state. */
import { never } from '../../shared/base/assert.ts';
import type { TicketId } from '../../shared/base/ids.ts';
import type { Day } from '../../shared/hall/day.ts';
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
