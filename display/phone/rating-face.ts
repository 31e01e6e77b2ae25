/** Five plain faces of one size and one line; only the mouth differs. */
import { svg } from 'lit';
import type { SVGTemplateResult } from 'lit';
import type { RatingLevel } from '../../shared/hall/config.ts';

const MOUTHS: Readonly<Record<RatingLevel, string>> = {
  5: 'M13 28c3 9 19 9 22 0Z',
  4: 'M14 29c4 6 16 6 20 0',
  3: 'M15 32h18',
  2: 'M14 34c4-5 16-5 20 0',
  1: 'M13 36c3-9 19-9 22 0Z',
};

/** The face of a level, hidden from screen readers: the word beside it says the same. */
export function face(level: RatingLevel): SVGTemplateResult {
  return svg`<svg class="face" viewBox="0 0 48 48" aria-hidden="true" fill="none"
    stroke="currentColor" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"
    ><circle cx="24" cy="24" r="20"></circle><path d="M17 19v1M31 19v1"></path
    ><path d=${MOUTHS[level]}></path></svg>`;
}
