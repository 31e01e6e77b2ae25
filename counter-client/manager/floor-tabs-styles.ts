/** The row of tabs. */
import { css } from 'lit';

export const floorTabsStyles = css`
  .tabs-row {
    display: flex;
    align-items: stretch;
    justify-content: space-between;
    gap: var(--space-2);
    height: 44px;
    padding: 0 var(--space-3);
    border-bottom: 1px solid var(--line);
    background: var(--panel);
  }
  .tabs {
    display: flex;
    gap: 2px;
    margin-left: -12px;
  }
  .tabs button {
    padding: 3px 12px 0;
    border: 0;
    border-bottom: 3px solid transparent;
    background: transparent;
    color: var(--slate-deep);
    font-weight: var(--weight-strong);
    white-space: nowrap;
  }
  .tabs button:focus-visible {
    outline-offset: -3px;
  }
  .tabs button[aria-selected='true'] {
    border-bottom-color: var(--ink);
    color: var(--ink);
    font-weight: var(--weight-bold);
  }
  .tabs .reds {
    display: inline-block;
    min-width: 22px;
    margin-left: 6px;
    padding: 0 6px;
    border-radius: 99px;
    background: var(--vermilion-deep);
    color: var(--on-accent);
    font-size: 13px;
    font-weight: var(--weight-bold);
    line-height: 22px;
  }
`;
