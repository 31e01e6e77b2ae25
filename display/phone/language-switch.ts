/** Three languages in one row at the top of the phone's page. */
import { css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { LANGUAGES } from '../../shared/text/language.ts';
import type { Language } from '../../shared/text/language.ts';
import type { PhoneText } from '../../shared/text/phone.ts';

/** The switch; the chosen one is underlined and pressed. */
export function languageSwitch(
  language: Language,
  text: PhoneText,
  choose: (language: Language) => void,
): TemplateResult {
  return html`<div class="language" role="group" aria-label=${text.language}>
    ${LANGUAGES.map(
      (one) =>
        html`<button
          lang=${one}
          data-language=${one}
          aria-pressed=${one === language ? 'true' : 'false'}
          @click=${() => choose(one)}
        >
          ${text.languageShort[one]}
        </button>`,
    )}
  </div>`;
}

export const languageStyles = css`
  header {
    display: flex;
    align-items: flex-start;
    justify-content: space-between;
    gap: 12px;
  }
  .hall {
    padding-top: 10px;
    font-size: 18px;
    font-weight: 500;
    line-height: 1.35;
  }
  .language {
    flex: none;
    display: flex;
  }
  .language button {
    min-width: 48px;
    min-height: 48px;
    padding: 0 4px;
    border: 0;
    background: none;
    color: var(--ink-soft);
    font-weight: 400;
  }
  .language button[aria-pressed='true'] {
    color: var(--ink);
    font-weight: 700;
    text-decoration: underline;
    text-decoration-thickness: 3px;
    text-underline-offset: 8px;
  }
  .page-main {
    flex: 1;
    display: flex;
    flex-direction: column;
    gap: 16px;
  }
`;
