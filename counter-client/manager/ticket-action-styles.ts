/** How the card of actions with one ticket is laid out. */
import { css } from 'lit';

export const ticketActionStyles = css`
  .card {
    max-height: calc(100dvh - 190px);
    overflow-y: auto;
    display: grid;
    gap: 12px;
    padding: 14px 16px;
  }
  fieldset {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 6px 8px;
    margin: 0;
    padding: 10px 0 0;
    border: 0;
    border-top: 1px solid var(--line);
  }
  legend {
    float: left;
    width: 100%;
    grid-column: 1 / -1;
    padding: 0;
    font-weight: var(--weight-bold);
  }
  .wide {
    grid-column: 1 / -1;
  }
  .missing {
    border-color: var(--vermilion-deep);
  }
  .problem {
    color: var(--vermilion-deep);
    font-weight: var(--weight-strong);
  }
  .field {
    min-height: 38px;
    padding: 0 4px 0 8px;
    font-size: 14px;
  }
`;
