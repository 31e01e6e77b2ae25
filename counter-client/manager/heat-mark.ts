/** How pressing a zone is: a word with a shape, so that colour is never alone. */
import { css, html } from 'lit';
import type { Language } from '../../shared/text/language.ts';
import { managerText } from '../../shared/text/manager.ts';
import type { ZoneRow } from '../../shared/views/zones.ts';
import type { Heat } from './floor-areas.ts';

export const heatMarkStyles = css`
  .heat {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    font-weight: var(--weight-bold);
  }
  .heat svg {
    flex: none;
    width: 18px;
    height: 18px;
  }
`;

const SHAPES = {
  calm: 'M3 9.5l4 4 8-9',
  busy: 'M9 2a7 7 0 1 0 .01 0M9 5v4l3 2',
  burning: 'M9 1.5L17 16H1ZM9 7v4M9 13.4v.2',
};

/** The mark of a zone. */
export function heatMark(zone: ZoneRow, heat: Heat, language: Language) {
  const text = managerText[language].heat;
  return html`<span class="heat">
    <svg viewBox="0 0 18 18" aria-hidden="true">
      <path d=${SHAPES[heat]} fill="none" stroke="currentColor" stroke-width="2" />
    </svg>
    ${heat === 'burning' && zone.windows.length === 0 ? text.unserved : text[heat]}
  </span>`;
}
