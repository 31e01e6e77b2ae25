/**
 * Who comes to this desk from elsewhere: next in the queue with their marks, and those still served
 * at another window.
 */
import { html, nothing } from 'lit';
import { clockTime, minutesBetween } from '../../shared/client/format.ts';
import { clerkText } from '../../shared/text/clerk.ts';
import { deskText } from '../../shared/text/desk.ts';
import type { Language } from '../../shared/text/language.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import type { DeskView } from '../../shared/views/clerk-desk.ts';
import type { NextRow } from '../../shared/views/desk-queue.ts';
import { caseNames } from './visit-marks.ts';

export interface ComingPeople {
  readonly view: DeskView;
  readonly language: Language;
  readonly now: number;
  readonly isBlocked: boolean;
  readonly requeue: (ticket: string, wasHeld: boolean) => void;
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
