/** A quiet ring for the seconds left. Its length is an SVG attribute: the page allows no styles. */
import { html } from 'lit';

const RADIUS = 22;
const LENGTH = 2 * Math.PI * RADIUS;

/** The ring; `label` says it in words. */
export function timeRing(leftMs: number, totalMs: number, label: string) {
  const share = totalMs > 0 ? Math.max(0, Math.min(1, leftMs / totalMs)) : 0;
  const seconds = Math.max(0, Math.ceil(leftMs / 1_000));
  return html`<span class="ring" role="timer" aria-label=${label}>
    <svg viewBox="0 0 52 52" aria-hidden="true">
      <circle cx="26" cy="26" r=${RADIUS} class="track" />
      <circle
        cx="26"
        cy="26"
        r=${RADIUS}
        class="left"
        transform="rotate(-90 26 26)"
        stroke-dasharray=${LENGTH}
        stroke-dashoffset=${LENGTH * (1 - share)}
      />
    </svg>
    <span aria-hidden="true">${seconds}</span>
  </span>`;
}
