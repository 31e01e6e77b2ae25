/** Open proposals as one line each above the floor: seen without looking for them, applied in one press. */
import { css, html, nothing } from 'lit';
import type { Language } from '../../shared/text/language.ts';
import { adviceText } from '../../shared/text/manager-advice.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';
import { adviceSentence, gainSentence } from './advice-words.ts';
import { routeHash } from './routes.ts';

export const adviceStripStyles = css`
  .advice-strip {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 2px 12px;
    align-items: center;
    margin-bottom: 8px;
    padding: 8px 14px;
    border: 1px solid var(--jade-deep);
    border-radius: var(--radius);
    background: var(--jade-soft);
  }
  .advice-strip strong {
    color: var(--jade-deep);
  }
`;

/** The lines; nothing while there is no proposal. */
export function adviceStrip(view: FloorView, language: Language) {
  // What cannot be done now is no news for the floor.
  const proposed = view.advice.proposed.filter(({ blocked }) => blocked === null);
  const text = adviceText[language];
  if (proposed.length === 0) return nothing;
  return html`<section class="advice-strip" aria-label=${text.title}>
    ${proposed.map(
      (row) =>
        html`<strong>${text.title}</strong>
          <span>
            ${adviceSentence(row, view, language)}
            ${row.figures ? html`<span class="small">· ${gainSentence(row.figures, language)}</span>` : nothing}
          </span>
          <a class="plain" href=${routeHash('advice')}>${text.look}</a>`,
    )}
  </section>`;
}
