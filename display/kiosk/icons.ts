/** The kiosk's few signs, drawn with one stroke width; always beside a word, never instead of one. */
import { svg } from 'lit';
import type { SVGTemplateResult } from 'lit';

const PATHS = {
  back: 'M20 8 10 18l10 10M10 18h26',
  large: 'M6 34 16 8l10 26M9.5 25h13M29 34l6-16 6 16M31 28.500h8',
  low: 'M24 6v24M14 21l10 10 10-10M8 40h32',
  language:
    'M24 6a18 18 0 1 0 0 36 18 18 0 0 0 0-36ZM6 24h36M24 6c-12 12-12 24 0 36M24 6c12 12 12 24 0 36',
  staff: 'M24 8a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM8 42c0-9 7-14 16-14s16 5 16 14',
  search: 'M21 8a13 13 0 1 0 0 26 13 13 0 0 0 0-26ZM31 31l10 10',
  again: 'M38 24a14 14 0 1 1-4-10M36 6v10H26',
  previous: 'M29 10 15 24l14 14',
  next: 'M19 10l14 14-14 14',
  check: 'M8 25l11 11L40 12',
  plus: 'M24 8v32M8 24h32',
  erase: 'M16 10h26v28H16L4 24ZM22 18l12 12M34 18 22 30',
} as const;

export type IconName = keyof typeof PATHS;

/** One sign as an svg of 1em, hidden from screen readers. */
export function icon(name: IconName): SVGTemplateResult {
  return svg`<svg class="icon" viewBox="0 0 48 48" aria-hidden="true" fill="none"
    stroke="currentColor" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"
    ><path d=${PATHS[name]}></path></svg>`;
}
