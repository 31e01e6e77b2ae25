/** What has just happened in a replay, newest first, in a few words each. */
import { html } from 'lit';
import { clockSeconds } from '../../shared/client/format.ts';
import type { StoredEvent } from '../../shared/hall/events.ts';
import { clerkText } from '../../shared/text/clerk.ts';
import type { Language } from '../../shared/text/language.ts';
import { eventText } from '../../shared/text/manager-events.ts';
import { hallText } from '../../shared/text/manager-hall.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';
import { principalName } from './names.ts';

/** The feed. */
export function replayFeed(
  events: readonly StoredEvent[],
  people: FloorView['people'],
  language: Language,
) {
  return html`<aside class="feed">
    <h2>${hallText[language].replay.feed}</h2>
    <ol>
      ${events.map(
        ({ at, by, event }) =>
          html`<li>
            <time>${clockSeconds(at)}</time>
            <span>
              <strong>${eventText[language][event.type]}</strong>
              ${'ticket' in event ? event.ticket : ''}
              ${'window' in event ? clerkText[language].windowName(event.window) : ''}
              <span class="quiet">${principalName(people, by, language)}</span>
            </span>
          </li>`,
      )}
    </ol>
  </aside>`;
}
