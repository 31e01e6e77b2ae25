/** The chief officer's answer to a window that asks: at the call itself, and at the visitor's case. */
import { html, nothing } from 'lit';
import { deskText } from '../../shared/text/desk.ts';
import type { Language } from '../../shared/text/language.ts';

export interface ConsultAnswers {
  readonly language: Language;
  readonly isBlocked: boolean;
  readonly hasKeys: boolean;
  readonly end: (approved: boolean) => void;
}

/** Approved or not, as two buttons of the same weight. */
export function consultAnswers({ language, isBlocked, hasKeys, end }: ConsultAnswers) {
  const { consult } = deskText[language];
  return html`<span class="answers">
    ${[true, false].map(
      (approved) =>
        html`<button
          class="plain"
          type="button"
          data-approved=${approved}
          aria-disabled=${isBlocked}
          @click=${() => {
            if (!isBlocked) end(approved);
          }}
        >
          ${approved ? consult.approved : consult.denied}
          ${hasKeys ? html`<kbd>${approved ? 'Y' : 'N'}</kbd>` : nothing}
        </button>`,
    )}
  </span>`;
}
