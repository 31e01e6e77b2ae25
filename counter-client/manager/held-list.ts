/** Who is held and must be back when, and who waits at a window for a chief officer. */
import { html, nothing } from 'lit';
import { clockTime, minutesBetween } from '../../shared/client/format.ts';
import { clerkText } from '../../shared/text/clerk.ts';
import { deskText } from '../../shared/text/desk.ts';
import type { Language } from '../../shared/text/language.ts';
import { ticketWords } from '../../shared/text/manager-tickets.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';
import { act } from './intents.ts';
import { cardName } from './names.ts';

/** The two lists; nothing at all while both are empty. */
export function heldList(from: EventTarget, view: FloorView, language: Language, now: number) {
  const text = ticketWords[language];
  return html`${
    view.held.length === 0
      ? nothing
      : html`<section class="sheet held">
          <h2>${text.heldTitle(view.held.length)}</h2>
          <table>
            <tbody>
              ${view.held.map((row) => heldRow(from, row, language, now))}
            </tbody>
          </table>
        </section>`
  }
  ${view.consults.length === 0 ? nothing : consults(view, language, now)}`;
}

function heldRow(
  from: EventTarget,
  { ticket, window, clerk, reason, returnByAt }: FloorView['held'][number],
  language: Language,
  now: number,
) {
  const text = ticketWords[language];
  const isLate = returnByAt < now;
  const late = signInText[language].duration(minutesBetween(returnByAt, now));
  return html`<tr data-held=${ticket}>
    <td class="ticket">${ticket}</td>
    <td>${text.heldReason[reason]}</td>
    <td>${text.heldBy(window, cardName(clerk, language))}</td>
    <td class=${isLate ? 'attention' : 'whole'}>
      ${isLate ? text.heldLate(late) : text.heldUntil(clockTime(returnByAt))}
    </td>
    <td class="number">
      <button
        class="plain"
        type="button"
        @click=${() => {
          act(from, { type: 'reactivateTicket', ticket });
        }}
      >
        ${text.back}
      </button>
    </td>
  </tr>`;
}

function consults({ consults: rows }: FloorView, language: Language, now: number) {
  const { consult } = deskText[language];
  return html`<section class="sheet consults">
    <h2>${ticketWords[language].consultTitle}</h2>
    <table>
      <tbody>
        ${rows.map(
          ({ window, ticket, sinceAt, chief, isUnseen }) =>
            html`<tr>
              <td class="ticket">${ticket}</td>
              <td>${clerkText[language].windowName(window)}</td>
              <td>
                ${chief === null ? '' : cardName(chief, language)}
                ${isUnseen ? html`<span class="attention">${consult.unseen}</span>` : nothing}
              </td>
              <td class="number whole">
                ${signInText[language].duration(minutesBetween(sinceAt, now))}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}
