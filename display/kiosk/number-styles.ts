/** What the screens with keys of their own share: entry, the card that was found, the last word. */
import { css } from 'lit';

export const numberStyles = css`
  :host {
    display: block;
    min-height: 0;
  }
  .body {
    height: 100%;
    display: flex;
    flex-direction: column;
  }
  .send {
    flex: none;
    min-height: 144px;
    font-size: var(--text-lead);
  }
  .ways {
    flex: none;
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
    gap: var(--gap);
  }
  .ways button {
    min-height: 112px;
  }
  .middle {
    flex: 1;
    min-height: 0;
    overflow-y: auto;
    display: flex;
    flex-direction: column;
    gap: 24px;
    justify-content: safe center;
    font-size: var(--text-strong);
  }
  :host([data-low]) .middle {
    gap: 12px;
  }
  .middle.top {
    justify-content: start;
  }
  .big {
    display: flex;
    align-items: center;
    gap: 24px;
    padding: 40px;
    border-radius: var(--radius);
    background: var(--jade-soft);
    color: var(--jade-deep);
    font-size: calc(var(--text-lead) * 1.3);
    font-weight: 700;
  }
  :host([data-low]) .big {
    padding: 12px 32px;
  }
  .big.quiet {
    background: var(--slate-soft);
    color: var(--ink);
  }
  .where {
    font-size: var(--text-lead);
    font-weight: 700;
  }
  .rules {
    display: grid;
    gap: 8px;
    padding: 24px 32px;
    border-left: 12px solid var(--slate);
    border-radius: var(--radius);
    background: var(--panel);
  }
  .rules strong {
    font-weight: 700;
  }
  .rows {
    display: grid;
    gap: var(--gap);
  }
  .rows button {
    min-height: 136px;
    padding: 12px 32px;
    text-align: left;
    display: grid;
    gap: 4px;
  }
  .rows b {
    font-weight: 700;
  }
  .kinds {
    flex: none;
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 12px;
  }
  .kinds button {
    padding: 0 8px;
  }
  .kinds button[aria-pressed='true'] {
    border-color: var(--ink);
    background: var(--ink);
    color: var(--panel);
    font-weight: 700;
  }
  .hint-line {
    flex: none;
    color: var(--ink-soft);
  }
`;
