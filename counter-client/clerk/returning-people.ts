/** On hold or missed here: each with the button that queues the visitor again. */
import { html, nothing } from 'lit';
import { minutesBetween } from '../../shared/client/format.ts';
import { clerkText } from '../../shared/text/clerk.ts';
import { deskText } from '../../shared/text/desk.ts';
import type { Language } from '../../shared/text/language.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import type { HeldRow } from '../../shared/views/desk-queue.ts';
import type { ComingPeople } from './coming-people.ts';

/**
 * Held visitors with the time that they have left; the button queues them again. B presses it, or
 * where there are several goes to the first of them: nobody is brought back by mistake.
 */
export function heldPeople({ view, language, now, isBlocked, requeue }: ComingPeople) {
  if (view.held.length === 0) return nothing;
  const { hold, holdReason } = deskText[language];
  return html`<section>
    <h2>${hold.list}</h2>
    <ul class="rows held">
      ${view.held.map(
        (row, place) =>
          html`<li data-held=${row.ticket}>
            <span class="ticket">${row.ticket}</span>
            <span>
              ${holdReason[row.reason]}
              <span class=${row.returnByAt < now ? 'late' : 'quiet'}>
                ${timeLeft(row, language, now)}
              </span>
            </span>
            <button
              class="plain"
              type="button"
              aria-disabled=${isBlocked}
              @click=${() => {
                if (!isBlocked) requeue(row.ticket, true);
              }}
            >
              ${hold.isBack} ${place === 0 ? html`<kbd>B</kbd>` : nothing}
            </button>
          </li>`,
      )}
    </ul>
  </section>`;
}

function timeLeft({ returnByAt }: HeldRow, language: Language, now: number): string {
  const { hold } = deskText[language];
  const { duration } = signInText[language];
  return returnByAt < now
    ? hold.over(duration(minutesBetween(returnByAt, now)))
    : hold.left(duration(minutesBetween(now, returnByAt)));
}

/** Missed here, to be queued again when they stand at the window. */
export function missedPeople({ view, language, isBlocked, requeue }: ComingPeople) {
  if (view.missed.length === 0) return nothing;
  const text = clerkText[language];
  return html`<section>
    <h2>${text.missedTitle}</h2>
    <ul class="missed">
      ${view.missed.map(
        ({ ticket }) =>
          html`<li>
            <button
              class="plain"
              type="button"
              aria-disabled=${isBlocked}
              @click=${() => {
                if (!isBlocked) requeue(ticket, false);
              }}
            >
              <span class="ticket">${ticket}</span> ${text.requeue}
            </button>
          </li>`,
      )}
    </ul>
  </section>`;
}
