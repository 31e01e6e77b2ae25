/**
 * Who comes to this desk, as short lists: on hold and expected back, next in the queue with their
 * marks, still served elsewhere, missed here. What can be done with them stands in their row.
 */
import { html, nothing } from 'lit';
import { clockTime, minutesBetween } from '../../shared/client/format.ts';
import { clerkText } from '../../shared/text/clerk.ts';
import { deskText } from '../../shared/text/desk.ts';
import type { Language } from '../../shared/text/language.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import type { DeskView } from '../../shared/views/clerk-desk.ts';
import type { HeldRow, NextRow } from '../../shared/views/desk-queue.ts';
import { caseNames } from './visit-marks.ts';

export interface ComingPeople {
  readonly view: DeskView;
  readonly language: Language;
  readonly now: number;
  readonly isBlocked: boolean;
  readonly requeue: (ticket: string, wasHeld: boolean) => void;
}

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

/** The next ones that this window may call. */
export function nextPeople({ view, language, now }: ComingPeople) {
  const text = clerkText[language];
  const { duration } = signInText[language];
  return html`<section>
    <h2>${text.nextTitle}</h2>
    ${view.next.length === 0 ? html`<p class="quiet">${text.nextEmpty}</p>` : nothing}
    <ol class="rows">
      ${view.next.map(
        (row) =>
          html`<li>
            <span class="ticket">${row.ticket}</span>
            ${caseNames(row.items, language, marksOf(row, language))}
            <span class="right">${duration(minutesBetween(row.arrivedAt, now))}</span>
          </li>`,
      )}
    </ol>
  </section>`;
}

function marksOf(row: NextRow, language: Language): string[] {
  const { mark } = deskText[language];
  return [
    row.isReturned ? mark.returned : null,
    row.isSentHere ? mark.sentHere : null,
    row.isGreen ? mark.greenShort : null,
    row.slotAt === null ? null : mark.appointment(clockTime(row.slotAt)),
    row.stop > 1 ? mark.stopShort(row.stop) : null,
  ].filter((one) => one !== null);
}

/** Served elsewhere now, with a later stop that this clerk may take. */
export function comingPeople({ view, language }: ComingPeople) {
  if (view.coming.length === 0) return nothing;
  const { coming } = deskText[language];
  return html`<section>
    <h2>${coming.title}</h2>
    <ul class="rows coming">
      ${view.coming.map(
        ({ ticket, window, items }) =>
          html`<li>
            <span class="ticket">${ticket}</span>
            ${caseNames(items, language, [])}
            <span class="right quiet">${coming.at(window)}</span>
          </li>`,
      )}
    </ul>
  </section>`;
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
