/** A simply drawn face for each level: the same size, line and colour, only eyes and mouth differ. */
import { svg, html } from 'lit';
import type { RatingLevel } from '../../shared/hall/config.ts';

const MOUTHS: Readonly<Record<RatingLevel, string>> = {
  5: 'M28 56 Q48 84 68 56 Z',
  4: 'M30 60 Q48 76 66 60',
  3: 'M32 64 H64',
  2: 'M30 70 Q48 56 66 70',
  1: 'M28 74 Q48 50 68 74',
};

const EYES: Readonly<Record<RatingLevel, string>> = {
  5: 'M28 40 Q34 32 40 40 M56 40 Q62 32 68 40',
  4: 'M34 36 V42 M62 36 V42',
  3: 'M34 36 V42 M62 36 V42',
  2: 'M34 38 V43 M62 38 V43',
  1: 'M29 34 L39 40 M67 34 L57 40',
};

/** The face of a level. */
export function face(level: RatingLevel) {
  return html`<svg class="face" viewBox="0 0 96 96" aria-hidden="true">
    ${svg`<g fill="none" stroke="currentColor" stroke-width="4.5" stroke-linecap="round"
      stroke-linejoin="round">
      <circle cx="48" cy="48" r="42" />
      <path d=${EYES[level]} />
      <path d=${MOUTHS[level]} />
    </g>`}
  </svg>`;
}
