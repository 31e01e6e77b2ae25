/** What a window is doing: a word, a shape and a colour, so that no one of them carries it alone. */
import { css, html, svg } from 'lit';
import type { DeskView } from '../../shared/views/clerk-desk.ts';

export type WindowStatus = DeskView['status'];

export const statusChipStyles = css`
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    padding: 2px 10px 2px 8px;
    border-radius: 99px;
    background: var(--slate-soft);
    color: var(--slate-deep);
    font-size: 14px;
    font-weight: var(--weight-strong);
    line-height: 22px;
    white-space: nowrap;
  }
  .chip svg {
    flex: none;
    width: 12px;
    height: 12px;
  }
  .chip.idle {
    background: var(--jade-soft);
    color: var(--jade-deep);
  }
  .chip.serving {
    background: var(--jade-deep);
    color: var(--on-accent);
  }
  .chip.calling {
    background: var(--vermilion-deep);
    color: var(--on-accent);
  }
  .chip.paused {
    background: var(--amber-deep);
    color: var(--on-accent);
  }
`;

const SHAPES = {
  closed: svg`<path d="M2 6h8" />`,
  idle: svg`<circle cx="6" cy="6" r="4" fill="none" />`,
  calling: svg`<path d="M2 4v4h2l4 3V1L4 4z" fill="currentColor" />`,
  serving: svg`<circle cx="6" cy="6" r="4" fill="currentColor" />`,
  paused: svg`<path d="M4 2v8M8 2v8" />`,
};

/** The chip of a window's state; `word` comes in the page's language. */
export function statusChip(status: WindowStatus, word: string) {
  return html`<span class="chip ${status}">
    <svg viewBox="0 0 12 12" aria-hidden="true">
      <g stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">
        ${SHAPES[status]}
      </g>
    </svg>
    ${word}
  </span>`;
}
