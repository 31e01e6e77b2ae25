/**
 * The papers that the visitor here and the last one took along: what became of each, and printing it
 * again. P does it, or where there are several goes to the first of them.
 */
import { html, nothing } from 'lit';
import { deskText } from '../../shared/text/desk.ts';
import type { Language } from '../../shared/text/language.ts';
import type { DeskView } from '../../shared/views/clerk-desk.ts';

export interface GivenSlips {
  readonly view: DeskView;
  readonly language: Language;
  readonly isBlocked: boolean;
  readonly reprint: (id: string, ticket: string) => void;
}

/** The list; nothing where no paper was given. */
export function givenSlips({ view, language, isBlocked, reprint }: GivenSlips) {
  if (view.slips.length === 0) return nothing;
  const { slip, slipState, slipAgain } = deskText[language];
  return html`<section>
    <h2>${slipAgain.title}</h2>
    <ul class="rows slips">
      ${view.slips.map((row, place) => {
        const isShut = isBlocked || row.status === 'waiting';
        const isBad = row.status === 'failed' || row.status === 'unknown';
        return html`<li data-given=${row.case}>
          <span class="ticket">${row.ticket}</span>
          <span title=${row.item[language]}>
            ${slip[row.kind]}
            <span class=${isBad ? 'late' : 'quiet'}>${slipState[row.status]}</span>
          </span>
          <button
            class="plain"
            type="button"
            aria-disabled=${isShut}
            @click=${() => {
              if (!isShut) reprint(row.case, row.ticket);
            }}
          >
            ${slipAgain.do} ${place === 0 ? html`<kbd>P</kbd>` : nothing}
          </button>
        </li>`;
      })}
    </ul>
  </section>`;
}
