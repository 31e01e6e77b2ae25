/** The manager's page: head, the day's sums, then the floor with the rail of alerts beside it. */
import { css } from 'lit';

export const floorStyles = css`
  :host {
    display: grid;
    grid-template: auto auto minmax(0, 1fr) / minmax(0, 1fr);
    height: 100dvh;
    min-height: 640px;
  }
  .tabs {
    display: flex;
    gap: 4px;
    align-self: stretch;
  }
  .tabs button {
    padding: 0 14px;
    border: 0;
    border-bottom: 3px solid transparent;
    background: transparent;
    color: var(--slate-deep);
    font-weight: var(--weight-strong);
  }
  .tabs button[aria-selected='true'] {
    border-bottom-color: var(--ink);
    color: var(--ink);
    font-weight: var(--weight-bold);
  }
  .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 344px;
    min-height: 0;
  }
  .main {
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto;
    min-height: 0;
  }
  .scroll {
    display: grid;
    gap: 12px;
    align-content: start;
    min-height: 0;
    padding: 12px var(--space-3);
    overflow-y: auto;
  }
  .main .answer {
    margin: 0 var(--space-3) 8px;
  }
  yc-link {
    position: fixed;
    top: 8px;
    left: 50%;
    translate: -50% 0;
    z-index: 2;
  }
  .stale .scroll {
    opacity: 0.6;
  }
  .waiting {
    display: grid;
    grid-row: 1 / -1;
    place-content: center;
  }
`;
