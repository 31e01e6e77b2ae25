/** The three languages side by side, each in its own words; emits `language` with the choice. */
import { css, html } from 'lit';
import { LANGUAGE_NAMES } from '../../shared/text/common.ts';
import { LANGUAGES } from '../../shared/text/language.ts';
import type { Language } from '../../shared/text/language.ts';

export const languageSwitchStyles = css`
  .languages {
    display: inline-flex;
    flex: none;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--panel);
    overflow: hidden;
  }
  .languages button {
    min-height: 36px;
    padding: 0 12px;
    border: 0;
    background: transparent;
    color: var(--slate-deep);
    font-size: 14px;
    white-space: nowrap;
  }
  .languages button + button {
    border-left: 1px solid var(--line);
  }
  .languages button[aria-pressed='true'] {
    background: var(--ink);
    color: var(--on-accent);
    font-weight: var(--weight-strong);
  }
  .languages button:focus-visible {
    outline-offset: -3px;
  }
`;

/** The switch; `label` names it for readers. */
export function languageSwitch(
  language: Language,
  label: string,
  choose: (language: Language) => void,
) {
  return html`<div class="languages" role="group" aria-label=${label}>
    ${LANGUAGES.map(
      (one) =>
        html`<button
          type="button"
          lang=${one}
          aria-pressed=${one === language}
          @click=${() => {
            choose(one);
          }}
        >
          ${LANGUAGE_NAMES[one]}
        </button>`,
    )}
  </div>`;
}
