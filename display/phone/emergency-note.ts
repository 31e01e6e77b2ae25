/** The emergency message on a phone: above everything, in the page's language, with its sign. */
import { css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { emergencySign } from '../../shared/client/emergency-sign.ts';
import type { Emergency } from '../../shared/hall/day.ts';
import { emergencyText } from '../../shared/text/emergency.ts';
import type { Language } from '../../shared/text/language.ts';

/** The note. */
export function emergencyNote({ kind, text }: Emergency, language: Language): TemplateResult {
  const { title, advice } = emergencyText[language][kind];
  return html`<section class="emergency" role="alert" data-kind=${kind}>
    ${emergencySign(kind)}
    <div>
      <h2>${title}</h2>
      <p>${advice}</p>
      ${text === null ? '' : html`<p class="own">${text}</p>`}
    </div>
  </section>`;
}

export const emergencyStyles = css`
  .emergency {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 16px;
    align-items: start;
    padding: 20px;
    border-radius: var(--radius);
    background: var(--ink);
    color: var(--on-accent);
  }
  .emergency[data-kind='fire'],
  .emergency[data-kind='security'] {
    background: var(--vermilion-deep);
  }
  .is-called .emergency {
    background: var(--ink);
  }
  .emergency svg {
    width: 56px;
    height: 56px;
  }
  .emergency h2 {
    font-size: 26px;
    line-height: 1.25;
  }
  .emergency .own {
    margin-top: 6px;
    font-weight: 700;
    overflow-wrap: anywhere;
  }
`;
