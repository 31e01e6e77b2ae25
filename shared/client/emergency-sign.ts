/** One sign for each kind of emergency message, drawn in one line width; the word stands beside it. */
import { html, svg } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';
import type { EmergencyKind } from '../hall/command-words.ts';

const SHAPES: Readonly<Record<EmergencyKind, SVGTemplateResult>> = {
  fire: svg`<path d="M24 5c2 8 13 12 13 24a13 13 0 0 1-26 0c0-6 3-9 5-13 1 4 3 6 5 7 2-6 0-12 3-18Z"/>`,
  power: svg`<path d="M27 4 10 27h12l-3 17 19-25H25Z"/>`,
  weather: svg`<path d="M14 30a8 8 0 0 1 0-16 11 11 0 0 1 20-1 8 8 0 0 1 1 17Z"/><path
    d="m16 35-3 7m12-7-3 7m12-7-3 7"/>`,
  security: svg`<path d="M24 5 4 41h40Z"/><path d="M24 18v12m0 5v1"/>`,
  drill: svg`<path d="M6 19v10h7l15 9V10L13 19Z"/><path d="M34 18c3 3 3 9 0 12m5-17c6 6 6 16 0 22"/>`,
  notice: svg`<circle cx="24" cy="24" r="19"/><path d="M24 14v13m0 6v1"/>`,
};

/** The sign; hidden from readers, who hear the word. */
export function emergencySign(kind: EmergencyKind): TemplateResult {
  return html`<svg
    viewBox="0 0 48 48"
    aria-hidden="true"
    fill="none"
    stroke="currentColor"
    stroke-width="3.5"
    stroke-linecap="round"
    stroke-linejoin="round"
  >
    ${SHAPES[kind]}
  </svg>`;
}
